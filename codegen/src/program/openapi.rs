//! `deskpro-codegen openapi`: writes the description as an OpenAPI document, to a file or to the
//! standard output.

use std::fs;
use std::path::Path;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
use deskpro_codegen::{OpenApiDialect, OpenApiOptions, OpenApiVersion, openapi};

use super::report::{Failure, Outcome, Report};
use super::{arguments, description};

/// What it is called and takes.
pub(crate) fn command() -> Command {
    let one_of = |name: &'static str, values: [&'static str; 2]| {
        Arg::new(name).value_parser(PossibleValuesParser::new(values)).default_value(values[0])
    };
    Command::new("openapi")
        .about(
            "Writes the description as an OpenAPI document; to standard output without --out FILE",
        )
        .arg(
            one_of("openapi", ["3.1", "3.0"])
                .long("version")
                .value_name("VERSION")
                .help("The version of OpenAPI"),
        )
        .arg(
            one_of("dialect", ["guide", "live"])
                .long("dialect")
                .value_name("DIALECT")
                .help("Which of PUT and POST creates: as described, or the other way round"),
        )
}

/// Writes the document where it changed.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let version = match text("openapi") {
        Some("3.0") => OpenApiVersion::V3_0,
        _ => OpenApiVersion::V3_1,
    };
    let dialect = match text("dialect") {
        Some("live") => OpenApiDialect::Live,
        _ => OpenApiDialect::Guide,
    };
    let api = description::read(&arguments::place(matches))?;
    let document = openapi(&api, OpenApiOptions { version, dialect });
    match text("out") {
        Some(out) => write(Path::new(out), &document),
        None => Ok(Report::default().say(document)),
    }
}

fn write(out: &Path, document: &str) -> Outcome {
    let report = Report::default();
    if fs::read(out).is_ok_and(|there| there == document.as_bytes()) {
        return Ok(report.say(format!("{} is up to date", out.display())));
    }
    fs::write(out, document).map_err(|error| Failure::cannot("write to", out, &error))?;
    Ok(report.say(format!("{} lines in {}", document.lines().count(), out.display())))
}
