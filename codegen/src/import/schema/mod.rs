//! Schemas as types of this format.

mod choice;
mod endless;
mod object;
mod parts;
mod says;
mod scalar;
mod types;

use super::problem::ImportProblemKind;
use super::source::Context;
use super::tree::Node;
use parts::Parts;

pub(super) use endless::cut;
pub(super) use says::Says;
pub(super) use types::{Hint, Kind, Property, TypeDef, Types, Value};

/// How many references and lists lead into one another before it is given up.
const DEEPEST: usize = 24;

/// How deep lists and maps may lie within one another in a type of this format.
const NESTED: usize = 7;

/// A type expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ty {
    /// `string`, `integer`, `number`, `boolean`, `datetime`, `date` or `json`.
    Word(&'static str),
    /// Bytes, which JSON does not hold.
    Bytes,
    List(Box<Self>),
    Map(Box<Self>),
    /// A declared type, by its number.
    Named(usize),
}

impl Ty {
    /// Free JSON.
    pub(super) const JSON: Self = Self::Word("json");
    /// Text.
    pub(super) const STRING: Self = Self::Word("string");

    /// The declared type that it is or that lies within.
    pub(super) fn named(&self) -> Option<usize> {
        match self {
            Self::Word(_) | Self::Bytes => None,
            Self::List(item) | Self::Map(item) => item.named(),
            Self::Named(at) => Some(*at),
        }
    }

    fn depth(&self) -> usize {
        match self {
            Self::List(item) | Self::Map(item) => item.depth() + 1,
            _ => 0,
        }
    }
}

/// A value: its type, and what is said of it.
#[derive(Debug, Clone)]
pub(super) struct Typed<'t> {
    pub(super) ty: Ty,
    pub(super) is_nullable: bool,
    pub(super) says: Says<'t>,
}

/// The members of an object, and what is said of it.
pub(super) type Members<'t> = (Vec<Property<'t>>, Says<'t>);

/// Turns schemas into types.
pub(super) struct Lowering<'a, 't> {
    pub(super) context: &'a mut Context<'t>,
    pub(super) types: &'a mut Types<'t>,
    /// Schemas that are being lowered, each as the parts that it has.
    open: Vec<Vec<usize>>,
}

impl<'a, 't> Lowering<'a, 't> {
    /// Lowers into these types.
    pub(super) fn new(context: &'a mut Context<'t>, types: &'a mut Types<'t>) -> Self {
        Self { context, types, open: Vec::new() }
    }

