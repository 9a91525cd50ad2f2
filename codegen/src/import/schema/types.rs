//! The types that were found, in the order in which they were.

use std::collections::{BTreeMap, VecDeque};

use super::super::tree::Node;
use super::parts::Parts;
use super::{Ty, Typed};

/// Types by their numbers.
#[derive(Debug, Default)]
pub(in super::super) struct Types<'t> {
    defs: Vec<TypeDef<'t>>,
    /// What was found for parts that describe one value together.
    known: BTreeMap<Vec<usize>, Typed<'t>>,
    /// Numbers of types by what they are made of.
    by_content: BTreeMap<String, usize>,
    pending: VecDeque<(usize, Parts<'t>, Hint)>,
}

/// A type that was found.
#[derive(Debug)]
pub(in super::super) struct TypeDef<'t> {
    /// What it may be called, the most wanted name first.
    pub(in super::super) hint: Hint,
    pub(in super::super) docs: Option<String>,
    pub(in super::super) kind: Kind<'t>,
    /// Whether several places have it, so that none of them gives it its name.
    pub(in super::super) is_shared: bool,
}

/// What kind of type.
#[derive(Debug)]
pub(in super::super) enum Kind<'t> {
    /// Not lowered yet.
    Pending,
    Object(Vec<Property<'t>>),
    Enum(Vec<Value>),
    OneOf(Vec<Choice>),
}

/// A member of an object.
#[derive(Debug, Clone)]
pub(in super::super) struct Property<'t> {
    pub(in super::super) node: Node<'t>,
    pub(in super::super) key: String,
    pub(in super::super) is_required: bool,
    pub(in super::super) typed: Typed<'t>,
}

/// A value of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Value {
    pub(in super::super) value: String,
    pub(in super::super) docs: Option<String>,
}

/// One of several types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Choice {
    pub(in super::super) name: String,
    pub(in super::super) ty: Ty,
    pub(in super::super) docs: Option<String>,
}

/// What a type may be called.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Hint {
    /// The place where it was found: `issue state`.
    pub(in super::super) full: String,
    /// The end of that: `state`.
    pub(in super::super) short: String,
    pub(in super::super) is_component: bool,
}

impl Hint {
    /// The name of a component.
    pub(in super::super) fn component(name: &str) -> Self {
        Self { full: name.to_owned(), short: name.to_owned(), is_component: true }
    }

    /// A name for something within an operation.
    pub(in super::super) fn within(outer: &str, name: &str) -> Self {
        Self { full: format!("{outer} {name}"), short: name.to_owned(), is_component: false }
    }

    /// The name of a member.
    pub(super) fn member(&self, key: &str) -> Self {
        Self::within(&self.full, key)
    }

    /// The name of an item of a list.
    pub(super) fn item(&self) -> Self {
        let one = |name: &str| match self.is_component {
            true => format!("{name} item"),
            false => super::super::name::singular(name),
        };
        Self { full: one(&self.full), short: one(&self.short), is_component: false }
    }
}

impl<'t> Types<'t> {
    /// Every type with its number.
    pub(in super::super) fn iter(&self) -> impl Iterator<Item = (usize, &TypeDef<'t>)> {
        self.defs.iter().enumerate()
    }

    /// The type of a number.
    pub(in super::super) fn get(&self, at: usize) -> Option<&TypeDef<'t>> {
        self.defs.get(at)
    }

    /// The members of an object, for those who change them.
    pub(super) fn object_mut(&mut self, at: usize) -> Option<&mut Vec<Property<'t>>> {
        match &mut self.defs.get_mut(at)?.kind {
            Kind::Object(properties) => Some(properties),
            _ => None,
        }
    }

    /// Adds a type, or finds the one that is made of the same.
    pub(super) fn add(&mut self, hint: &Hint, kind: Kind<'t>, node: Option<Node<'t>>) -> usize {
        let word = match kind {
            Kind::Pending | Kind::Object(_) => "object",
            Kind::Enum(_) => "enum",
            Kind::OneOf(_) => "one_of",
        };
        let content = node.filter(|_| !hint.is_component);
        let content = content.map(|node| format!("{word} {}", node.json()));
        if let Some(at) = content.as_ref().and_then(|content| self.by_content.get(content)) {
            let at = *at;
            // What it says is said by the first of them.
            node.map(Node::whole);
            if let Some(def) = self.defs.get_mut(at) {
                def.is_shared |= def.hint.full != hint.full;
            }
            return at;
        }
        let (hint, docs) = (hint.clone(), None);
        self.defs.push(TypeDef { hint, docs, kind, is_shared: false });
        let at = self.defs.len() - 1;
        self.by_content.extend(content.map(|content| (content, at)));
        at
    }

    /// Adds an object that is lowered later, so that objects may hold one another.
    pub(super) fn later(
        &mut self,
        hint: &Hint,
        parts: &Parts<'t>,
        node: Option<Node<'t>>,
    ) -> usize {
        let before = self.defs.len();
        let at = self.add(hint, Kind::Pending, node);
        if at == before {
            self.pending.push_back((at, parts.clone(), hint.clone()));
        }
        at
    }

    pub(super) fn next_pending(&mut self) -> Option<(usize, Parts<'t>, Hint)> {
        self.pending.pop_front()
    }

    pub(super) fn fill(&mut self, at: usize, kind: Kind<'t>) {
        if let Some(def) = self.defs.get_mut(at) {
            def.kind = kind;
        }
    }

    /// Says what a type is, where nothing was said yet.
    pub(super) fn document(&mut self, at: usize, docs: &Option<String>) {
        if let Some(def) = self.defs.get_mut(at)
            && def.docs.is_none()
        {
            def.docs.clone_from(docs);
        }
    }

    /// What was found for these parts.
    pub(super) fn known(&self, parts: &[usize]) -> Option<Typed<'t>> {
        self.known.get(parts).cloned()
    }

    pub(super) fn keep(&mut self, parts: Vec<usize>, typed: Typed<'t>) {
        self.known.insert(parts, typed);
    }
}
