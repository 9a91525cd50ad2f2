//! A report in the format that was asked for.

use std::io::{self, Write};
use std::process::ExitCode;

use deskpro_spec::problem::Tool;
use serde_json::{Value, json};

use super::{Exit, Outcome, Report};

const TOOL: Tool<'_> = Tool { name: "deskpro-codegen", version: env!("CARGO_PKG_VERSION") };

/// How a report is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Format {
    #[default]
    Text,
    Short,
    Github,
    Json,
    Sarif,
}

/// What goes to standard output, and what to standard error.
struct Streams {
    out: String,
    err: String,
}

/// Shows what a command came to.
///
/// People find what went wrong on standard error. What other programs read is on standard output,
/// whatever came of it, so that it can be written to a file.
pub(crate) fn show(command: &str, format: Format, outcome: Outcome) -> ExitCode {
    let report = outcome.unwrap_or_else(Report::from);
    let streams = report.streams(command, format);
    // Who reads no further has what they want.
    match anstream::stdout().lock().write_all(streams.out.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let _ = writeln!(anstream::stderr(), "error: cannot write to standard output: {error}");
            return Exit::Files.into();
        }
        _ => {}
    }
    let _ = anstream::stderr().lock().write_all(streams.err.as_bytes());
    report.exit.into()
}

impl Report {
    fn streams(&self, command: &str, format: Format) -> Streams {
        let out = |out: String| Streams { out, err: String::new() };
        match format {
            // As clap does, whatever the format.
            _ if self.exit == Exit::Arguments => {
                Streams { err: self.for_people(), ..out(String::new()) }
            }
            _ if self.is_document => out(self.said.clone()),
            Format::Text => Streams { out: self.said.clone(), err: self.for_people() },
            Format::Short => {
                Streams { out: self.said.clone(), err: self.problems.short(&self.sources) }
            }
            Format::Github => out(format!("{}{}", self.said, self.problems.github(&self.sources))),
            Format::Json => out(format!("{:#}\n", self.json(command))),
            Format::Sarif => out(format!("{:#}\n", self.problems.sarif(&self.sources, TOOL))),
        }
    }

    /// What people get on standard error: the complaint, or else the problems.
    fn for_people(&self) -> String {
        if !self.complaint.is_empty() || self.problems.is_empty() {
            return self.complaint.clone();
        }
        let problems = self.problems.terminal(&self.sources, true);
        match self.end.as_str() {
            "" => problems,
            end => format!("{problems}\n{} {end}\n", self.problems.len()),
        }
    }

    fn json(&self, command: &str) -> Value {
        let mut values = self.values.clone();
        values.insert("command".to_owned(), json!(command));
        values.insert("exit".to_owned(), json!(self.exit as u8));
        values.insert("outcome".to_owned(), json!(self.exit.word()));
        values.insert("problems".to_owned(), self.problems.json_values(&self.sources).into());
        Value::Object(values)
    }
}
