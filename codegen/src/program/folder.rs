//! The folder that a command's files belong into: written, or only compared.

use std::time::Instant;

use deskpro_codegen::{Files, tree};

use super::arguments::Places;
use super::report::{Failure, Outcome, Report};

/// Writes what changed, and says what was made.
pub(crate) fn write(places: &Places, files: &Files, start: Instant) -> Outcome {
    let written = tree::write(&places.out, files)
        .map_err(|error| Failure::cannot("write to", &places.out, &error))?;
    let changed = written.changed.iter().map(|(path, _)| ("changed", path));
    let missing = written.missing.iter().map(|path| ("new", path));
    let orphans = written.orphans.iter().map(|path| ("removed", path));
    let mut report = Report::default();
    for (what, path) in changed.chain(missing).chain(orphans) {
        report = report.say(format!("{what:>8} {}", places.out.join(path).display()));
    }
    Ok(report.say(format!(
        "{} files with {} lines in {}, {} ms",
        files.len(),
        files.lines(),
        places.out.display(),
        start.elapsed().as_millis(),
    )))
}

/// Compares the folder with what would be written there, and writes nothing.
pub(crate) fn compare(places: &Places, files: &Files) -> Outcome {
    let difference = tree::compare(&places.out, files)
        .map_err(|error| Failure::cannot("read", &places.out, &error))?;
    let report = Report::default();
    Ok(if difference.is_empty() {
        report.say(format!("{} files are up to date in {}", files.len(), places.out.display()))
    } else {
        report.complain(format!(
            "{}\nerror: {} does not match {}\n  = help: run `{}`",
            difference.render(files),
            places.out.display(),
            places.spec.display(),
            places.mend,
        ))
    })
}
