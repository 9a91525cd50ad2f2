//! What is not up to date in the folders of generated files, each file as a problem with its place.

use std::path::Path;

use deskpro_codegen::Files;
use deskpro_codegen::tree::{self, Difference};
use deskpro_spec::problem::codes::made_files::{MISSING_FILE, ORPHAN_FILE, STALE_FILE};
use deskpro_spec::problem::{Code, Place};
use deskpro_spec::{Problem, Problems, Sources};
use serde_json::{Value, json};

use super::arguments::Places;
use super::report::{Failure, Report};

/// What was found in all folders so far.
#[derive(Default)]
pub(crate) struct Stale {
    said: Vec<String>,
    complaints: Vec<String>,
    problems: Problems,
    /// The files that problems are about, each with the text that is there.
    texts: Vec<(String, String)>,
    folders: Vec<Value>,
}

impl Stale {
    /// Compares a folder with what would be written there, and writes nothing.
    pub(crate) fn compare(&mut self, places: &Places, files: &Files) -> Result<(), Failure> {
        let difference = tree::compare(&places.out, files)
            .map_err(|error| Failure::cannot_read(&places.out, &error))?;
        let folder = places.out.display().to_string();
        self.folders.push(json!({
            "folder": folder,
            "files": files.len(),
            "is_fresh": difference.is_empty(),
            "mend": places.mend,
        }));
        if difference.is_empty() {
            self.said.push(format!("{} files are up to date in {folder}", files.len()));
            return Ok(());
        }
        self.complaints.push(format!(
            "{}\n\x1b[1;31merror\x1b[0m: {folder} does not match {}\n  = help: run `{}`",
            colored(&difference.render(files)),
            places.spec.path.display(),
            places.mend,
        ));
        self.add(places, files, difference);
        Ok(())
    }

    /// What the command came to.
    pub(crate) fn report(self) -> Report {
        let mut report = Report::default().value("folders", self.folders);
        for line in self.said {
            report = report.say(line);
        }
        if self.complaints.is_empty() {
            return report;
        }
        report
            .complain(self.complaints.join("\n\n"))
            .problems(self.problems, Sources::of_texts(self.texts), "")
            .found()
    }

    fn add(&mut self, places: &Places, files: &Files, difference: Difference) {
        for (path, text) in difference.changed {
            let place = first_difference(&text, files.get(&path).unwrap_or_default());
            self.push(STALE_FILE, places, &path, text, place);
        }
        for path in difference.missing {
            self.push(MISSING_FILE, places, &path, String::new(), Place::default());
        }
        for path in difference.orphans {
            self.push(ORPHAN_FILE, places, &path, String::new(), Place::default());
        }
    }

    fn push(&mut self, code: Code, places: &Places, path: &str, text: String, place: Place) {
        let file = self.texts.len() as u32;
        let name = named(&places.out, path);
        let spec = places.spec.path.display();
        let message = match code {
            STALE_FILE => format!("`{name}` is not what `{spec}` says"),
            MISSING_FILE => format!("`{name}` is missing"),
            _ => format!("nothing in `{spec}` makes `{name}`"),
        };
        let label = if place.line == 0 { "" } else { "differs from here on" };
        self.problems.push(
            Problem::new(code, Place { file, ..place }, message)
                .label(label)
                .help(format!("run `{}`", places.mend)),
        );
        self.texts.push((name, text));
    }
}

/// The path of a file as people see it, with `/`.
fn named(folder: &Path, path: &str) -> String {
    folder.join(path).to_string_lossy().replace('\\', "/")
}

/// The first line that is not as it would be written.
fn first_difference(there: &str, expected: &str) -> Place {
    let mut expected = expected.split_inclusive('\n');
    let mut start = 0;
    for line in there.split_inclusive('\n') {
        if expected.next() != Some(line) {
            return Place::of_range(there, 0, start..start + line.trim_end().len());
        }
        start += line.len();
    }
    Place::of_range(there, 0, start..start)
}

/// A diff with its lines in the usual colours.
fn colored(diff: &str) -> String {
    let paint = |line: &str| match line.get(..1) {
        _ if line.starts_with("--- ") || line.starts_with("+++ ") => {
            format!("\x1b[1m{line}\x1b[0m\n")
        }
        Some("+") => format!("\x1b[32m{line}\x1b[0m\n"),
        Some("-") => format!("\x1b[31m{line}\x1b[0m\n"),
        Some("@") => format!("\x1b[36m{line}\x1b[0m\n"),
        _ => format!("{line}\n"),
    };
    diff.lines().map(paint).collect()
}
