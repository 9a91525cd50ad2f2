//! What comes back when an operation succeeds.

use deskpro_spec::api::{Api, Meaning, Operation, Payload, Shape};

use super::rust_type::RustType;
use super::types::Types;

/// The type that an answer is read into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// The body as it is, which is no JSON.
    Whole,
    /// The data without an envelope.
    Bare,
    /// A page of the data.
    Page,
    /// Where the data is that was made.
    Created,
    /// What changed, or nothing.
    Updated,
    /// The data.
    Envelope,
    /// That it is gone.
    Deleted,
    /// Nothing.
    Empty,
}

impl Answer {
    /// The richest of the documented shapes says what comes back.
    pub(super) fn of(api: &Api, operation: &Operation) -> Self {
        let has = |shape| operation.success.iter().any(|success| success.shape == shape);
        let meaning = api[operation.verb].meaning;
        if matches!(operation.returns, Payload::Text | Payload::Bytes) {
            Self::Whole
        } else if has(Shape::Bare) {
            Self::Bare
        } else if has(Shape::Page) {
            Self::Page
        } else if has(Shape::Created) {
            Self::Created
        } else if meaning == Meaning::Update && operation.returns != Payload::Nothing {
            Self::Updated
        } else if has(Shape::One) {
            Self::Envelope
        } else if meaning == Meaning::Delete {
            Self::Deleted
        } else {
            Self::Empty
        }
    }

    /// The type of such an answer with this data.
    pub(super) fn rust(self, types: &mut Types<'_>, data: RustType) -> RustType {
        match self {
            Self::Whole => data,
            Self::Bare => types.generic("Bare", data),
            Self::Page => types.generic("Page", data),
            Self::Created => types.generic("Created", data),
            Self::Updated => types.generic("Updated", data),
            Self::Envelope => types.generic("Envelope", data),
            Self::Deleted => types.runtime("Deleted"),
            Self::Empty => types.runtime("Empty"),
        }
    }
}
