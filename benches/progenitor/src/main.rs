//! Writes progenitor's client of an OpenAPI document, in its builder style.
//!
//! `progenitor-twin <openapi.json> <lib.rs>`

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle, TagStyle};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let (Some(document), Some(lib)) = (arguments.next(), arguments.next()) else {
        return Err("usage: progenitor-twin <openapi.json> <lib.rs>".into());
    };
    let document = serde_json::from_str(&fs::read_to_string(document)?)?;
    fs::write(lib, client(&document)?)?;
    Ok(())
}

/// The client as one formatted file, with a request builder per operation and all operations on one
/// type: what progenitor recommends.
fn client(document: &openapiv3::OpenAPI) -> Result<String, Box<dyn Error>> {
    let mut settings = GenerationSettings::new();
    settings.with_interface(InterfaceStyle::Builder).with_tag(TagStyle::Merged);
    let tokens = Generator::new(&settings).generate_tokens(document)?;
    Ok(prettyplease::unparse(&syn::parse2(tokens)?))
}
