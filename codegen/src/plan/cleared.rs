//! Which types fields have that requests may clear: their values convert into `Set`.

use std::collections::BTreeSet;

use deskpro_spec::api::{Api, Type, TypeId, TypeKind};

/// The declared types of nullable fields that some request holds.
pub(super) fn types(api: &Api) -> BTreeSet<TypeId> {
    let operations = api.resources.iter().flat_map(|resource| &resource.operations);
    let inputs = operations.flat_map(|operation| &operation.body).flat_map(|body| &body.fields);
    let inputs = inputs.filter(|field| field.nullable).map(|field| &field.ty);
    let members = api.types.iter().filter(|def| def.is_written).flat_map(|def| match &def.kind {
        TypeKind::Object(fields) => fields.as_slice(),
        TypeKind::Enum(_) | TypeKind::OneOf(_) => &[],
    });
    let members = members.filter(|field| field.write_nullable()).map(|field| field.write_type());
    inputs
        .chain(members)
        .filter_map(|ty| match ty {
            Type::Named(id) => Some(*id),
            _ => None,
        })
        .collect()
}
