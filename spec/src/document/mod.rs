//! A description as it is written: every node with its place, no meaning yet.
//!
//! Parsing rejects what has the wrong shape (unknown, repeated or missing keys, wrong kinds of
//! value, words that a key does not take) and keeps everything else, so that [`check`](crate::check()) can report its mistakes in the
//! same run. What was rejected is simply absent here.

mod api;
mod json;
mod operation;
mod parse;
mod reader;
mod rejected;
mod resource;
pub(crate) mod shape;
pub(crate) mod tables;
mod text;

pub use api::{
    AuthDoc, BatchDoc, EnvelopeDoc, ErrorCodeDoc, FamilyDoc, LinksDoc, PageMetaDoc, QuirkDoc,
    StatusDoc, ValidationCodeDoc, VerbDoc,
};
pub use json::{JsonDoc, JsonPart, read_json};
pub use operation::{BodyDoc, ExampleDoc, FileDoc, OperationDoc, ParameterDoc, QueryDoc};
pub use resource::{
    ChoiceDoc, DeprecationDoc, EnumValueDoc, FieldDoc, ItemDoc, ParentDoc, PathParameterDoc,
    ResourceDoc, TypeDoc, TypeKindDoc,
};

pub use parse::parse;

use crate::problem::Place;

/// A value with the place where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// A text with its place.
pub type Text = Located<String>;

/// The entries of a mapping in the order they are written, each key with its place.
pub type Entries<T> = Vec<(Text, T)>;

/// A whole description: the first file with everything that it includes.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Where the first file begins.
    pub place: Place,
    /// Whether a file could not be read at all, so that what it declares is not here. Checking such
    /// a document would report that everything in that file is missing.
    pub is_broken: bool,
    /// `format`
    pub format: Option<Located<i64>>,
    /// `name`
    pub name: Option<Text>,
    /// `title`
    pub title: Option<Text>,
    /// `docs`
    pub docs: Option<Text>,
    /// `base_path`
    pub base_path: Option<Text>,
    /// `date_pinned`
    pub date_pinned: Option<Located<bool>>,
    /// `sources`
    pub sources: Entries<Text>,
    /// `methods`: verb name to HTTP method
    pub methods: Entries<Text>,
    /// `headers`
    pub headers: Entries<Text>,
    /// `query_in_body`: the name of a header
    pub query_in_body: Option<Text>,
    /// `families`
    pub families: Entries<FamilyDoc>,
    /// `batch`
    pub batch: Option<BatchDoc>,
    /// `auth`
    pub auth: Entries<AuthDoc>,
    /// `verbs`
    pub verbs: Entries<VerbDoc>,
    /// `statuses`, by number
    pub statuses: Vec<(Located<i64>, StatusDoc)>,
    /// `error_codes`
    pub error_codes: Entries<ErrorCodeDoc>,
    /// `error_sets`: codes, statuses and names of other sets, as written
    pub error_sets: Entries<Vec<Text>>,
    /// `validation_codes`
    pub validation_codes: Entries<ValidationCodeDoc>,
    /// `parameters`
    pub parameters: Entries<ParameterDoc>,
    /// `envelope`
    pub envelope: Option<EnvelopeDoc>,
    /// `types`
    pub types: Entries<TypeDoc>,
    /// `quirks`
    pub quirks: Entries<QuirkDoc>,
    /// `resources` and every included resource file
    pub resources: Vec<ResourceDoc>,
}
