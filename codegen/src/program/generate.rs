//! `deskpro-codegen generate`: writes the client.

use std::time::Instant;

use clap::{ArgMatches, Command};
use deskpro_codegen::Files;
use deskpro_spec::api::Api;

use super::arguments::{self, Places};
use super::progress::Progress;
use super::report::Outcome;
use super::{description, folder};

/// What it is called and takes.
pub(crate) fn command() -> Command {
    Command::new("generate").about("Writes the client").args(arguments::places())
}

/// Writes what changed, and says what was made.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let start = Instant::now();
    let places = arguments::place(matches);
    let progress = Progress::start("reading the description");
    let description = description::read(&places.spec, "nothing was written")?;
    progress.say("generating");
    let files = make(&description.api, &places);
    progress.say("writing");
    folder::write(&places, &files, start)
}

/// The files of the client.
pub(crate) fn make(api: &Api, places: &Places) -> Files {
    deskpro_codegen::generate(api, &description::options(places))
}
