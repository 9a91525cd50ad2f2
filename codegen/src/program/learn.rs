//! `deskpro-codegen learn`: turns what clients have seen into an overlay for review.

use std::fs;
use std::io;
use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};
use deskpro_codegen::{Drift, DriftError, Lesson, learn};
use deskpro_spec::problem::Place;
use deskpro_spec::problem::codes::reading;
use deskpro_spec::{Problem, Sources};
use serde_json::json;

use super::report::{Failure, Outcome, Report};
use super::{arguments, description};

/// What does not come of it when something cannot be read.
const END: &str = "nothing was learnt";

/// What it is called and takes.
pub(crate) fn command() -> Command {
    Command::new("learn")
        .about(
            "Turns what clients have seen into an overlay for review; to standard output without \
             --out FILE",
        )
        .arg(
            Arg::new("drift")
                .required(true)
                .action(ArgAction::Append)
                .num_args(1..)
                .value_name("DRIFT")
                .value_hint(ValueHint::FilePath)
                .help("What a client's `Drift` has written: drift.json, or several such files"),
        )
        .args(arguments::spec())
        .arg(arguments::out("The file to write"))
}

/// Writes the overlay, and says what leads to no change.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let paths = matches.get_many::<String>("drift").into_iter().flatten();
    let drifts = paths.map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
    let api = description::read(&arguments::spec_place(matches), END)?.api;
    let lesson = learn(&api, &drifts);
    match (lesson.overlay(), arguments::path(matches, "out")) {
        (Some(overlay), None) => Ok(Report::document(overlay)),
        (Some(overlay), Some(out)) => write(&out, overlay, &lesson),
        (None, _) => Ok(told(Report::default().say("nothing new was seen"), &lesson)),
    }
}

fn read(path: &str) -> Result<Drift, Failure> {
    let text = fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    Drift::read(&text).map_err(|error| malformed(path, text, &error))
}

fn unreadable(path: &str, error: &io::Error) -> Failure {
    let message = format!("cannot read {path}: {error}");
    let problem = Problem::new(reading::UNREADABLE_FILE, Place::default(), message);
    Failure::input(problem.into(), Sources::default(), END)
}

fn malformed(path: &str, text: String, error: &DriftError) -> Failure {
    let sources = Sources::from_files([(path, text)]);
    let message = format!("this is {error}");
    let problem = Problem::new(reading::UNREADABLE_FILE, Place::file(0), message)
        .help("expected what the client's `Drift::write_to` has written");
    Failure::input(problem.into(), sources, END)
}

fn write(out: &Path, overlay: &str, lesson: &Lesson) -> Outcome {
    let name = out.display().to_string();
    let change = match fs::read(out) {
        Ok(there) if there == overlay.as_bytes() => None,
        Ok(_) => Some("changed"),
        Err(_) => Some("new"),
    };
    let Some(change) = change else {
        let report = Report::default().value("written", json!([]));
        return Ok(told(report.say(format!("{name} is up to date")), lesson));
    };
    fs::write(out, overlay).map_err(|error| Failure::cannot_write(out, &error))?;
    let changes = match lesson.changes() {
        1 => "1 change".to_owned(),
        changes => format!("{changes} changes"),
    };
    let report = Report::default().value("written", json!([{ "path": name, "change": change }]));
    Ok(told(report.say(format!("{changes} in {name}, to be looked at")), lesson))
}

/// Adds what leads to no change.
fn told(mut report: Report, lesson: &Lesson) -> Report {
    for line in lesson.known() {
        report = report.say(format!("known by now: {line}"));
    }
    for line in lesson.unplaced() {
        report = report.say(format!("without a place: {line}"));
    }
    if lesson.left_out() > 0 {
        report = report.say(format!("the report had no room for {} more", lesson.left_out()));
    }
    report
        .value("changes", lesson.changes())
        .value("known", json!(lesson.known()))
        .value("unplaced", json!(lesson.unplaced()))
        .value("left_out", lesson.left_out())
}
