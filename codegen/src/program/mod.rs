//! The program's commands, a file each: its command line, and what it does.

mod arguments;
mod check;
mod completions;
mod description;
mod diff;
mod docs;
mod explain;
mod folder;
mod generate;
mod import;
mod learn;
mod lint;
mod looks;
mod openapi;
mod progress;
mod record;
mod report;
mod revision;
mod schema;
mod stale;
mod yaml;

use std::process::ExitCode;

use clap::{ArgMatches, Command};

use report::{EXIT_CODES, Failure, Outcome};

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
    Entry { command: import::command, run: import::run },
    Entry { command: learn::command, run: learn::run },
    Entry { command: lint::command, run: lint::run },
    Entry { command: openapi::command, run: openapi::run },
    Entry { command: schema::command, run: schema::run },
    Entry { command: completions::command, run: completions::run },
];

/// The program's command line. Without a command it takes what `generate` takes.
pub(crate) fn command() -> Command {
    Command::new("deskpro-codegen")
        .about("Generates a typed Rust client from a YAML description of an HTTP API")
        .version(env!("CARGO_PKG_VERSION"))
        .after_help(EXIT_CODES)
        .subcommand_negates_reqs(true)
        .args(arguments::generate())
        .args(looks::arguments().map(|argument| argument.global(true)))
        .subcommands(COMMANDS.iter().map(|entry| (entry.command)()))
}

/// Does what the command line asks for and shows what came of it.
pub(crate) fn run(matches: &ArgMatches) -> ExitCode {
    looks::choose_colors(matches);
    let (name, own) = matches.subcommand().unwrap_or(("generate", matches));
    let entry = COMMANDS.iter().find(|entry| (entry.command)().get_name() == name);
    let run = entry.map_or(generate::run as fn(&ArgMatches) -> Outcome, |entry| entry.run);
    let outcome = match arguments::misplaced(matches) {
        Some(argument) => Err(Failure::arguments(format!(
            "error: `{argument}` stands before the command; write `{name} {argument} ...`"
        ))),
        None => run(own),
    };
    report::show(name, looks::format(own), outcome)
}
