//! The exit codes of the program.

use std::process::ExitCode;

/// Why the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Exit {
    /// It did what was asked for, and there is nothing to object to.
    #[default]
    Done = 0,
    /// It did its work and found something.
    Found = 1,
    /// The command line is wrong; clap ends with the same code.
    Arguments = 2,
    /// What it was given to read has problems.
    Input = 3,
    /// A file or folder cannot be read or written.
    Files = 4,
}

/// What `--help` says of them.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  done, and nothing was found
  1  something was found: files that are not up to date, findings, changes that matter
  2  the command line is wrong
  3  the description, or whatever else was read, has problems
  4  a file or folder cannot be read or written";

impl Exit {
    /// The word for it in the JSON form.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Found => "found",
            Self::Arguments => "arguments",
            Self::Input => "input",
            Self::Files => "files",
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
