//! Why a command could not do its work.

use std::io;
use std::path::Path;

use deskpro_spec::problem::codes::{made_files, reading};
use deskpro_spec::problem::{Code, Place};
use deskpro_spec::{Problem, Problems, Sources};

use super::{Exit, Report};

/// A command that stopped, with the report that says why.
#[derive(Debug)]
pub(crate) struct Failure(Box<Report>);

impl Failure {
    /// The command line is wrong in a way that only the command can know.
    pub(crate) fn arguments(message: impl AsRef<str>) -> Self {
        Self::new(Exit::Arguments, Report::default().complain(message))
    }

    /// What was read has problems; `end` is what came of it: "nothing was written".
    pub(crate) fn input(problems: Problems, sources: Sources, end: &str) -> Self {
        let is_lost = |problem: &Problem| {
            problem.code == reading::UNREADABLE_FILE && sources.name(problem.place.file).is_empty()
        };
        let exit = if problems.iter().any(is_lost) { Exit::Files } else { Exit::Input };
        let noun = if problems.len() == 1 { "problem" } else { "problems" };
        Self::new(exit, Report::default().problems(problems, sources, format!("{noun}; {end}")))
    }

    /// A file or folder of the output that cannot be read.
    pub(crate) fn cannot_read(path: &Path, error: &io::Error) -> Self {
        Self::cannot(made_files::UNREADABLE_OUTPUT, "read", path, error)
    }

    /// A file or folder that cannot be written to.
    pub(crate) fn cannot_write(path: &Path, error: &io::Error) -> Self {
        Self::cannot(made_files::UNWRITABLE_OUTPUT, "write to", path, error)
    }

    fn cannot(code: Code, what: &str, path: &Path, error: &io::Error) -> Self {
        let message = format!("cannot {what} {}: {error}", path.display());
        let problem = Problem::new(code, Place::default(), message);
        let report = Report::default().problems(problem.into(), Sources::default(), "");
        Self::new(Exit::Files, report)
    }

    fn new(exit: Exit, report: Report) -> Self {
        Self(Box::new(Report { exit, ..report }))
    }
}

impl From<Failure> for Report {
    fn from(failure: Failure) -> Self {
        *failure.0
    }
}
