//! The fields of resources and objects.

use serde_json::Value;

use super::{SourceId, Type};
use crate::problem::Place;

/// A field of a resource or of an object type.
#[derive(Debug, Clone)]
pub struct Field {
    /// The key in the JSON.
    pub name: String,
    /// The name in Rust, where it is not the key itself.
    pub rust_name: Option<String>,
    /// What it means.
    pub docs: String,
    /// Where this is known from.
    pub sources: Vec<SourceId>,
    /// What is read.
    pub ty: Type,
    /// Whether `null` is read.
    pub nullable: bool,
    /// Whether some helpdesks leave it out.
    pub optional: bool,
    /// Who sets it.
    pub access: Access,
    /// What is written, where it differs from what is read.
    pub write: Option<Write>,
    /// Whether a create must set it.
    pub required: bool,
    /// Whether it must never appear in logs.
    pub sensitive: bool,
    /// Why and since when it should not be used.
    pub deprecated: Option<Deprecation>,
    /// The version of the API that brought it.
    pub since: Option<String>,
    /// A realistic value, as it is read.
    pub example: Option<Value>,
    /// Where the description states it.
    pub place: Place,
}

/// Who sets a field, and when it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Read, and set by create and update.
    ReadWrite,
    /// Read only: the helpdesk sets it.
    ReadOnly,
    /// Set by create and update, never read.
    WriteOnly,
    /// Read, and set by create only.
    CreateOnly,
    /// Set by create only, never read.
    CreateWriteOnly,
}

/// What is written, where it differs from what is read.
#[derive(Debug, Clone)]
pub struct Write {
    /// The type that is written.
    pub ty: Type,
    /// Whether `null` may be written, which clears the field.
    pub nullable: bool,
}

/// Why and since when something should not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deprecation {
    /// What to use instead, or why.
    pub note: String,
    /// The version or date since when.
    pub since: Option<String>,
    /// The date after which it is gone.
    pub sunset: Option<String>,
}

impl Access {
    /// Whether responses hold the field.
    pub fn is_read(self) -> bool {
        matches!(self, Self::ReadWrite | Self::ReadOnly | Self::CreateOnly)
    }

    /// Whether a create may set the field.
    pub fn is_created(self) -> bool {
        !matches!(self, Self::ReadOnly)
    }

    /// Whether an update may set the field.
    pub fn is_updated(self) -> bool {
        matches!(self, Self::ReadWrite | Self::WriteOnly)
    }
}

impl Field {
    /// The type that is written.
    pub fn write_type(&self) -> &Type {
        self.write.as_ref().map_or(&self.ty, |write| &write.ty)
    }

    /// Whether `null` may be written.
    pub fn write_nullable(&self) -> bool {
        self.write.as_ref().map_or(self.nullable, |write| write.nullable)
    }
}
