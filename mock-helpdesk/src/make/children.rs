//! Children that are written with their parent.

use deskpro_spec::api::{Resource, ResourceId};
use serde_json::Value;

use super::Maker;
use crate::{Object, fields};

impl Maker<'_> {
    /// The children that are written with an object, such as the first message of a ticket: a
    /// field that is written only and is called like children of this resource, or like one.
    pub(super) fn children(
        &self,
        resource: ResourceId,
        written: &Object,
    ) -> Vec<(ResourceId, Object)> {
        let mut children = Vec::new();
        if self.api[resource].is_untyped {
            return children;
        }
        let mut kinds: Vec<ResourceId> = self.api.resource_ids().collect();
        // What others refer to is made before them.
        kinds.sort_by_key(|&kind| self.is_part_of_any(kind));
        for child in kinds {
            let Some(parent) = &self.api[child].parent else {
                continue;
            };
            if parent.resource != resource {
                continue;
            }
            let is_meant =
                |name: &str| name == parent.name || parent.name.strip_suffix('s') == Some(name);
            let meant = written.iter().filter(|(name, _)| {
                is_meant(name) && fields::named(&self.api[resource], name).is_none()
            });
            for (name, value) in meant {
                let objects = child_objects(&self.api[child], name, value);
                children.extend(objects.into_iter().map(|object| (child, object)));
            }
        }
        children
    }

    /// Whether objects of a resource are parts of siblings, as the attachments of messages are.
    fn is_part_of_any(&self, part: ResourceId) -> bool {
        let api = self.api;
        let parent = |resource: ResourceId| api[resource].parent.as_ref().map(|it| it.resource);
        let mut others = api.resource_ids().filter(|&it| it != part && parent(it) == parent(part));
        parent(part).is_some() && others.any(|whole| fields::is_part(api, part, whole))
    }
}

/// The objects that a value holds; text is what a field of the same name holds.
fn child_objects(child: &Resource, name: &str, value: &Value) -> Vec<Object> {
    match value {
        Value::Object(object) => vec![object.clone()],
        Value::String(_) if fields::named(child, name).is_some() => {
            vec![Object::from_iter([(name.to_owned(), value.clone())])]
        }
        Value::Array(items) => items.iter().filter_map(Value::as_object).cloned().collect(),
        _ => Vec::new(),
    }
}
