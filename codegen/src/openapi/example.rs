//! Examples, beside what they are of.

use deskpro_spec::api::{Api, ErrorCode, Example, Operation, Resource};
use heck::ToSnakeCase;
use serde_json::{Map, Value, json};

use super::extension::Members;
use super::response::has_body;

/// The bodies that examples of an operation send.
pub(super) fn requests(api: &Api, operation: &Operation) -> Map<String, Value> {
    let sent = named(operation).filter_map(|(name, example)| {
        let body = example.request.body.clone()?;
        Some((name, shown(api, example, body).object()))
    });
    sent.collect()
}

/// The bodies that come back with this status.
pub(super) fn responses(api: &Api, operation: &Operation, status: u16) -> Map<String, Value> {
    let of_status = named(operation).filter(|(_, example)| example.response.status == status);
    let bodies = of_status.filter_map(|(name, example)| {
        let body = example.response.body.clone()?;
        Some((name, shown(api, example, body).object()))
    });
    bodies.collect()
}

/// A body for each code that a refusal with this status may have, with the message that it was seen
/// with, or what it means.
pub(super) fn refusals(status: u16, docs: &str, codes: &[&ErrorCode]) -> Map<String, Value> {
    if codes.is_empty() {
        let body = json!({ "status": status, "message": docs.trim() });
        return Map::from_iter([("any".to_owned(), json!({ "value": body }))]);
    }
    let example = |(at, code): (usize, &&ErrorCode)| {
        let message = code.message.as_deref().unwrap_or(&code.docs).trim();
        let body = json!({ "status": status, "code": code.code, "message": message });
        let name = match identifier(&code.code) {
            name if name.is_empty() => format!("code_{}", at + 1),
            name => name,
        };
        (name, json!({ "value": body }))
    };
    codes.iter().enumerate().map(example).collect()
}

/// The examples whose answers stand nowhere else: refusals, which operations share, and answers
/// without a body.
pub(super) fn others(api: &Api, operation: &Operation) -> Map<String, Value> {
    let is_shown = |example: &Example| {
        let mut success = operation.success.iter();
        let success = success.find(|it| it.status == example.response.status);
        example.response.body.is_some() && success.is_some_and(|it| has_body(operation, *it))
    };
    let others = named(operation).filter(|(_, example)| !is_shown(example));
    others.map(|(name, example)| (name, whole(api, example))).collect()
}

/// The names of the examples as they are written, where there are several.
pub(super) fn order(operation: &Operation) -> Vec<String> {
    let names: Vec<_> = named(operation).map(|(name, _)| name).collect();
    if names.len() > 1 { names } else { Vec::new() }
}

/// The examples of a whole object.
pub(super) fn of_resource(api: &Api, resource: &Resource) -> Vec<Value> {
    resource.examples.iter().map(|example| whole(api, example)).collect()
}

/// What belongs to an example beside its bodies.
fn extension(api: &Api, example: &Example) -> Members {
    let parameters = example.request.parameters.iter();
    let parameters = parameters.map(|(name, value)| (name.clone(), value.clone().into()));
    let headers = example.response.headers.iter();
    let headers = headers.map(|(name, value)| (name.clone(), value.clone().into()));
    Members::default()
        .with("parameters", parameters.collect::<Map<_, _>>())
        .with("headers", headers.collect::<Map<_, _>>())
        .with_sources(api, &example.sources)
}

fn shown(api: &Api, example: &Example, value: Value) -> Members {
    Members::default()
        .with("summary", example.title.trim())
        .with_any("value", Some(value))
        .with_extension(extension(api, example))
}

fn whole(api: &Api, example: &Example) -> Value {
    extension(api, example)
        .with("title", example.title.trim())
        .with("status", example.response.status)
        .with_any("body", example.response.body.clone())
        .object()
}

/// The examples of an operation under names made of their titles.
fn named(operation: &Operation) -> impl Iterator<Item = (String, &Example)> {
    operation.examples.iter().enumerate().map(|(at, example)| {
        let name = identifier(&example.title);
        let is_taken = |other: &Example| other.title == example.title;
        let before = operation.examples.iter().take(at);
        let name = if name.is_empty() || before.into_iter().any(is_taken) {
            format!("example_{}", at + 1)
        } else {
            name
        };
        (name, example)
    })
}

/// A text as a name: its letters and digits, words joined by `_`.
fn identifier(text: &str) -> String {
    let is_kept = |c: &char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '_');
    text.chars().filter(is_kept).collect::<String>().to_snake_case()
}
