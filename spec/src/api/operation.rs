//! Operations: what can be done with a resource.

use super::{
    Deprecation, ErrorSetId, Example, Method, Parameter, Path, Repeat, ResourceId, Shape, SourceId,
    Type, TypeId, VerbId,
};
use crate::problem::Place;

/// Something that can be done with a resource.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Its name within the resource: `list`, `lock`.
    pub name: String,
    /// What it does, in Markdown; the first line is a summary.
    pub docs: String,
    /// Where this is known from.
    pub sources: Vec<SourceId>,
    /// What it means.
    pub verb: VerbId,
    /// The HTTP method.
    pub method: Method,
    /// Whether some helpdesks take the other one of PUT and POST.
    pub negotiable: bool,
    /// Where it is, with the types of its parameters.
    pub path: Path,
    /// Query parameters that it takes: those of its verb, then its own by name.
    pub query: Vec<Parameter>,
    /// What it sends, where it sends something.
    pub body: Option<Body>,
    /// Whether the query may be sent in the body of a POST, by the header of
    /// [`Api::query_in_body`](super::Api::query_in_body).
    pub query_in_body: bool,
    /// What success looks like, by status; never empty.
    pub success: Vec<Success>,
    /// What the data of a response is.
    pub returns: Payload,
    /// Whether success carries the address of the resource in `Location`.
    pub location: bool,
    /// Whether `follow_location` makes it answer with the resource itself.
    pub follow_location: bool,
    /// Whether it may be repeated.
    pub repeat: Repeat,
    /// The refusals it can meet.
    pub errors: ErrorSetId,
    /// Whether it is inferred and was never seen at work.
    pub unverified: bool,
    /// Why and since when it should not be used.
    pub deprecated: Option<Deprecation>,
    /// The version of the API that brought it.
    pub since: Option<String>,
    /// Examples.
    pub examples: Vec<Example>,
    /// Where the description states it.
    pub place: Place,
}

/// What success looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Success {
    /// The HTTP status.
    pub status: u16,
    /// What the body holds.
    pub shape: Shape,
}

/// What the data of a response is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payload {
    /// A resource.
    Resource(ResourceId),
    /// An object type.
    Type(TypeId),
    /// Something whose shape is not known.
    Json,
    /// Text that is no JSON.
    Text,
    /// Anything, such as a file.
    Bytes,
    /// Nothing.
    Nothing,
}

/// What an operation sends.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// How it is written.
    pub format: BodyFormat,
    /// Its fields: required ones first, texts before all else, then by name.
    pub fields: Vec<InputField>,
}

/// How a body is written.
#[derive(Debug, Clone, Default)]
pub enum BodyFormat {
    /// A JSON object of the fields.
    #[default]
    Object,
    /// A form (`multipart/form-data`) of these files and the fields; required files first.
    Form(Vec<FilePart>),
    /// Any JSON.
    Json {
        /// What it is.
        docs: String,
    },
    /// Bytes of this media type.
    Raw {
        /// The media type: `application/zip`.
        media_type: String,
        /// What they are.
        docs: String,
    },
}

/// A file of a form.
#[derive(Debug, Clone)]
pub struct FilePart {
    /// The name of the part: `file`.
    pub name: String,
    /// What it is.
    pub docs: String,
    /// Whether it must be sent.
    pub required: bool,
    /// Where this is known from.
    pub sources: Vec<SourceId>,
    /// Where the description states it.
    pub place: Place,
}

/// A field that an operation sends.
#[derive(Debug, Clone)]
pub struct InputField {
    /// The key in the JSON.
    pub name: String,
    /// The name in Rust, where it is not the key itself.
    pub rust_name: Option<String>,
    /// What it means.
    pub docs: String,
    /// Where this is known from.
    pub sources: Vec<SourceId>,
    /// What is sent.
    pub ty: Type,
    /// Whether `null` may be sent, which clears the field.
    pub nullable: bool,
    /// Whether it must be sent.
    pub required: bool,
    /// Whether it must never appear in logs.
    pub sensitive: bool,
    /// Why and since when it should not be used.
    pub deprecated: Option<Deprecation>,
    /// A realistic value.
    pub example: Option<serde_json::Value>,
    /// Where the description states it.
    pub place: Place,
}
