//! What others say about an object: that they hold it, and how many like it.

use deskpro_spec::api::{Access, Api, Field, ResourceId, Type};
use serde_json::Value;

use crate::store::Store;
use crate::{fields, id};

/// What objects call the one of their own kind that they belong to, and those that belong to them.
const PARENT: &str = "parent";
const CHILDREN: &str = "children";
const SIBLINGS: &str = "siblings";

/// An object that another belongs to: its parent, or one that it refers to by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Owner {
    resource: ResourceId,
    id: u64,
}

/// The objects that an object belongs to now; none when it is gone.
pub(super) fn of(api: &Api, store: &Store, resource: ResourceId, own: u64) -> Vec<Owner> {
    if !store.contains(resource, own) {
        return Vec::new();
    }
    let parent = api[resource].parent.as_ref().zip(store.parent(resource, own));
    let parent = parent.map(|(parent, id)| Owner { resource: parent.resource, id });
    let mut owners: Vec<Owner> = parent.into_iter().collect();
    for field in fields::read(&api[resource]) {
        let Some(other) = fields::referenced(&field.ty).filter(|_| field.name != fields::ID) else {
            continue;
        };
        let held = || id::of(&store.field(resource, own, &field.name)?);
        let is_parent = other == resource && field.name == PARENT;
        if (is_parent || fields::is_called(&field.name, &api[other]))
            && let Some(id) = held()
        {
            let owner = Owner { resource: other, id };
            if store.contains(other, id) && !owners.contains(&owner) {
                owners.push(owner);
            }
        }
    }
    owners
}

/// Settles what those say that gained or lost an object.
pub(super) fn follow(
    api: &Api,
    store: &mut Store,
    resource: ResourceId,
    own: u64,
    before: &[Owner],
) {
    let after = of(api, store, resource, own);
    for owner in before.iter().filter(|owner| !after.contains(owner)) {
        Belonging { api, resource, own, owner: *owner, is_gained: false }.settle(store);
    }
    for owner in after.iter().filter(|owner| !before.contains(owner)) {
        Belonging { api, resource, own, owner: *owner, is_gained: true }.settle(store);
    }
}

/// That an object belongs to another now, or does not any more.
struct Belonging<'a> {
    api: &'a Api,
    resource: ResourceId,
    own: u64,
    owner: Owner,
    is_gained: bool,
}

impl Belonging<'_> {
    fn settle(&self, store: &mut Store) {
        let Owner { resource, id } = self.owner;
        if !store.contains(resource, id) {
            return;
        }
        for field in fields::read(&self.api[resource]) {
            let settled = match &field.ty {
                Type::List(item) if self.is_list(field, item) => self.list(store, field, item),
                Type::Integer if self.is_counter(field) => self.counter(store, field),
                Type::Boolean if self.is_flag(field) => Some(Value::from(self.has_any(store))),
                _ => None,
            };
            if let Some(value) = settled {
                store.set(resource, id, &field.name, value);
            }
        }
        if resource == self.resource {
            self.siblings(store);
        }
    }

    /// The other children of the same parent.
    fn siblings(&self, store: &mut Store) {
        let Owner { resource, id } = self.owner;
        let Some(field) = fields::named(&self.api[resource], SIBLINGS) else {
            return;
        };
        let Some(Value::Array(children)) = store.field(resource, id, CHILDREN) else {
            return;
        };
        for child in children.iter().filter_map(id::of).collect::<Vec<_>>() {
            let others = children.iter().filter(|other| id::of(other) != Some(child));
            store.set(resource, child, &field.name, others.cloned().collect());
        }
        if !self.is_gained && store.contains(resource, self.own) {
            store.set(resource, self.own, &field.name, Value::Array(Vec::new()));
        }
    }

    /// Whether a list is that of all objects that belong to the owner: the only one of their kind.
    fn is_list(&self, field: &Field, item: &Type) -> bool {
        if self.owner.resource == self.resource {
            return field.name == CHILDREN && fields::referenced(item) == Some(self.resource);
        }
        let is_such = |field: &Field| match &field.ty {
            Type::List(item) => fields::referenced(item) == Some(self.resource),
            _ => false,
        };
        let lists = fields::read(&self.api[self.owner.resource]).filter(|field| is_such(field));
        fields::referenced(item) == Some(self.resource) && lists.count() == 1
    }

    fn list(&self, store: &Store, field: &Field, item: &Type) -> Option<Value> {
        let held = store.field(self.owner.resource, self.owner.id, &field.name);
        let Some(Value::Array(mut held)) = held else {
            return None;
        };
        let own = id::to_json(self.api, item, self.own);
        let is_held = held.contains(&own);
        match self.is_gained {
            true if !is_held => held.push(own),
            false if is_held => held.retain(|id| *id != own),
            _ => return None,
        }
        Some(Value::Array(held))
    }

    fn is_counter(&self, field: &Field) -> bool {
        let counted = fields::counted(&field.name);
        field.access == Access::ReadOnly && self.names().any(|name| Some(name) == counted)
    }

    fn counter(&self, store: &Store, field: &Field) -> Option<Value> {
        let held = store.field(self.owner.resource, self.owner.id, &field.name)?.as_u64()?;
        let counted = match self.is_gained {
            true => held.saturating_add(1),
            false => held.saturating_sub(1),
        };
        Some(Value::from(counted))
    }

    /// `has_attachments`
    fn is_flag(&self, field: &Field) -> bool {
        let name = field.name.strip_prefix("has_");
        field.access == Access::ReadOnly && self.names().any(|it| Some(it) == name)
    }

    fn has_any(&self, store: &Store) -> bool {
        let parent = self.api[self.resource].parent.as_ref();
        let is_child = parent.is_some_and(|it| it.resource == self.owner.resource);
        self.is_gained || is_child && store.count(self.resource, Some(self.owner.id)) > 0
    }

    /// What the objects are called: `attachments` of a ticket, `tickets` of a person.
    fn names(&self) -> impl Iterator<Item = &str> {
        let parent = self.api[self.resource].parent.as_ref();
        let as_child = parent.filter(|it| it.resource == self.owner.resource);
        let as_child = as_child.map(|parent| parent.name.as_str());
        as_child.into_iter().chain([self.api[self.resource].name.as_str()])
    }
}
