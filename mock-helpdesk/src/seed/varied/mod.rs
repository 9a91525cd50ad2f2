//! Values of seeded objects that differ as those of a real helpdesk do, under a number.
//!
//! Everything follows from the number, the field and the id, so that nothing is held, and what
//! belongs together is found again: agents are people of the same id, the address of a person holds
//! the names, and a message is later than its ticket.

mod dates;
mod references;
mod texts;

use deskpro_spec::api::{Access, Field, ResourceId, Type, TypeKind};
use serde_json::{Value, json};

use super::dice::Dice;
use super::make_up::MakeUp;
use super::words;
use crate::{effect, fields};

/// The list of free words that an object is marked with.
const LABELS: &str = "labels";

/// Makes up the fields of one object under a number.
pub(super) struct Varied<'m, 'a> {
    pub(super) made: &'m MakeUp<'a>,
}

impl Varied<'_, '_> {
    /// The value of a field that is no id; `None` where the description's example says best what it
    /// may be.
    pub(super) fn field(&self, field: &Field) -> Option<Value> {
        let mirrored = effect::mirrored(self.made.resource, field);
        if let Some(other) = mirrored {
            return Some(self.made.field(other));
        }
        if field.ty == Type::DateTime {
            return self.date(field);
        }
        let other = fields::referenced(&field.ty);
        // An example of null is meant; who refers to its own kind would refer to itself.
        if field.nullable && (field.example == Some(Value::Null) || other == Some(self.made.own)) {
            return Some(Value::Null);
        }
        if let Some(other) = other {
            return self.reference(field, other);
        }
        match &field.ty {
            Type::String => self.text(field),
            Type::Boolean => self.flag(field),
            Type::Integer if field.access != Access::ReadOnly && !field.nullable => {
                // Most things are not urgent.
                let mut dice = self.dice(field);
                Some(json!(1 + dice.below(10).min(dice.below(10))))
            }
            Type::Integer => self.counted(field).map(Value::from),
            Type::Named(named) => match &self.made.api[*named].kind {
                TypeKind::Enum(values) => {
                    let weighed = values.iter().map(|it| (it.value.as_str(), weight(&it.value)));
                    self.dice(field).weighed(weighed).map(Value::from)
                }
                TypeKind::Object(_) | TypeKind::OneOf(_) => None,
            },
            Type::List(item) if **item == Type::String && field.name == LABELS => {
                Some(json!(self.labels(field)))
            }
            _ => None,
        }
    }

    /// None, one or two labels.
    fn labels(&self, field: &Field) -> Vec<&'static str> {
        let mut dice = self.dice(field);
        let count = dice.below(3);
        let thrown = (0..count).filter_map(|_| dice.one_of(words::LABELS).copied());
        let mut labels: Vec<&str> = thrown.collect();
        labels.sort_unstable();
        labels.dedup();
        labels
    }

    /// Dice for a field. What has the ids of another resource has its texts, too.
    fn dice(&self, field: &Field) -> Dice {
        let api = self.made.api;
        let original = api[self.made.own].id.as_ref().and_then(fields::referenced);
        let resource = &api[original.unwrap_or(self.made.own)];
        Dice::new(self.made.seeds.number(), [&resource.name, &field.name], self.made.id)
    }

    fn flag(&self, field: &Field) -> Option<Value> {
        let (api, seeds) = (self.made.api, self.made.seeds);
        let name = field.name.strip_prefix("is_").unwrap_or_default();
        // Agents are the first among people.
        let mut kinds = fields::of_same_ids(api, self.made.own);
        if let Some(kind) = kinds.find(|kind| api[*kind].singular == name) {
            return Some(Value::Bool(self.made.id <= seeds.total(kind)));
        }
        let child = self.child(field.name.strip_prefix("has_")?)?;
        Some(Value::Bool(!seeds.children(child, self.made.id).is_empty()))
    }

    /// How many children there are, where a counter counts them.
    fn counted(&self, field: &Field) -> Option<u64> {
        let child = self.child(fields::counted(&field.name)?)?;
        let children = self.made.seeds.children(child, self.made.id);
        Some(children.end - children.start)
    }

    /// The children that are reached under this name.
    fn child(&self, name: &str) -> Option<ResourceId> {
        let is_meant = |child: &ResourceId| {
            let parent = self.made.api[*child].parent.as_ref();
            parent.is_some_and(|it| it.resource == self.made.own && it.name == name)
        };
        self.made.api.resource_ids().find(is_meant)
    }
}

fn weight(value: &str) -> u64 {
    let known = words::WEIGHTS.iter().find(|(known, _)| *known == value);
    known.map_or(10, |(_, weight)| *weight)
}
