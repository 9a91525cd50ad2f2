//! What a command came to: what it says to people, and the program's exit code.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// What every command returns.
pub(crate) type Outcome = Result<Report, Failure>;

/// What a command has to say that did its work, whether or not it found something.
#[derive(Debug, Default)]
pub(crate) struct Report {
    said: String,
    complaint: String,
    has_found: bool,
}

impl Report {
    /// Adds a line of what was asked for, which goes to standard output.
    #[must_use]
    pub(crate) fn say(mut self, line: impl AsRef<str>) -> Self {
        push_line(&mut self.said, line.as_ref());
        self
    }

    /// Adds what was found and should not be there, which goes to standard error; the program fails.
    #[must_use]
    pub(crate) fn complain(mut self, text: impl AsRef<str>) -> Self {
        push_line(&mut self.complaint, text.as_ref());
        self.has_found = true;
        self
    }

    /// Adds what another part of the same command came to.
    #[must_use]
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.said.push_str(&other.said);
        if !self.complaint.is_empty() && !other.complaint.is_empty() {
            self.complaint.push('\n');
        }
        self.complaint.push_str(&other.complaint);
        self.has_found |= other.has_found;
        self
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) struct Failure {
    message: String,
}

impl Failure {
    /// What was given cannot be used; the message says all of it.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }

    /// A file or folder that cannot be read or written: `cannot("write to", path, &error)`.
    pub(crate) fn cannot(what: &str, path: &Path, error: &std::io::Error) -> Self {
        Self::new(format!("error: cannot {what} {}: {error}", path.display()))
    }
}

/// Shows what a command came to.
pub(crate) fn show(outcome: Outcome) -> ExitCode {
    let (said, complaint, code) = match outcome {
        Ok(report) => {
            let code = if report.has_found { ExitCode::FAILURE } else { ExitCode::SUCCESS };
            (report.said, report.complaint, code)
        }
        Err(failure) => (String::new(), failure.message, ExitCode::FAILURE),
    };
    // Who reads no further, or not at all, has what they want.
    let _ = anstream::stdout().lock().write_all(said.as_bytes());
    if !complaint.is_empty() {
        let _ = writeln!(anstream::stderr().lock(), "{}", complaint.trim_end());
    }
    code
}

fn push_line(text: &mut String, line: &str) {
    text.push_str(line);
    if !line.ends_with('\n') {
        text.push('\n');
    }
}
