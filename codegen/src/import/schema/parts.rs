//! Schemas that all hold for one value, those of `allOf` among them.

use std::collections::BTreeSet;

use super::super::problem::ImportProblemKind;
use super::super::source::Context;
use super::super::tree::Node;
use super::Ty;
use super::says::{self, Says};

/// How many schemas may hold for one value.
const MOST: usize = 256;

/// What makes a schema more than a remark.
const SUBSTANCE: [&str; 16] = [
    "type",
    "format",
    "properties",
    "required",
    "items",
    "enum",
    "const",
    "oneOf",
    "anyOf",
    "additionalProperties",
    "patternProperties",
    "prefixItems",
    "not",
    "pattern",
    "minimum",
    "maxLength",
];

/// Schemas that hold for one value, the outermost first.
#[derive(Debug, Clone, Default)]
pub(super) struct Parts<'t> {
    list: Vec<Part<'t>>,
}

#[derive(Debug, Clone, Copy)]
struct Part<'t> {
    node: Node<'t>,
    /// What its reference leads to.
    target: Option<Node<'t>>,
}

impl<'t> Parts<'t> {
    /// These schemas with those of their `allOf`.
    pub(super) fn of(context: &mut Context<'t>, nodes: &[Node<'t>]) -> Self {
        let mut parts = Self::default();
        let mut open: Vec<_> = nodes.iter().rev().copied().collect();
        while let Some(node) = open.pop() {
            if parts.list.len() >= MOST {
                let what = "too many schemas hold for one value";
                context.findings.push(ImportProblemKind::Schema, node, what, "it is left out");
                break;
            }
            if !node.is_object() {
                no_schema(context, node);
                continue;
            }
            node.mark();
            let target = if node.has("$ref") { context.resolve(node) } else { None };
            parts.list.push(Part { node, target });
            let members = node.get("allOf").map(Node::items).unwrap_or_default();
            open.extend(members.into_iter().rev());
        }
        parts
    }

    /// The target of a reference that says all but remarks.
    pub(super) fn only_reference(&self) -> Option<Node<'t>> {
        let mut target = None;
        for part in &self.list {
            if SUBSTANCE.iter().any(|key| part.node.has(key)) {
                return None;
            }
            if part.target.is_some() && target.replace(part.target?).is_some() {
                return None;
            }
        }
        target
    }

    /// The same with what the references lead to in their place.
    pub(super) fn expanded(&self, context: &mut Context<'t>) -> Self {
        let mut seen: BTreeSet<usize> = self.list.iter().map(|part| part.node.id()).collect();
        let mut expanded = Self::default();
        let mut open: Vec<_> = self.list.iter().rev().copied().collect();
        while let Some(part) = open.pop() {
            expanded.list.push(Part { target: None, ..part });
            let target = part.target.filter(|target| seen.insert(target.id()));
            if let Some(target) = target.filter(|_| expanded.list.len() < MOST) {
                let within = Self::of(context, &[target]).list;
                seen.extend(within.iter().map(|part| part.node.id()));
                open.extend(within.into_iter().rev());
            }
        }
        expanded
    }

    /// What the parts are: the same for the same ones.
    pub(super) fn key(&self) -> Vec<usize> {
        self.nodes().map(Node::id).collect()
    }

    /// The outermost schema.
    pub(super) fn first(&self) -> Option<Node<'t>> {
        self.list.first().map(|part| part.node)
    }

    /// Every schema.
    pub(super) fn nodes(&self) -> impl Iterator<Item = Node<'t>> + '_ {
        self.list.iter().map(|part| part.node)
    }

    /// The schema, where there is only one.
    pub(super) fn single(&self) -> Option<Node<'t>> {
        match self.list.as_slice() {
            [part] => Some(part.node),
            _ => None,
        }
    }

    /// The first member of this key.
    pub(super) fn get(&self, key: &str) -> Option<Node<'t>> {
        self.nodes().find_map(|node| if node.has(key) { node.get(key) } else { None })
    }

    /// Every member of this key.
    pub(super) fn all(&self, key: &str) -> Vec<Node<'t>> {
        self.nodes().filter(|node| node.has(key)).filter_map(|node| node.get(key)).collect()
    }

    /// Whether something says that it is an object, without the word.
    pub(super) fn is_object(&self) -> bool {
        let keys = ["properties", "additionalProperties", "patternProperties"];
        keys.iter().any(|key| self.nodes().any(|node| node.has(key)))
    }

    /// Whether null is possible.
    pub(super) fn is_nullable(&self, _context: &mut Context<'t>) -> bool {
        let nullable = |node: Node<'t>| {
            let types = node.get("type").map(Node::items).unwrap_or_default();
            let says_null = |it: &Node<'t>| it.text() == Some("null");
            node.flag_of("nullable")
                || node.flag_of("x-nullable")
                || node.text_of("type") == Some("null")
                || types.iter().any(says_null)
                || node.get("enum").is_some_and(|it| it.items().iter().any(|it| it.is_null()))
        };
        self.nodes().any(nullable)
    }

    /// The types that it may have in JSON, without null.
    pub(super) fn kinds(&self, context: &mut Context<'t>) -> Vec<&'t str> {
        let mut found: Option<Vec<&'t str>> = None;
        for node in self.all("type") {
            let own = match node.text() {
                Some(text) => vec![text],
                None => node.items().into_iter().filter_map(Node::text).collect(),
            };
            let own: Vec<_> = own.into_iter().filter(|kind| *kind != "null").collect();
            match &mut found {
                None => found = Some(own),
                Some(kinds) => {
                    let both: Vec<_> =
                        kinds.iter().filter(|it| own.contains(it)).copied().collect();
                    if both.is_empty() && !own.is_empty() {
                        let what = format!("it cannot be `{}` too", own.join("`, `"));
                        let instead = format!("it is `{}`", kinds.join("`, `"));
                        context.findings.push(ImportProblemKind::Schema, node, what, instead);
                    } else {
                        *kinds = both;
                    }
                }
            }
        }
        found.unwrap_or_default()
    }

    /// What is said beside the type.
    pub(super) fn says(&self, context: &mut Context<'t>, name: &str, ty: &Ty) -> Says<'t> {
        says::says(context, self.nodes(), name, ty)
    }
}

/// Reports what stands where a schema should; `true` allows everything, as does nothing.
fn no_schema(context: &mut Context<'_>, node: Node<'_>) {
    if node.flag() == Some(true) {
        return;
    }
    let what = "this is no schema";
    context.findings.push(ImportProblemKind::Schema, node, what, "it is free JSON");
}
