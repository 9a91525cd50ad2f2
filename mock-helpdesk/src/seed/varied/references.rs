//! References that differ under a number.

use deskpro_spec::api::{Field, ResourceId, Type};
use serde_json::Value;

use super::super::make_up::MakeUp;
use super::Varied;
use crate::{fields, id};

impl Varied<'_, '_> {
    pub(super) fn reference(&self, field: &Field, other: ResourceId) -> Option<Value> {
        let (api, seeds) = (self.made.api, self.made.seeds);
        let to_json = |id: u64| id::to_json(api, &field.ty, id);
        let parent = self.made.resource.parent.as_ref().map(|parent| parent.resource);
        if parent == Some(other) {
            return seeds.parent(self.made.own, self.made.id).map(to_json);
        }
        // What paths name an object by is taken in turn, so that no two have the same.
        if fields::item_name(api, self.made.own) == Some(&field.name) {
            return None;
        }
        let mut dice = self.dice(field);
        if let Some(said) = self.said_by_turns(field, other).or_else(|| self.taken_over(field)) {
            return Some(said);
        }
        if field.nullable && dice.in_hundred(20) {
            return Some(Value::Null);
        }
        if let Some(beside) = self.made.siblings(other) {
            return (!beside.is_empty())
                .then(|| to_json(beside.start + dice.below(beside.end - beside.start)));
        }
        let total = seeds.total(other);
        // Agents are the first among people; others are not asked as persons.
        let agents = fields::of_same_ids(api, other).filter(|kind| *kind != other);
        let agents: u64 = agents.map(|kind| seeds.total(kind)).min().unwrap_or(0).min(total);
        let is_agent = fields::of_same_ids(api, other)
            .any(|kind| kind != other && fields::is_called(&field.name, &api[kind]));
        let (first, count) = match is_agent {
            true => (1, agents),
            false if agents < total => (agents + 1, total - agents),
            false => (1, total),
        };
        // Some ask often, most hardly ever.
        let often = dice.below(count).min(dice.below(count));
        (count > 0).then(|| to_json(first.saturating_add(often)))
    }

    /// `person_id` is the person, and the organization of a ticket that of its person.
    fn taken_over(&self, field: &Field) -> Option<Value> {
        let (api, resource) = (self.made.api, self.made.resource);
        let same = field.name.strip_suffix("_id").and_then(|name| fields::named(resource, name));
        let same = same.filter(|it| fields::referenced(&it.ty) == fields::referenced(&field.ty));
        if let Some(same) = same {
            return Some(self.made.field(same));
        }
        let is_taken = field.nullable && matches!(field.ty, Type::Ref(_));
        let mut others = fields::read(resource).filter(|_| is_taken).filter_map(|it| {
            let other = fields::referenced(&it.ty).filter(|&it| it != self.made.own)?;
            let taken = fields::named(&api[other], &field.name)?;
            (fields::is_called(&it.name, &api[other]) && taken.ty == field.ty)
                .then_some((it, other, taken))
        });
        let (from, other, taken) = others.next()?;
        let id = id::of(&self.made.field(from)).filter(|id| *id <= self.made.seeds.total(other))?;
        Some(MakeUp::new(api, self.made.seeds, other, id).field(taken))
    }

    /// Within a conversation the person whom it is for and the agent in charge speak by turns.
    fn said_by_turns(&self, field: &Field, other: ResourceId) -> Option<Value> {
        let (api, seeds) = (self.made.api, self.made.seeds);
        let parent = self.made.resource.parent.as_ref()?.resource;
        let parent_id = seeds.parent(self.made.own, self.made.id)?;
        let asking = fields::named(&api[parent], &field.name)?;
        if fields::referenced(&asking.ty) != Some(other) {
            return None;
        }
        let within = seeds.children(self.made.own, parent_id);
        let is_answer = self.made.id.saturating_sub(within.start) % 2 == 1;
        let above = MakeUp::new(api, seeds, parent, parent_id);
        let answering = || {
            let mut kinds = fields::of_same_ids(api, other).filter(|kind| *kind != other);
            let name = kinds.find_map(|kind| fields::named(&api[parent], &api[kind].singular))?;
            Some(above.field(name)).filter(|value| !value.is_null())
        };
        is_answer.then(answering).flatten().or_else(|| Some(above.field(asking)))
    }
}
