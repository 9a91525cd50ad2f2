//! Objects of which only some members are given.

use std::sync::Arc;

use deskpro_spec::api::{Access, ResourceId};
use serde_json::Value;

use super::Store;
use crate::{Object, effect, fields, id, seed};

impl Store {
    /// Puts an object in its place of which only some members are given: the others are made up, and
    /// nothing is counted yet.
    pub(crate) fn give(
        &mut self,
        resource: ResourceId,
        id: u64,
        parent: Option<u64>,
        members: Object,
    ) {
        let api = Arc::clone(&self.api);
        let mut object = seed::object(&api, &self.seeds, resource, id);
        let parent = parent.or_else(|| self.seeds.parent(resource, id));
        let above = api[resource].parent.as_ref().zip(parent);
        for field in fields::read(&api[resource]) {
            if let Some((_, id)) =
                above.filter(|it| fields::referenced(&field.ty) == Some(it.0.resource))
            {
                object.insert(field.name.clone(), id::to_json(&api, &field.ty, id));
            } else if field.access == Access::ReadOnly && fields::counted(&field.name).is_some() {
                object.insert(field.name.clone(), Value::from(0));
            }
        }
        let before = object.clone();
        object.extend(members.clone());
        effect::settle_texts(&api, resource, &before, &mut object);
        object.extend(members);
        self.put(resource, id, parent, object);
    }
}
