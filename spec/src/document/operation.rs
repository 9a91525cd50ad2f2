//! Operations, their parameters and examples.

use super::reader::Reader;
use super::{DeprecationDoc, Entries, FieldDoc, JsonDoc, Located, Text};
use crate::problem::Place;
use crate::yaml::{Kind, Node, Scalar};

/// An entry of `operations`.
#[derive(Debug, Clone, Default)]
pub struct OperationDoc {
    /// Where the entry stands.
    pub place: Place,
    /// `verb`
    pub verb: Option<Text>,
    /// `method`
    pub method: Option<Text>,
    /// `path`, appended to that of the resource
    pub path: Option<Text>,
    /// `absolute_path`
    pub absolute_path: Option<Text>,
    /// `docs`
    pub docs: Option<Text>,
    /// `source`
    pub source: Vec<Text>,
    /// `query`
    pub query: Entries<QueryDoc>,
    /// `without`
    pub without: Vec<Text>,
    /// `body`
    pub body: Option<BodyDoc>,
    /// `query_in_body`
    pub query_in_body: Option<Located<bool>>,
    /// `returns`
    pub returns: Option<Text>,
    /// `success`: status to shape
    pub success: Vec<(Located<i64>, Text)>,
    /// `repeat`
    pub repeat: Option<Text>,
    /// `location`
    pub location: Option<Located<bool>>,
    /// `follow_location`
    pub follow_location: Option<Located<bool>>,
    /// `negotiable`
    pub negotiable: Option<Located<bool>>,
    /// `errors`: codes, statuses and names of sets, added to those of the verb
    pub errors: Vec<Text>,
    /// `unverified`
    pub unverified: Option<Located<bool>>,
    /// `deprecated`
    pub deprecated: Option<DeprecationDoc>,
    /// `since`
    pub since: Option<Text>,
    /// `examples`
    pub examples: Vec<ExampleDoc>,
}

/// A query parameter of an operation.
#[derive(Debug, Clone)]
pub enum QueryDoc {
    /// The shared parameter of this name.
    Shared,
    /// A parameter of its own.
    Own(Box<ParameterDoc>),
}

/// A query parameter.
#[derive(Debug, Clone, Default)]
pub struct ParameterDoc {
    /// `type`
    pub ty: Option<Text>,
    /// `docs`
    pub docs: Option<Text>,
    /// `minimum`
    pub minimum: Option<Located<i64>>,
    /// `maximum`
    pub maximum: Option<Located<i64>>,
    /// `required`
    pub required: Option<Located<bool>>,
    /// `deprecated`
    pub deprecated: Option<DeprecationDoc>,
    /// `example`
    pub example: Option<JsonDoc>,
    /// `rust`
    pub rust: Option<Text>,
    /// `source`
    pub source: Vec<Text>,
}

/// `body`
#[derive(Debug, Clone, Default)]
pub struct BodyDoc {
    /// Where it stands.
    pub place: Place,
    /// `fields`
    pub fields: Entries<FieldDoc>,
    /// `files`
    pub files: Entries<FileDoc>,
    /// `content`
    pub content: Option<Text>,
    /// `docs`
    pub docs: Option<Text>,
}

/// An entry of `files`.
#[derive(Debug, Clone, Default)]
pub struct FileDoc {
    /// `docs`
    pub docs: Option<Text>,
    /// `required`
    pub required: Option<Located<bool>>,
    /// `source`
    pub source: Vec<Text>,
}

/// An entry of `examples`.
#[derive(Debug, Clone, Default)]
pub struct ExampleDoc {
    /// Where the entry stands.
    pub place: Place,
    /// `title`
    pub title: Option<Text>,
    /// `request.parameters`, scalars as text
    pub parameters: Entries<Text>,
    /// `request.body`
    pub body: Option<JsonDoc>,
    /// `response.status`
    pub status: Option<Located<i64>>,
    /// `response.headers`
    pub response_headers: Entries<Text>,
    /// `response.body`
    pub response_body: Option<JsonDoc>,
    /// `source`
    pub source: Vec<Text>,
}

impl OperationDoc {
    pub(super) fn read(reader: Reader<'_>) -> Self {
        Self {
            place: reader.place,
            verb: reader.text("verb"),
            method: reader.text("method"),
            path: reader.text("path"),
            absolute_path: reader.text("absolute_path"),
            docs: reader.text("docs"),
            source: reader.texts("source"),
            query: reader.entries_or("query", QueryDoc::read, QueryDoc::shared),
            without: reader.texts("without"),
            body: reader.part("body", BodyDoc::read),
            query_in_body: reader.boolean("query_in_body"),
            returns: reader.text("returns"),
            success: reader.status_texts("success"),
            repeat: reader.text("repeat"),
            location: reader.boolean("location"),
            follow_location: reader.boolean("follow_location"),
            negotiable: reader.boolean("negotiable"),
            errors: reader.scalars("errors"),
            unverified: reader.boolean("unverified"),
            deprecated: DeprecationDoc::of(reader),
            since: reader.scalar("since"),
            examples: reader.parts("examples", ExampleDoc::read),
        }
    }
}

impl QueryDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self::Own(Box::new(ParameterDoc::read(reader)))
    }

    /// Nothing, or the word `shared`; other words were reported.
    fn shared(node: &Node) -> Option<Self> {
        matches!(node.kind, Kind::Scalar(Scalar::Null | Scalar::Text, _)).then_some(Self::Shared)
    }
}

impl ParameterDoc {
    pub(super) fn read(reader: Reader<'_>) -> Self {
        Self {
            ty: reader.text("type"),
            docs: reader.text("docs"),
            minimum: reader.integer("minimum"),
            maximum: reader.integer("maximum"),
            required: reader.boolean("required"),
            deprecated: DeprecationDoc::of(reader),
            example: reader.json("example"),
            rust: reader.text("rust"),
            source: reader.texts("source"),
        }
    }
}

impl BodyDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self {
            place: reader.place,
            fields: reader.entries("fields", FieldDoc::read),
            files: reader.entries("files", FileDoc::read),
            content: reader.text("content"),
            docs: reader.text("docs"),
        }
    }
}

impl FileDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self {
            docs: reader.text("docs"),
            required: reader.boolean("required"),
            source: reader.texts("source"),
        }
    }
}

impl ExampleDoc {
    pub(super) fn read(reader: Reader<'_>) -> Self {
        let mut example = reader.part("response", Self::response).unwrap_or_default();
        if let Some((parameters, body)) = reader.part("request", request) {
            (example.parameters, example.body) = (parameters, body);
        }
        example.place = reader.place;
        example.title = reader.text("title");
        example.source = reader.texts("source");
        example
    }

    fn response(reader: Reader<'_>) -> Self {
        Self {
            status: reader.integer("status"),
            response_headers: reader.scalar_entries("headers"),
            response_body: reader.json("body"),
            ..Self::default()
        }
    }
}

fn request(reader: Reader<'_>) -> (Entries<Text>, Option<JsonDoc>) {
    (reader.scalar_entries("parameters"), reader.json("body"))
}
