//! `deskpro-codegen check`: fails when the client is not what the description says; in this
//! workspace also when the reference is not.

use clap::ArgMatches;

use super::{arguments, compare, docs, make};

/// Compares what there is with what would be written, and writes nothing.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), String> {
    let places = arguments::place(matches);
    let client = compare(&places, &make(&places)?);
    if !places.is_own {
        return client;
    }
    let reference = docs::check(matches);
    match (client, reference) {
        (Err(client), Err(reference)) => Err(format!("{client}\n\n{reference}")),
        (client, reference) => client.and(reference),
    }
}
