//! Data to begin with: made up from the examples and types of the description, always the same.

mod dice;
mod make_up;
mod varied;
mod vary;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use deskpro_spec::api::{Api, Field, Payload, Resource, ResourceId, Type};
use serde_json::Value;

use crate::{Object, fields};
use make_up::MakeUp;

pub(crate) use make_up::blank;

/// How many objects of each resource there are to begin with.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seeds {
    /// By resource: how many within each parent, and how many in all.
    counts: BTreeMap<ResourceId, Count>,
    /// From which number they are made up; 0 for the examples of the description.
    number: u64,
}

#[derive(Debug, Clone, Copy)]
struct Count {
    within_each: u64,
    total: u64,
    is_child: bool,
}

impl Seeds {
    /// So many objects of each of these resources; children are counted within each parent.
    ///
    /// Of what there can be only one there is one.
    pub(crate) fn new(api: &Api, asked: &BTreeMap<ResourceId, u64>) -> Self {
        let mut seeds = Self::default();
        for resource in api.resource_ids() {
            seeds.add(api, asked, resource);
        }
        seeds
    }

    /// The same seeds, made up from this number.
    pub(crate) fn with_number(self, number: u64) -> Self {
        Self { number, ..self }
    }

    /// The number from which they are made up.
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    /// How many objects of a resource there are to begin with.
    pub(crate) fn total(&self, resource: ResourceId) -> u64 {
        self.counts.get(&resource).map_or(0, |count| count.total)
    }

    /// The seeded object of which this seeded object is a child.
    pub(crate) fn parent(&self, resource: ResourceId, id: u64) -> Option<u64> {
        let count = self.counts.get(&resource).filter(|count| count.is_child)?;
        let before = id.checked_sub(1)?.checked_div(count.within_each)?;
        (id <= count.total).then_some(before + 1)
    }

    /// The ids of the seeded children of an object.
    pub(crate) fn children(&self, resource: ResourceId, parent: u64) -> Range<u64> {
        let Some(count) = self.counts.get(&resource).filter(|count| count.is_child) else {
            return 0..0;
        };
        let start = parent.checked_sub(1).and_then(|before| before.checked_mul(count.within_each));
        match start.filter(|start| *start < count.total) {
            Some(start) => start + 1..start.saturating_add(count.within_each).saturating_add(1),
            None => 0..0,
        }
    }

    /// Counts the parents first, however the resources are ordered.
    fn add(&mut self, api: &Api, asked: &BTreeMap<ResourceId, u64>, resource: ResourceId) -> u64 {
        if let Some(count) = self.counts.get(&resource) {
            return count.total;
        }
        let is_single = fields::is_single(api, &api[resource]);
        let within_each =
            if is_single { 1 } else { asked.get(&resource).copied().unwrap_or_default() };
        // In place before the parent is looked at: a circle of parents ends here.
        let contexts = fields::contexts(api, &api[resource]);
        let is_child = api[resource].parent.is_some() || contexts.is_some();
        self.counts.insert(resource, Count { within_each, total: 0, is_child });
        let parents = match &api[resource].parent {
            Some(parent) => self.add(api, asked, parent.resource),
            None => contexts.unwrap_or(1),
        };
        let total = within_each.saturating_mul(parents);
        self.counts.insert(resource, Count { within_each, total, is_child });
        total
    }
}

/// A seeded object.
pub(crate) fn object(api: &Api, seeds: &Seeds, resource: ResourceId, id: u64) -> Object {
    let make_up = MakeUp::new(api, seeds, resource, id);
    let described = fields::read(&api[resource]);
    let described = described.map(|field| (field.name.clone(), make_up.field(field)));
    shown(api, resource).cloned().unwrap_or_default().into_iter().chain(described).collect()
}

/// One field of a seeded object.
pub(crate) fn field(
    api: &Api,
    seeds: &Seeds,
    resource: ResourceId,
    id: u64,
    name: &str,
) -> Option<Value> {
    match fields::named(&api[resource], name) {
        Some(field) => Some(MakeUp::new(api, seeds, resource, id).field(field)),
        None => shown(api, resource)?.get(name).cloned(),
    }
}

/// The numbers of seeded objects that may have this text: the first, whose texts are those of the
/// examples, and those whose number ends a run of digits in it.
pub(crate) fn numbers(text: &str) -> impl Iterator<Item = u64> {
    let runs = text.split(|character: char| !character.is_ascii_digit());
    let ends =
        runs.flat_map(|run| (0..run.len()).filter_map(|start| run.get(start..)?.parse().ok()));
    std::iter::once(1).chain(ends.filter(|number| *number > 1))
}

/// What the helpdesk itself puts into a field of a new object: something like its example.
pub(crate) fn like(api: &Api, field: &Field, id: u64) -> Option<Value> {
    let example = field.example.as_ref()?;
    Some(match (&field.ty, example.as_u64()) {
        (Type::Integer, Some(first)) => Value::from(first.saturating_add(id.saturating_sub(1))),
        _ => vary::example(api, &field.ty, example, id),
    })
}

/// What an example shows of a resource of which nothing is known but what examples show.
fn shown(api: &Api, own: ResourceId) -> Option<&Object> {
    let resource = Some(&api[own]).filter(|resource| resource.is_untyped)?;
    let returning = resource.operations.iter().filter(|it| it.returns == Payload::Resource(own));
    let examples = resource.examples.iter().chain(returning.flat_map(|it| &it.examples));
    let mut bodies = examples.filter_map(|example| example.response.body.as_ref());
    bodies.find_map(|body| match body.get(&api.envelope.data) {
        Some(Value::Array(items)) => items.first()?.as_object(),
        Some(data) => data.as_object(),
        None => None,
    })
}

/// What the description shows for a field: its own example, or that of a whole object.
fn example<'a>(api: &Api, resource: &'a Resource, field: &'a Field) -> Option<&'a Value> {
    let whole = || {
        let bodies = resource.examples.iter().filter_map(|example| example.response.body.as_ref());
        let mut objects = bodies.map(|body| body.get(&api.envelope.data).unwrap_or(body));
        objects.find_map(|object| object.get(&field.name))
    };
    field.example.as_ref().or_else(whole)
}
