//! Making and changing objects from what is written.

mod attached;
mod children;
mod shape;
mod token;
mod twin;
mod unwritten;
pub(crate) mod uploaded;

use deskpro_spec::api::{Access, Api, Field, Resource, ResourceId, Type};
use serde_json::Value;

use crate::store::Store;
use crate::{Object, effect, email, fields, id};
use shape::Shape;

/// Makes and changes objects of a store.
pub(crate) struct Maker<'a> {
    pub(crate) api: &'a Api,
    pub(crate) store: &'a mut Store,
    /// What time it is, in the API's format.
    pub(crate) now: &'a str,
}

/// The object that is being made or changed.
#[derive(Debug, Clone, Copy)]
struct Owner {
    resource: ResourceId,
    id: u64,
    parent: Option<u64>,
}

/// Where an object that is made comes from.
#[derive(Debug, Clone, Copy)]
enum Origin {
    /// A request of its own.
    Request,
    /// The object that it was written within.
    Maker(Owner),
    /// Its parent, with which it was written.
    Parent,
}

impl<'a> Maker<'a> {
    /// Makes an object from what is written, and the children that are written with it.
    pub(crate) fn make(
        &mut self,
        resource: ResourceId,
        parent: Option<u64>,
        written: Object,
    ) -> u64 {
        self.make_from(Origin::Request, resource, parent, written)
    }

    fn make_from(
        &mut self,
        origin: Origin,
        resource: ResourceId,
        parent: Option<u64>,
        written: Object,
    ) -> u64 {
        let api = self.api;
        let owner = Owner { resource, id: self.store.next_id(resource), parent };
        let mut object = Object::new();
        for field in fields::read(&api[resource]) {
            object.insert(field.name.clone(), self.unwritten(&owner, origin, field));
        }
        let mut written = written_under_read_names(&api[resource], written);
        self.take_up_file(resource, &mut written);
        let children = self.children(resource, &written);
        let digest = token::digest(&written);
        self.lay_over(&owner, &mut object, written);
        token::put_digest(&api[resource], &digest, &mut object);
        self.name(&owner, &mut object);
        effect::take_over(api, self.store, resource, &mut object);
        effect::settle(api, resource, self.now, None, &mut object);
        self.store.put(resource, owner.id, parent, object);
        let with_parent = matches!(origin, Origin::Parent);
        effect::made(api, self.store, self.now, resource, owner.id, with_parent);
        for (child, written) in children {
            self.make_from(Origin::Parent, child, Some(owner.id), written);
        }
        owner.id
    }

    /// Changes an object by what is written.
    pub(crate) fn change(&mut self, resource: ResourceId, id: u64, written: Object) {
        let api = self.api;
        let Some(mut object) = self.store.object(resource, id) else {
            return;
        };
        let owner = Owner { resource, id, parent: self.store.parent(resource, id) };
        let around = effect::around(api, self.store, resource, id);
        let before = object.clone();
        let mut written = written_under_read_names(&api[resource], written);
        self.take_up_file(resource, &mut written);
        self.lay_over(&owner, &mut object, written);
        effect::settle(api, resource, self.now, Some(&before), &mut object);
        self.store.put(resource, id, owner.parent, object);
        effect::changed(api, self.store, resource, id, &around);
        self.change_twins(resource, id, &before);
    }

    /// Removes an object with everything within it.
    pub(crate) fn remove(&mut self, resource: ResourceId, id: u64) {
        let around = effect::around(self.api, self.store, resource, id);
        self.store.remove(resource, id);
        effect::changed(self.api, self.store, resource, id, &around);
    }

