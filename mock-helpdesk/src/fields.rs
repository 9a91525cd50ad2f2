//! Looking up fields and types of the description.

use deskpro_spec::api::{Api, Field, Resource, ResourceId, Type};

/// The resource that a type refers to by id.
pub(crate) fn referenced(ty: &Type) -> Option<ResourceId> {
    match ty {
        Type::Id(resource) | Type::Ref(resource) => Some(*resource),
        _ => None,
    }
}

/// The fields of a resource that responses hold.
pub(crate) fn read(resource: &Resource) -> impl Iterator<Item = &Field> {
    resource.fields.iter().filter(|field| field.access.is_read())
}

/// The field of this name, where responses hold it.
pub(crate) fn named<'a>(resource: &'a Resource, name: &str) -> Option<&'a Field> {
    read(resource).find(|field| field.name == name)
}

/// The field that holds the id of an object of another resource.
pub(crate) fn referring(resource: &Resource, other: ResourceId) -> Option<&Field> {
    read(resource).find(|field| field.name != ID && referenced(&field.ty) == Some(other))
}

/// Whether ids of this type are text in JSON rather than numbers.
pub(crate) fn is_text_id(api: &Api, ty: &Type) -> bool {
    match ty {
        Type::String => true,
        Type::Id(resource) | Type::Ref(resource) => {
            matches!(api[*resource].id, Some(Type::String))
        }
        _ => false,
    }
}

/// The field that holds an object's own id.
pub(crate) const ID: &str = "id";
