//! Several requests at once.

use deskpro_spec::api::{Api, Batch, Method};
use serde_json::{Map, Value, json};

use super::error;
use super::extension::{Members, reference};
use super::operation::summary;
use super::schema::Schemas;
use super::tag;

/// The operation, where there are batches.
pub(super) fn operation(schemas: &Schemas<'_>, batch: &Batch) -> Value {
    let api = schemas.api;
    let sent = by_key(reference("schemas", &schemas.names.batch_request));
    let sent = json!({
        "type": "object",
        "required": ["requests"],
        "properties": { "requests": sent },
        "additionalProperties": false,
    });
    let answered = by_key(reference("schemas", &schemas.names.batch_response));
    let answered = json!({
        "type": "object",
        "required": ["responses"],
        "properties": { "responses": answered },
    });
    let docs = api.status(batch.success).map_or("Success.", |status| status.docs.trim());
    let success = json!({
        "description": docs,
        "content": { "application/json": { "schema": answered } },
    });
    let mut responses: Map<_, _> = error::refusals(api, batch.errors).collect();
    responses.insert(batch.success.to_string(), success);
    Members::default()
        .with("operationId", tag::BATCH)
        .with("tags", vec![tag::BATCH])
        .with("summary", summary(&batch.docs))
        .with("description", batch.docs.trim())
        .with(
            "requestBody",
            json!({ "required": true, "content": { "application/json": { "schema": sent } } }),
        )
        .with("responses", responses)
        .with_extension(Members::default().with_sources(api, &batch.sources))
        .object()
}

/// The schemas of what batches hold, by name.
pub(super) fn schemas(schemas: &Schemas<'_>) -> Map<String, Value> {
    let (api, names) = (schemas.api, schemas.names);
    if api.batch.is_none() {
        return Map::new();
    }
    Map::from_iter([
        (names.batch_request.clone(), request()),
        (names.batch_response.clone(), response(api)),
    ])
}

/// Several by key, or a list of them, as PHP writes it where the keys are places.
fn by_key(one: Value) -> Value {
    json!({
        "anyOf": [
            { "type": "object", "additionalProperties": one.clone() },
            { "type": "array", "items": one },
        ],
    })
}

fn request() -> Value {
    let methods = Method::ALL.map(Method::as_str);
    let whole = json!({
        "type": "object",
        "required": ["url"],
        "properties": {
            "method": { "type": "string", "enum": methods, "default": "GET" },
            "url": { "type": "string", "description": "Its address, from the root of the helpdesk or below the base path." },
            "payload": { "description": "What it sends." },
        },
        "additionalProperties": false,
    });
    let address = json!({ "type": "string", "description": "The address of a GET." });
    json!({ "anyOf": [address, whole] })
}

/// The answer to one request: the members of its body, and its headers with the status.
fn response(api: &Api) -> Value {
    let map =
        json!({ "anyOf": [{ "type": "object" }, { "type": "array", "maxItems": 0, "items": {} }] });
    let mut properties = Map::new();
    properties.insert(api.envelope.data.clone(), json!({}));
    properties.insert(api.envelope.meta.clone(), map.clone());
    if let Some(linked) = &api.envelope.linked {
        properties.insert(linked.clone(), map);
    }
    properties.insert(
        "headers".to_owned(),
        json!({
            "type": "object",
            "required": ["status-code"],
            "properties": { "status-code": { "type": "integer", "description": "The HTTP status." } },
        }),
    );
    json!({ "type": "object", "required": ["headers"], "properties": properties })
}
