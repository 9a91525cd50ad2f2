//! The program's commands, a file each: its command line, and what it does.

mod arguments;
mod check;
mod description;
mod diff;
mod docs;
mod explain;
mod folder;
mod generate;
mod lint;
mod openapi;
mod report;
mod revision;
mod schema;

use std::process::ExitCode;

use clap::{ArgMatches, Command};

use report::Outcome;

/// One command: what it is called and takes, and what it does.
struct Entry {
    command: fn() -> Command,
    run: fn(&ArgMatches) -> Outcome,
}

/// Every command, in the order in which `--help` has them.
const COMMANDS: &[Entry] = &[
    Entry { command: generate::command, run: generate::run },
    Entry { command: check::command, run: check::run },
    Entry { command: diff::command, run: diff::run },
    Entry { command: docs::command, run: docs::run },
    Entry { command: explain::command, run: explain::run },
    Entry { command: lint::command, run: lint::run },
    Entry { command: openapi::command, run: openapi::run },
    Entry { command: schema::command, run: schema::run },
];

/// The program's command line.
pub(crate) fn command() -> Command {
    Command::new("deskpro-codegen")
        .about("Generates a typed Rust client from a YAML description of an HTTP API")
        .version(env!("CARGO_PKG_VERSION"))
        .args(arguments::shared().map(|argument| argument.global(true)))
        .subcommands(COMMANDS.iter().map(|entry| (entry.command)()))
}

/// Does what the command line asks for and shows what came of it. Without a command it generates.
pub(crate) fn run(matches: ArgMatches) -> ExitCode {
    let outcome = match matches.subcommand() {
        None => generate::run(&matches),
        Some((name, matches)) => {
            let entry = COMMANDS.iter().find(|entry| (entry.command)().get_name() == name);
            entry.map_or_else(|| generate::run(matches), |entry| (entry.run)(matches))
        }
    };
    report::show(outcome)
}
