//! `deskpro-codegen check`: fails when the client is not what the description says; in this
//! workspace also when the reference is not.

use clap::{ArgMatches, Command};

use super::report::Outcome;
use super::{arguments, docs, folder, generate};

/// What it is called and takes.
pub(crate) fn command() -> Command {
    Command::new("check")
        .about("Fails, with a diff, when the client is not what the description says")
}

/// Compares what there is with what would be written, and writes nothing.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let places = arguments::place(matches);
    let client = folder::compare(&places, &generate::make(&places)?)?;
    if places.is_own { Ok(client.and(docs::check(matches)?)) } else { Ok(client) }
}
