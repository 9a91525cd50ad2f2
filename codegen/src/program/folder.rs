//! The folder that a command's files belong into, written.

use std::time::Instant;

use deskpro_codegen::{Files, tree};
use serde_json::{Value, json};

use super::arguments::Places;
use super::report::{Failure, Outcome, Report};

/// Writes what changed, and says what was made.
pub(crate) fn write(places: &Places, files: &Files, start: Instant) -> Outcome {
    let written = tree::write(&places.out, files)
        .map_err(|error| Failure::cannot_write(&places.out, &error))?;
    let changed = written.changed.iter().map(|(path, _)| ("changed", path));
    let missing = written.missing.iter().map(|path| ("new", path));
    let orphans = written.orphans.iter().map(|path| ("removed", path));
    let mut report = Report::default();
    let mut changes = Vec::new();
    for (change, path) in changed.chain(missing).chain(orphans) {
        let path = places.out.join(path).display().to_string();
        report = report.say(format!("{change:>8} {path}"));
        changes.push(json!({ "path": path, "change": change }));
    }
    let folder = places.out.display().to_string();
    let (count, lines, took) = (files.len(), files.lines(), start.elapsed().as_millis());
    Ok(report
        .say(format!("{count} files with {lines} lines in {folder}, {took} ms"))
        .value("folder", folder)
        .value("files", count)
        .value("lines", lines)
        .value("written", Value::Array(changes)))
}
