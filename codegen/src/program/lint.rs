//! `deskpro-codegen lint`: fails when something in the description is likely to be a mistake.

use clap::{Arg, ArgMatches, Command};
use deskpro_spec::lint;

use super::progress::Progress;
use super::report::{Outcome, Report};
use super::{arguments, description};

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
        .args(arguments::spec())
}

/// Reads and checks the description, and shows what its quirks do not excuse.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let mut spec = arguments::spec_place(matches);
    if let Some(path) = arguments::path(matches, "description") {
        spec.path = path;
    }
    let progress = Progress::start("reading the description");
    let description = description::read(&spec, "it was not looked at any further")?;
    progress.say("looking for what is likely to be wrong");
    let findings = lint(&description.document, &description.api);
    let report = Report::default().value("description", spec.path.display().to_string());
    if findings.is_empty() {
        return Ok(report.say(format!("no findings in {}", spec.path.display())));
    }
    let end = if findings.len() == 1 { "finding" } else { "findings" };
    Ok(report.problems(findings, description.sources, end).found())
}
