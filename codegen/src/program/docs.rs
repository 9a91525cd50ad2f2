//! `deskpro-codegen docs`: writes the reference, or fails when it is not what the description says.

use std::time::Instant;

use clap::{Arg, ArgAction, ArgMatches, Command};
use deskpro_codegen::{Files, reference};
use deskpro_spec::api::Api;

use super::arguments::{self, Places};
use super::progress::Progress;
use super::report::Outcome;
use super::stale::Stale;
use super::{description, folder};

/// What it is called and takes.
pub(crate) fn command() -> Command {
    Command::new("docs")
        .about("Writes the reference: Markdown pages about every resource")
        .args(arguments::places())
        .arg(
            Arg::new("check")
                .long("check")
                .action(ArgAction::SetTrue)
                .help("Writes nothing; fails, with a diff, when the pages are not up to date"),
        )
}

/// Writes the pages that changed, or only compares them.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let start = Instant::now();
    let places = arguments::reference_place(matches);
    let progress = Progress::start("reading the description");
    let is_check = matches.get_flag("check");
    let end = if is_check { "nothing was compared" } else { "nothing was written" };
    let api = description::read(&places.spec, end)?.api;
    progress.say("making the pages");
    let files = make(&api, &places);
    if !is_check {
        return folder::write(&places, &files, start);
    }
    let mut stale = Stale::default();
    stale.compare(&places, &files)?;
    Ok(stale.report())
}

/// The pages.
pub(crate) fn make(api: &Api, places: &Places) -> Files {
    reference(api, &description::options(places))
}
