//! HTTP answers of a status and a body.

use std::io;

use bytes::Bytes;
use deskpro_spec::api::Method;
use http::{HeaderValue, Response, StatusCode, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{Formatter, Serializer};

use crate::Dialect;

/// What most answers need, in bytes.
const USUAL: usize = 16 << 10;

/// An answer with this JSON.
pub(crate) fn json(status: u16, body: &Value, dialect: Dialect) -> Response<Bytes> {
    let mut text = Vec::with_capacity(USUAL);
    let written = match dialect {
        Dialect::Guide => serde_json::to_writer(&mut text, body),
        Dialect::Live => body.serialize(&mut Serializer::with_formatter(&mut text, Slashes)),
    };
    // Writing to memory cannot fail, and neither can values that were read or made up.
    debug_assert!(written.is_ok(), "{written:?}");
    with_body(status, "application/json", Bytes::from(text))
}

/// JSON whose slashes are escaped, as live helpdesks send it.
struct Slashes;

impl Formatter for Slashes {
    fn write_string_fragment<W>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()>
    where
        W: io::Write + ?Sized,
    {
        let mut parts = fragment.split('/');
        writer.write_all(parts.next().unwrap_or_default().as_bytes())?;
        parts.try_for_each(|part| {
            writer.write_all(b"\\/")?;
            writer.write_all(part.as_bytes())
        })
    }
}

/// An answer with this body.
pub(crate) fn with_body(status: u16, content_type: &str, body: Bytes) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = final_status(status);
    if let Ok(content_type) = HeaderValue::from_str(content_type) {
        response.headers_mut().insert(header::CONTENT_TYPE, content_type);
    }
    response
}

/// An answer with a file, and the name under which to save it.
pub(crate) fn file(
    status: u16,
    content_type: &str,
    name: Option<&str>,
    body: Bytes,
) -> Response<Bytes> {
    let mut response = with_body(status, content_type, body);
    let disposition = name.map(disposition).and_then(|it| HeaderValue::try_from(it).ok());
    if let Some(disposition) = disposition {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

/// `attachment; filename="fire.png"`; what is not ASCII stands there a second time, as RFC 6266 says.
fn disposition(name: &str) -> String {
    let is_plain = |character: char| matches!(character, ' '..='~') && !"\"\\".contains(character);
    let plain: String =
        name.chars().map(|character| if is_plain(character) { character } else { '_' }).collect();
    let mut text = format!("attachment; filename=\"{plain}\"");
    if plain != name {
        text.push_str("; filename*=UTF-8''");
        text.extend(utf8_percent_encode(name, NON_ALPHANUMERIC));
    }
    text
}

/// The same answer to a HEAD: without its body, whose length is told.
pub(crate) fn without_body(mut response: Response<Bytes>) -> Response<Bytes> {
    let body = std::mem::take(response.body_mut());
    if !body.is_empty() {
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    }
    response
}

/// The same answer with the methods that the path takes.
pub(crate) fn allowing(mut response: Response<Bytes>, methods: &[Method]) -> Response<Bytes> {
    let names: Vec<&str> = methods.iter().map(|method| method.as_str()).collect();
    if let Ok(allow) = HeaderValue::from_str(&names.join(", ")) {
        response.headers_mut().insert(header::ALLOW, allow);
    }
    response
}

/// An answer without a body.
pub(crate) fn empty(status: u16) -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = final_status(status);
    response
}

/// A status that ends an exchange; what is none is answered with 500.
fn final_status(status: u16) -> StatusCode {
    let status = StatusCode::from_u16(status).ok().filter(|status| !status.is_informational());
    status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
