//! The crates that are compiled against each other: our clients, progenitor's, and one without
//! anything in it.

use std::error::Error;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;
use std::{env, fs, io};

use deskpro_codegen::{Files, tree};
use deskpro_spec::api::Api;
use serde_json::Value;

use crate::cost::Cost;
use crate::{cost, place, whole};

/// This workspace.
const BENCHES: &str = env!("CARGO_MANIFEST_DIR");

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
    /// Our client of the whole API, with the features of `generated-client`, written into a folder.
    ///
    /// # Errors
    ///
    /// When files cannot be read or written.
    pub fn whole(api: &Api, folder: &Path) -> Result<Self, Box<dyn Error>> {
        let files = deskpro_codegen::generate(api, &whole::options());
        let twin = Self::own("deskpro", &folder.join("deskpro"), &features(api), "", &files)?;
        copy(&Path::new(BENCHES).join("../generated-client/src"), &twin.folder.join("src"))?;
        Ok(twin)
    }

    /// A crate with the dependencies and features of [`Twin::whole`], and nothing in it.
    ///
    /// # Errors
    ///
    /// When files cannot be written.
    pub fn empty(api: &Api, folder: &Path) -> Result<Self, Box<dyn Error>> {
        let features = features(api);
        Self::own("empty", &folder.join("empty"), &features, "", &Files::default())
    }

    /// Progenitor's client of an OpenAPI document, written into a folder.
    ///
    /// # Errors
    ///
    /// When files cannot be written, or the program `progenitor-twin` is not built.
    pub fn progenitor(document: &Value, folder: &Path) -> Result<Self, Box<dyn Error>> {
        let twin = Self { name: "progenitor", folder: folder.join("progenitor") };
        twin.write("", PROGENITOR_DEPENDENCIES, "")?;
        let path = folder.join("openapi.json");
        fs::write(&path, serde_json::to_string_pretty(document)?)?;
        let program = place::program("progenitor-twin")?;
        cost::measure(Command::new(program).arg(path).arg(twin.lib()))?;
        Ok(twin)
    }

    /// Compiles everything that the crate depends on, and the crate.
    ///
    /// # Errors
    ///
    /// When cargo cannot be run, or finds errors.
    pub fn prepare(&self, arguments: &[&str], target: &Path) -> io::Result<()> {
        cost::measure(&mut self.cargo(arguments, target)).map(|_| ())
    }

    /// What it costs to compile the crate alone, after [`prepare`](Self::prepare).
    ///
    /// # Errors
    ///
    /// When cargo cannot be run, or finds errors.
    pub fn compile(&self, arguments: &[&str], target: &Path) -> io::Result<Cost> {
        File::options().append(true).open(self.lib())?.set_modified(SystemTime::now())?;
        cost::measure(&mut self.cargo(arguments, target))
    }

    fn cargo(&self, arguments: &[&str], target: &Path) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo
            .args(arguments)
            .arg("--quiet")
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", target.join(self.name))
            // Whole crates: what is compiled again after a change is another question.
            .env("CARGO_INCREMENTAL", "0");
        cargo
    }

    fn own(
        name: &'static str,
        folder: &Path,
        features: &str,
        lib: &str,
        files: &Files,
    ) -> Result<Self, Box<dyn Error>> {
        let twin = Self { name, folder: folder.to_owned() };
        let runtime = Path::new(BENCHES).join("../runtime").canonicalize()?;
        let dependency =
            format!("deskpro-runtime = {{ path = {runtime:?}, default-features = false }}\n");
        twin.write(features, &dependency, lib)?;
        tree::write(&folder.join("src/generated"), files)?;
        Ok(twin)
    }

    /// Where its `lib.rs` is.
    fn lib(&self) -> PathBuf {
        self.folder.join("src/lib.rs")
    }

    /// Writes everything but what is generated. Toolchain and versions are those of this workspace.
    fn write(&self, features: &str, dependencies: &str, lib: &str) -> io::Result<()> {
        fs::create_dir_all(self.folder.join("src"))?;
        let manifest = format!(
            "[workspace]\n\n[package]\nname = \"{}-twin\"\nedition = \"2024\"\n\n\
             [features]\n{features}\n[dependencies]\n{dependencies}",
            self.name
        );
        fs::write(self.folder.join("Cargo.toml"), manifest)?;
        let workspace = Path::new(BENCHES);
        fs::copy(workspace.join("Cargo.lock"), self.folder.join("Cargo.lock"))?;
        fs::copy(
            workspace.join("../rust-toolchain.toml"),
            self.folder.join("rust-toolchain.toml"),
        )?;
        fs::write(self.lib(), lib)
    }
}

/// Copies what is written by hand: everything in a folder but the one of generated files.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if !entry.file_type()?.is_dir() {
            fs::copy(entry.path(), to)?;
        } else if entry.file_name() != "generated" {
            copy(&entry.path(), &to)?;
        }
    }
    Ok(())
}

/// The features of the whole client. Those that are for the runtime and the macros are here only so
/// that the compiler knows their names.
fn features(api: &Api) -> String {
    let families = whole::families(api);
    let others = ["unverified", "hyper", "macros", "tracing"].map(str::to_owned);
    let declared: String =
        families.iter().chain(&others).map(|name| format!("{name} = []\n")).collect();
    format!("full = {families:?}\n{declared}")
}
