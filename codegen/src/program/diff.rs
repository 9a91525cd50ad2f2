//! `deskpro-codegen diff`: what changed from one description to another, and what that means.

use std::path::Path;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use deskpro_codegen::diff::{Diff, RustClass, Side, WireClass, diff, suggested};
use deskpro_codegen::{EnumPolicy, Options};
use semver::Version;
use serde_json::Value;

use super::arguments::Spec;
use super::progress::Progress;
use super::report::{Failure, Format, Outcome, Report};
use super::revision::{self, NOT_COMPARED, Operand};
use super::{arguments, looks};

/// What it is called and takes.
pub(crate) fn command() -> Command {
    let words = |name: &'static str, words: &[&'static str]| {
        Arg::new(name).value_parser(PossibleValuesParser::new(words.to_vec()))
    };
    Command::new("diff")
        .about("Tells what changed from one description to another, and what that means")
        .arg(
            Arg::new("old")
                .required(true)
                .value_name("OLD")
                .help("A folder, a file, a git revision, REVISION:PATH, or both sides as OLD..NEW"),
        )
        .arg(
            Arg::new("new")
                .value_name("NEW")
                .help("The same; without it, the description as it is now"),
        )
        .arg(
            words("fail-on", &["major", "minor", "patch", "breaking", "tolerated", "additive"])
                .long("fail-on")
                .value_name("CLASS")
                .help(
                    "Fails when something is of this class, for crates or on the wire, or graver",
                ),
        )
        .arg(
            words("enums", &["open", "exhaustive", "closed"])
                .long("enums")
                .value_name("POLICY")
                .default_value("open")
                .help("What the client's enums do with values that are not known"),
        )
        .arg(
            Arg::new("current")
                .long("current")
                .value_name("VERSION")
                .value_parser(|text: &str| {
                    text.parse::<Version>().map_err(|error| error.to_string())
                })
                .help("The version that the client has, to suggest the next"),
        )
        .arg(
            Arg::new("changelog")
                .long("changelog")
                .action(ArgAction::SetTrue)
                .help("Shows the section for a changelog instead"),
        )
        .arg(
            Arg::new("markdown")
                .long("markdown")
                .action(ArgAction::SetTrue)
                .conflicts_with("changelog")
                .help("Shows Markdown instead, for a pull request"),
        )
        .args(arguments::spec())
        .arg(arguments::features())
}

/// Loads both sides, compares them, and shows what changed.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let (old, new) = operands(text("old").unwrap_or_default(), text("new"))?;
    let spec = arguments::spec_place(matches);
    let progress = Progress::start("reading the old description");
    let old = load(&old, &spec)?;
    progress.say("reading the new description");
    let new = load(&new, &spec)?;
    progress.say("comparing the descriptions and their clients");
    let diff = diff(&old, &new, &options(matches));
    let current = matches.get_one::<Version>("current");
    let next = current.map(|current| suggested(current, diff.rust()).to_string());
    let report = report(matches, &diff, next.as_deref());
    Ok(match text("fail-on") {
        Some(class) if reaches(&diff, class) => {
            report.complain(format!("error: there are changes that are {class} or graver")).found()
        }
        _ => report,
    })
}

fn report(matches: &ArgMatches, diff: &Diff, next: Option<&str>) -> Report {
    if matches.get_flag("changelog") {
        return Report::document(diff.changelog(next));
    }
    if matches.get_flag("markdown") {
        return Report::document(diff.markdown(next));
    }
    let report = Report::default();
    match looks::format(matches) {
        Format::Text => report.say(diff.text(next)),
        Format::Short => report.say(diff.short(next)),
        Format::Github => report.say(diff.github(next)),
        Format::Json => match diff.json(next) {
            Value::Object(members) => {
                members.into_iter().fold(report, |report, (key, value)| report.value(&key, value))
            }
            _ => report,
        },
        Format::Sarif => Report::document(format!("{:#}\n", diff.sarif(env!("CARGO_PKG_VERSION")))),
    }
}

/// The two sides: `OLD..NEW`, `OLD NEW`, or `OLD` and what there is now.
fn operands(old: &str, new: Option<&str>) -> Result<(Operand, Operand), Failure> {
    let sides = match (old.split_once(".."), new) {
        // A path may hold two dots too.
        (Some((old, new)), None)
            if !old.is_empty() && !Path::new(&format!("{old}..{new}")).exists() =>
        {
            (old.to_owned(), Some(if new.is_empty() { "HEAD" } else { new }))
        }
        _ => (old.to_owned(), new),
    };
    let new = sides.1.map_or(Ok(Operand::Now), Operand::read)?;
    Ok((Operand::read(&sides.0)?, new))
}

fn load(operand: &Operand, spec: &Spec) -> Result<Side, Failure> {
    let (sources, label) = revision::sources(operand, spec)?;
    let side = Side::load(sources).map_err(|refusal| {
        let (problems, sources) = *refusal;
        Failure::input(problems, sources, NOT_COMPARED)
    })?;
    Ok(side.labelled(label))
}

fn options(matches: &ArgMatches) -> Options {
    let enums = match matches.get_one::<String>("enums").map(String::as_str) {
        Some("exhaustive") => EnumPolicy::Exhaustive,
        Some("closed") => EnumPolicy::Closed,
        _ => EnumPolicy::Open,
    };
    // The description of this workspace has features without a word.
    let is_own = matches.get_one::<String>("spec").is_none();
    Options { enums, features: is_own || matches.get_flag("features"), ..Options::default() }
}

/// Whether something is of this class or graver.
fn reaches(diff: &Diff, class: &str) -> bool {
    let rust = |least: RustClass| diff.rust() >= Some(least);
    let wire = |least: WireClass| diff.wire() >= Some(least);
    match class {
        "major" => rust(RustClass::Major),
        "minor" => rust(RustClass::Minor),
        "patch" => rust(RustClass::Patch),
        "breaking" => wire(WireClass::Breaking),
        "tolerated" => wire(WireClass::Tolerated),
        _ => wire(WireClass::Additive),
    }
}
