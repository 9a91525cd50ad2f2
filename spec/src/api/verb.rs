//! Verbs: what operations mean, kept apart from the HTTP methods that carry them.

use std::fmt;

use super::{Deprecation, ErrorSetId, SourceId, Success, Type};
use crate::problem::Place;

/// What an operation means, with the rules that all operations of this meaning share.
#[derive(Debug, Clone)]
pub struct Verb {
    /// Its name: `create`.
    pub name: String,
    /// What it means to the client.
    pub meaning: Meaning,
    /// What it means, in words.
    pub docs: String,
    /// The HTTP method, where the verb has one; actions state their own.
    pub method: Option<Method>,
    /// Whether some helpdesks take the other one of PUT and POST.
    pub negotiable: bool,
    /// What it acts on.
    pub on: Target,
    /// What success looks like, by status.
    pub success: Vec<Success>,
    /// Whether success carries the address of the resource in `Location`.
    pub location: bool,
    /// Whether `follow_location` makes it answer with the resource itself.
    pub follow_location: bool,
    /// Whether it may be repeated.
    pub repeat: Repeat,
    /// Query parameters that every operation of this verb takes, in the order of the description.
    /// `id` in their types, which stands for the id of whichever resource it is, is an integer here.
    pub query: Vec<Parameter>,
    /// The refusals that every operation of this verb can meet.
    pub errors: Option<ErrorSetId>,
    /// Where this is known from.
    pub sources: Vec<SourceId>,
    /// Where the description states it.
    pub place: Place,
}

/// What an operation means to the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// Returns a page of a collection.
    List,
    /// Returns one resource.
    Get,
    /// Makes a resource.
    Create,
    /// Changes a resource.
    Update,
    /// Removes a resource.
    Delete,
    /// Does something else.
    Action,
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// GET
    Get,
    /// PUT
    Put,
    /// POST
    Post,
    /// DELETE
    Delete,
    /// PATCH
    Patch,
    /// HEAD
    Head,
    /// OPTIONS
    Options,
}

/// What a verb acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The collection: `/tickets`.
    Collection,
    /// One resource of it: `/tickets/{id}`.
    Item,
}

/// What the body of a response holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// An envelope around a list.
    Page,
    /// An envelope around one object.
    One,
    /// Nothing, or an envelope around the new object: both are documented.
    Created,
    /// The value itself, without an envelope.
    Bare,
    /// Nothing that matters.
    Empty,
}

/// Whether an operation may be repeated when it is not known whether it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// Doing it twice is the same as doing it once.
    Safe,
    /// Doing it twice may do harm.
    Unsafe,
}

/// A query parameter.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Its name in the query.
    pub name: String,
    /// The name in Rust, where it is not made from the name.
    pub rust_name: Option<String>,
    /// What it means.
    pub docs: String,
    /// Its type; a list is sent with commas.
    pub ty: Type,
    /// The least value that is taken.
    pub minimum: Option<i64>,
    /// The greatest value that is taken.
    pub maximum: Option<i64>,
    /// Whether a request must have it.
    pub required: bool,
    /// Why and since when it should not be used.
    pub deprecated: Option<Deprecation>,
    /// A realistic value.
    pub example: Option<serde_json::Value>,
    /// Where this is known from.
    pub sources: Vec<SourceId>,
    /// Where the description states it.
    pub place: Place,
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 7] =
        [Self::Get, Self::Put, Self::Post, Self::Delete, Self::Patch, Self::Head, Self::Options];

    /// The method as HTTP spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Patch => "PATCH",
            Self::Head => "HEAD",
            Self::Options => "OPTIONS",
        }
    }

    /// The method that some helpdesks take instead: POST for PUT and the reverse.
    pub fn other(self) -> Option<Self> {
        match self {
            Self::Put => Some(Self::Post),
            Self::Post => Some(Self::Put),
            _ => None,
        }
    }
}

impl Shape {
    /// The shape as descriptions spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::One => "one",
            Self::Created => "created",
            Self::Bare => "bare",
            Self::Empty => "empty",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
