//! What a command came to, in a form that every format can be made of.

mod exit;
mod failure;
mod show;

pub(crate) use exit::{EXIT_CODES, Exit};
pub(crate) use failure::Failure;
pub(crate) use show::{Format, show};

use deskpro_spec::{Problems, Sources};
use serde_json::{Map, Value};

/// What every command returns.
pub(crate) type Outcome = Result<Report, Failure>;

/// What a command has to say: lines for people, problems with their places, and values for other
/// programs. A format takes of these what it can show.
#[derive(Debug, Default)]
pub(crate) struct Report {
    exit: Exit,
    said: String,
    complaint: String,
    problems: Problems,
    sources: Sources,
    /// What is said after the number of problems.
    end: String,
    values: Map<String, Value>,
    is_document: bool,
}

impl Report {
    /// What was asked for is a document of its own, which every format leaves as it is.
    pub(crate) fn document(text: impl Into<String>) -> Self {
        Self { said: text.into(), is_document: true, ..Self::default() }
    }

    /// Adds a line of what was asked for, which people get on standard output.
    #[must_use]
    pub(crate) fn say(mut self, line: impl AsRef<str>) -> Self {
        push_line(&mut self.said, line.as_ref());
        self
    }

    /// Adds what people get on standard error, in the place of the problems.
    #[must_use]
    pub(crate) fn complain(mut self, text: impl AsRef<str>) -> Self {
        push_line(&mut self.complaint, text.as_ref());
        self
    }

    /// Something was found: the program fails, although it did its work.
    #[must_use]
    pub(crate) fn found(mut self) -> Self {
        self.exit = Exit::Found;
        self
    }

    /// Says what was found, each with its place. People get their number too, with `end` after it.
    #[must_use]
    pub(crate) fn problems(
        mut self,
        problems: Problems,
        sources: Sources,
        end: impl Into<String>,
    ) -> Self {
        (self.problems, self.sources, self.end) = (problems, sources, end.into());
        self
    }

    /// Adds a member of the JSON form.
    #[must_use]
    pub(crate) fn value(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.values.insert(key.to_owned(), value.into());
        self
    }
}

fn push_line(text: &mut String, line: &str) {
    text.push_str(line);
    if !line.ends_with('\n') {
        text.push('\n');
    }
}
