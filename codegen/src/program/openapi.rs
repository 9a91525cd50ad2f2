//! `deskpro-codegen openapi`: writes the description as an OpenAPI document, to a file or to the
//! standard output.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use clap::ArgMatches;
use deskpro_codegen::{OpenApiDialect, OpenApiOptions, OpenApiVersion, openapi};

use super::{arguments, cannot, read};

/// Writes the document where it changed.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), String> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let version = match text("openapi") {
        Some("3.0") => OpenApiVersion::V3_0,
        _ => OpenApiVersion::V3_1,
    };
    let dialect = match text("dialect") {
        Some("live") => OpenApiDialect::Live,
        _ => OpenApiDialect::Guide,
    };
    let api = read(&arguments::place(matches))?;
    let document = openapi(&api, OpenApiOptions { version, dialect });
    match text("out") {
        Some(out) => write(Path::new(out), &document),
        None => match io::stdout().lock().write_all(document.as_bytes()) {
            // Who reads no further has what they want.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            written => written.map_err(|error| cannot("write to", Path::new("stdout"), &error)),
        },
    }
}

fn write(out: &Path, document: &str) -> Result<(), String> {
    if fs::read(out).is_ok_and(|there| there == document.as_bytes()) {
        anstream::println!("{} is up to date", out.display());
        return Ok(());
    }
    fs::write(out, document).map_err(|error| cannot("write to", out, &error))?;
    anstream::println!("{} lines in {}", document.lines().count(), out.display());
    Ok(())
}
