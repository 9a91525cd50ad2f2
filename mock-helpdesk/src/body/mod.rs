//! The body of a request: decoded, and checked against what the operation takes.

mod validate;

use bytes::Bytes;
use deskpro_spec::api::{Api, Meaning, Method, Operation};
use http::{HeaderMap, header};
use serde_json::Value;

use crate::Object;
use crate::refuse::Refusal;
use validate::{Expected, Validator};

/// The greatest body that is read, in bytes.
pub(crate) const LIMIT: usize = 10 << 20;

/// The fields that a request sends; empty where the operation takes none.
pub(crate) fn read(
    api: &Api,
    operation: &Operation,
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<Object, Refusal> {
    if body.len() > LIMIT {
        return Err(Refusal::bad_request(api, format!("The body is longer than {LIMIT} bytes")));
    }
    // What a GET or DELETE without described body sends means nothing.
    if operation.body.is_none() && matches!(operation.method, Method::Get | Method::Delete) {
        return Ok(Object::new());
    }
    let sent = decode(api, operation, headers, body)?;
    let inputs = operation.body.iter().flat_map(|body| &body.fields);
    let expected: Vec<_> = inputs.map(Expected::from).collect();
    let invalid = Validator { api }.object(&expected, &sent);
    if invalid.is_empty() { Ok(sent) } else { Err(Refusal::invalid_input(api, &invalid)) }
}

fn decode(
    api: &Api,
    operation: &Operation,
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<Object, Refusal> {
    let is_action = api[operation.verb].meaning == Meaning::Action;
    if body.is_empty() && (is_action || operation.body.is_none()) {
        return Ok(Object::new());
    }
    if !body.is_empty() && !is_json(headers) {
        return Err(Refusal::bad_request(api, "The content type must be application/json"));
    }
    match serde_json::from_slice(body) {
        Ok(Value::Object(object)) => Ok(object),
        // PHP writes an empty map as `[]`, and reads it so.
        Ok(Value::Array(items)) if items.is_empty() => Ok(Object::new()),
        Ok(_) | Err(_) => Err(Refusal::invalid_json_body(api)),
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let text = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let Some(text) = text else { return false };
    let essence = text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || essence.ends_with("+json")
}
