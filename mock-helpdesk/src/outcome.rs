//! What came of a request.

use bytes::Bytes;
use serde_json::Value;

use crate::Object;

/// What was done.
#[derive(Debug, PartialEq)]
pub(crate) struct Done {
    pub(crate) status: u16,
    pub(crate) content: Content,
    /// Where the object is that was made or changed, below the base path.
    pub(crate) location: Option<String>,
    /// What is sent along, by kind and id.
    pub(crate) linked: Object,
}

impl Done {
    /// Something done that has no address.
    pub(crate) fn new(status: u16, content: Content) -> Self {
        Self { status, content, location: None, linked: Object::new() }
    }

    /// The same without the envelope.
    pub(crate) fn bare(self) -> Self {
        let content = match self.content {
            Content::One(value, _) => Content::Bare(value),
            Content::List(items) => Content::Bare(Value::Array(items)),
            Content::Page(page) => Content::Bare(Value::Array(page.items)),
            other => other,
        };
        Self { content, ..self }
    }
}

/// What the answer holds.
#[derive(Debug, PartialEq)]
pub(crate) enum Content {
    /// Nothing.
    Nothing,
    /// One object or value, with its address below the base path where it has one.
    One(Value, Option<String>),
    /// A value without an envelope.
    Bare(Value),
    /// What is no JSON.
    File { content_type: String, name: Option<String>, body: Bytes },
    /// A whole list.
    List(Vec<Value>),
    /// A page of a list.
    Page(Page),
}

/// A page of a list.
#[derive(Debug, PartialEq)]
pub(crate) struct Page {
    pub(crate) items: Vec<Value>,
    pub(crate) total: u64,
    pub(crate) number: u64,
    pub(crate) size: u64,
}
