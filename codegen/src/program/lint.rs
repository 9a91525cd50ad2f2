//! `deskpro-codegen lint`: fails when something in the description is likely to be a mistake.

use std::path::PathBuf;

use clap::ArgMatches;
use deskpro_spec::{Sources, lint, load_document};

use super::arguments::{self, Format};
use super::{render, shown};

/// Reads and checks the description, and shows what its quirks do not excuse.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), String> {
    let places = arguments::place(matches);
    let spec = matches.get_one::<String>("description").map_or(places.spec, PathBuf::from);
    let sources = Sources::read(&spec)
        .map_err(|problems| render(&problems, &Sources::default(), places.format))?;
    let (document, api) =
        load_document(&sources).map_err(|problems| render(&problems, &sources, places.format))?;
    let findings = lint(&document, &api);
    if findings.is_empty() {
        match places.format {
            Format::Text => anstream::println!("no findings in {}", spec.display()),
            // Other programs read what there is, which is nothing.
            format => anstream::print!("{}", shown(&findings, &sources, format, "")),
        }
        return Ok(());
    }
    let end = if findings.len() == 1 { "finding" } else { "findings" };
    Err(shown(&findings, &sources, places.format, end))
}
