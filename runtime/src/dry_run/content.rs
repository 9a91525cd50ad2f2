//! What kind of body a request has, for those who show it.

use http::header;

use crate::{
    mask::Mask,
    multipart::{Part, parts},
    transport::RequestBody,
};

/// A body as it can be shown.
pub(super) enum Content<'b> {
    Nothing,
    Text(String),
    Form(Vec<Part<'b>>),
    /// Bytes that are no text.
    Binary,
    /// It is not in memory.
    Elsewhere,
}

impl<'b> Content<'b> {
    pub(super) fn of(http: &'b http::Request<RequestBody>, mask: Option<&Mask>) -> Self {
        let Some(bytes) = http.body().as_bytes() else {
            return Self::Elsewhere;
        };
        let content_type = http.headers().get(header::CONTENT_TYPE);
        if let Some(parts) = content_type.and_then(|kind| parts(kind, bytes)) {
            return Self::Form(parts);
        }
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
pub(super) fn text(bytes: &[u8]) -> Option<&str> {
    let is_shown = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    std::str::from_utf8(bytes).ok().filter(|text| text.chars().all(is_shown))
}
