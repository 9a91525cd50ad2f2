//! Objects and maps.

use super::super::problem::ImportProblemKind;
use super::super::tree::Node;
use super::parts::Parts;
use super::types::{Hint, Property};
use super::{Lowering, Ty};

/// The longest key of a member.
const LONGEST: usize = 200;

impl<'t> Lowering<'_, 't> {
    /// An object with known members, or a map.
    pub(super) fn object(
        &mut self,
        parts: &Parts<'t>,
        hint: &Hint,
        component: Option<Node<'t>>,
    ) -> Ty {
        if !has_members(parts) {
            return self.map(parts, hint);
        }
        Ty::Named(self.types.later(hint, parts, component.or(parts.single())))
    }

    /// The members of an object, where these parts describe one with known members.
    pub(super) fn object_members(
        &mut self,
        parts: &Parts<'t>,
        hint: &Hint,
    ) -> Option<Vec<Property<'t>>> {
        let kinds = parts.kinds(self.context);
        let is_object = kinds.is_empty() || kinds == ["object"];
        if !is_object || !has_members(parts) {
            return None;
        }
        self.conditions(parts);
        Some(self.properties(parts, hint))
    }

    /// Every member of an object.
    pub(super) fn properties(&mut self, parts: &Parts<'t>, hint: &Hint) -> Vec<Property<'t>> {
        let mut keys: Vec<(&'t str, Vec<Node<'t>>)> = Vec::new();
        for (key, node) in parts.all("properties").into_iter().flat_map(Node::members) {
            match keys.iter_mut().find(|(known, _)| *known == key) {
                Some((_, nodes)) => nodes.push(node),
                None => keys.push((key, vec![node])),
            }
        }
        let required: Vec<_> = parts.all("required").into_iter().flat_map(Node::items).collect();
        let required: Vec<_> = required.into_iter().filter_map(Node::text).collect();
        self.further_members(parts);
        let mut properties = Vec::new();
        for (key, nodes) in keys {
            let Some(node) = nodes.first().copied() else { continue };
            if key.len() > LONGEST || key.is_empty() {
                let what = "this key is empty or too long";
                self.context.findings.push(ImportProblemKind::Schema, node, what, "it is left out");
                continue;
            }
            let mut typed = self.lower(&nodes, &hint.member(key));
            if typed.ty == Ty::Bytes {
                typed.ty = Ty::STRING;
            }
            let is_required = required.contains(&key);
            properties.push(Property { node, key: key.to_owned(), is_required, typed });
        }
        properties
    }

    /// What members that are not described have to be is not said.
    fn further_members(&mut self, parts: &Parts<'t>) {
        let keys = ["additionalProperties", "patternProperties", "unevaluatedProperties"];
        for key in keys {
            for node in parts.all(key).into_iter().filter(|node| node.flag().is_none()) {
                if key == "additionalProperties" && node.members().is_empty() {
                    continue;
                }
                let what = "members that are not named have a type";
                let instead = "they are among `extra`, as free JSON";
                self.context.findings.push(ImportProblemKind::Schema, node, what, instead);
            }
        }
    }

    fn map(&mut self, parts: &Parts<'t>, hint: &Hint) -> Ty {
        let mut values: Vec<_> = parts.all("additionalProperties");
        values.retain(|node| node.is_object());
        for node in parts.all("patternProperties") {
            let what = "which keys have which type is said by patterns";
            let instead = "values are free JSON";
            self.context.findings.push(ImportProblemKind::Schema, node, what, instead);
        }
        for node in parts.all("required").into_iter().chain(parts.all("additionalProperties")) {
            for item in node.items() {
                item.text();
            }
            node.flag();
        }
        let Some(first) = values.first().copied() else {
            return Ty::Map(Box::new(Ty::JSON));
        };
        let mut value = self.lower(&values, &hint.item());
        if value.is_nullable && value.ty != Ty::JSON {
            let what = "a value of the map may be null";
            let instead = "values are free JSON";
            self.context.findings.note(ImportProblemKind::Schema, first, what, instead);
            value.ty = Ty::JSON;
        }
        if value.ty == Ty::Bytes {
            value.ty = Ty::STRING;
        }
        Ty::Map(Box::new(value.ty))
    }
}

/// Whether some members have names that can be keys.
fn has_members(parts: &Parts<'_>) -> bool {
    let members = parts.all("properties").into_iter().flat_map(Node::members);
    members.into_iter().any(|(key, _)| !key.is_empty() && key.len() <= LONGEST)
}
