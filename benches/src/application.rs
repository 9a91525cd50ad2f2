//! Applications that do nothing but to ask for one ticket over TLS: what comes with such a client.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use serde_json::Value;

use crate::cost::Cost;
use crate::{cost, place};

/// This workspace.
const BENCHES: &str = env!("CARGO_MANIFEST_DIR");

/// Above our client as it comes.
const OWN_MAIN: &str = r#"//! Asks for a ticket.

use deskpro_client::{Auth, Client};

fn main() {
    let client = Client::builder("https://support.example.com", Auth::key("2:ABC")).build();
    drop(client.map(|client| client.tickets().get(13).send()));
}
"#;

/// Above progenitor's, which lies in the crate of the application.
const PROGENITOR_MAIN: &str = r#"//! Asks for a ticket.

fn main() {
    let client = application::Client::new("https://support.example.com");
    drop(client.get_ticket().id(13).send());
}
"#;

/// What progenitor's output needs besides reqwest.
const PROGENITOR_DEPENDENCIES: &str = r#"
bytes = "1"
chrono = { version = "0.4", default-features = false, features = ["serde", "std"] }
futures-core = "0.3"
progenitor-client = "0.15"
serde = { version = "1", features = ["derive"] }
serde_json = "1"
serde_urlencoded = "0.7"
"#;

/// Reqwest with what it brings unless told otherwise, TLS with aws-lc among it: how progenitor's
/// documentation has it.
pub const REQWEST: &str =
    r#"reqwest = { version = "0.13", features = ["json", "query", "stream"] }"#;

/// Reqwest with no more than progenitor needs, and TLS as our client has it.
pub const LEAN_REQWEST: &str = r#"
reqwest = { version = "0.13", default-features = false, features = ["json", "query", "rustls-no-provider", "stream"] }
rustls = { version = "0.23", default-features = false, features = ["ring", "std", "tls12"] }
"#;

/// A crate with a `main`.
#[derive(Debug)]
pub struct Application {
    /// What it is above.
    pub name: &'static str,
    folder: PathBuf,
}

impl Application {
    /// One that depends on our client and on nothing else.
    ///
    /// # Errors
    ///
    /// When files cannot be written.
    pub fn own(folder: &Path) -> io::Result<Self> {
        let client = Path::new(BENCHES).join("../generated-client").canonicalize()?;
        let application = Self { name: "deskpro-client", folder: folder.join("deskpro") };
        application.write(&format!("deskpro-client = {{ path = {client:?} }}\n"), OWN_MAIN)?;
        Ok(application)
    }

    /// One with progenitor's client of an OpenAPI document, above this reqwest.
    ///
    /// # Errors
    ///
    /// When files cannot be written, or the program `progenitor-twin` is not built.
    pub fn progenitor(
        name: &'static str,
        reqwest: &str,
        document: &Value,
        folder: &Path,
    ) -> Result<Self, Box<dyn Error>> {
        let application = Self { name, folder: folder.join(name) };
        let dependencies = format!("{PROGENITOR_DEPENDENCIES}{reqwest}\n");
        application.write(&dependencies, PROGENITOR_MAIN)?;
        let path = folder.join("openapi.json");
        fs::write(&path, serde_json::to_string_pretty(document)?)?;
        let lib = application.folder.join("src/lib.rs");
        cost::measure(Command::new(place::program("progenitor-twin")?).arg(path).arg(lib))?;
        Ok(application)
    }

    /// How many crates are compiled into it besides its own, or into their macros.
    ///
    /// # Errors
    ///
    /// When cargo cannot be run, or finds errors.
    pub fn dependencies(&self) -> io::Result<usize> {
        let output = self
            .cargo()
            .args(["tree", "--edges", "normal", "--prefix", "none", "--format", "{p}"])
            .output()?;
        if !output.status.success() {
            return Err(io::Error::other(String::from_utf8_lossy(&output.stderr)));
        }
        let text = String::from_utf8_lossy(&output.stdout);
        // Name and version; what follows them is said only once of each.
        let crates: BTreeSet<Vec<&str>> =
            text.lines().map(|line| line.split_whitespace().take(2).collect()).collect();
        Ok(crates.len().saturating_sub(1))
    }

    /// What `cargo build` costs where nothing was built before. What it has to download is
    /// downloaded by [`dependencies`](Self::dependencies).
    ///
    /// # Errors
    ///
    /// When cargo cannot be run, or finds errors.
    pub fn build(&self) -> io::Result<Cost> {
        let target = self.folder.join("target");
        if target.exists() {
            fs::remove_dir_all(&target)?;
        }
        cost::measure(self.cargo().args(["build", "--quiet"]).env("CARGO_TARGET_DIR", target))
    }

    fn cargo(&self) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(&self.folder);
        cargo
    }

    /// Writes everything but what is generated. Toolchain and versions are those of this workspace.
    fn write(&self, dependencies: &str, main: &str) -> io::Result<()> {
        fs::create_dir_all(self.folder.join("src"))?;
        let manifest = format!(
            "[workspace]\n\n[package]\nname = \"application\"\nedition = \"2024\"\n\n\
             [dependencies]\n{dependencies}"
        );
        fs::write(self.folder.join("Cargo.toml"), manifest)?;
        for file in ["Cargo.lock", "../rust-toolchain.toml"] {
            let from = Path::new(BENCHES).join(file);
            fs::copy(&from, self.folder.join(from.file_name().unwrap_or_default()))?;
        }
        fs::write(self.folder.join("src/main.rs"), main)
    }
}
