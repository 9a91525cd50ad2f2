//! `deskpro-codegen import`: describes the API of an OpenAPI document, and brings a description that
//! was made so up to date.

mod folder;
mod summary;

use std::fs;
use std::io;
use std::path::Path;
use std::time::Instant;

use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};
use deskpro_codegen::{Files, ImportError, ImportProblem, ImportProblemKind, import, merge};
use deskpro_spec::problem::Place;
use deskpro_spec::problem::codes::reading;
use deskpro_spec::{Problem, Sources, load};

use super::progress::Progress;
use super::report::{Failure, Outcome};
use super::{arguments, looks};
use folder::Folder;
use summary::Summary;

/// What does not come of it when something cannot be read.
const END: &str = "nothing was written";

/// What it is called and takes.
pub(crate) fn command() -> Command {
    Command::new("import")
        .about("Describes the API of an OpenAPI document: 2.0, 3.0 or 3.1, JSON or YAML")
        .long_about(
            "Describes the API of an OpenAPI document, 2.0, 3.0 or 3.1, JSON or YAML, in the folder \
             --out. Where that holds an earlier import, what changed since is merged into it, and what \
             was edited stays. What of the document is not described is listed.",
        )
        .arg(
            Arg::new("document")
                .required(true)
                .value_name("FILE")
                .value_hint(ValueHint::FilePath)
                .help("The OpenAPI document"),
        )
        .arg(arguments::out("The folder of the description").required(true))
        .arg(
            Arg::new("strict")
                .long("strict")
                .action(ArgAction::SetTrue)
                .help("Fails where something of the document is not described"),
        )
}

/// Imports, merges, and writes what came of it.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let start = Instant::now();
    let document = arguments::path(matches, "document").unwrap_or_default();
    let out = arguments::path(matches, "out").unwrap_or_default();
    let progress = Progress::start("reading the document");
    let bytes = fs::read(&document).map_err(|error| unreadable(&document, &error))?;
    let folder = Folder::open(&out)?;
    progress.say("describing what it says");
    let before = (!folder.before.is_empty()).then_some(&folder.before);
    let mut imported = import(&bytes, before).map_err(|error| refused(&document, bytes, &error))?;
    let (files, conflicts) = merge(&folder.before, &folder.edited, &imported.files);
    check(&files, &conflicts)?;
    imported.problems.splice(0..0, conflicts);
    progress.say("writing the description");
    let changes = folder.write(&files, &imported.files)?;
    drop(progress);
    let is_incomplete = !imported.problems.is_empty();
    let summary = Summary { imported, changes, document, out, start };
    let report = summary.report(looks::format(matches));
    Ok(if matches.get_flag("strict") && is_incomplete { report.found() } else { report })
}

/// Edits and a new document may contradict each other where no line does.
fn check(files: &Files, conflicts: &[ImportProblem]) -> Result<(), Failure> {
    let first = files.iter().filter(|(path, _)| *path == "api.yaml");
    let others = files.iter().filter(|(path, _)| *path != "api.yaml");
    let sources = Sources::from_files(first.chain(others));
    let Err(problems) = load(&sources) else { return Ok(()) };
    let is_conflict = |it: &&ImportProblem| it.kind == ImportProblemKind::Conflict;
    let end = match conflicts.iter().filter(is_conflict).count() {
        0 => format!("in what was edited and imported; {END}"),
        count => format!("after {count} conflicts with what was edited; {END}"),
    };
    Err(Failure::input(problems, sources, &end))
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let message = format!("cannot read {}: {error}", path.display());
    let problem = Problem::new(reading::UNREADABLE_FILE, Place::default(), message);
    Failure::input(problem.into(), Sources::default(), END)
}

fn refused(path: &Path, text: Vec<u8>, error: &ImportError) -> Failure {
    let sources = Sources::from_files([(path.display().to_string(), text)]);
    let problem = Problem::new(reading::UNREADABLE_FILE, Place::file(0), error.to_string())
        .help("expected an OpenAPI document of version 2.0, 3.0 or 3.1, in JSON or YAML");
    Failure::input(problem.into(), sources, END)
}
