//! A problem as JSON.

use serde_json::{Value, json};

use crate::Sources;
use crate::problem::{Place, Problem, explain};

pub(super) fn problem(problem: &Problem, sources: &Sources) -> Value {
    let mut value = json!({
        "code": problem.code.to_string(),
        "name": explain(problem.code).map(|explanation| explanation.name()),
        "message": problem.message,
        "label": problem.label,
        "help": problem.help,
        "suggestion": problem.suggestion,
        "related": problem
            .related
            .iter()
            .map(|(place, message)| related(*place, message, sources))
            .collect::<Vec<_>>(),
    });
    locate(&mut value, problem.place, sources);
    value
}

fn related(place: Place, message: &str, sources: &Sources) -> Value {
    let mut value = json!({ "message": message });
    locate(&mut value, place, sources);
    value
}

/// Says where, with nothing for what a whole file, or nowhere, does not have.
fn locate(value: &mut Value, place: Place, sources: &Sources) {
    let name = Some(sources.name(place.file)).filter(|name| !name.is_empty());
    let within = |number: u32| Some(number).filter(|_| name.is_some() && place.line > 0);
    value["file"] = json!(name);
    value["line"] = json!(within(place.line));
    value["column"] = json!(within(place.column));
    value["start"] = json!(within(place.start));
    value["end"] = json!(within(place.end));
}
