//! OpenAPI Generator's Rust client, with its options as they come: reqwest, asynchronous.

use std::error::Error;
use std::ffi::OsStr;
use std::path::Path;

use super::application::Application;
use super::crate_folder;
use super::program::Program;
use crate::cost::Cost;

const PROGRAM: Program =
    Program { name: "openapi-generator-cli", install: "pip install openapi-generator-cli" };

pub(super) fn version() -> Result<String, Box<dyn Error>> {
    Ok(format!("openapi-generator {}", PROGRAM.version("version")?))
}

pub(super) fn generate(document: &Path, folder: &Path) -> Result<Cost, Box<dyn Error>> {
    let (document, to) = (document.as_os_str(), folder.as_os_str());
    let arguments = [
        OsStr::new("generate"),
        "-g".as_ref(),
        "rust".as_ref(),
        "-i".as_ref(),
        document,
        "-o".as_ref(),
        to,
    ];
    let cost = PROGRAM.run(arguments)?;
    // Everything in its features is about TLS.
    let without_tls =
        |manifest: String| manifest.replace("default = [\"native-tls\"]", "default = []");
    crate_folder::adopt(folder, without_tls)?;
    Ok(cost)
}

pub(super) fn application() -> Application {
    Application::plain(include_str!("applications/openapi_generator.rs"))
}
