//! What an import came to, for people and for programs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use deskpro_codegen::{ImportProblem, ImportProblemKind, Imported};
use serde_json::{Value, json};

use super::folder::Change;
use crate::program::report::{Format, Report};

/// How many problems of a kind people are shown.
const SHOWN: usize = 3;

/// What was done.
pub(super) struct Summary {
    pub(super) imported: Imported,
    pub(super) changes: Vec<Change>,
    pub(super) document: PathBuf,
    pub(super) out: PathBuf,
    pub(super) start: Instant,
}

impl Summary {
    /// Says what was written, and what of the document was not.
    pub(super) fn report(&self, format: Format) -> Report {
        let report = self.values(Report::default());
        let problems = &self.imported.problems;
        match format {
            Format::Text => by_kind(self.counts(report), problems),
            Format::Short => problems.iter().fold(report, |report, it| report.say(it.to_string())),
            Format::Github => {
                let lines = problems.iter().map(|it| github(&self.document, it));
                lines.fold(report, |report, line| report.say(line))
            }
            Format::Json | Format::Sarif => report,
        }
    }

    fn counts(&self, report: Report) -> Report {
        let report = self.changes.iter().fold(report, |report, (what, path)| {
            report.say(format!("{what:>8} {}", path.display()))
        });
        report.say(format!(
            "{}, {}, {} in {}, {} lines, {} ms",
            counted(self.imported.operations, "operation"),
            counted(self.imported.resources, "resource"),
            counted(self.imported.types, "type"),
            self.out.display(),
            self.imported.files.lines(),
            self.start.elapsed().as_millis(),
        ))
    }

    /// The members of the JSON form.
    fn values(&self, report: Report) -> Report {
        let imported = &self.imported;
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        for problem in &imported.problems {
            *kinds.entry(problem.kind.as_str()).or_default() += 1;
        }
        let written = self
            .changes
            .iter()
            .map(|(change, path)| json!({ "path": path.to_string_lossy(), "change": change }));
        let problems = imported.problems.iter().map(ImportProblem::json);
        report
            .value("operations", imported.operations)
            .value("resources", imported.resources)
            .value("types", imported.types)
            .value("lines", imported.files.lines())
            .value("written", written.collect::<Vec<Value>>())
            .value("kinds", json!(kinds))
            .value("not_described", problems.collect::<Vec<Value>>())
    }
}

/// Problems by kind, the first of each.
fn by_kind(report: Report, problems: &[ImportProblem]) -> Report {
    if problems.is_empty() {
        return report.say("Everything that the document says is described.");
    }
    let mut kinds: BTreeMap<ImportProblemKind, Vec<&ImportProblem>> = BTreeMap::new();
    for problem in problems {
        kinds.entry(problem.kind).or_default().push(problem);
    }
    let head = format!("{} with the document:", counted(problems.len(), "problem"));
    let mut report = report.say("").say(head);
    for (kind, problems) in kinds {
        report = report.say(format!("{:>8} {}", problems.len(), kind.as_str()));
        // What was edited has to be looked at.
        let shown = if kind == ImportProblemKind::Conflict { problems.len() } else { SHOWN };
        for problem in problems.iter().take(shown) {
            let line = format!("{}: {}; {}", problem.pointer, problem.what, problem.instead);
            report = report.say(format!("{:>8} {}", "", line.trim_start_matches(": ")));
        }
    }
    report.say("`--format short` shows all of them, `--format json` for programs.")
}

/// A line that GitHub shows beside the document.
fn github(document: &Path, problem: &ImportProblem) -> String {
    let text = problem.to_string().replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D");
    let file = document.display().to_string();
    let file = file.replace('%', "%25").replace(',', "%2C").replace(':', "%3A");
    format!("::warning file={file},title={}::{text}", problem.kind.as_str())
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
