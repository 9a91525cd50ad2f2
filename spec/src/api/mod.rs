//! The checked model: what a description says once every name resolves and every rule holds.
//!
//! An [`Api`] comes from [`check`](crate::check()) only, so whoever holds one need not check again:
//! indices such as [`ResourceId`] always resolve, and a checked `Api` can always be generated.
//!
//! No list is in the order in which a description is written, unless it is written as a list: what
//! comes from mappings is sorted, so that the same description always gives the same model.

mod batch;
mod envelope;
mod error_code;
mod example;
mod excuse;
mod family;
mod field;
mod operation;
mod path;
mod places;
mod resource;
mod status;
mod types;
mod verb;

pub use batch::Batch;
pub use envelope::{Envelope, Member, PageMeta};
pub use error_code::{ErrorCode, ErrorSet, ErrorSetName, Outcome, ValidationCode};
pub use example::{Example, ExampleRequest, ExampleResponse};
pub use excuse::{Excuse, ExcuseError};
pub use family::Family;
pub use field::{Access, Deprecation, Field, Write};
pub use operation::{Body, BodyFormat, FilePart, InputField, Operation, Payload, Success};
pub use path::{Path, PathParameter, Segment};
pub use resource::{Parent, Resource};
pub use status::{RetryClass, Status};
pub use types::{Choice, EnumValue, Type, TypeDef, TypeKind};
pub use verb::{Meaning, Method, Parameter, Repeat, Shape, Target, Verb};

use crate::problem::Place;

/// A checked description of an HTTP API.
#[derive(Debug, Clone)]
pub struct Api {
    /// The name of the API as an identifier: `deskpro`.
    pub name: String,
    /// The name of the API for people: `Deskpro API v2`.
    pub title: String,
    /// What the API is, in Markdown.
    pub docs: String,
    /// What precedes every path: `/api/v2`.
    pub base_path: String,
    /// Whether a date may be put between base path and path to pin the version.
    pub date_pinned: bool,
    /// Ways to say who is asking.
    pub auth: Vec<AuthScheme>,
    /// Headers that every request carries.
    pub headers: Vec<Header>,
    /// The header with which a GET may be sent as POST, with its query in the body.
    pub query_in_body: Option<String>,
    /// How several requests are sent at once.
    pub batch: Option<Batch>,
    /// Resources that are used together, by name.
    pub families: Vec<Family>,
    /// Where facts are from, by key.
    pub sources: Vec<Source>,
    /// Statuses with their meanings, by number.
    pub statuses: Vec<Status>,
    /// Every error code, by code.
    pub error_codes: Vec<ErrorCode>,
    /// Every distinct set of refusals that some verb or operation can meet.
    pub error_sets: Vec<ErrorSet>,
    /// Codes of the second vocabulary, used within the error tree.
    pub validation_codes: Vec<ValidationCode>,
    /// What operations mean, by name.
    pub verbs: Vec<Verb>,
    /// What surrounds the data of a response.
    pub envelope: Envelope,
    /// Types of the description: shared ones first, then those of each resource, each by name.
    pub types: Vec<TypeDef>,
    /// Resources, sorted by name.
    pub resources: Vec<Resource>,
    /// Known contradictions and faults of the vendor's documentation.
    pub quirks: Vec<Quirk>,
}

/// A way to say who is asking.
#[derive(Debug, Clone)]
pub struct AuthScheme {
    /// Its name: `key`.
    pub name: String,
    /// The header that carries it.
    pub header: String,
    /// What precedes the secret in the header's value: `key `.
    pub prefix: String,
    /// How to come by one.
    pub docs: String,
    /// Where this is known from.
    pub sources: Vec<SourceId>,
}

/// A header that every request carries.
#[derive(Debug, Clone)]
pub struct Header {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// Where facts are from.
#[derive(Debug, Clone)]
pub struct Source {
    /// The key by which it is cited: `HMRC`.
    pub key: String,
    /// What it is and where.
    pub docs: String,
}

/// A known contradiction or fault of the vendor's documentation.
#[derive(Debug, Clone)]
pub struct Quirk {
    /// Its name: `verb-table-contradicts-status-table`.
    pub name: String,
    /// Its number in the list of facts, where it has one.
    pub number: Option<u32>,
    /// What is said, word for word, statement by statement.
    pub says: Vec<String>,
    /// What this description decides, and why.
    pub decision: String,
    /// Findings of the lint that it explains.
    pub excuses: Vec<Excuse>,
    /// Where it was found.
    pub sources: Vec<SourceId>,
    /// Where the description states it.
    pub place: Place,
}

/// The place of a [`Resource`] in [`Api::resources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceId(pub(crate) usize);

/// The place of a [`Family`] in [`Api::families`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FamilyId(pub(crate) usize);

/// The place of a [`TypeDef`] in [`Api::types`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub(crate) usize);

/// The place of a [`Source`] in [`Api::sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub(crate) usize);

/// The place of an [`ErrorCode`] in [`Api::error_codes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ErrorCodeId(pub(crate) usize);

/// The place of an [`ErrorSet`] in [`Api::error_sets`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ErrorSetId(pub(crate) usize);

/// The place of a [`Verb`] in [`Api::verbs`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VerbId(pub(crate) usize);

macro_rules! index {
    ($($id:ident => $list:ident: $item:ty),* $(,)?) => {$(
        impl std::ops::Index<$id> for Api {
            type Output = $item;

            fn index(&self, id: $id) -> &$item {
                &self.$list[id.0]
            }
        }
    )*};
}

index! {
    ResourceId => resources: Resource,
    TypeId => types: TypeDef,
    FamilyId => families: Family,
    SourceId => sources: Source,
    ErrorCodeId => error_codes: ErrorCode,
    ErrorSetId => error_sets: ErrorSet,
    VerbId => verbs: Verb,
}

impl Api {
    /// The resource of this name.
    pub fn resource(&self, name: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.name == name)
    }

    /// Every resource with its id.
    pub fn resource_ids(&self) -> impl Iterator<Item = ResourceId> + use<> {
        (0..self.resources.len()).map(ResourceId)
    }

    /// Every family with its id.
    pub fn family_ids(&self) -> impl Iterator<Item = FamilyId> + use<> {
        (0..self.families.len()).map(FamilyId)
    }

    /// Every type with its id.
    pub fn type_ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.types.len()).map(TypeId)
    }

    /// Every error set with its id.
    pub fn error_set_ids(&self) -> impl Iterator<Item = ErrorSetId> + use<> {
        (0..self.error_sets.len()).map(ErrorSetId)
    }

    /// The status of this number.
    pub fn status(&self, number: u16) -> Option<&Status> {
        self.statuses.iter().find(|status| status.number == number)
    }

    /// The keys of these sources, for documentation.
    pub fn source_keys<'a>(&'a self, sources: &'a [SourceId]) -> impl Iterator<Item = &'a str> {
        sources.iter().map(|&id| self[id].key.as_str())
    }
}
