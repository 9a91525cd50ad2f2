//! Refusals: what their bodies hold, and a response for every status of a set of refusals.

use std::collections::BTreeMap;

use deskpro_spec::api::{Api, ErrorCode, ErrorSet, ErrorSetId, ErrorSetName, RetryClass};
use serde_json::{Map, Value, json};

use super::extension::{Members, reference};
use super::schema::Schemas;

/// The schemas of what refusals say, by name.
pub(super) fn schemas(schemas: &Schemas<'_>) -> Map<String, Value> {
    let names = schemas.names;
    let tree = reference("schemas", &names.error_tree);
    let error = json!({
        "type": "object",
        "description": "Why a request was refused.",
        "required": ["status", "message"],
        "properties": {
            "status": { "type": "integer", "description": "The HTTP status, once more." },
            "code": schemas.saying(
                schemas.or_null(json!({ "type": "string" })),
                Members::default().with("description", "Which refusal it is; others may come."),
            ),
            "message": { "type": "string", "description": "The same for people." },
            "errors": schemas.saying(
                schemas.or_null(tree.clone()),
                Members::default().with("description", "What is wrong with which input."),
            ),
        },
    });
    let tree = json!({
        "type": "object",
        "description": "What is wrong with an input, and with the inputs within it.",
        "properties": {
            "errors": {
                "type": "array",
                "items": reference("schemas", &names.validation_error),
            },
            "fields": { "type": "object", "additionalProperties": tree },
        },
    });
    Map::from_iter([
        (names.error.clone(), error),
        (names.error_tree.clone(), tree),
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
    let mut docs = described.map_or_else(|| format!("Status {status}."), |it| it.docs.clone());
    if !codes.is_empty() {
        docs = format!("{}\n\nKnown codes; others may come:\n", docs.trim());
    }
    for code in codes {
        docs.push_str(&format!("\n- `{}`: {}", code.code, code.docs.trim()));
    }
    let known: Vec<_> = codes.iter().map(|code| code.code.as_str()).collect();
    let error = reference("schemas", &schemas.names.error);
    let schema = match known.is_empty() {
        true => error,
        false => {
            let code = schemas.or_null(json!({ "type": "string" }));
            let says = Members::default().with("x-extensible-enum", known);
            let code = schemas.saying(code, says);
            let narrowed = json!({ "type": "object", "properties": { "code": code } });
            json!({ "allOf": [error, narrowed] })
        }
    };
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
        .with("description", docs.trim())
        .with("headers", waits.then_some(retry_after))
        .with("content", json!({ "application/json": { "schema": schema } }))
        .object()
}

fn validation_error(api: &Api) -> Value {
    let mut docs = "What is wrong. Known codes; others may come:\n".to_owned();
    for code in &api.validation_codes {
        docs.push_str(&format!("\n- `{}`: {}", code.code, code.docs.trim()));
    }
    let known: Vec<_> = api.validation_codes.iter().map(|code| code.code.as_str()).collect();
    let docs = if known.is_empty() { "What is wrong." } else { &docs };
    let code = Members::default()
        .with("type", "string")
        .with("description", docs)
        .with("x-extensible-enum", known)
        .object();
    json!({
        "type": "object",
        "required": ["code"],
        "properties": {
            "code": code,
            "message": { "type": "string", "description": "The same for people." },
        },
    })
}
