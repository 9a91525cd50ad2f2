//! What the helpdesk holds: objects by resource, in memory.
//!
//! Seeded objects are computed whenever they are looked at, so that a million of them cost nothing
//! until they are changed; what was made, changed or removed is kept.

mod collection;

use std::collections::BTreeMap;
use std::sync::Arc;

use deskpro_spec::api::{Api, ResourceId};
use serde_json::Value;

use crate::seed::{self, Seeds};
use crate::{Object, fields, id};
use collection::{Collection, Entry};

/// The objects of a helpdesk.
#[derive(Debug)]
pub(crate) struct Store {
    api: Arc<Api>,
    seeds: Seeds,
    collections: BTreeMap<ResourceId, Collection>,
}

impl Store {
    /// A store with these seeds and nothing else.
    pub(crate) fn new(api: Arc<Api>, seeds: Seeds) -> Self {
        let ids = api.resource_ids();
        let collections = ids.map(|id| (id, Collection::new(seeds.total(id)))).collect();
        Self { api, seeds, collections }
    }

    /// Forgets everything but the seeds.
    pub(crate) fn reset(&mut self) {
        for (id, collection) in &mut self.collections {
            *collection = Collection::new(self.seeds.total(*id));
        }
    }

    /// Whether there is such an object.
    pub(crate) fn contains(&self, resource: ResourceId, id: u64) -> bool {
        self.collections.get(&resource).is_some_and(|collection| collection.contains(id))
    }

    /// The object of which this one is a child.
    pub(crate) fn parent(&self, resource: ResourceId, id: u64) -> Option<u64> {
        let collection = self.collections.get(&resource)?;
        match collection.kept(id) {
            Some(entry) => entry.parent,
            None => self.seeds.parent(resource, id).filter(|_| collection.contains(id)),
        }
    }

    /// An object as it is now.
    pub(crate) fn object(&self, resource: ResourceId, id: u64) -> Option<Object> {
        let collection = self.collections.get(&resource)?;
        match collection.kept(id) {
            Some(entry) => Some(entry.object.clone()),
            None if collection.contains(id) => {
                Some(seed::object(&self.api, &self.seeds, resource, id))
            }
            None => None,
        }
    }

    /// The ids of a resource, or of the children of one object, in the order they were made.
    pub(crate) fn ids(
        &self,
        resource: ResourceId,
        parent: Option<u64>,
    ) -> Box<dyn Iterator<Item = u64> + '_> {
        let Some(collection) = self.collections.get(&resource) else {
            return Box::new(std::iter::empty());
        };
        let seeded = match parent {
            Some(parent) => self.seeds.children(resource, parent),
            None => 1..self.seeds.total(resource).saturating_add(1),
        };
        Box::new(collection.left_of(seeded).chain(collection.made(parent)))
    }

    /// How many [`ids`](Self::ids) there are.
    pub(crate) fn count(&self, resource: ResourceId, parent: Option<u64>) -> u64 {
        let Some(collection) = self.collections.get(&resource) else {
            return 0;
        };
        let seeded = match parent {
            Some(parent) => self.seeds.children(resource, parent),
            None => 1..self.seeds.total(resource).saturating_add(1),
        };
        let left = seeded.end.saturating_sub(seeded.start) - collection.removed_of(seeded);
        left.saturating_add(collection.made_count(parent))
    }

    /// One field of an object as it is now; cheaper than the object.
    pub(crate) fn field(&self, resource: ResourceId, id: u64, name: &str) -> Option<Value> {
        let collection = self.collections.get(&resource)?;
        match collection.kept(id) {
            Some(entry) => entry.object.get(name).cloned(),
            None if collection.contains(id) => {
                seed::field(&self.api, &self.seeds, resource, id, name)
            }
            None => None,
        }
    }

    /// The first object with such a value in a field.
    pub(crate) fn find(
        &self,
        resource: ResourceId,
        parent: Option<u64>,
        field: &str,
        is_meant: impl Fn(&Value) -> bool,
    ) -> Option<u64> {
        let mut ids = self.ids(resource, parent);
        ids.find(|&id| self.field(resource, id, field).is_some_and(|value| is_meant(&value)))
    }

    /// An id for a new object; never given twice.
    pub(crate) fn next_id(&mut self, resource: ResourceId) -> u64 {
        self.collections.entry(resource).or_default().next_id()
    }

    /// Puts an object in its place.
    pub(crate) fn put(
        &mut self,
        resource: ResourceId,
        id: u64,
        parent: Option<u64>,
        mut object: Object,
    ) {
        if let Some(value) = self.id_value(resource, id) {
            object.insert(fields::ID.to_owned(), value);
        }
        self.collections.entry(resource).or_default().put(id, Entry { parent, object });
    }

    /// Removes an object and everything that lives within it.
    pub(crate) fn remove(&mut self, resource: ResourceId, id: u64) {
        let api = Arc::clone(&self.api);
        let is_child = |child: &ResourceId| {
            api[*child].parent.as_ref().is_some_and(|it| it.resource == resource)
        };
        for child in api.resource_ids().filter(is_child) {
            let children: Vec<u64> = self.ids(child, Some(id)).collect();
            for id in children {
                self.remove(child, id);
            }
        }
        if let Some(collection) = self.collections.get_mut(&resource) {
            collection.remove(id);
        }
    }

    /// The `id` field of an object, where the resource has one.
    fn id_value(&self, resource: ResourceId, id: u64) -> Option<Value> {
        let field = fields::named(&self.api[resource], fields::ID)?;
        Some(id::to_json(&self.api, &field.ty, id))
    }
}
