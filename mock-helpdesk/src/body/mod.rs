//! The body of a request: decoded, and checked against what the operation takes.

mod form;
mod parts;
mod validate;

use bytes::Bytes;
use deskpro_spec::api::{Api, BodyFormat, Meaning, Method, Operation};
use http::{HeaderMap, header};
use serde_json::Value;

use crate::refuse::Refusal;
use crate::{Dialect, Object};
use validate::{Expected, Validator};

/// The greatest body that is read, in bytes.
pub(crate) const LIMIT: usize = 10 << 20;

/// What a request sends.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Sent {
    /// Its fields; empty where the operation takes none.
    pub(crate) fields: Object,
    /// The files of a form.
    pub(crate) files: Vec<File>,
}

/// A file of a form.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct File {
    /// The name of the part: `file`.
    pub(crate) part: String,
    pub(crate) name: String,
    pub(crate) content_type: String,
    pub(crate) bytes: Bytes,
}

/// What a request sends, where it is what the operation takes.
pub(crate) fn read(
    api: &Api,
    dialect: Dialect,
    operation: &Operation,
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<Sent, Refusal> {
    check_length(api, body)?;
    let means_nothing =
        matches!(operation.method, Method::Get | Method::Delete | Method::Head | Method::Options);
    // What these send without described body means nothing.
    if operation.body.is_none() && means_nothing {
        return Ok(Sent::default());
    }
    match operation.body.as_ref().map(|body| &body.format) {
        None | Some(BodyFormat::Object) => object(api, dialect, operation, headers, body),
        Some(BodyFormat::Form(files)) => form::read(api, operation, files, headers, body),
        Some(BodyFormat::Json { .. }) => {
            let fields = match json(api, dialect, headers, body)? {
                Value::Object(object) => object,
                _ => Object::new(),
            };
            Ok(Sent { fields, files: Vec::new() })
        }
        Some(BodyFormat::Raw { media_type, .. }) => {
            raw(api, media_type, headers, body).map(|()| Sent::default())
        }
    }
}

/// Any JSON that a request sends.
pub(crate) fn read_any(
    api: &Api,
    dialect: Dialect,
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<Value, Refusal> {
    check_length(api, body)?;
    json(api, dialect, headers, body)
}

fn object(
    api: &Api,
    dialect: Dialect,
    operation: &Operation,
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<Sent, Refusal> {
    let fields = decode(api, dialect, operation, headers, body)?;
    let inputs = operation.body.iter().flat_map(|body| &body.fields);
    let expected: Vec<_> = inputs.map(Expected::from).collect();
    let invalid = Validator { api }.object(&expected, &fields);
    match invalid.is_empty() {
        true => Ok(Sent { fields, files: Vec::new() }),
        false => Err(Refusal::invalid_input(api, &invalid)),
    }
}

fn decode(
    api: &Api,
    dialect: Dialect,
    operation: &Operation,
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<Object, Refusal> {
    let is_action = api[operation.verb].meaning == Meaning::Action;
    if body.is_empty() && (is_action || operation.body.is_none()) {
        return Ok(Object::new());
    }
    match json(api, dialect, headers, body)? {
        Value::Object(object) => Ok(object),
        // PHP writes an empty map as `[]`, and reads it so.
        Value::Array(items) if items.is_empty() => Ok(Object::new()),
        _ => Err(Refusal::invalid_json_body(api)),
    }
}

fn json(api: &Api, dialect: Dialect, headers: &HeaderMap, body: &Bytes) -> Result<Value, Refusal> {
    let is_json = match media_type(headers) {
        Some(media) => media == "application/json" || media.ends_with("+json"),
        // The guide demands it; the official client in PHP says nothing, and is understood.
        None => dialect == Dialect::Live,
    };
    if !body.is_empty() && !is_json {
        return Err(Refusal::bad_request(api, "The content type must be application/json"));
    }
    serde_json::from_slice(body).map_err(|_| Refusal::invalid_json_body(api))
}

fn raw(api: &Api, expected: &str, headers: &HeaderMap, body: &Bytes) -> Result<(), Refusal> {
    let essence = expected.split(';').next().unwrap_or_default().trim();
    if media_type(headers).is_none_or(|media| !media.eq_ignore_ascii_case(essence)) {
        return Err(Refusal::bad_request(api, format!("The content type must be {essence}")));
    }
    match body.is_empty() {
        true => Err(Refusal::bad_request(api, "The body is empty")),
        false => Ok(()),
    }
}

fn check_length(api: &Api, body: &Bytes) -> Result<(), Refusal> {
    match body.len() > LIMIT {
        true => Err(Refusal::bad_request(api, format!("The body is longer than {LIMIT} bytes"))),
        false => Ok(()),
    }
}

/// The media type of a body without its parameters, in lower case.
fn media_type(headers: &HeaderMap) -> Option<String> {
    let text = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    Some(text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase())
}
