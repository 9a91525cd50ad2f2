//! `deskpro-codegen diff`: what changed from one description to another, and what that means.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use deskpro_codegen::diff::{Diff, RustClass, Side, WireClass, diff, suggested};
use deskpro_codegen::{EnumPolicy, Options};
use semver::Version;

use super::arguments::{self, Format, Places};
use super::description::{options, refused};
use super::report::{Failure, Outcome, Report};
use super::revision::{self, Operand};

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
            words("format", &["text", "markdown", "github", "json"])
                .long("format")
                .value_name("FORMAT")
                .default_value("text")
                .help("How changes are shown"),
        )
}

/// Loads both sides, compares them, and shows what changed.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let places = arguments::place(matches);
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let (old, new) = operands(text("old").unwrap_or_default(), text("new"))?;
    let (old, new) = (load(&old, &places)?, load(&new, &places)?);
    let diff = diff(&old, &new, &diff_options(&places, text("enums")));
    let current = matches.get_one::<Version>("current");
    let next = current.map(|current| suggested(current, diff.rust()).to_string());
    let next = next.as_deref();
    let shown = match (matches.get_flag("changelog"), text("format")) {
        (true, _) => diff.changelog(next),
        (_, Some("markdown")) => diff.markdown(next),
        (_, Some("github")) => diff.github(next),
        (_, Some("json")) => diff.json(next),
        _ => diff.text(next),
    };
    let report = Report::default().say(shown);
    Ok(match text("fail-on") {
        Some(class) if reaches(&diff, class) => {
            report.complain(format!("error: there are changes that are {class} or graver"))
        }
        _ => report,
    })
}

/// The two sides: `OLD..NEW`, `OLD NEW`, or `OLD` and what there is now.
fn operands(old: &str, new: Option<&str>) -> Result<(Operand, Operand), Failure> {
    let sides = match (old.split_once(".."), new) {
        // A path may hold two dots too.
        (Some((old, new)), None)
            if !old.is_empty() && !std::path::Path::new(&format!("{old}..{new}")).exists() =>
        {
            (old.to_owned(), Some(if new.is_empty() { "HEAD" } else { new }))
        }
        _ => (old.to_owned(), new),
    };
    let new = sides.1.map_or(Ok(Operand::Now), Operand::read)?;
    Ok((Operand::read(&sides.0)?, new))
}

fn load(operand: &Operand, places: &Places) -> Result<Side, Failure> {
    let (sources, label) = revision::sources(operand, places)?;
    let side = Side::load(sources).map_err(|refusal| {
        let (problems, sources) = *refusal;
        refused(&problems, &sources, Format::Text)
    })?;
    Ok(side.labelled(label))
}

fn diff_options(places: &Places, enums: Option<&str>) -> Options {
    let enums = match enums {
        Some("exhaustive") => EnumPolicy::Exhaustive,
        Some("closed") => EnumPolicy::Closed,
        _ => EnumPolicy::Open,
    };
    Options { enums, ..options(places) }
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
