//! `deskpro-codegen explain DP0203`: what a problem means and how it is mended; and the same of a
//! finding, `deskpro-codegen explain DL0101`, of files that are not up to date, of a mistake with an
//! attribute, `deskpro-codegen explain unknown_field`, and of a kind of change,
//! `deskpro-codegen explain field-removed`.

use clap::{Arg, ArgAction, ArgMatches, Command};
use deskpro_codegen::{diff, mistake};
use deskpro_spec::problem::{Code, all, closest, lints, made_files};
use serde_json::{Value, json};

use super::report::{Failure, Outcome, Report};

/// What it is called and takes.
pub(crate) fn command() -> Command {
    Command::new("explain")
        .about("Explains a problem, a finding, a mistake with an attribute, or a kind of change")
        .arg(
            Arg::new("code")
                .required_unless_present("list")
                .value_name("CODE")
                .help("Such as DP0203, DL0101 or unknown_field"),
        )
        .arg(
            Arg::new("list")
                .long("list")
                .action(ArgAction::SetTrue)
                .conflicts_with("code")
                .help("All that can be explained, a line each"),
        )
}

/// Prints an explanation, or the list of all.
pub(crate) fn run(matches: &ArgMatches) -> Outcome {
    let Some(text) = matches.get_one::<String>("code") else { return Ok(list()) };
    let word = named(text);
    let code = word.parse::<Code>().ok();
    let found: Vec<_> = topics()
        .into_iter()
        .filter(|topic| topic.name == word || (code.is_some() && topic.code == code))
        .collect();
    if found.is_empty() {
        return Err(Failure::arguments(unknown(word)));
    }
    let texts: Vec<_> = found.iter().map(Topic::text).collect();
    Ok(report(&found).say(texts.join("\n\n")))
}

/// Something that can be explained.
struct Topic {
    /// Mistakes with attributes have none.
    code: Option<Code>,
    name: String,
    title: &'static str,
    explanation: &'static str,
    examples: Option<[&'static str; 2]>,
}

fn topics() -> Vec<Topic> {
    let coded = all().chain(lints()).chain(made_files()).map(|it| Topic {
        code: Some(it.code),
        name: it.name(),
        title: it.title,
        explanation: it.text,
        examples: Some([it.wrong, it.right]),
    });
    let mistakes = mistake::all().map(|kind| Topic {
        code: None,
        name: kind.name.to_owned(),
        title: kind.meaning,
        explanation: kind.explanation.trim(),
        examples: None,
    });
    let changes = diff::rules().map(|rule| Topic {
        code: None,
        name: rule.id.to_owned(),
        title: rule.title,
        explanation: rule.text,
        examples: None,
    });
    coded.chain(mistakes).chain(changes).collect()
}

impl Topic {
    /// What it is called and what it is, in a line.
    fn line(&self) -> String {
        let code = self.code.map(|code| format!("{code} ")).unwrap_or_default();
        format!("{code}{}: {}", self.name, self.title)
    }

    fn text(&self) -> String {
        let text = format!("{}\n\n{}", self.line(), self.explanation);
        let Some([wrong, right]) = self.examples else { return text };
        format!("{text}\n\nWrong:\n\n{}\n\nRight:\n\n{}", indented(wrong), indented(right))
    }

    fn json(&self) -> Value {
        let [wrong, right] = self.examples.map_or([None; 2], |examples| examples.map(Some));
        json!({
            "code": self.code.map(|code| code.to_string()),
            "name": self.name,
            "title": self.title,
            "text": self.explanation,
            "wrong": wrong,
            "right": right,
        })
    }
}

fn list() -> Report {
    let topics = topics();
    let lines: Vec<_> = topics.iter().map(Topic::line).collect();
    report(&topics).say(lines.join("\n"))
}

fn report(topics: &[Topic]) -> Report {
    Report::default().value("explanations", topics.iter().map(Topic::json).collect::<Vec<_>>())
}

/// The code within what people copy: `DP0203` of `error[DP0203]`.
fn named(text: &str) -> &str {
    let text = text.trim();
    let within = text.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
    within.map_or(text, |(code, _)| code)
}

/// What is said of a code that there is not.
fn unknown(word: &str) -> String {
    let topics = topics();
    let codes: Vec<_> =
        topics.iter().filter_map(|topic| topic.code).map(|it| it.to_string()).collect();
    let names = topics.iter().map(|topic| topic.name.as_str());
    let meant = closest(word, names.chain(codes.iter().map(String::as_str)));
    let meant =
        meant.map(|meant| format!("\n  = help: did you mean `{meant}`?")).unwrap_or_default();
    format!(
        "error: there is nothing called `{word}`{meant}\n  = help: `deskpro-codegen explain --list` shows all codes and names"
    )
}

fn indented(yaml: &str) -> String {
    yaml.trim_end().lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}
