//! What is no JSON: the file that was uploaded, the example of the operation, or else a little of
//! what its path promises.

use bytes::Bytes;
use deskpro_spec::api::{Payload, Segment};
use http::header;
use serde_json::Value;

use super::Call;
use crate::body::File;
use crate::fields;
use crate::outcome::Content;
use crate::store::Store;
use crate::subject::Missing;

/// Bytes that are no text in any encoding, so that nobody takes them for one.
const BYTES: &[u8] = b"\xFF\x00\xFE bytes";

/// What comes back with this status.
pub(super) fn content(call: &Call<'_>, store: &Store, status: u16) -> Result<Content, Missing> {
    let item = call.subject.item.filter(|_| call.operation.returns == Payload::Bytes);
    let file = item.and_then(|id| store.files().get(call.subject.resource, id));
    match file {
        Some(file) if is_asked_for(call, file) => Ok(stored(file)),
        Some(_) => Err(Missing),
        None => Ok(shown(call, status)),
    }
}

/// A file as it was uploaded.
fn stored(file: &File) -> Content {
    Content::File {
        content_type: file.content_type.clone(),
        name: Some(file.name.clone()),
        body: file.bytes.clone(),
    }
}

/// Whether the path names the file itself, and not another one within it.
fn is_asked_for(call: &Call<'_>, file: &File) -> bool {
    let path = &call.operation.path;
    match path.parameters.len().checked_sub(1).and_then(|last| call.subject.value(last)) {
        Some(named) if !fields::is_item_path(call.api, call.subject.resource, path) => {
            named == file.name
        }
        _ => true,
    }
}

fn shown(call: &Call<'_>, status: u16) -> Content {
    let (content_type, made_up) = kind(call);
    let example = call.example(status);
    let mut headers = example.iter().flat_map(|example| &example.headers);
    let shown = headers.find(|(name, _)| name.eq_ignore_ascii_case(header::CONTENT_TYPE.as_str()));
    let body = match example.and_then(|example| example.body.as_ref()) {
        Some(Value::String(text)) => Bytes::copy_from_slice(text.as_bytes()),
        Some(json) => Bytes::from(json.to_string()),
        None => Bytes::from_static(made_up),
    };
    let content_type = shown.map_or_else(|| content_type.to_owned(), |(_, value)| value.clone());
    Content::File { content_type, name: None, body }
}

/// What the end of the path says, or else whether it is text.
fn kind(call: &Call<'_>) -> (&'static str, &'static [u8]) {
    let last = call.operation.path.segments.last();
    let is_script = last.is_some_and(|parts| match parts.as_slice() {
        [.., Segment::Text(text)] => text.ends_with(".js"),
        _ => call.path.ends_with(".js"),
    });
    match call.operation.returns {
        _ if is_script => ("text/javascript; charset=utf-8", b"\"use strict\";\n"),
        _ if is_csv(call.path) => ("text/csv; charset=utf-8", b"id\r\n1\r\n"),
        Payload::Text => ("text/plain; charset=utf-8", b"Text\n"),
        _ => ("application/octet-stream", BYTES),
    }
}

fn is_csv(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|last| last == "csv" || last.ends_with(".csv"))
}
