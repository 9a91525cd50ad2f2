//! What a cassette keeps of a part of a form.

use super::raw::{from_base64, to_base64};
use crate::{Decode, Encode, Invalid, JsonReader, Writer, form_parts, mask::Mask};

/// A part of a form without its secrets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Part {
    name: String,
    file_name: Option<String>,
    content_type: Option<String>,
    content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    Text(String),
    Binary(Vec<u8>),
}

impl Default for Content {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl Part {
    pub(super) fn of(part: &form_parts::Part<'_>, mask: &Mask) -> Self {
        let form_parts::Part { name, file_name, content_type, content, .. } = part;
        let content = match std::str::from_utf8(content) {
            Ok(text) => Content::Text(mask.value(name, text)),
            Err(_) => Content::Binary(content.to_vec()),
        };
        let (name, content_type) = (mask.text(name), content_type.clone());
        Self {
            name,
            file_name: file_name.as_deref().map(|name| mask.text(name)),
            content_type,
            content,
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

impl Encode for Part {
    fn encode(&self, json: &mut Writer) {
        let (text, base64) = match &self.content {
            Content::Text(text) => (Some(text), None),
            Content::Binary(bytes) => (None, Some(to_base64(bytes))),
        };
        json.object(&[
            ("name", &self.name),
            ("file_name", &self.file_name),
            ("content_type", &self.content_type),
            ("text", &text),
            ("base64", &base64),
        ]);
    }
}

impl Decode for Part {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let (mut text, mut base64) = (None::<String>, None::<String>);
        json.object(&mut [
            ("name", &mut self.name),
            ("file_name", &mut self.file_name),
            ("content_type", &mut self.content_type),
            ("text", &mut text),
            ("base64", &mut base64),
        ])?;
        self.content = match base64 {
            Some(base64) => Content::Binary(from_base64(&base64, json)?),
            None => Content::Text(text.unwrap_or_default()),
        };
        Ok(())
    }
}
