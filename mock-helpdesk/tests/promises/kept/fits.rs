//! Whether an answer is what its operation returns, member by member.

use deskpro_spec::api::{Api, Field, Operation, Payload, Shape, Type, TypeKind};
use serde_json::Value;

/// What is wrong with the body of a success, if anything.
pub(crate) fn mistake(
    api: &Api,
    operation: &Operation,
    shape: Shape,
    body: &Value,
) -> Option<String> {
    let data = || body.get(&api.envelope.data).ok_or_else(|| "no data".to_owned());
    let found = match (operation.returns, shape) {
        (Payload::Text | Payload::Bytes | Payload::Nothing, _) | (_, Shape::Empty) => Ok(()),
        (returns, Shape::Bare) => payload(api, returns, body),
        (returns, Shape::One | Shape::Created) => data().and_then(|it| payload(api, returns, it)),
        (returns, Shape::Page) => data().and_then(|data| {
            let items = data.as_array().ok_or("data is no list")?;
            items.iter().try_for_each(|item| payload(api, returns, item))
        }),
    };
    found.err()
}

fn payload(api: &Api, returns: Payload, value: &Value) -> Result<(), String> {
    match returns {
        Payload::Resource(id) if api[id].is_untyped => Ok(()),
        Payload::Resource(id) => object(api, &api[id].fields, value),
        Payload::Type(id) => fits(api, &Type::Named(id), value),
        Payload::Json | Payload::Text | Payload::Bytes | Payload::Nothing => Ok(()),
    }
}

fn object(api: &Api, fields: &[Field], value: &Value) -> Result<(), String> {
    let object = value.as_object().ok_or_else(|| format!("no object: {value}"))?;
    for field in fields.iter().filter(|field| field.access.is_read()) {
        let found = match object.get(&field.name) {
            Some(Value::Null) if field.nullable || field.ty == Type::Json => Ok(()),
            Some(value) => fits(api, &field.ty, value),
            None if field.optional => Ok(()),
            None => Err("missing".to_owned()),
        };
        found.map_err(|why| format!("{}: {why}", field.name))?;
    }
    Ok(())
}

fn fits(api: &Api, ty: &Type, value: &Value) -> Result<(), String> {
    let is_right = match ty {
        Type::String | Type::DateTime | Type::Date => value.is_string(),
        Type::Integer => value.is_i64(),
        Type::Number => value.is_number(),
        Type::Boolean => value.is_boolean(),
        Type::Json => true,
        Type::Ref(id) if value.is_object() => return object(api, &api[*id].fields, value),
        Type::Id(id) | Type::Ref(id) => match api[*id].id {
            Some(Type::String) => value.is_string(),
            _ => value.is_u64(),
        },
        Type::List(item) => {
            let items = value.as_array().ok_or_else(|| format!("no list: {value}"))?;
            return items.iter().try_for_each(|it| fits(api, item, it));
        }
        Type::Map(item) => {
            let map = value.as_object().ok_or_else(|| format!("no map: {value}"))?;
            return map.values().try_for_each(|it| fits(api, item, it));
        }
        Type::Named(id) => match &api[*id].kind {
            TypeKind::Enum(_) => value.is_string(),
            TypeKind::Object(fields) => return object(api, fields, value),
            TypeKind::OneOf(choices) => {
                choices.iter().any(|choice| fits(api, &choice.ty, value).is_ok())
            }
        },
    };
    if is_right { Ok(()) } else { Err(format!("{value} for {ty:?}")) }
}