    /// The type of a value of this schema, with all types that it leads to.
    pub(super) fn value(&mut self, node: Node<'t>, hint: &Hint) -> Typed<'t> {
        let typed = self.lower(&[node], hint);
        self.finish();
        typed
    }

    /// The members of an object, where the schema is one, with what is said of the whole; all types
    /// that they lead to are lowered.
    pub(super) fn members(&mut self, node: Node<'t>, hint: &Hint) -> Option<Members<'t>> {
        let parts = Parts::of(self.context, &[node]).expanded(self.context);
        let properties = self.object_members(&parts, hint);
        self.finish();
        // A null in the place of the whole is the same as nothing.
        parts.is_nullable(self.context);
        let says = parts.says(self.context, &hint.short, &Ty::JSON);
        Some((properties?, says))
    }

    /// Lowers the objects that were found on the way.
    fn finish(&mut self) {
        while let Some((at, parts, hint)) = self.types.next_pending() {
            let properties = self.properties(&parts, &hint);
            self.types.fill(at, Kind::Object(properties));
        }
    }

    /// The type of a value that all of these schemas describe.
    fn lower(&mut self, nodes: &[Node<'t>], hint: &Hint) -> Typed<'t> {
        let parts = Parts::of(self.context, nodes);
        if let Some(target) = parts.only_reference() {
            let of_target = self.component(target);
            return of_target.with_says(parts.says(self.context, &hint.short, &Ty::JSON));
        }
        let expanded = parts.expanded(self.context);
        self.once(&expanded, hint, None)
    }

    /// The type of a schema that a reference leads to.
    fn component(&mut self, target: Node<'t>) -> Typed<'t> {
        let hint = Hint::component(target.key());
        let parts = Parts::of(self.context, &[target]);
        match parts.only_reference() {
            // References lead to what is no reference: only remarks stand between.
            Some(next) if !self.open.contains(&vec![next.id()]) => {
                self.open.push(vec![next.id()]);
                let of_next = self.component(next);
                self.open.pop();
                of_next.with_says(parts.says(self.context, target.key(), &Ty::JSON))
            }
            _ => {
                let expanded = parts.expanded(self.context);
                self.once(&expanded, &hint, Some(target))
            }
        }
    }

    /// The type of what these parts describe together, which is found once.
    fn once(&mut self, parts: &Parts<'t>, hint: &Hint, component: Option<Node<'t>>) -> Typed<'t> {
        let key = parts.key();
        if let Some(typed) = self.types.known(&key) {
            return typed;
        }
        let is_open = self.open.contains(&key);
        if is_open || self.open.len() >= DEEPEST {
            if let Some(node) = parts.first() {
                let (kind, what) = match is_open {
                    true => (
                        ImportProblemKind::Endless,
                        "this schema holds itself without an object between",
                    ),
                    false => (ImportProblemKind::Schema, "schemas lead to one another too often"),
                };
                self.context.findings.note(kind, node, what, "it is free JSON there");
            }
            return Typed { ty: Ty::JSON, is_nullable: true, says: Says::default() };
        }
        self.open.push(key.clone());
        let typed = self.of_parts(parts, hint, component);
        self.open.pop();
        self.types.keep(key, typed.clone());
        typed
    }

    /// The type of what these parts describe together.
    fn of_parts(
        &mut self,
        parts: &Parts<'t>,
        hint: &Hint,
        component: Option<Node<'t>>,
    ) -> Typed<'t> {
        let is_nullable = parts.is_nullable(self.context);
        let (ty, adds_null) = self.kind_of(parts, hint, component);
        let ty = self.bounded(ty, parts);
        let mut says = parts.says(self.context, &hint.short, &ty);
        if let (Some(at), Some(_)) = (ty.named(), component) {
            // The type says it; whoever refers to it says something else or nothing.
            self.types.document(at, &says.documentation());
            if ty == Ty::Named(at) {
                says = Says { is_deprecated: says.is_deprecated, ..Says::default() };
            }
        }
        Typed { ty, is_nullable: is_nullable || adds_null, says }
    }

    /// The type, and whether null is one of its choices.
    fn kind_of(
        &mut self,
        parts: &Parts<'t>,
        hint: &Hint,
        component: Option<Node<'t>>,
    ) -> (Ty, bool) {
        if let Some(choice) = self.choice(parts, hint, component) {
            return choice;
        }
        if let Some(ty) = self.enumeration(parts, hint, component) {
            return (ty, false);
        }
        let kinds = parts.kinds(self.context);
        let ty = match kinds.as_slice() {
            [] if parts.is_object() => self.object(parts, hint, component),
            [] if parts.get("items").is_some() => self.list(parts, hint),
            [] => scalar::guessed(parts),
            ["object"] => self.object(parts, hint, component),
            ["array"] => self.list(parts, hint),
            [kind] => scalar::scalar(self.context, parts, kind),
            several => self.several(parts, several, hint, component),
        };
        (ty, false)
    }

    fn list(&mut self, parts: &Parts<'t>, hint: &Hint) -> Ty {
        for key in ["prefixItems", "contains", "additionalItems", "unevaluatedItems"] {
            if let Some(node) = parts.get(key) {
                let what = format!("`{key}` says of single items what they are");
                let instead = "all items are of one type";
                self.context.findings.push(ImportProblemKind::Schema, node, what, instead);
            }
        }
        let items: Vec<_> = parts.all("items").into_iter().filter(|it| it.is_object()).collect();
        let Some(first) = items.first() else {
            return Ty::List(Box::new(Ty::JSON));
        };
        let mut item = self.lower(&items, &hint.item());
        if item.is_nullable && item.ty != Ty::JSON {
            let what = "an item of the list may be null";
            let instead = "items are free JSON";
            self.context.findings.note(ImportProblemKind::Schema, *first, what, instead);
            item.ty = Ty::JSON;
        }
        if item.ty == Ty::Bytes {
            item.ty = Ty::STRING;
        }
        Ty::List(Box::new(item.ty))
    }

    /// A type that is not nested too deeply.
    fn bounded(&mut self, ty: Ty, parts: &Parts<'t>) -> Ty {
        if ty.depth() <= NESTED {
            return ty;
        }
        if let Some(node) = parts.first() {
            let what = "lists and maps lie too deep within one another";
            self.context.findings.note(ImportProblemKind::Schema, node, what, "it is free JSON");
        }
        Ty::JSON
    }
}

impl<'t> Typed<'t> {
    /// The same value, of which more is said where it stands.
    fn with_says(mut self, says: Says<'t>) -> Self {
        self.is_nullable |= says.is_nullable;
        self.says = says.or(self.says);
        self
    }
}
