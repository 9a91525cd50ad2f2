//! `deskpro-codegen explain DP0203`: what a problem means and how it is mended; and the same of a
//! finding, `deskpro-codegen explain DL0101`, and of a mistake with an attribute,
//! `deskpro-codegen explain unknown_field`.

use clap::{Arg, ArgMatches, Command};
use deskpro_codegen::mistake;
use deskpro_spec::problem::{Code, all, explain, lints};

use super::report::{Failure, Outcome, Report};

/// What it is called and takes.
pub(crate) fn command() -> Command {
    Command::new("explain")
        .about("Explains a problem or a finding of a description, or a mistake with an attribute")
        .arg(
            Arg::new("code")
                .required(true)
                .value_name("CODE")
                .help("Such as DP0203, DL0101 or unknown_field"),
        )
}

/// Prints the explanation of a code, or of a kind of mistake.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let text = matches.get_one::<String>("code").map_or("", String::as_str);
    let report = Report::default();
    if let Some(kind) = mistake::explain(text) {
        let explanation = kind.explanation.trim();
        return Ok(report.say(format!("{}: {}\n\n{explanation}", kind.name, kind.meaning)));
    }
    let Some(explanation) = text.parse::<Code>().ok().and_then(explain) else {
        return Err(Failure::new(unknown(text)));
    };
    Ok(report
        .say(format!("{} {}: {}", explanation.code, explanation.name(), explanation.title))
        .say(format!("\n{}", explanation.text))
        .say(format!("\nWrong:\n\n{}", indented(explanation.wrong)))
        .say(format!("\nRight:\n\n{}", indented(explanation.right))))
}

/// What is said of a code that there is not.
fn unknown(text: &str) -> String {
    let known: Vec<_> =
        all().chain(lints()).map(|found| format!("  {} {}", found.code, found.title)).collect();
    let mistakes: Vec<_> =
        mistake::all().map(|kind| format!("  {}: {}", kind.name, kind.meaning)).collect();
    format!(
        "error: there is no problem `{text}`; there are\n{}\nand with attributes\n{}",
        known.join("\n"),
        mistakes.join("\n")
    )
}

fn indented(yaml: &str) -> String {
    yaml.trim_end().lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}
