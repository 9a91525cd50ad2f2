//! Finding objects by what they hold.

use deskpro_spec::api::ResourceId;
use serde_json::Value;

use super::{Collection, Store};
use crate::seed;

impl Store {
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

    /// The first object that holds this text in a field.
    ///
    /// Only [`candidates`](Self::candidates) are looked at.
    pub(crate) fn find_text(&self, resource: ResourceId, field: &str, text: &str) -> Option<u64> {
        let is_meant = |id: &u64| {
            let held = self.field(resource, *id, field);
            held.is_some_and(|held| held.as_str() == Some(text))
        };
        self.candidates(resource, text).find(is_meant)
    }

    /// The objects that may hold a text which only one of them holds: what was made or changed, and
    /// the seeded ones whose number is in it, since such a text is made up with the number. So
    /// nobody need look through a million of them.
    pub(crate) fn candidates(
        &self,
        resource: ResourceId,
        text: &str,
    ) -> impl Iterator<Item = u64> + '_ {
        let collection = self.collections.get(&resource);
        let seeded: Vec<u64> = seed::numbers(text).collect();
        let is_there = move |id: &u64| collection.is_some_and(|it| it.contains(*id));
        let kept = collection.into_iter().flat_map(Collection::kept_ids);
        seeded.into_iter().filter(is_there).chain(kept)
    }

    /// The object that was made or changed to hold this in a member.
    pub(crate) fn find_kept(&self, resource: ResourceId, name: &str, value: &Value) -> Option<u64> {
        let collection = self.collections.get(&resource)?;
        let mut kept = collection.kept_ids();
        kept.find(|&id| collection.kept(id).is_some_and(|it| it.object.get(name) == Some(value)))
    }
}
