//! Parts of a model that changes are about.

use deskpro_spec::api::{ErrorSetId, ResourceId, TypeId};

/// A part of a model, by what finds it in the client that is made of the model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// What holds for the whole API.
    Whole,
    /// How several requests are sent at once.
    Batch,
    /// A resource with all that belongs to it.
    Resource(ResourceId),
    /// An operation: the resource, and the place among its operations.
    Operation(ResourceId, usize),
    /// What an operation sends, by its name in Rust.
    Input(ResourceId, usize, String),
    /// A field of a resource, by its name in Rust.
    Field(ResourceId, String),
    /// A declared type.
    Type(TypeId),
    /// A field, value or choice of a declared type, by its name in Rust.
    Member(TypeId, String),
    /// The error type of an operation: the resource, and the place among its operations.
    Refused(ResourceId, usize),
    /// A set of refusals.
    ErrorSet(ErrorSetId),
    /// A refusal, by its name in Rust.
    Refusal(String),
    /// The codes of what is wrong with inputs.
    ValidationCodes,
    /// A cargo feature.
    Feature(String),
}
