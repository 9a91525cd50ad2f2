//! Who asks: a helpdesk knows one person behind all of its keys.

use deskpro_spec::api::{Api, Meaning, ResourceId};
use serde_json::Value;

use crate::store::Store;
use crate::{fields, id};

/// The object of a resource that stands for whoever asks: the one that something of which there is
/// only one, such as `/me`, refers to; else the first agent.
pub(crate) fn person(api: &Api, store: &Store, people: ResourceId) -> Option<u64> {
    let is_got = |single: &ResourceId| {
        let mut operations = api[*single].operations.iter();
        fields::is_single(api, &api[*single])
            && operations.any(|operation| api[operation.verb].meaning == Meaning::Get)
    };
    let mut said = api.resource_ids().filter(is_got).flat_map(|single| {
        let fields = fields::read(&api[single]);
        let naming = fields.filter(|field| fields::referenced(&field.ty) == Some(people));
        naming.filter_map(move |field| {
            let person = number(&store.field(single, 1, &field.name)?)?;
            (store.contains(people, person) || !store.has_held(people)).then_some(person)
        })
    });
    said.next().or_else(|| {
        let mut kinds = fields::of_same_ids(api, people).filter(|&kind| kind != people);
        kinds.find_map(|kind| store.ids(kind, None).next())
    })
}

/// The id that a reference is, also where the object itself stands in its place.
fn number(value: &Value) -> Option<u64> {
    id::of(value.get(fields::ID).unwrap_or(value))
}
