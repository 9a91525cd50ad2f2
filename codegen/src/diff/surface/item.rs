//! Public items.

use std::collections::{BTreeMap, BTreeSet};

/// The public items of a client, by path.
#[derive(Debug, Default)]
pub(in crate::diff) struct Surface {
    pub(in crate::diff) items: BTreeMap<Path, Item>,
}

/// Where an item is. Items of types and values may have the same name, so the kind belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::diff) struct Path {
    /// The module: `tickets`.
    pub(in crate::diff) module: String,
    /// The item: `Ticket`.
    pub(in crate::diff) name: String,
    /// What belongs to it: a field, a variant, a method, a trait.
    pub(in crate::diff) member: Option<(Member, String)>,
}

/// What belongs to an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::diff) enum Member {
    Field,
    Variant,
    Method,
    Trait,
}

/// A public item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::diff) struct Item {
    /// What users of it depend on.
    pub(in crate::diff) shape: Shape,
    /// Whether a deprecation says not to use it.
    pub(in crate::diff) is_deprecated: bool,
    /// Features of each of which one must be on.
    pub(in crate::diff) needs: BTreeSet<BTreeSet<String>>,
}

/// What users of an item depend on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::diff) enum Shape {
    /// A struct whose fields may grow in number, or that has none that are public.
    Struct,
    /// An enum; a closed one breaks those who match it when it grows.
    Enum { is_closed: bool },
    /// Another name of a type.
    Alias(String),
    /// A field, with its type.
    Field(String),
    /// A variant, with what it holds; whether its enum is closed.
    Variant { holds: String, is_closed: bool },
    /// A method: the types of its arguments, and what it returns.
    Method { takes: Vec<String>, returns: String },
    /// A trait that a type implements.
    Trait,
    /// A cargo feature: whether it is on from the start.
    Feature { is_default: bool },
}

impl Surface {
    /// Adds a cargo feature.
    pub(super) fn feature(&mut self, name: &str, is_default: bool) {
        let path = Path { module: "feature".to_owned(), name: name.to_owned(), member: None };
        let shape = Shape::Feature { is_default };
        self.items.insert(path, Item { shape, is_deprecated: false, needs: BTreeSet::new() });
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}::{}", self.module, self.name)?;
        match &self.member {
            Some((Member::Field, name)) => write!(f, ".{name}"),
            Some((Member::Variant | Member::Method, name)) => write!(f, "::{name}"),
            Some((Member::Trait, name)) => write!(f, ": {name}"),
            None => Ok(()),
        }
    }
}
