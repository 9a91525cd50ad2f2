//! `deskpro-codegen docs`: writes the reference, or fails when it is not what the description says.

use std::time::Instant;

use clap::{Arg, ArgAction, ArgMatches, Command};
use deskpro_codegen::{Files, reference};

use super::arguments::{self, Places};
use super::report::{Failure, Outcome};
use super::{description, folder};

/// What it is called and takes.
pub(crate) fn command() -> Command {
    Command::new("docs").about("Writes the reference: Markdown pages about every resource").arg(
        Arg::new("check")
            .long("check")
            .action(ArgAction::SetTrue)
            .help("Fails, with a diff, when the pages are not what the description says"),
    )
}

/// Writes the pages that changed, or only compares them.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    if matches.get_flag("check") {
        return check(matches);
    }
    let start = Instant::now();
    let places = arguments::reference_place(matches);
    folder::write(&places, &make(&places)?, start)
}

/// Compares the pages with what would be written, and writes nothing.
pub(crate) fn check(matches: &ArgMatches) -> Outcome {
    let places = arguments::reference_place(matches);
    folder::compare(&places, &make(&places)?)
}

fn make(places: &Places) -> Result<Files, Failure> {
    Ok(reference(&description::read(places)?, &description::options(places)))
}
