//! `deskpro-codegen schema`: the JSON Schema of the description's format.

use clap::{ArgMatches, Command};

use super::report::{Failure, Outcome, Report};

/// What it is called and takes.
pub(crate) fn command() -> Command {
    Command::new("schema").about("Prints the JSON Schema of the description's format")
}

/// Prints the schema.
pub(crate) fn run(_: &ArgMatches) -> Outcome {
    let schema = serde_json::to_string_pretty(&deskpro_spec::json_schema());
    Ok(Report::default().say(schema.map_err(|error| Failure::new(format!("error: {error}")))?))
}
