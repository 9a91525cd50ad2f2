//! The objects of one resource: those seeded less those removed, and those that were made.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::weight;
use crate::Object;

/// The objects of one resource. Ids rise in the order in which objects are made.
#[derive(Debug, Clone)]
pub(crate) struct Collection {
    /// Ids from 1 to this one are seeded.
    seeded: u64,
    next: u64,
    /// What was made or changed.
    kept: BTreeMap<u64, Entry>,
    /// Seeded objects that were removed.
    removed: BTreeSet<u64>,
    /// Objects that were made, by parent.
    made: BTreeMap<Option<u64>, BTreeSet<u64>>,
}

/// An object that is kept.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) parent: Option<u64>,
    pub(crate) object: Object,
    /// How much memory it takes, in bytes, about.
    pub(crate) weight: usize,
}

impl Entry {
    pub(crate) fn new(parent: Option<u64>, object: Object) -> Self {
        Self { weight: weight::of_object(&object), parent, object }
    }
}

impl Default for Collection {
    fn default() -> Self {
        Self::new(0)
    }
}

impl Collection {
    pub(crate) fn new(seeded: u64) -> Self {
        Self {
            seeded,
            next: seeded.saturating_add(1),
            kept: BTreeMap::new(),
            removed: BTreeSet::new(),
            made: BTreeMap::new(),
        }
    }

    pub(crate) fn contains(&self, id: u64) -> bool {
        if self.is_seeded(id) { !self.removed.contains(&id) } else { self.kept.contains_key(&id) }
    }

    /// The object, where it is not as it was seeded.
    pub(crate) fn kept(&self, id: u64) -> Option<&Entry> {
        self.kept.get(&id)
    }

    /// Seeded ids of this range that were not removed.
    pub(crate) fn left_of(&self, seeded: Range<u64>) -> impl Iterator<Item = u64> + '_ {
        seeded.filter(|id| self.removed.is_empty() || !self.removed.contains(id))
    }

    /// How many seeded ids of this range were removed.
    pub(crate) fn removed_of(&self, seeded: Range<u64>) -> u64 {
        if seeded.is_empty() { 0 } else { self.removed.range(seeded).count() as u64 }
    }

    /// Ids that were made and are not removed, of one parent or of all.
    pub(crate) fn made(&self, parent: Option<u64>) -> Box<dyn Iterator<Item = u64> + '_> {
        match parent {
            None => Box::new(self.kept.range(self.seeded.saturating_add(1)..).map(|(id, _)| *id)),
            parent => Box::new(self.made.get(&parent).into_iter().flatten().copied()),
        }
    }

    /// How many [`made`](Self::made) yields.
    pub(crate) fn made_count(&self, parent: Option<u64>) -> u64 {
        let count = match parent {
            None => self.made.values().map(BTreeSet::len).sum(),
            parent => self.made.get(&parent).map_or(0, BTreeSet::len),
        };
        count as u64
    }

    pub(crate) fn next_id(&mut self) -> u64 {
        let id = self.next;
        self.next = self.next.saturating_add(1);
        id
    }

    /// Puts an object in its place; returns what was kept there before.
    pub(crate) fn put(&mut self, id: u64, entry: Entry) -> Option<Entry> {
        self.next = self.next.max(id.saturating_add(1));
        self.removed.remove(&id);
        if !self.is_seeded(id) {
            self.made.entry(entry.parent).or_default().insert(id);
        }
        self.kept.insert(id, entry)
    }

    /// Removes an object; returns what was kept of it.
    pub(crate) fn remove(&mut self, id: u64) -> Option<Entry> {
        let entry = self.kept.remove(&id);
        if self.is_seeded(id) {
            self.removed.insert(id);
        } else if let Some(made) = entry.as_ref().and_then(|entry| self.made.get_mut(&entry.parent))
        {
            made.remove(&id);
        }
        entry
    }

    /// Whether there is, or was, any object.
    pub(crate) fn has_held(&self) -> bool {
        self.next > 1
    }

    /// Ids of what is not as it was seeded.
    pub(crate) fn kept_ids(&self) -> impl Iterator<Item = u64> + '_ {
        self.kept.keys().copied()
    }

    fn is_seeded(&self, id: u64) -> bool {
        (1..=self.seeded).contains(&id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(parent: Option<u64>) -> Entry {
        Entry::new(parent, Object::new())
    }

    #[test]
    fn ids_are_never_given_twice() {
        let mut collection = Collection::new(2);
        let id = collection.next_id();
        collection.put(id, entry(None));
        collection.remove(id);
        assert_eq!((id, collection.next_id()), (3, 4));
    }

    #[test]
    fn what_is_removed_is_gone_from_lists_and_counts() {
        let mut collection = Collection::new(3);
        for parent in [Some(1), Some(2), Some(1)] {
            let id = collection.next_id();
            collection.put(id, entry(parent));
        }
        collection.remove(2);
        collection.remove(4);
        assert_eq!(collection.left_of(1..4).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(collection.removed_of(1..4), 1);
        assert_eq!(collection.made(Some(1)).collect::<Vec<_>>(), [6]);
        assert_eq!(collection.made(None).collect::<Vec<_>>(), [5, 6]);
        assert_eq!((collection.made_count(Some(1)), collection.made_count(None)), (1, 2));
        assert!(!collection.contains(2) && !collection.contains(4) && collection.contains(5));
    }

    #[test]
    fn a_changed_seed_keeps_its_place() {
        let mut collection = Collection::new(2);
        collection.put(1, entry(None));
        assert_eq!(collection.left_of(1..3).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(collection.made_count(None), 0);
        assert!(collection.kept(1).is_some() && collection.kept(2).is_none());
    }
}
