//! `deskpro-codegen lint`: fails when something in the description is likely to be a mistake.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};
use deskpro_spec::{Sources, lint, load_document};

use super::arguments::{self, Format};
use super::description::{refused, shown};
use super::report::{Outcome, Report};

/// What it is called and takes.
pub(crate) fn command() -> Command {
    Command::new("lint")
        .about("Fails when something in the description is likely to be a mistake")
        .arg(
            Arg::new("description")
                .value_name("SPEC")
                .conflicts_with("spec")
                .help("The description, as with --spec"),
        )
}

/// Reads and checks the description, and shows what its quirks do not excuse.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let places = arguments::place(matches);
    let spec = matches.get_one::<String>("description").map_or(places.spec, PathBuf::from);
    let sources = Sources::read(&spec)
        .map_err(|problems| refused(&problems, &Sources::default(), places.format))?;
    let (document, api) =
        load_document(&sources).map_err(|problems| refused(&problems, &sources, places.format))?;
    let findings = lint(&document, &api);
    let report = Report::default();
    if findings.is_empty() {
        return Ok(match places.format {
            Format::Text => report.say(format!("no findings in {}", spec.display())),
            // Other programs read what there is, which is nothing.
            format => report.say(shown(&findings, &sources, format, "")),
        });
    }
    let end = if findings.len() == 1 { "finding" } else { "findings" };
    Ok(report.complain(shown(&findings, &sources, places.format, end)))
}
