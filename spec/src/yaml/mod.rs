//! YAML text to a tree of values, each with its place.
//!
//! The tree is YAML 1.2 with its core schema, plus merge keys. Aliases share what they repeat. What
//! JSON cannot hold, and what grows without bound, is a problem; the tree goes on without it where
//! that is possible, so that one run finds all mistakes of a file.

mod builder;
#[cfg(test)]
mod differential;
mod json;
mod mapping;
mod merge;
mod rejected;
mod scalar;
mod syntax;
mod tag;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use builder::{DEEPEST, MOST_REPEATED, read};
pub(crate) use json::to_json;
pub(crate) use scalar::Scalar;
pub(crate) use syntax::too_deep;
pub(crate) use write::{behind_key, text};

use std::rc::Rc;

use crate::problem::Place;

/// A value with its place.
#[derive(Debug)]
pub(crate) struct Node {
    /// Where it stands; of a value of several lines, the first line.
    pub(crate) place: Place,
    /// The value.
    pub(crate) kind: Kind,
    /// How many levels of lists and mappings it holds; 0 for a scalar.
    depth: u16,
    /// How many values one meets on a walk through it, with those that aliases repeat.
    size: u32,
}

/// What a value is.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    /// A single value, with the text that it is written as.
    Scalar(Scalar, String),
    /// A list.
    List(Vec<Rc<Node>>),
    /// A mapping. No two entries have the same key.
    Mapping(Vec<Entry>),
    /// Something that was reported and left out.
    Broken,
}

/// An entry of a mapping.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// Its key.
    pub(crate) key: Rc<Key>,
    /// Its value.
    pub(crate) value: Rc<Node>,
}

/// The key of an entry.
#[derive(Debug)]
pub(crate) struct Key {
    /// The key as text.
    pub(crate) text: String,
    /// What the key is when it is read as a value: `404` is a number.
    pub(crate) scalar: Scalar,
    /// Where it stands.
    pub(crate) place: Place,
}

impl Node {
    /// The entry of this key, when this is a mapping that has it.
    pub(crate) fn entry(&self, key: &str) -> Option<&Entry> {
        match &self.kind {
            Kind::Mapping(entries) => entries.iter().find(|entry| entry.key.text == key),
            _ => None,
        }
    }

    /// The entries, when this is a mapping.
    pub(crate) fn entries(&self) -> &[Entry] {
        match &self.kind {
            Kind::Mapping(entries) => entries,
            _ => &[],
        }
    }

    /// The items, when this is a list.
    pub(crate) fn items(&self) -> &[Rc<Node>] {
        match &self.kind {
            Kind::List(items) => items,
            _ => &[],
        }
    }

    /// How many levels of lists and mappings it holds; 0 for a scalar.
    pub(crate) fn depth(&self) -> u16 {
        self.depth
    }

    /// How many values one meets on a walk through it.
    pub(crate) fn size(&self) -> u32 {
        self.size
    }

    /// A list or mapping of these parts, or a scalar.
    pub(crate) fn new(place: Place, kind: Kind) -> Rc<Self> {
        let (mut deepest, mut size) = (0, 1_u32);
        let children: &mut dyn Iterator<Item = &Rc<Self>> = match &kind {
            Kind::List(items) => &mut items.iter(),
            Kind::Mapping(entries) => &mut entries.iter().map(|entry| &entry.value),
            Kind::Scalar(..) | Kind::Broken => {
                return Rc::new(Self { place, kind, depth: 0, size });
            }
        };
        for child in children {
            deepest = deepest.max(child.depth);
            size = size.saturating_add(child.size);
        }
        Rc::new(Self { place, kind, depth: deepest.saturating_add(1), size })
    }

    fn scalar(place: Place, scalar: Scalar, text: String) -> Rc<Self> {
        Self::new(place, Kind::Scalar(scalar, text))
    }

    fn broken(place: Place) -> Rc<Self> {
        Self::new(place, Kind::Broken)
    }
}
