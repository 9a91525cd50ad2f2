//! Making and changing objects from what is written.

mod shape;
pub(crate) mod uploaded;

use deskpro_spec::api::{Access, Api, Field, Resource, ResourceId, Type, TypeKind};
use serde_json::Value;

use crate::store::Store;
use crate::{Object, fields, id, seed};
use shape::Shape;

/// Names under which the address of a person or company is written and read.
const EMAILS: [&str; 2] = ["primary_email", "email"];

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

impl<'a> Maker<'a> {
    /// Makes an object from what is written, and the children that are written with it.
    pub(crate) fn make(
        &mut self,
        resource: ResourceId,
        parent: Option<u64>,
        written: Object,
    ) -> u64 {
        self.make_for(None, resource, parent, written)
    }

    /// Makes an object that was written within another one, its maker.
    fn make_for(
        &mut self,
        maker: Option<&Owner>,
        resource: ResourceId,
        parent: Option<u64>,
        written: Object,
    ) -> u64 {
        let api = self.api;
        let owner = Owner { resource, id: self.store.next_id(resource), parent };
        let mut object = Object::new();
        for field in fields::read(&api[resource]) {
            object.insert(field.name.clone(), self.unwritten(&owner, maker, field));
        }
        let written = written_under_read_names(&api[resource], written);
        let children = self.children(resource, &written);
        self.lay_over(&owner, &mut object, written);
        self.name(&owner, &mut object);
        self.store.put(resource, owner.id, parent, object);
        for (child, written) in children {
            self.make(child, Some(owner.id), written);
        }
        owner.id
    }

    /// Changes an object by what is written.
    pub(crate) fn change(&mut self, resource: ResourceId, id: u64, written: Object) {
        let Some(mut object) = self.store.object(resource, id) else {
            return;
        };
        let owner = Owner { resource, id, parent: self.store.parent(resource, id) };
        self.lay_over(&owner, &mut object, written);
        self.store.put(resource, id, owner.parent, object);
    }

    /// The object that written text or a written object stands for: found by its e-mail address,
    /// else made.
    fn find_or_make(&mut self, resource: ResourceId, owner: &Owner, mut written: Object) -> u64 {
        if let Some(id) = written.get(fields::ID).and_then(id::of) {
            return id;
        }
        let email = EMAILS.iter().find_map(|name| written.get(*name)?.as_str());
        let email = email.map(str::to_owned);
        let field = email_field(&self.api[resource]);
        if let (Some(field), Some(email)) = (field, &email) {
            let is_meant =
                |held: &Value| held.as_str().is_some_and(|held| held.eq_ignore_ascii_case(email));
            if let Some(id) = self.store.find(resource, None, &field.name, is_meant) {
                return id;
            }
            written.insert(field.name.clone(), Value::from(email.as_str()));
        }
        let parent = self.api[resource].parent.as_ref().map(|parent| parent.resource);
        let beside = self.api[owner.resource].parent.as_ref().map(|parent| parent.resource);
        let parent = match parent {
            Some(parent) if parent == owner.resource => Some(owner.id),
            Some(parent) if Some(parent) == beside => owner.parent,
            _ => None,
        };
        self.make_for(Some(owner), resource, parent, written)
    }

    fn lay_over(&mut self, owner: &Owner, object: &mut Object, written: Object) {
        let api = self.api;
        for (name, value) in written {
            let resource = &api[owner.resource];
            let Some(field) = fields::named(resource, &name) else {
                // What it holds is not known but for what is sent.
                if resource.is_untyped {
                    object.insert(name, value);
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

    /// What a field holds that nobody has written.
    fn unwritten(&self, owner: &Owner, maker: Option<&Owner>, field: &Field) -> Value {
        let other = fields::referenced(&field.ty).filter(|_| field.name != fields::ID);
        let Some(other) = other else {
            // What is said of a file, nobody else can say.
            let is_said = field.access == Access::ReadOnly && !field.nullable;
            if is_said
                && fields::is_uploaded(self.api, &self.api[owner.resource])
                && let Some(value) = seed::like(self.api, field, owner.id)
            {
                return value;
            }
            return match (field.nullable, self.is_enum(&field.ty), &field.example) {
                (true, _, _) => Value::Null,
                // Of the known values the one in the example is the likely one to begin with.
                (false, true, Some(example)) => example.clone(),
                (false, _, _) => seed::blank(self.api, &field.ty, self.now),
            };
        };
        let parent = self.api[owner.resource].parent.as_ref().map(|parent| parent.resource);
        let parent = parent.zip(owner.parent);
        let around = maker.map(|maker| (maker.resource, maker.id));
        if let Some((_, id)) = [parent, around].into_iter().flatten().find(|it| it.0 == other) {
            return id::to_json(self.api, &field.ty, id);
        }
        if field.nullable {
            return Value::Null;
        }
        // A message is by the person of its ticket, unless said otherwise (HMRC).
        let inherited = parent.and_then(|(resource, id)| {
            let same = fields::named(&self.api[resource], &field.name)?;
            let value = self.store.field(resource, id, &field.name)?;
            (fields::referenced(&same.ty) == Some(other) && !value.is_null()).then_some(value)
        });
        inherited.unwrap_or_else(|| {
            let first = self.store.ids(other, None).next().unwrap_or(1);
            id::to_json(self.api, &field.ty, first)
        })
    }

    fn is_enum(&self, ty: &Type) -> bool {
        matches!(ty, Type::Named(id) if matches!(self.api[*id].kind, TypeKind::Enum(_)))
    }

    /// The children that are written with an object, such as the first message of a ticket: a
    /// field that is written only and is called like children of this resource, or like one.
    fn children(&self, resource: ResourceId, written: &Object) -> Vec<(ResourceId, Object)> {
        let mut children = Vec::new();
        if self.api[resource].is_untyped {
            return children;
        }
        for child in self.api.resource_ids() {
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

/// The field that holds the e-mail address by which objects of a resource are known.
fn email_field(resource: &Resource) -> Option<&Field> {
    EMAILS.iter().find_map(|name| fields::named(resource, name))
}

/// An address written under one name may be read under another.
fn written_under_read_names(resource: &Resource, mut written: Object) -> Object {
    if let Some(field) = email_field(resource).filter(|field| !written.contains_key(&field.name)) {
        let value = EMAILS.iter().find_map(|name| written.remove(*name));
        if let Some(value) = value {
            written.insert(field.name.clone(), value);
        }
    }
    written
}
