//! `deskpro-codegen check`: fails when the client is not what the description says; in this
//! workspace also when the reference is not.

use clap::{ArgMatches, Command};

use super::progress::Progress;
use super::report::Outcome;
use super::stale::Stale;
use super::{arguments, description, docs, generate};

/// What it is called and takes.
pub(crate) fn command() -> Command {
    Command::new("check")
        .about("Fails, with a diff, when the client is not what the description says")
        .args(arguments::places())
}

/// Compares what there is with what would be written, and writes nothing.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let places = arguments::place(matches);
    let progress = Progress::start("reading the description");
    let api = description::read(&places.spec, "nothing was compared")?.api;
    let mut stale = Stale::default();
    progress.say("comparing the client");
    stale.compare(&places, &generate::make(&api, &places))?;
    if places.is_own {
        progress.say("comparing the reference");
        let places = arguments::reference_place(matches);
        stale.compare(&places, &docs::make(&api, &places))?;
    }
    Ok(stale.report())
}
