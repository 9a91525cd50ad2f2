//! Refusals: what their bodies hold, and a response for every status of a set of refusals.

use std::collections::BTreeMap;

use deskpro_spec::api::{Api, ErrorCode, ErrorSet, ErrorSetId, ErrorSetName, RetryClass};
use serde_json::{Map, Value, json};

use super::example;
use super::extension::{Members, reference};
use super::open_set;
use super::schema::Schemas;

/// The schemas of what refusals say, by name.
pub(super) fn schemas(schemas: &Schemas<'_>) -> Map<String, Value> {
    let names = schemas.names;
    Map::from_iter([
        (names.error.clone(), error(schemas)),
        (names.error_tree.clone(), error_tree(schemas)),
        (names.validation_error.clone(), validation_error(schemas.api)),
    ])
}

/// A response for every status of every set of refusals, by name.
pub(super) fn responses(schemas: &Schemas<'_>) -> Map<String, Value> {
    let api = schemas.api;
    let sets = api.error_set_ids().map(|id| &api[id]);
    let all = sets.flat_map(|set| {
        let statuses = by_status(api, set).into_iter();
        statuses.map(|(status, codes)| (name(set, status), response(schemas, status, &codes)))
    });
    all.collect()
}

/// The refusals of an operation as references, by status.
pub(super) fn refusals(api: &Api, set: ErrorSetId) -> impl Iterator<Item = (String, Value)> {
    let set = &api[set];
    let statuses = by_status(api, set).into_keys();
    statuses.map(|status| (status.to_string(), reference("responses", &name(set, status))))
}

fn by_status<'a>(api: &'a Api, set: &ErrorSet) -> BTreeMap<u16, Vec<&'a ErrorCode>> {
    let mut statuses: BTreeMap<u16, Vec<&ErrorCode>> = BTreeMap::new();
    for outcome in &set.outcomes {
        let codes = statuses.entry(outcome.status).or_default();
        codes.extend(outcome.code.map(|code| &api[code]));
    }
    statuses
}

fn name(set: &ErrorSet, status: u16) -> String {
    match &set.name {
        ErrorSetName::Declared(name) => format!("{name}.{status}"),
        ErrorSetName::Operation(resource, operation) => format!("{resource}.{operation}.{status}"),
    }
}

fn response(schemas: &Schemas<'_>, status: u16, codes: &[&ErrorCode]) -> Value {
    let described = schemas.api.status(status);
    let docs = described.map_or_else(|| format!("Status {status}."), |it| it.docs.clone());
    let known = codes.iter().map(|code| (code.code.as_str(), code.docs.as_str()));
    let is_limit = |retry: RetryClass| retry == RetryClass::RateLimit;
    let waits = described.is_some_and(|it| is_limit(it.retry))
        || codes.iter().any(|code| code.retry.is_some_and(is_limit));
    let retry_after = json!({
        "Retry-After": {
            "description": "How long to wait, where it is said: seconds, or a date.",
            "schema": { "type": "string" },
        },
    });
    Members::default()
        .with("description", open_set::documented(&docs, "codes", known))
        .with("headers", waits.then_some(retry_after))
        .with("content", json!({ "application/json": content(schemas, status, &docs, codes) }))
        .object()
}

fn content(schemas: &Schemas<'_>, status: u16, docs: &str, codes: &[&ErrorCode]) -> Value {
    Members::default()
        .with_any("schema", Some(with_codes(schemas, codes)))
        .with("examples", example::refusals(status, docs, codes))
        .object()
}

/// The error whose code is one of these, as far as is known.
fn with_codes(schemas: &Schemas<'_>, codes: &[&ErrorCode]) -> Value {
    let error = reference("schemas", &schemas.names.error);
    if codes.is_empty() {
        return error;
    }
    let known = codes.iter().map(|code| (code.code.as_str(), code.docs.as_str()));
    let says = open_set::known(Members::default(), "Which refusal it is.", "codes", known);
    let code = schemas.saying(schemas.or_null(json!({ "type": "string" })), says);
    json!({ "allOf": [error, { "type": "object", "properties": { "code": code } }] })
}

fn error(schemas: &Schemas<'_>) -> Value {
    let saying = |schema: Value, docs: &str| {
        schemas.saying(schema, Members::default().with("description", docs))
    };
    let code = schemas.or_null(json!({ "type": "string" }));
    let tree = schemas.or_null(reference("schemas", &schemas.names.error_tree));
    json!({
        "type": "object",
        "description": "Why a request was refused.",
        "required": ["status", "message"],
        "properties": {
            "status": { "type": "integer", "description": "The HTTP status, once more." },
            "code": saying(code, "Which refusal it is."),
            "message": { "type": "string", "description": "The same for people." },
            "errors": saying(tree, "What is wrong with which input."),
        },
    })
}

fn error_tree(schemas: &Schemas<'_>) -> Value {
    let tree = reference("schemas", &schemas.names.error_tree);
    let error = reference("schemas", &schemas.names.validation_error);
    json!({
        "type": "object",
        "description": "What is wrong with an input, and with the inputs within it.",
        "properties": {
            "errors": { "type": "array", "items": error },
            "fields": { "type": "object", "additionalProperties": tree },
        },
    })
}

fn validation_error(api: &Api) -> Value {
    let codes = api.validation_codes.iter();
    let known = codes.map(|code| (code.code.as_str(), code.docs.as_str()));
    let says = Members::default().with("type", "string");
    let code = open_set::known(says, "What is wrong.", "codes", known);
    json!({
        "type": "object",
        "required": ["code"],
        "properties": {
            "code": code.object(),
            "message": { "type": "string", "description": "The same for people." },
        },
    })
}