    /// The object that written text or a written object stands for: found by its e-mail address,
    /// else made.
    fn find_or_make(&mut self, resource: ResourceId, owner: &Owner, mut written: Object) -> u64 {
        if let Some(id) = written.get(fields::ID).and_then(id::of) {
            return id;
        }
        let address = email::NAMES.iter().find_map(|name| written.get(*name)?.as_str());
        let address = address.map(str::to_owned);
        let field = email::field(&self.api[resource]);
        if let (Some(field), Some(address)) = (field, address) {
            if let Some(id) = email::holder(self.api, self.store, resource, &address, None) {
                return id;
            }
            written.insert(field.name.clone(), Value::from(address));
        }
        let parent = self.api[resource].parent.as_ref().map(|parent| parent.resource);
        let beside = self.api[owner.resource].parent.as_ref().map(|parent| parent.resource);
        let parent = match parent {
            Some(parent) if parent == owner.resource => Some(owner.id),
            Some(parent) if Some(parent) == beside => owner.parent,
            _ => None,
        };
        self.make_from(Origin::Maker(*owner), resource, parent, written)
    }

    /// Lays what is written over an object. Lists come last: what is made of them looks at the rest.
    fn lay_over(&mut self, owner: &Owner, object: &mut Object, written: Object) {
        let api = self.api;
        let resource = &api[owner.resource];
        let is_list = |name: &str| {
            fields::named(resource, name).is_some_and(|it| matches!(it.ty, Type::List(_)))
        };
        let (lists, others): (Object, Object) =
            written.into_iter().partition(|(name, _)| is_list(name));
        self.lay(owner, object, others);
        if !lists.is_empty() {
            self.store.put(owner.resource, owner.id, owner.parent, object.clone());
            self.lay(owner, object, lists);
            // What was made of the lists may have been counted meanwhile.
            let meanwhile = self.store.object(owner.resource, owner.id).unwrap_or_default();
            let is_kept = |name: &str| {
                fields::named(resource, name).is_some_and(|it| it.access == Access::ReadOnly)
            };
            object.extend(meanwhile.into_iter().filter(|(name, _)| is_kept(name)));
        }
    }

    fn lay(&mut self, owner: &Owner, object: &mut Object, written: Object) {
        let api = self.api;
        for (name, value) in written {
            let resource = &api[owner.resource];
            let Some(field) = fields::named(resource, &name) else {
                // What it holds is not known but for what is sent.
                if resource.is_untyped {
                    object.insert(name, value);
                } else if let Some(flag) = note_flag(resource, &name) {
                    let value = Shape { maker: self, owner }.read(&flag.ty, value, None);
                    object.insert(flag.name.clone(), value);
                }
                continue;
            };
            let before = object.remove(&name);
            let value = Shape { maker: self, owner }.read(&field.ty, value, before);
            object.insert(name, value);
        }
    }

    /// Gives an object that nobody has named a name of its own, where names pick objects.
    fn name(&self, owner: &Owner, object: &mut Object) {
        let resource = &self.api[owner.resource];
        let Some(field) = fields::naming(self.api, owner.resource) else {
            return;
        };
        if object.get(&field.name).is_some_and(|name| name == "") {
            let like = field.example.as_ref().and_then(Value::as_str);
            let name = format!("{}{}", like.unwrap_or(&resource.singular), owner.id);
            object.insert(field.name.clone(), Value::from(name));
        }
    }
}

/// An address written under one name may be read under another.
fn written_under_read_names(resource: &Resource, mut written: Object) -> Object {
    if let Some(field) = email::field(resource).filter(|field| !written.contains_key(&field.name)) {
        let value = email::NAMES.iter().find_map(|name| written.remove(*name));
        if let Some(value) = value {
            written.insert(field.name.clone(), value);
        }
    }
    written
}

/// The flag that is read where another one is written: `is_agent_note` for `is_note`.
fn note_flag<'a>(resource: &'a Resource, written: &str) -> Option<&'a Field> {
    let name = written.strip_prefix("is_")?;
    fields::read(resource).find(|field| {
        let rest = field.name.strip_prefix("is_").and_then(|rest| rest.strip_suffix(name));
        let is_longer = rest.is_some_and(|rest| rest.ends_with('_'));
        is_longer && field.ty == Type::Boolean && field.access == Access::ReadOnly
    })
}
