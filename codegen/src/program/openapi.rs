//! `deskpro-codegen openapi`: writes the description as an OpenAPI document, to a file or to the
//! standard output.

use std::fs;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use deskpro_codegen::{OpenApiDialect, OpenApiOptions, OpenApiVersion, openapi};
use serde_json::json;

use super::progress::Progress;
use super::report::{Failure, Outcome, Report};
use super::{arguments, description, yaml};

/// What it is called and takes.
pub(crate) fn command() -> Command {
    let one_of = |name: &'static str, values: [&'static str; 2]| {
        Arg::new(name).value_parser(PossibleValuesParser::new(values)).default_value(values[0])
    };
    Command::new("openapi")
        .about(
            "Writes the description as an OpenAPI document; to standard output without --out FILE",
        )
        .args(arguments::spec())
        .arg(arguments::out("The file to write; one that ends with .yaml or .yml is YAML"))
        .arg(
            Arg::new("yaml")
                .long("yaml")
                .action(ArgAction::SetTrue)
                .help("Writes YAML in the place of JSON"),
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
    let out = arguments::path(matches, "out");
    let progress = Progress::start("reading the description");
    let api = description::read(&arguments::spec_place(matches), "nothing was written")?.api;
    progress.say("making the document");
    let document = openapi(&api, OpenApiOptions { version, dialect });
    let is_yaml = |out: &PathBuf| out.extension().is_some_and(|it| it == "yaml" || it == "yml");
    let document = match matches.get_flag("yaml") || out.as_ref().is_some_and(is_yaml) {
        // What is no JSON, which cannot be, stays as it is.
        true => serde_json::from_str(&document).map_or(document, |value| yaml::write(&value)),
        false => document,
    };
    match out {
        Some(out) => write(&out, &document),
        None => Ok(Report::document(document)),
    }
}

fn write(out: &Path, document: &str) -> Outcome {
    let (name, lines) = (out.display().to_string(), document.lines().count());
    let change = match fs::read(out) {
        Ok(there) if there == document.as_bytes() => "unchanged",
        Ok(_) => "changed",
        Err(_) => "new",
    };
    let report = Report::default()
        .value("lines", lines)
        .value("written", json!([{ "path": name, "change": change }]));
    if change == "unchanged" {
        return Ok(report.value("written", json!([])).say(format!("{name} is up to date")));
    }
    fs::write(out, document).map_err(|error| Failure::cannot_write(out, &error))?;
    Ok(report.say(format!("{lines} lines in {name}")))
}
