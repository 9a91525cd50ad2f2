//! Types of fields and parameters.

use super::{Field, ResourceId, SourceId, TypeId};
use crate::problem::Place;

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// Text.
    String,
    /// A whole number of 64 bits with sign.
    Integer,
    /// A number.
    Number,
    /// True or false.
    Boolean,
    /// A date with time and offset.
    DateTime,
    /// A date.
    Date,
    /// JSON whose shape is not known.
    Json,
    /// The id of a resource.
    Id(ResourceId),
    /// The id of a resource, or, where it was asked for inline, the resource.
    Ref(ResourceId),
    /// A list.
    List(Box<Type>),
    /// A map with text keys.
    Map(Box<Type>),
    /// A type that the description declares.
    Named(TypeId),
}

impl Type {
    /// The type within lists and maps.
    pub fn innermost(&self) -> &Self {
        match self {
            Self::List(item) | Self::Map(item) => item.innermost(),
            other => other,
        }
    }
}

/// A type that the description declares.
#[derive(Debug, Clone)]
pub struct TypeDef {
    /// Its name: `ticket_status`.
    pub name: String,
    /// The resource that declares it; `None` when all share it.
    pub owner: Option<ResourceId>,
    /// What it is.
    pub docs: String,
    /// Where this is known from.
    pub sources: Vec<SourceId>,
    /// What kind of type.
    pub kind: TypeKind,
    /// Whether some response holds it.
    pub is_read: bool,
    /// Whether some request holds it.
    pub is_written: bool,
    /// Where the description states it.
    pub place: Place,
}

/// What kind of type.
#[derive(Debug, Clone)]
pub enum TypeKind {
    /// A text of known values; others may come and are kept.
    Enum(Vec<EnumValue>),
    /// An object.
    Object(Vec<Field>),
    /// One of several types that differ in their JSON.
    OneOf(Vec<Choice>),
}

/// A value of an enumeration.
#[derive(Debug, Clone)]
pub struct EnumValue {
    /// The value as the API spells it.
    pub value: String,
    /// The name in Rust, where it is not made from the value.
    pub rust_name: Option<String>,
    /// What it means.
    pub docs: String,
    /// Where the description states it.
    pub place: Place,
}

/// One of the types of a `one_of`.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Its name: `email`.
    pub name: String,
    /// What it means.
    pub docs: String,
    /// Its type. No two choices have the same JSON kind.
    pub ty: Type,
    /// Where the description states it.
    pub place: Place,
}
