//! What came of a request.

use serde_json::Value;

/// What was done.
#[derive(Debug, PartialEq)]
pub(crate) struct Done {
    pub(crate) status: u16,
    pub(crate) content: Content,
    /// Where the object is that was made or changed, below the base path.
    pub(crate) location: Option<String>,
}

/// What the answer holds.
#[derive(Debug, PartialEq)]
pub(crate) enum Content {
    /// Nothing.
    Nothing,
    /// One object or value, with its address below the base path where it has one.
    One(Value, Option<String>),
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
