//! The program `deskpro-codegen`; within this workspace, `cargo codegen`.

mod program;

use std::process::ExitCode;

use program::{arguments, check, docs, explain, generate, lint, openapi, schema};

fn main() -> ExitCode {
    let matches = arguments::command().get_matches();
    let outcome = match matches.subcommand() {
        Some(("check", matches)) => check::run(matches),
        Some(("docs", matches)) => docs::run(matches),
        Some(("explain", matches)) => explain::run(matches),
        Some(("lint", matches)) => lint::run(matches),
        Some(("openapi", matches)) => openapi::run(matches),
        Some(("schema", _)) => schema::run(),
        Some((_, matches)) => generate::run(&arguments::place(matches)),
        None => generate::run(&arguments::place(&matches)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            anstream::eprintln!("{}", message.trim_end());
            ExitCode::FAILURE
        }
    }
}
