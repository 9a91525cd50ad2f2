//! What the helpdesk holds: objects by resource, in memory.
//!
//! Seeded objects are computed whenever they are looked at, so that a million of them cost nothing
//! until they are changed; what was made, changed or removed is kept.

mod collection;
mod files;
mod find;
mod give;
mod weight;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use deskpro_spec::api::{Api, ResourceId};
use serde_json::Value;

use crate::check::Recent;
use crate::seed::{self, Seeds};
use crate::{Object, fields, id};
use collection::{Collection, Entry};
use files::Files;

/// How much is kept where nothing else is said, in bytes.
pub(crate) const ROOM: usize = 256 << 20;

/// The objects of a helpdesk.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    api: Arc<Api>,
    seeds: Seeds,
    collections: BTreeMap<ResourceId, Collection>,
    files: Files,
    recent: Recent,
    /// How much memory kept objects take, in bytes, about.
    weight: usize,
    /// How much may be kept, in bytes.
    room: usize,
    /// Whether references may lead nowhere.
    takes_any_reference: bool,
}

impl Store {
    /// A store with these seeds and nothing else.
    pub(crate) fn new(api: Arc<Api>, seeds: Seeds) -> Self {
        let ids = api.resource_ids();
        let collections = ids.map(|id| (id, Collection::new(seeds.total(id)))).collect();
        let (files, recent) = (Files::default(), Recent::default());
        Self {
            api,
            seeds,
            collections,
            files,
            recent,
            weight: 0,
            room: ROOM,
            takes_any_reference: false,
        }
    }

    /// The same store with room for so many bytes.
    pub(crate) fn with_room(self, room: usize) -> Self {
        Self { room, ..self }
    }

    /// How much may be kept, where there is no room for so many bytes more.
    pub(crate) fn is_full(&self, more: usize) -> Option<usize> {
        let kept = self.weight.saturating_add(self.files.size());
        (kept.saturating_add(more) > self.room).then_some(self.room)
    }

    /// Whether there is, or ever was, any object of a resource.
    pub(crate) fn has_held(&self, resource: ResourceId) -> bool {
        self.collections.get(&resource).is_some_and(Collection::has_held)
    }

    /// The files.
    pub(crate) fn files(&self) -> &Files {
        &self.files
    }

    /// The files, to add to them.
    pub(crate) fn files_mut(&mut self) -> &mut Files {
        &mut self.files
    }

    /// What was just made.
    pub(crate) fn recent(&self) -> &Recent {
        &self.recent
    }

    /// What was just made, to add to it.
    pub(crate) fn recent_mut(&mut self) -> &mut Recent {
        &mut self.recent
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
        let seeded = self.seeded(resource, parent);
        Box::new(collection.left_of(seeded).chain(collection.made(parent)))
    }

    /// The same without so many of the first, which are not walked through where none was removed.
    pub(crate) fn ids_after(
        &self,
        skipped: usize,
        resource: ResourceId,
        parent: Option<u64>,
    ) -> Box<dyn Iterator<Item = u64> + '_> {
        let Some(collection) = self.collections.get(&resource) else {
            return Box::new(std::iter::empty());
        };
        let seeded = self.seeded(resource, parent);
        if collection.removed_of(seeded.clone()) > 0 {
            return Box::new(self.ids(resource, parent).skip(skipped));
        }
        let start = seeded.start.saturating_add(skipped as u64).min(seeded.end);
        let rest = skipped.saturating_sub(usize::try_from(start - seeded.start).unwrap_or(0));
        Box::new((start..seeded.end).chain(collection.made(parent).skip(rest)))
    }

    /// The ids that are seeded, removed ones too.
    fn seeded(&self, resource: ResourceId, parent: Option<u64>) -> Range<u64> {
        match parent {
            Some(parent) => self.seeds.children(resource, parent),
            None => 1..self.seeds.total(resource).saturating_add(1),
        }
    }

    /// How many [`ids`](Self::ids) there are.
    pub(crate) fn count(&self, resource: ResourceId, parent: Option<u64>) -> u64 {
        let Some(collection) = self.collections.get(&resource) else {
            return 0;
        };
        let seeded = self.seeded(resource, parent);
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
        let entry = Entry::new(parent, object);
        let weight = entry.weight;
        let before = self.collections.entry(resource).or_default().put(id, entry);
        let freed = before.map_or(0, |before| before.weight);
        self.weight = self.weight.saturating_add(weight).saturating_sub(freed);
    }

    /// The same store, where references may lead nowhere.
    pub(crate) fn with_any_references(self, takes_any: bool) -> Self {
        Self { takes_any_reference: takes_any, ..self }
    }

    /// Whether references to a resource are checked: whether they must be, and there ever was an
    /// object of it.
    pub(crate) fn checks_references(&self, resource: ResourceId) -> bool {
        !self.takes_any_reference && self.has_held(resource)
    }

    /// Whether an object is there, or need not be.
    pub(crate) fn is_there_or_never_was(&self, resource: ResourceId, id: u64) -> bool {
        let mut kinds = fields::of_same_ids(&self.api, resource);
        let is_held =
            fields::of_same_ids(&self.api, resource).any(|kind| self.checks_references(kind));
        !is_held || kinds.any(|kind| self.contains(kind, id))
    }

    /// Changes one field of an object that is there.
    pub(crate) fn set(&mut self, resource: ResourceId, id: u64, name: &str, value: Value) {
        let parent = self.parent(resource, id);
        if let Some(mut object) = self.object(resource, id) {
            object.insert(name.to_owned(), value);
            self.put(resource, id, parent, object);
        }
    }

    /// Removes an object and everything that lives within it.
    pub(crate) fn remove(&mut self, resource: ResourceId, id: u64) {
        let api = Arc::clone(&self.api);
        let is_child = |child: &ResourceId| {
            api[*child].parent.as_ref().is_some_and(|it| it.resource == resource)
        };
        self.remove_parts(resource, id);
        for child in api.resource_ids().filter(is_child) {
            let children: Vec<u64> = self.ids(child, Some(id)).collect();
            for id in children {
                self.remove(child, id);
            }
        }
        self.files.remove(resource, id);
        let collection = self.collections.get_mut(&resource);
        if let Some(entry) = collection.and_then(|collection| collection.remove(id)) {
            self.weight = self.weight.saturating_sub(entry.weight);
        }
    }

    /// Removes siblings that are nothing without an object, such as the attachments of a message.
    fn remove_parts(&mut self, whole: ResourceId, id: u64) {
        let api = Arc::clone(&self.api);
        let above = |resource: ResourceId| api[resource].parent.as_ref().map(|it| it.resource);
        let Some(parent) = self.parent(whole, id) else {
            return;
        };
        let siblings = api.resource_ids().filter(|&it| it != whole && above(it) == above(whole));
        for part in siblings {
            let Some(field) = fields::referring(&api, &api[part], whole) else {
                continue;
            };
            let is_part = |part_id: &u64| {
                let held = self.field(part, *part_id, &field.name);
                held.as_ref().and_then(id::of) == Some(id)
            };
            let parts: Vec<u64> = self.ids(part, Some(parent)).filter(is_part).collect();
            for id in parts {
                self.remove(part, id);
            }
        }
    }

    /// The `id` field of an object, where the resource has one.
    fn id_value(&self, resource: ResourceId, id: u64) -> Option<Value> {
        let field = fields::named(&self.api[resource], fields::ID)?;
        Some(id::to_json(&self.api, &field.ty, id))
    }
}
