//! Fields as properties of schemas.

use deskpro_spec::api::{Access, Api, Field, InputField, Type};
use serde_json::{Map, Value, json};

use super::extension::{Members, expression};
use super::schema::{Schemas, Way};

/// The schema of an object with these fields, which go one way.
pub(super) fn object(schemas: &Schemas<'_>, fields: &[Field], way: Way) -> Members {
    let goes = |field: &&Field| match way {
        Way::Read => field.access.is_read(),
        Way::Write => field.access.is_created(),
    };
    let fields: Vec<_> = fields.iter().filter(goes).collect();
    let is_required = |field: &&&Field| match way {
        Way::Read => !field.optional,
        Way::Write => field.required,
    };
    let required = fields.iter().filter(is_required).map(|field| field.name.as_str());
    let required = required.collect::<Vec<_>>();
    let properties: Map<_, _> =
        fields.iter().map(|field| (field.name.clone(), property(schemas, field, way))).collect();
    let object = Members::default().with("type", "object").with("required", required);
    let object = object.with("properties", properties);
    match way {
        Way::Read => object,
        // Fields that are not described are refused.
        Way::Write => object.with_any("additionalProperties", Some(json!(false))),
    }
}

/// The schema of an object with these fields, which an operation sends.
pub(super) fn input(schemas: &Schemas<'_>, fields: &[InputField]) -> Members {
    let required = fields.iter().filter(|field| field.required).map(|field| field.name.as_str());
    let required = required.collect::<Vec<_>>();
    let properties: Map<_, _> =
        fields.iter().map(|field| (field.name.clone(), sent(schemas, field))).collect();
    Members::default()
        .with("type", "object")
        .with("required", required)
        .with("properties", properties)
        .with_any("additionalProperties", Some(json!(false)))
}

/// All that the description says of a field and a schema does not.
pub(super) fn extension(api: &Api, field: &Field) -> Members {
    let written = field.write.as_ref();
    Members::default()
        .with("type", expression(api, &field.ty, field.nullable))
        .with("write", written.map(|write| expression(api, &write.ty, write.nullable)))
        .with("access", access(field.access))
        .with("required", field.required)
        .with("optional", field.optional)
        .with("sensitive", field.sensitive)
        .with("since", field.since.clone())
        .with("rust", field.rust_name.clone())
        .with_deprecation(field.deprecated.as_ref())
        .with_sources(api, &field.sources)
}

/// The same of a field that no schema of what is read holds.
pub(super) fn unread(api: &Api, field: &Field) -> Value {
    extension(api, field)
        .with("docs", field.docs.trim())
        .with_any("example", field.example.clone())
        .object()
}

/// Adds that a text is not blank, where an input must be there. It says nothing of other values.
fn not_blank(schemas: &Schemas<'_>, says: Members, ty: &Type, is_required: bool) -> Members {
    match is_required && schemas.may_be_text(ty) {
        true => says.with("minLength", 1).with("pattern", r"\S"),
        false => says,
    }
}

fn property(schemas: &Schemas<'_>, field: &Field, way: Way) -> Value {
    let (ty, nullable) = match way {
        Way::Read => (&field.ty, field.nullable),
        Way::Write => (field.write_type(), field.write_nullable()),
    };
    let is_same = way == Way::Read || field.write.is_none();
    let schema = schemas.of(ty, way);
    let schema = if nullable { schemas.or_null(schema) } else { schema };
    let says = Members::default()
        .with("description", field.docs.trim())
        .with("deprecated", field.deprecated.is_some())
        .with_extension(extension(schemas.api, field));
    let says = not_blank(schemas, says, ty, way == Way::Write && field.required);
    schemas.saying(schema, schemas.example(says, field.example.as_ref().filter(|_| is_same)))
}

fn sent(schemas: &Schemas<'_>, field: &InputField) -> Value {
    let schema = schemas.of(&field.ty, Way::Write);
    let schema = if field.nullable { schemas.or_null(schema) } else { schema };
    let extension = Members::default()
        .with("type", expression(schemas.api, &field.ty, field.nullable))
        .with("sensitive", field.sensitive)
        .with("rust", field.rust_name.clone())
        .with_deprecation(field.deprecated.as_ref())
        .with_sources(schemas.api, &field.sources);
    let says = Members::default()
        .with("description", field.docs.trim())
        .with("deprecated", field.deprecated.is_some())
        .with_extension(extension);
    let says = not_blank(schemas, says, &field.ty, field.required);
    schemas.saying(schema, schemas.example(says, field.example.as_ref()))
}

/// Who sets a field; nothing where that is not said either.
fn access(access: Access) -> Option<&'static str> {
    match access {
        Access::ReadWrite => None,
        Access::ReadOnly => Some("read_only"),
        Access::WriteOnly => Some("write_only"),
        Access::CreateOnly => Some("create_only"),
        Access::CreateWriteOnly => Some("create_write_only"),
    }
}
