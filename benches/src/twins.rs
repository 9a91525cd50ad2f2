//! The crates that are compiled against each other: our clients, progenitor's, and one without
//! anything in it.

use std::error::Error;
use std::path::Path;
use std::{fs, io};

use deskpro_codegen::{Files, tree};
use deskpro_spec::api::Api;
use serde_json::Value;

use crate::clients::progenitor::{self, Style};
use crate::clients::{Package, crate_folder};
use crate::cost::Cost;
use crate::whole;

/// This workspace.
const BENCHES: &str = env!("CARGO_MANIFEST_DIR");

/// A crate that is nothing but a generated client.
#[derive(Debug)]
pub struct Twin {
    /// Who generated it.
    pub name: &'static str,
    package: Package,
}

impl Twin {
    /// Our client of the whole API, with the features of `generated-client`, written into a folder.
    ///
    /// # Errors
    ///
    /// When files cannot be read or written.
    pub fn whole(api: &Api, folder: &Path) -> Result<Self, Box<dyn Error>> {
        let files = deskpro_codegen::generate(api, &whole::options());
        let twin = Self::own("deskpro", folder, api, &files)?;
        let sources = twin.package.folder.join("src");
        copy(&Path::new(BENCHES).join("../generated-client/src"), &sources)?;
        Ok(twin)
    }

    /// A crate with the dependencies and features of [`Twin::whole`], and nothing in it.
    ///
    /// # Errors
    ///
    /// When files cannot be written.
    pub fn empty(api: &Api, folder: &Path) -> Result<Self, Box<dyn Error>> {
        Self::own("empty", folder, api, &Files::default())
    }

    /// Progenitor's client of an OpenAPI document, written into a folder.
    ///
    /// # Errors
    ///
    /// When files cannot be written, or the program `progenitor-twin` is not built.
    pub fn progenitor(document: &Value, folder: &Path) -> Result<Self, Box<dyn Error>> {
        let twin = Self::new("progenitor", folder);
        let path = folder.join("openapi.json");
        fs::write(&path, serde_json::to_string_pretty(document)?)?;
        progenitor::generate(Style::Builder, &path, &twin.package.folder)?;
        Ok(twin)
    }

    /// Compiles everything that the crate depends on, and the crate.
    ///
    /// # Errors
    ///
    /// When cargo cannot be run, or finds errors.
    pub fn prepare(&self, arguments: &[&str], target: &Path) -> io::Result<()> {
        self.package.prepare(arguments, &target.join(self.name)).map(|_| ())
    }

    /// What it costs to compile the crate alone, after [`prepare`](Self::prepare).
    ///
    /// # Errors
    ///
    /// When cargo cannot be run, or finds errors.
    pub fn compile(&self, arguments: &[&str], target: &Path) -> io::Result<Cost> {
        self.package.compile(arguments, &target.join(self.name))
    }

    fn new(name: &'static str, folder: &Path) -> Self {
        Self { name, package: Package { folder: folder.join(name), incremental: false } }
    }

    /// One with the features of `generated-client`.
    fn own(
        name: &'static str,
        folder: &Path,
        api: &Api,
        files: &Files,
    ) -> Result<Self, Box<dyn Error>> {
        let twin = Self::new(name, folder);
        let runtime = Path::new(BENCHES).join("../runtime").canonicalize()?;
        let manifest = format!(
            "deskpro-runtime = {{ path = {runtime:?}, default-features = false }}\n\n\
             [features]\n{}",
            features(api)
        );
        crate_folder::write(&twin.package.folder, &format!("{name}-twin"), &manifest)?;
        let sources = twin.package.folder.join("src");
        fs::write(sources.join("lib.rs"), "")?;
        tree::write(&sources.join("generated"), files)?;
        Ok(twin)
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
