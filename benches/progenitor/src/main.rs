//! Writes progenitor's client of an OpenAPI document.
//!
//! `progenitor-twin <openapi.json> <lib.rs> [builder | positional]`

use std::error::Error;
use std::{env, fs};

use progenitor_twin::Style;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (document, lib, style) = match arguments[..] {
        [document, lib] => (document, lib, Style::default()),
        [document, lib, style] => (document, lib, style.parse()?),
        _ => return Err("usage: progenitor-twin <openapi.json> <lib.rs> [style]".into()),
    };
    let document = serde_json::from_str(&fs::read_to_string(document)?)?;
    fs::write(lib, progenitor_twin::client_in(style, &document)?)?;
    Ok(())
}
