//! The keys of each part of a description.
//!
//! Parsing rejects by these tables, and the JSON Schema is made from them, so the two cannot
//! disagree.

mod api;
mod operation;
mod overlay;
mod resource;

pub(crate) use api::API;
pub(crate) use overlay::OVERLAY;
pub(crate) use resource::RESOURCE;

/// A part of a description that is written as a mapping with known keys.
#[derive(Debug)]
pub(crate) struct Table {
    /// Its name in the schema: `path_parameter`.
    pub(crate) name: &'static str,
    /// What it is, in a sentence: "a path parameter".
    pub(crate) noun: &'static str,
    /// What it is for.
    pub(crate) docs: &'static str,
    /// Its keys.
    pub(crate) keys: &'static [Key],
    /// Keys of which only one may be there.
    pub(crate) choices: &'static [Choice],
}

/// A key with what it takes.
#[derive(Debug)]
pub(crate) struct Key {
    /// The key.
    pub(crate) name: &'static str,
    /// What it takes.
    pub(crate) value: Value,
    /// Whether it must be there.
    pub(crate) is_required: bool,
    /// What it says.
    pub(crate) docs: &'static str,
}

/// Keys of which only one may be there.
#[derive(Debug)]
pub(crate) struct Choice {
    /// The keys.
    pub(crate) keys: &'static [&'static str],
    /// Whether one must be there.
    pub(crate) is_required: bool,
}

/// What a key takes.
#[derive(Debug)]
pub(crate) enum Value {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// True or false.
    Boolean,
    /// True: what is not so is left out.
    True,
    /// Text, a number, or true or false; kept as the text that is written.
    Scalar,
    /// Text, or a whole number kept as text: error codes and statuses.
    TextOrInteger,
    /// Any JSON.
    Json,
    /// The version of the format.
    Format,
    /// One of these words.
    Word(&'static [&'static str]),
    /// Text, or a list of texts.
    OneOrMore,
    /// A list.
    List(&'static Value),
    /// A mapping from names.
    Names(&'static Value),
    /// A mapping from statuses.
    Statuses(&'static Value),
    /// A mapping with known keys.
    Part(&'static Table),
    /// A text that stands for the whole, or a mapping with known keys.
    TextOr(&'static Table),
    /// `shared` or nothing, or a mapping with known keys.
    SharedOr(&'static Table),
}

/// The word that takes a shared parameter.
pub(super) const SHARED: &str = "shared";

/// The version of the format that is read.
pub(crate) const FORMAT: i64 = 1;

/// Methods of HTTP.
const METHODS: Value = Value::Word(&["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS"]);

/// What the body of a response holds.
const SHAPES: Value = Value::Word(&["page", "one", "created", "bare", "empty"]);

/// Whether a request may be repeated.
const REPEAT: Value = Value::Word(&["safe", "unsafe"]);

/// Whether and when a refused request may be repeated.
const RETRY: Value = Value::Word(&["never", "rate_limit", "outage"]);

/// Where a fact is from.
const SOURCE: Key = optional(
    "source",
    Value::OneOrMore,
    "Where this is known from: one key of `sources`, or a list of them.",
);

/// A key that must be there.
const fn required(name: &'static str, value: Value, docs: &'static str) -> Key {
    Key { name, value, is_required: true, docs }
}

/// A key that may be there.
const fn optional(name: &'static str, value: Value, docs: &'static str) -> Key {
    Key { name, value, is_required: false, docs }
}

impl Table {
    /// The key of this name.
    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}
