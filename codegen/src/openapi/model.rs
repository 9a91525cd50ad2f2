//! Resources and declared types as schemas that all others refer to.

use deskpro_spec::api::{Choice, EnumValue, Field, ResourceId, TypeDef, TypeId, TypeKind};
use serde_json::{Map, Value, json};

use super::extension::{Members, expression};
use super::schema::{Schemas, Way};
use super::{example, field, open_set};

/// The schemas of all resources and types by name.
pub(super) fn schemas(schemas: &Schemas<'_>) -> Map<String, Value> {
    let api = schemas.api;
    let resources = api.resource_ids();
    let resources =
        resources.map(|id| (schemas.names.resource(id).to_owned(), resource(schemas, id)));
    let types = api.type_ids().flat_map(|id| {
        let way = if api[id].is_read || !api[id].is_written { Way::Read } else { Way::Write };
        let plain = (schemas.names.ty(id).to_owned(), declared(schemas, id, way));
        let input = schemas.names.input(id);
        let input = input.map(|name| (name.to_owned(), declared(schemas, id, Way::Write)));
        [Some(plain), input].into_iter().flatten()
    });
    resources.chain(types).collect()
}

fn resource(schemas: &Schemas<'_>, id: ResourceId) -> Value {
    let resource = &schemas.api[id];
    // Of what nobody knows the shape of, no field has a place in the schema.
    let is_unread = |field: &&Field| resource.is_untyped || !field.access.is_read();
    let unread = resource.fields.iter().filter(is_unread);
    let unread = unread.map(|it| (it.name.clone(), field::unread(schemas.api, it)));
    let extension = Members::default()
        .with("resource", resource.name.as_str())
        .with("fields", unread.collect::<Map<_, _>>())
        .with("examples", example::of_resource(schemas.api, resource))
        .with("shape", resource.is_untyped.then_some("unknown"));
    let schema = match resource.is_untyped {
        true => Members::default(),
        false => field::object(schemas, &resource.fields, Way::Read),
    };
    schema.with("description", resource.docs.trim()).with_extension(extension).object()
}

fn declared(schemas: &Schemas<'_>, id: TypeId, way: Way) -> Value {
    let def = &schemas.api[id];
    let schema = match &def.kind {
        TypeKind::Enum(values) => return enumeration(schemas, def, values),
        TypeKind::Object(fields) => field::object(schemas, fields, way),
        TypeKind::OneOf(choices) => {
            let choices = choices.iter().map(|choice| one(schemas, choice, way));
            Members::default().with("anyOf", choices.collect::<Vec<_>>())
        }
    };
    schema.with("description", def.docs.trim()).with_extension(extension(schemas, def)).object()
}

fn enumeration(schemas: &Schemas<'_>, def: &TypeDef, values: &[EnumValue]) -> Value {
    let listed = values.iter().map(|value| {
        let members = Members::default().with("docs", value.docs.trim());
        (value.value.clone(), members.with("rust", value.rust_name.clone()).object())
    });
    let extension = extension(schemas, def).with("values", listed.collect::<Map<_, _>>());
    let says = Members::default().with("type", "string").with_extension(extension);
    let known = values.iter().map(|value| (value.value.as_str(), value.docs.as_str()));
    let says = open_set::known(says, &def.docs, "values", known);
    let first = values.first().map(|value| json!(value.value));
    schemas.example(says, first.as_ref()).object()
}

fn one(schemas: &Schemas<'_>, choice: &Choice, way: Way) -> Value {
    let extension = Members::default()
        .with("name", choice.name.as_str())
        .with("type", expression(schemas.api, &choice.ty, false));
    let says = Members::default().with("description", choice.docs.trim()).with_extension(extension);
    schemas.saying(schemas.of(&choice.ty, way), says)
}

fn extension(schemas: &Schemas<'_>, def: &TypeDef) -> Members {
    Members::default()
        .with("type", def.name.as_str())
        .with("owner", def.owner.map(|owner| schemas.api[owner].name.as_str()))
        .with_sources(schemas.api, &def.sources)
}
