//! Generators that are programs of others, found by their names.

use std::ffi::OsStr;
use std::io;
use std::process::{Command, Stdio};

use crate::cost::{self, Cost};

/// A program, and how it is installed.
pub(super) struct Program {
    pub(super) name: &'static str,
    pub(super) install: &'static str,
}

impl Program {
    /// The first line that it says when it is asked for its version.
    pub(super) fn version(&self, argument: &str) -> io::Result<String> {
        let output = Command::new(self.name).arg(argument).output();
        let output = output.map_err(|error| self.explain(error))?;
        let text = String::from_utf8_lossy(&output.stdout);
        match text.lines().next() {
            Some(line) if output.status.success() => Ok(line.trim().to_owned()),
            _ => Err(io::Error::other(format!("{} says no version", self.name))),
        }
    }

    /// Runs it and measures it. What it says on its way is not shown, unless it fails.
    pub(super) fn run<'a>(
        &self,
        arguments: impl IntoIterator<Item = &'a OsStr>,
    ) -> io::Result<Cost> {
        let mut command = Command::new(self.name);
        command.args(arguments).stdout(Stdio::null());
        cost::measure(&mut command).map_err(|error| self.explain(error))
    }

    fn explain(&self, error: io::Error) -> io::Error {
        if error.kind() != io::ErrorKind::NotFound {
            return error;
        }
        let Self { name, install } = self;
        let message = format!("{name} is not installed, or not on PATH; run `{install}`");
        io::Error::new(io::ErrorKind::NotFound, message)
    }
}
