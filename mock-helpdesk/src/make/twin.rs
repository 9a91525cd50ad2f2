//! Objects of two resources that share their ids: an agent is a person.

use deskpro_spec::api::ResourceId;
use serde_json::Value;

use super::{Maker, Origin, Owner};
use crate::{Object, fields};

impl Maker<'_> {
    /// Makes or removes the other object of the same id that a flag such as `is_agent` is about.
    pub(crate) fn make_twin(&mut self, own: ResourceId, id: u64, flag: &str, is: bool) {
        let api = self.api;
        let Some(name) = flag.strip_prefix("is_") else {
            return;
        };
        let mut kinds = fields::of_same_ids(api, own);
        // Whom the ids are of stays.
        let twin = kinds.find(|kind| {
            let is_other = api[*kind].id.as_ref().and_then(fields::referenced).is_some();
            api[*kind].singular == name && is_other
        });
        let Some(twin) = twin else {
            return;
        };
        if !is {
            self.remove(twin, id);
        } else if !self.store.contains(twin, id) {
            let owner = Owner { resource: twin, id, parent: None };
            let mut object = Object::new();
            for field in fields::read(&api[twin]) {
                let value = self.same(own, id, field);
                let value = value.unwrap_or_else(|| self.unwritten(&owner, Origin::Request, field));
                object.insert(field.name.clone(), value);
            }
            self.store.put(twin, id, None, object);
        }
    }

    /// What is deleted as the one is marked as deleted as the other: a deleted agent is still a
    /// person, whose address nobody else can have (PDB).
    pub(crate) fn delete_twin(&mut self, own: ResourceId, id: u64) {
        let api = self.api;
        let Some(original) = api[own].id.as_ref().and_then(fields::referenced) else {
            return;
        };
        let singular = &api[own].singular;
        let marks = [
            ("is_deleted", true),
            (&format!("is_{singular}"), false),
            (&format!("was_{singular}"), true),
        ];
        for (name, is) in marks {
            if fields::named(&api[original], name).is_some() {
                self.store.set(original, id, name, Value::Bool(is));
            }
        }
    }

    /// Changes what the other objects of the same id say of what was changed.
    pub(super) fn change_twins(&mut self, own: ResourceId, id: u64, before: &Object) {
        let api = self.api;
        let Some(object) = self.store.object(own, id) else {
            return;
        };
        for twin in fields::of_same_ids(api, own).filter(|kind| *kind != own) {
            if !self.store.contains(twin, id) {
                continue;
            }
            let differs = |name: &str| object.get(name) != before.get(name);
            for field in fields::read(&api[twin]).filter(|field| differs(&field.name)) {
                let is_same = fields::named(&api[own], &field.name);
                let value = object.get(&field.name).filter(|_| is_same.is_some());
                if let Some(value) = value.filter(|value| field.nullable || **value != Value::Null)
                {
                    self.store.set(twin, id, &field.name, value.clone());
                }
            }
        }
    }
}
