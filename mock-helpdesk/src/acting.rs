//! Who asks: a helpdesk knows one person behind all of its keys.

use deskpro_spec::api::{Api, ResourceId};

use crate::store::Store;
use crate::{fields, id};

/// The object of a resource that stands for whoever asks: the one that something of which there is
/// only one, such as `/me`, refers to; else the first agent.
pub(crate) fn person(api: &Api, store: &Store, people: ResourceId) -> Option<u64> {
    let singles = api.resource_ids().filter(|&it| fields::is_single(api, &api[it]));
    let mut said = singles.filter_map(|single| {
        let field = fields::referring(api, &api[single], people)?;
        let person = id::of(&store.field(single, 1, &field.name)?)?;
        (store.contains(people, person) || !store.has_held(people)).then_some(person)
    });
    said.next().or_else(|| {
        let mut kinds = fields::of_same_ids(api, people).filter(|&kind| kind != people);
        kinds.find_map(|kind| store.ids(kind, None).next())
    })
}
