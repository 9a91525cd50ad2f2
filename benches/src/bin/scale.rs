//! Writes the scaled API.
//!
//! - `scale description <resources> <folder>`: as a description in the project's format
//! - `scale openapi <resources> <file>`: as an OpenAPI document

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use deskpro_benches::scale::{self, Edit};

const USAGE: &str =
    "usage: scale description <resources> <folder>\n       scale openapi <resources> <file>";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["description", resources, folder] => {
            let document = scale::openapi(resources.parse()?, Edit::None)?;
            scale::description(&document)?.write(Path::new(folder))?;
        }
        ["openapi", resources, file] => {
            let text = scale::openapi_text(resources.parse()?, Edit::None);
            fs::write(file, text)?;
        }
        _ => return Err(USAGE.into()),
    }
    Ok(())
}
