//! Problems as a log in SARIF 2.1.0, the Static Analysis Results Interchange Format.

mod location;
mod rule;

use serde_json::{Value, json};

use super::{level, message};
use crate::Sources;
use crate::problem::{Code, Place, Problem, Problems};
use location::{artifact, physical, region};
use rule::rule;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The program that a log is of.
#[derive(Debug, Clone, Copy)]
pub struct Tool<'a> {
    /// Its name: `deskpro-codegen`.
    pub name: &'a str,
    /// Its semantic version.
    pub version: &'a str,
}

/// The log of one run.
pub(super) fn log(problems: &Problems, sources: &Sources, tool: Tool<'_>) -> Value {
    let (placed, lost): (Vec<_>, Vec<_>) =
        problems.iter().partition(|problem| is_placed(problem, sources));
    let (rules, failures) = (codes(&placed), codes(&lost));
    let results: Vec<_> = placed.iter().map(|it| result(it, &rules, sources)).collect();
    let notifications: Vec<_> = lost.iter().map(|it| notification(it, &failures)).collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": tool.name,
                "semanticVersion": tool.version,
                "rules": rules.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
                "notifications": failures.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
            } },
            "invocations": [{
                "executionSuccessful": notifications.is_empty(),
                "toolExecutionNotifications": notifications,
            }],
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn is_placed(problem: &Problem, sources: &Sources) -> bool {
    !sources.name(problem.place.file).is_empty()
}

/// Each code once, by number.
fn codes(problems: &[&Problem]) -> Vec<Code> {
    let mut codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn result(problem: &Problem, rules: &[Code], sources: &Sources) -> Value {
    let mut result = json!({
        "ruleId": problem.code.to_string(),
        "ruleIndex": rules.binary_search(&problem.code).unwrap_or_default(),
        "level": level(problem),
        "message": { "text": message(problem) },
        "locations": [{ "physicalLocation": physical(problem.place, sources) }],
    });
    if !problem.related.is_empty() {
        let places = problem.related.iter().enumerate();
        result["relatedLocations"] =
            places.map(|(index, (place, text))| related(index, *place, text, sources)).collect();
    }
    if let Some(fix) = fix(problem, sources) {
        result["fixes"] = json!([fix]);
    }
    result
}

fn related(index: usize, place: Place, text: &str, sources: &Sources) -> Value {
    json!({
        "id": index + 1,
        "message": { "text": super::line(text) },
        "physicalLocation": physical(place, sources),
    })
}

/// What to write instead; only where something stands that it takes the place of.
fn fix(problem: &Problem, sources: &Sources) -> Option<Value> {
    let suggestion = problem.suggestion.as_deref()?;
    let range = problem.place.start as usize..problem.place.end as usize;
    sources.text(problem.place.file).get(range).filter(|text| !text.is_empty())?;
    Some(json!({
        "description": { "text": format!("Write `{}` instead.", super::line(suggestion)) },
        "artifactChanges": [{
            "artifactLocation": artifact(sources.name(problem.place.file)),
            "replacements": [{
                "deletedRegion": region(problem.place, sources),
                "insertedContent": { "text": suggestion },
            }],
        }],
    }))
}

fn notification(problem: &Problem, failures: &[Code]) -> Value {
    json!({
        "descriptor": {
            "id": problem.code.to_string(),
            "index": failures.binary_search(&problem.code).unwrap_or_default(),
        },
        "level": "error",
        "message": { "text": message(problem) },
    })
}

#[cfg(test)]
mod tests;
