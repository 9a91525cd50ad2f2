//! What kind of body a request has, for those who show it.

use http::{HeaderValue, header};

use crate::{
    form_parts::{self, parts},
    mask::Mask,
    transport::{Outline, RequestBody},
};

/// A body as it can be shown.
pub(super) enum Content {
    Nothing,
    Text(String),
    Form(Vec<Part>),
    /// Bytes that are no text.
    Binary,
    /// It is not in memory.
    Elsewhere,
}

/// A part of a form as it can be shown.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) file_name: Option<String>,
    pub(super) content_type: Option<String>,
    pub(super) value: Value,
}

/// What a part holds.
pub(super) enum Value {
    Text(String),
    /// So many bytes of a file.
    Bytes(u64),
    /// So many bytes that are not in memory.
    Elsewhere(u64),
}

impl Content {
    pub(super) fn of(http: &http::Request<RequestBody>, mask: Option<&Mask>) -> Self {
        let content_type = http.headers().get(header::CONTENT_TYPE);
        if let Some(parts) = content_type.and_then(|kind| form(kind, http.body(), mask)) {
            return Self::Form(parts);
        }
        let Some(bytes) = http.body().as_bytes() else {
            return Self::Elsewhere;
        };
        match text(bytes) {
            Some("") => Self::Nothing,
            Some(text) => {
                let kind = content_type.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
                Self::Text(masked(text, kind, mask))
            }
            None => Self::Binary,
        }
    }
}

/// The parts of a form, whose files need not be in memory.
fn form(kind: &HeaderValue, body: &RequestBody, mask: Option<&Mask>) -> Option<Vec<Part>> {
    if !kind.as_bytes().starts_with(b"multipart/") {
        return None;
    }
    let outline = body.outline();
    let parts = parts(kind, &outline.bytes)?;
    Some(parts.into_iter().map(|part| Part::of(part, &outline, mask)).collect())
}

impl Part {
    fn of(part: form_parts::Part<'_>, outline: &Outline, mask: Option<&Mask>) -> Self {
        let form_parts::Part { name, file_name, content_type, content, start } = part;
        let end = start.saturating_add(content.len());
        let missing = outline.gaps.iter().find(|gap| (start..=end).contains(&gap.at));
        let value = match (missing, text(content)) {
            (Some(gap), _) => Value::Elsewhere(gap.length),
            (None, Some(text)) if file_name.is_none() => {
                let text = mask.map_or(text.to_owned(), |mask| mask.value(&name, text));
                Value::Text(text)
            }
            (None, _) => Value::Bytes(content.len() as u64),
        };
        Self { name, file_name, content_type, value }
    }
}

fn masked(text: &str, content_type: &str, mask: Option<&Mask>) -> String {
    match mask {
        Some(mask) if content_type.starts_with("application/x-www-form-urlencoded") => {
            mask.pairs(text)
        }
        Some(mask) => mask.text(text),
        None => text.to_owned(),
    }
}

/// The text, if it is one that does no harm to a terminal.
fn text(bytes: &[u8]) -> Option<&str> {
    let is_shown = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    std::str::from_utf8(bytes).ok().filter(|text| text.chars().all(is_shown))
}
