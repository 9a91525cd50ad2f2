//! Writes progenitor's client of an OpenAPI document, in its builder style.
//!
//! `progenitor-twin <openapi.json> <lib.rs>`

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(document), Some(lib)) = (arguments.next(), arguments.next()) else {
        return Err("usage: progenitor-twin <openapi.json> <lib.rs>".into());
    };
    let document = serde_json::from_str(&fs::read_to_string(document)?)?;
    fs::write(lib, progenitor_twin::client(&document)?)?;
    Ok(())
}
