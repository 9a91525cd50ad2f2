//! The client of oas3-gen, as a crate of its own, with its options as they come.
//!
//! Lists of numbers that parameters have in one, `ids=1,2`, become code that does not compile: 0.29
//! takes them for lists of texts. It gets a document in which each has its own key, `ids=1&ids=2`.

use std::error::Error;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::application::Application;
use super::crate_folder;
use super::program::Program;
use crate::cost::Cost;

const PROGRAM: Program = Program { name: "oas3-gen", install: "cargo install --locked oas3-gen" };

pub(super) fn version() -> Result<String, Box<dyn Error>> {
    Ok(PROGRAM.version("--version")?)
}

pub(super) fn generate(document: &Path, folder: &Path) -> Result<Cost, Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let changed = folder.join("openapi.json");
    fs::write(&changed, with_repeated_keys(document)?)?;
    let arguments = [
        OsStr::new("generate"),
        "client-mod".as_ref(),
        "--workspace".as_ref(),
        "--input".as_ref(),
        changed.as_os_str(),
        "--output".as_ref(),
        folder.as_os_str(),
    ];
    let cost = PROGRAM.run(arguments)?;
    crate_folder::adopt(folder, |manifest| manifest.replace("\"native-tls\", ", ""))?;
    Ok(cost)
}

pub(super) fn application() -> Application {
    Application::plain(include_str!("applications/oas3_gen.rs"))
}

/// The document, with a key for each item where lists are in one.
fn with_repeated_keys(document: &Path) -> Result<String, Box<dyn Error>> {
    let mut document: Value = serde_json::from_str(&fs::read_to_string(document)?)?;
    let paths = document["paths"].as_object_mut().ok_or("the document has no paths")?;
    let operations = paths.values_mut().filter_map(Value::as_object_mut).flatten();
    let parameters = operations.filter_map(|(_, operation)| operation.get_mut("parameters"));
    let parameters = parameters.filter_map(Value::as_array_mut).flatten();
    for parameter in parameters.filter_map(Value::as_object_mut) {
        parameter.remove("explode");
    }
    Ok(serde_json::to_string_pretty(&document)?)
}
