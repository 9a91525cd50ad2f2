//! What operations answer with.

use deskpro_spec::api::{Method, Operation, Payload, Shape, Success};
use serde_json::{Map, Value, json};

use super::envelope;
use super::error;
use super::example;
use super::extension::{Members, reference};
use super::schema::Schemas;

const JSON: &str = "application/json";
/// Which media type a file has is not described.
const ANY: &str = "*/*";
const TEXT: &str = "text/*";

/// The query parameter that picks a page: what takes it comes in pages.
const PAGE: &str = "page";

/// The responses of an operation by status.
pub(super) fn responses(schemas: &Schemas<'_>, operation: &Operation) -> Map<String, Value> {
    let refusals = error::refusals(schemas.api, operation.errors);
    let success = operation.success.iter();
    let success = success.map(|it| (it.status.to_string(), response(schemas, operation, *it)));
    refusals.chain(success).collect()
}

/// Whether a response with this status has a body that the document describes.
pub(super) fn has_body(operation: &Operation, success: Success) -> bool {
    // What answers these is their headers.
    let is_head = matches!(operation.method, Method::Head | Method::Options);
    success.shape != Shape::Empty && operation.returns != Payload::Nothing && !is_head
}

fn response(schemas: &Schemas<'_>, operation: &Operation, success: Success) -> Value {
    let status = schemas.api.status(success.status);
    let docs = status.map_or("Success.", |status| status.docs.trim());
    let docs = match success.shape {
        Shape::Created => format!("{docs} The body may be empty."),
        _ => docs.to_owned(),
    };
    let location = json!({
        "Location": {
            "description": "Where the resource is.",
            "schema": { "type": "string", "format": "uri-reference" },
        },
    });
    let content = has_body(operation, success).then(|| content(schemas, operation, success));
    Members::default()
        .with("description", docs)
        .with("headers", operation.location.then_some(location))
        .with("content", content)
        .object()
}

fn content(schemas: &Schemas<'_>, operation: &Operation, success: Success) -> Value {
    let (media_type, schema) = match operation.returns {
        Payload::Text => (TEXT, json!({ "type": "string" })),
        Payload::Bytes => (ANY, schemas.bytes()),
        returns => (JSON, json_body(schemas, operation, success, returns)),
    };
    let examples = example::responses(schemas.api, operation, success.status);
    let content = Members::default().with_any("schema", Some(schema)).with("examples", examples);
    json!({ media_type: content.object() })
}

fn json_body(
    schemas: &Schemas<'_>,
    operation: &Operation,
    success: Success,
    returns: Payload,
) -> Value {
    let one = match returns {
        Payload::Resource(id) => reference("schemas", schemas.names.resource(id)),
        Payload::Type(id) => reference("schemas", schemas.names.ty(id)),
        Payload::Json | Payload::Text | Payload::Bytes | Payload::Nothing => json!({}),
    };
    let is_paged = operation.query.iter().any(|parameter| parameter.name == PAGE);
    match success.shape {
        Shape::Page => {
            let list = json!({ "type": "array", "items": one });
            envelope::around(schemas, operation, list, is_paged)
        }
        Shape::One | Shape::Created => envelope::around(schemas, operation, one, false),
        Shape::Bare | Shape::Empty => one,
    }
}
