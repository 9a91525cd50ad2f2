//! Objects that are sent along because `include` names their kind: under `linked`, or in the place
//! of their ids.
//!
//! What the returned objects refer to is sent along, not what those refer to in turn: no source
//! shows more.

use deskpro_spec::api::{Api, Operation, Parameter, Payload, ResourceId, Type, TypeKind};
use serde_json::Value;

use crate::outcome::Content;
use crate::query::Query;
use crate::store::Store;
use crate::{Object, fields, id};

/// The parameter that names the kinds to send along.
const INCLUDE: &str = "include";
/// The parameter that says to send them in the place of their ids.
const INLINE: &str = "inline_sideloads";

/// Says which kind of a query is none that can be sent along, if any.
pub(crate) fn check(api: &Api, operation: &Operation, query: &Query) -> Result<(), String> {
    let parameter = operation.query.iter().find(|parameter| parameter.name == INCLUDE);
    let Some(parameter) = parameter else {
        return Ok(());
    };
    match names(query).find(|name| !is_kind(api, parameter, name)) {
        Some(unknown) => Err(format!("Query parameter {INCLUDE} has an unknown value: {unknown}")),
        None => Ok(()),
    }
}

/// Puts what is asked for in the place of ids, and returns what is sent beside the data.
pub(crate) fn send_along(
    api: &Api,
    store: &Store,
    operation: &Operation,
    query: &Query,
    content: &mut Content,
) -> Object {
    let Payload::Resource(resource) = operation.returns else {
        return Object::new();
    };
    let names: Vec<&str> = names(query).collect();
    let is_inline = matches!(query.get(INLINE), Some("1" | "true"));
    let mut sender = Sender { api, store, names, is_inline, linked: Object::new() };
    if sender.names.is_empty() {
        return sender.linked;
    }
    match content {
        Content::One(value, _) | Content::Bare(value) => sender.resource(resource, value),
        Content::List(items) => items.iter_mut().for_each(|item| sender.resource(resource, item)),
        Content::Page(page) => {
            page.items.iter_mut().for_each(|item| sender.resource(resource, item));
        }
        Content::Nothing | Content::File { .. } => {}
    }
    sender.linked
}

/// The kinds that a query names.
fn names(query: &Query) -> impl Iterator<Item = &str> {
    let names = query.get(INCLUDE).unwrap_or_default().split(',').map(str::trim);
    names.filter(|name| !name.is_empty())
}

fn is_kind(api: &Api, parameter: &Parameter, name: &str) -> bool {
    let is_listed = match parameter.ty.innermost() {
        Type::Named(id) => match &api[*id].kind {
            TypeKind::Enum(values) => values.iter().any(|value| value.value == name),
            TypeKind::Object(_) | TypeKind::OneOf(_) => false,
        },
        _ => false,
    };
    is_listed || api.resources.iter().any(|it| it.linked_as.as_deref() == Some(name))
}

/// Walks through returned objects by their types.
struct Sender<'a> {
    api: &'a Api,
    store: &'a Store,
    names: Vec<&'a str>,
    is_inline: bool,
    linked: Object,
}

impl Sender<'_> {
    fn resource(&mut self, resource: ResourceId, value: &mut Value) {
        let api = self.api;
        let Some(object) = value.as_object_mut() else {
            return;
        };
        for field in fields::read(&api[resource]).filter(|field| field.name != fields::ID) {
            if let Some(value) = object.get_mut(&field.name) {
                self.value(&field.name, &field.ty, value);
            }
        }
    }

    /// A value of a type; `name` is that of the field which holds it.
    fn value(&mut self, name: &str, ty: &Type, value: &mut Value) {
        let api = self.api;
        match (ty, value) {
            (Type::Id(other) | Type::Ref(other), value) => self.reference(name, ty, *other, value),
            (Type::List(item), Value::Array(values)) => {
                values.iter_mut().for_each(|value| self.value(name, item, value));
            }
            (Type::Map(item), Value::Object(values)) => {
                values.values_mut().for_each(|value| self.value(name, item, value));
            }
            (Type::Named(named), Value::Object(object)) => {
                if let TypeKind::Object(fields) = &api[*named].kind {
                    for field in fields {
                        if let Some(value) = object.get_mut(&field.name) {
                            self.value(&field.name, &field.ty, value);
                        }
                    }
                }
            }
            _ => {}
        }
    }

    fn reference(&mut self, name: &str, ty: &Type, other: ResourceId, value: &mut Value) {
        let Some(id) = id::of(value) else {
            return;
        };
        for (kind, resource) in self.kinds(name, other) {
            // A field that holds nothing but ids keeps them.
            if self.is_inline && matches!(ty, Type::Ref(_)) {
                if let Some(object) = self.store.object(other, id) {
                    *value = Value::Object(object);
                }
                return;
            }
            if let Some(object) = self.store.object(resource, id) {
                let linked = self.linked.entry(kind).or_insert_with(|| Object::new().into());
                if let Some(linked) = linked.as_object_mut() {
                    linked.insert(id.to_string(), Value::Object(object));
                }
            }
        }
    }

    /// The kinds among those asked for that a reference in a field of this name is of, with the
    /// resource that holds them.
    ///
    /// A person may be an agent, too: one is of that kind where the field is called so.
    fn kinds(&self, field: &str, other: ResourceId) -> Vec<(String, ResourceId)> {
        let called = |name: &str| {
            field == name || field.strip_suffix(name).is_some_and(|rest| rest.ends_with('_'))
        };
        let of = |name: &str, resource: ResourceId| {
            let is_same = self.api[resource].id.as_ref().and_then(fields::referenced);
            self.api[resource].linked_as.as_deref() == Some(name)
                && (resource == other || is_same == Some(other) && called(name))
        };
        let names = self.names.iter();
        let found = names.filter_map(|name| {
            let resource = self.api.resource_ids().find(|&it| of(name, it))?;
            Some(((*name).to_owned(), resource))
        });
        found.collect()
    }
}
