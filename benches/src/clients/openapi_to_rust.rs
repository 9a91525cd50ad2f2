//! The client of openapi-to-rust, with its options as they come, in a crate with what it says that
//! it depends on.

use std::error::Error;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use super::application::Application;
use super::crate_folder;
use super::program::Program;
use crate::cost::Cost;

const PROGRAM: Program =
    Program { name: "openapi-to-rust", install: "cargo install --locked openapi-to-rust" };

const LIB: &str = "\
//! The generated client.\n\
\n\
mod generated;\n\
\n\
pub use generated::*;\n";

pub(super) fn version() -> Result<String, Box<dyn Error>> {
    Ok(PROGRAM.version("--version")?)
}

pub(super) fn generate(document: &Path, folder: &Path) -> Result<Cost, Box<dyn Error>> {
    let generated = folder.join("src/generated");
    let arguments = [
        OsStr::new("generate"),
        document.as_os_str(),
        "--output-dir".as_ref(),
        generated.as_os_str(),
        "--quiet".as_ref(),
    ];
    let cost = PROGRAM.run(arguments)?;
    let dependencies = fs::read_to_string(generated.join("REQUIRED_DEPS.toml"))?;
    let dependencies = dependencies.replace("\"rustls\", ", "").replace("[dependencies]\n", "");
    crate_folder::write(folder, "openapi-to-rust-client", &dependencies)?;
    fs::write(folder.join("src/lib.rs"), LIB)?;
    Ok(cost)
}

pub(super) fn application() -> Application {
    Application::plain(include_str!("applications/openapi_to_rust.rs"))
}
