//! The two crates that are compiled against each other: our client of the scaled API, and
//! progenitor's.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use deskpro_codegen::{Files, Options, tree};
use deskpro_spec::{Sources, load};

use crate::{cost, place, scale};

/// This workspace.
const BENCHES: &str = env!("CARGO_MANIFEST_DIR");

/// As `generated-client` has it.
const OWN_LIB: &str = "\
//! The generated client.\n\
\n\
mod generated;\n\
\n\
pub use generated::*;\n\
pub use deskpro_runtime as runtime;\n";

/// As progenitor's documentation has it, without TLS; `Cargo.toml` of `progenitor/` pins the
/// versions.
const PROGENITOR_DEPENDENCIES: &str = r#"
bytes = "1"
chrono = { version = "0.4", default-features = false, features = ["serde", "std"] }
futures-core = "0.3"
progenitor-client = "0.15"
reqwest = { version = "0.13", default-features = false, features = ["json", "query", "stream"] }
serde = { version = "1", features = ["derive"] }
serde_json = "1"
serde_urlencoded = "0.7"
"#;

/// A crate that is nothing but a generated client.
#[derive(Debug)]
pub struct Twin {
    /// Who generated it.
    pub name: &'static str,
    /// Where its `Cargo.toml` is.
    pub folder: PathBuf,
}

impl Twin {
    /// Our client of the scaled API, written into a folder.
    ///
    /// # Errors
    ///
    /// When files cannot be written, or the scaled description has problems.
    pub fn own(resources: usize, folder: &Path) -> Result<Self, Box<dyn Error>> {
        let twin = Self { name: "deskpro", folder: folder.join("deskpro") };
        let runtime = Path::new(BENCHES).join("../runtime").canonicalize()?;
        let dependency =
            format!("deskpro-runtime = {{ path = {runtime:?}, default-features = false }}\n");
        twin.write(&dependency, OWN_LIB)?;
        tree::write(&twin.folder.join("src/generated"), &own_files(resources, folder)?)?;
        Ok(twin)
    }

    /// Progenitor's client of the scaled API, written into a folder.
    ///
    /// # Errors
    ///
    /// When files cannot be written, or the program `progenitor-twin` is not built.
    pub fn progenitor(resources: usize, folder: &Path) -> Result<Self, Box<dyn Error>> {
        let twin = Self { name: "progenitor", folder: folder.join("progenitor") };
        twin.write(PROGENITOR_DEPENDENCIES, "")?;
        let document = folder.join("openapi.json");
        fs::write(&document, serde_json::to_string_pretty(&scale::openapi(resources)?)?)?;
        let program = place::program("progenitor-twin")?;
        cost::measure(Command::new(program).arg(document).arg(twin.lib()))?;
        Ok(twin)
    }

    /// Where its `lib.rs` is.
    pub fn lib(&self) -> PathBuf {
        self.folder.join("src/lib.rs")
    }

    /// Writes everything but what is generated. Toolchain and versions are those of this workspace.
    fn write(&self, dependencies: &str, lib: &str) -> io::Result<()> {
        fs::create_dir_all(self.folder.join("src"))?;
        let package = format!(
            "[workspace]\n\n[package]\nname = \"{}-twin\"\nedition = \"2024\"\n\n[dependencies]\n",
            self.name
        );
        fs::write(self.folder.join("Cargo.toml"), package + dependencies)?;
        let workspace = Path::new(BENCHES);
        fs::copy(workspace.join("Cargo.lock"), self.folder.join("Cargo.lock"))?;
        fs::copy(
            workspace.join("../rust-toolchain.toml"),
            self.folder.join("rust-toolchain.toml"),
        )?;
        fs::write(self.lib(), lib)
    }
}

fn own_files(resources: usize, folder: &Path) -> Result<Files, Box<dyn Error>> {
    let description = folder.join("description");
    scale::description(resources).write(&description)?;
    let sources = Sources::read(&description).map_err(|problems| format!("{problems:?}"))?;
    let api = load(&sources).map_err(|problems| problems.short(&sources))?;
    Ok(deskpro_codegen::generate(&api, &Options::default()))
}
