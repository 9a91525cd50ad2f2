//! `deskpro-codegen generate`: writes the client.

use std::time::Instant;

use clap::{ArgMatches, Command};
use deskpro_codegen::Files;

use super::arguments::{self, Places};
use super::report::{Failure, Outcome};
use super::{description, folder};

/// What it is called and takes.
pub(crate) fn command() -> Command {
    Command::new("generate").about("Writes the client")
}

/// Writes what changed, and says what was made.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let start = Instant::now();
    let places = arguments::place(matches);
    folder::write(&places, &make(&places)?, start)
}

/// Reads, checks and generates: the files that belong into the output folder.
pub(crate) fn make(places: &Places) -> Result<Files, Failure> {
    Ok(deskpro_codegen::generate(&description::read(places)?, &description::options(places)))
}
