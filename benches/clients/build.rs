//! Lets progenitor generate its client of `src/openapi.json`.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

const DOCUMENT: &str = "src/openapi.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={DOCUMENT}");
    let document = serde_json::from_str(&fs::read_to_string(DOCUMENT)?)?;
    let client = progenitor_twin::client(&document)?;
    let folder = env::var_os("OUT_DIR").ok_or("cargo names no folder for what is generated")?;
    fs::write(Path::new(&folder).join("progenitor.rs"), client)?;
    Ok(())
}
