//! A problem as JSON.

use serde_json::{Value, json};

use crate::Sources;
use crate::problem::{Place, Problem, explain};

pub(super) fn problem(problem: &Problem, sources: &Sources) -> Value {
    let place = problem.place;
    json!({
        "code": problem.code.to_string(),
        "name": explain(problem.code).map(|explanation| explanation.name()),
        "file": sources.name(place.file),
        "line": place.line,
        "column": place.column,
        "start": place.start,
        "end": place.end,
        "message": problem.message,
        "label": problem.label,
        "help": problem.help,
        "suggestion": problem.suggestion,
        "related": problem
            .related
            .iter()
            .map(|(place, message)| related(*place, message, sources))
            .collect::<Vec<_>>(),
    })
}

fn related(place: Place, message: &str, sources: &Sources) -> Value {
    json!({
        "file": sources.name(place.file),
        "line": place.line,
        "column": place.column,
        "start": place.start,
        "end": place.end,
        "message": message,
    })
}
