//! What follows from what was done: dates, counters, lists and other fields that the helpdesk keeps.
//!
//! Descriptions say of such a field only that nobody else sets it, so its name says what it keeps:
//! `date_status` when `status` changed, `tickets_count` how many tickets refer to an object. What
//! no rule here understands stays as it is.

mod dates;
mod owners;
mod replies;
mod texts;

use deskpro_spec::api::{Access, Api, Field, Resource, ResourceId, Type, TypeKind};
use serde_json::Value;

use crate::store::Store;
use crate::{Object, email, fields, id};

pub(crate) use dates::{done_to, stage};
pub(crate) use owners::Owner;
pub(crate) use texts::{PREVIEW, composed, lists_with_texts, parts_of, preview};

/// Settles what an object says about itself; `before` is what it was, where it was there.
pub(crate) fn settle(
    api: &Api,
    resource: ResourceId,
    now: &str,
    before: Option<&Object>,
    object: &mut Object,
) {
    texts::settle(&api[resource], before, object);
    mirror(api, resource, before, object);
    dates::settle(api, resource, now, before, object);
}

/// Settles the texts of an object of which some members are given; `before` is what is made up.
pub(crate) fn settle_texts(api: &Api, resource: ResourceId, before: &Object, object: &mut Object) {
    texts::settle(&api[resource], Some(before), object);
    mirror(api, resource, None, object);
}

/// Settles what a new object takes over from those that it refers to: `person_email` is the address
/// of the person, and the organization of the person that of a ticket, unless another is written.
pub(crate) fn take_over(api: &Api, store: &Store, own: ResourceId, object: &mut Object) {
    let resource = &api[own];
    for field in fields::read(resource) {
        let Some(other) = fields::referenced(&field.ty).filter(|_| field.name != fields::ID) else {
            continue;
        };
        let Some(id) = object.get(&field.name).and_then(id::of) else {
            continue;
        };
        let is_own = fields::is_called(&field.name, &api[other]);
        let address = format!("{}_email", field.name);
        for taken in fields::read(resource) {
            let from = match &taken.ty {
                Type::String if taken.name == address => email::field(&api[other]),
                Type::Ref(_) if taken.nullable && is_own => {
                    fields::named(&api[other], &taken.name).filter(|it| it.ty == taken.ty)
                }
                _ => None,
            };
            let is_blank = object.get(&taken.name).is_none_or(|it| it.is_null() || it == "");
            if let Some(from) = from.filter(|_| is_blank)
                && let Some(value) = store.field(other, id, &from.name)
                && (taken.nullable || !value.is_null())
            {
                object.insert(taken.name.clone(), value);
            }
        }
    }
}

/// Settles what others say about an object that was made. It may have come with its parent, in one
/// request.
pub(crate) fn made(
    api: &Api,
    store: &mut Store,
    now: &str,
    resource: ResourceId,
    id: u64,
    came_with_parent: bool,
) {
    owners::follow(api, store, resource, id, &[]);
    replies::follow(api, store, now, resource, id, came_with_parent);
}

/// What others say about an object, to be settled after it was changed or removed.
pub(crate) fn around(api: &Api, store: &Store, resource: ResourceId, id: u64) -> Vec<Owner> {
    owners::of(api, store, resource, id)
}

/// Settles what others say about an object that was changed or removed.
pub(crate) fn changed(
    api: &Api,
    store: &mut Store,
    resource: ResourceId,
    id: u64,
    before: &[Owner],
) {
    owners::follow(api, store, resource, id, before);
}

/// Keeps fields that say the same as others.
fn mirror(api: &Api, own: ResourceId, before: Option<&Object>, object: &mut Object) {
    let resource = &api[own];
    for field in kept(resource) {
        // What it was made with stays.
        if before.is_some() && field.name.starts_with(ORIGINAL) {
            continue;
        }
        if let Some(value) = mirrored(resource, field).and_then(|it| object.get(&it.name)).cloned()
        {
            object.insert(field.name.clone(), value);
        }
    }
}

/// Begins the name of what keeps the value that something was made with.
const ORIGINAL: &str = "original_";

/// The field of which another one says the same: `status` for the `ticket_status` of a ticket, `person`
/// for its `person_id`, and `subject`, as it was at first, for `original_subject`.
pub(crate) fn mirrored<'a>(resource: &'a Resource, field: &Field) -> Option<&'a Field> {
    if field.access != Access::ReadOnly {
        return None;
    }
    let own = field.name.strip_prefix(resource.singular.as_str());
    let own = own.and_then(|rest| rest.strip_prefix('_'));
    if let Some(name) = own.or_else(|| field.name.strip_prefix(ORIGINAL)) {
        return fields::named(resource, name).filter(|it| it.ty == field.ty);
    }
    let other = fields::referenced(&field.ty)?;
    let same = fields::named(resource, field.name.strip_suffix("_id")?)?;
    (fields::referenced(&same.ty) == Some(other)).then_some(same)
}

/// The fields of a resource that the helpdesk itself sets.
fn kept(resource: &Resource) -> impl Iterator<Item = &Field> {
    fields::read(resource)
        .filter(|field| field.access == Access::ReadOnly && field.name != fields::ID)
}

/// Whether a value of this text is one of an enumeration.
fn has_value(api: &Api, ty: &Type, text: &str) -> bool {
    match ty {
        Type::Named(id) => match &api[*id].kind {
            TypeKind::Enum(values) => values.iter().any(|value| value.value == text),
            TypeKind::Object(_) | TypeKind::OneOf(_) => false,
        },
        _ => false,
    }
}

/// What a field held before, and holds now, where the two differ.
fn difference<'a>(
    before: Option<&'a Object>,
    object: &'a Object,
    name: &str,
) -> Option<(&'a Value, &'a Value)> {
    let was = before.and_then(|before| before.get(name)).unwrap_or(&Value::Null);
    let is = object.get(name)?;
    (was != is).then_some((was, is))
}
