//! `deskpro-codegen docs`: writes the reference, or fails when it is not what the description says.

use std::time::Instant;

use clap::ArgMatches;
use deskpro_codegen::{Files, reference};

use super::arguments::{self, Places};
use super::{compare, options, read, write};

/// Writes the pages that changed, or only compares them.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), String> {
    if matches.get_flag("check") {
        return check(matches);
    }
    let start = Instant::now();
    let places = arguments::reference_place(matches);
    write(&places, &make(&places)?, start)
}

/// Compares the pages with what would be written, and writes nothing.
pub(crate) fn check(matches: &ArgMatches) -> Result<(), String> {
    let places = arguments::reference_place(matches);
    compare(&places, &make(&places)?)
}

fn make(places: &Places) -> Result<Files, String> {
    Ok(reference(&read(places)?, &options(places)))
}
