//! Data of one's own: YAML to objects, and these to the store.
//!
//! A file is a mapping from the names of resources to how many of each there are to begin with, to a
//! list of objects, or to both: `count` and `objects`. What an object does not say is made up.

mod fitting;
mod mistakes;
mod reading;

use std::collections::BTreeSet;

use deskpro_spec::Sources;
use deskpro_spec::api::{Api, ResourceId};
use deskpro_spec::document::read_json;
use deskpro_spec::problem::Place;
use serde_json::Value;

use crate::Object;
use crate::effect;
use crate::store::Store;
use mistakes::Mistakes;
use reading::Reader;

/// What is given to begin with.
#[derive(Debug, Default)]
pub(crate) struct Data {
    /// How many objects of a resource are made up.
    pub(crate) counts: Vec<(ResourceId, u64)>,
    /// Objects, parents before what lives within them.
    given: Vec<Given>,
    /// What they refer to.
    references: Vec<Reference>,
}

/// An object that is given.
#[derive(Debug)]
struct Given {
    place: Place,
    resource: ResourceId,
    parent: Option<Parent>,
    id: Option<u64>,
    members: Object,
}

/// Within which object another is given.
#[derive(Debug, Clone, Copy)]
enum Parent {
    Id(u64),
    /// The one given in this place of the list.
    Given(usize),
}

/// An id that is given, and where.
#[derive(Debug)]
struct Reference {
    place: Place,
    resource: ResourceId,
    id: u64,
}

impl Data {
    /// Reads a file, which problems call by this name.
    ///
    /// # Errors
    ///
    /// A line for each mistake: its line and column, and what was expected.
    pub(crate) fn read(api: &Api, name: &str, text: &str) -> Result<Self, String> {
        let sources = Sources::from_files([(name, text)]);
        let document = read_json(&sources);
        let document =
            document.map_err(|problems| problems.short(&sources).trim_end().to_owned())?;
        let mut reader = Reader::new(api);
        reader.read(&document);
        let (data, mistakes) = reader.finish();
        mistakes.into_result(name).map(|()| data)
    }

    /// Puts what is given into a store that holds as many objects as are counted.
    ///
    /// # Errors
    ///
    /// A line for each object that refers to one that is not there.
    pub(crate) fn put(self, api: &Api, store: &mut Store, name: &str) -> Result<(), String> {
        let mut mistakes = Mistakes::default();
        let said = self.given.iter().filter_map(|given| Some((given.resource, given.id?)));
        let said: BTreeSet<_> = said.collect();
        let mut ids = BTreeSet::new();
        let mut placed: Vec<(u64, Vec<effect::Owner>)> = Vec::new();
        for given in &self.given {
            let parent = given.parent.and_then(|parent| match parent {
                Parent::Id(id) => Some(id),
                Parent::Given(index) => placed.get(index).map(|(id, _)| *id),
            });
            let above = api[given.resource].parent.as_ref();
            if let (Some(above), Some(id)) = (above, parent.filter(|_| above.is_some()))
                && !store.contains(above.resource, id)
            {
                mistakes.push(given.place, missing(api, above.resource, id));
            }
            let id = given.id.unwrap_or_else(|| free_id(store, given.resource, &said));
            if !ids.insert((given.resource, id)) {
                let name = &api[given.resource].singular;
                mistakes.push(given.place, format!("there are two of {name} {id}"));
            }
            let before = effect::around(api, store, given.resource, id);
            store.give(given.resource, id, parent, given.members.clone());
            placed.push((id, before));
        }
        for (given, (id, before)) in self.given.iter().zip(&placed) {
            effect::changed(api, store, given.resource, *id, before);
        }
        // What is said of an object holds, whatever others count.
        for (given, (id, _)) in self.given.iter().zip(&placed) {
            for (name, value) in &given.members {
                store.set(given.resource, *id, name, value.clone());
            }
        }
        self.miss_references(api, store, &mut mistakes);
        mistakes.into_result(name)
    }

    /// Adds what is referred to and not there.
    fn miss_references(&self, api: &Api, store: &Store, mistakes: &mut Mistakes) {
        for Reference { place, resource, id } in &self.references {
            if !store.is_there_or_never_was(*resource, *id) {
                mistakes.push(*place, missing(api, *resource, *id));
            }
        }
    }
}

/// An id that no object says it has.
fn free_id(store: &mut Store, resource: ResourceId, said: &BTreeSet<(ResourceId, u64)>) -> u64 {
    let mut id = store.next_id(resource);
    // Ids end far below the greatest number, so that there is always another one.
    while said.contains(&(resource, id)) {
        id = store.next_id(resource);
    }
    id
}

fn missing(api: &Api, resource: ResourceId, id: u64) -> String {
    format!("there is no {} {id}", api[resource].singular.replace('_', " "))
}

/// The id that a value is: a whole number from 1 on, of 64 bits with a sign.
fn whole_id(value: &Value) -> Option<u64> {
    value.as_i64().and_then(|id| u64::try_from(id).ok()).filter(|id| *id > 0)
}
