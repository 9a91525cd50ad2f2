//! `deskpro-codegen schema`: the JSON Schema of the description's format.

use clap::{ArgMatches, Command};

use super::report::{Outcome, Report};

/// What it is called and takes.
pub(crate) fn command() -> Command {
    Command::new("schema").about("Prints the JSON Schema of the description's format")
}

/// Prints the schema.
pub(crate) fn run(_: &ArgMatches) -> Outcome {
    Ok(Report::document(format!("{:#}\n", deskpro_spec::json_schema())))
}
