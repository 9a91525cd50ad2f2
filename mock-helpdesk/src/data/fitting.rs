//! Whether given values are what is read.

use deskpro_spec::api::{Api, Field, Type, TypeKind};
use deskpro_spec::document::JsonPart;
use serde_json::Value;

use super::mistakes::Mistakes;
use super::{Reference, whole_id};
use crate::{Object, choice, date, fields, id};

/// Compares values with types.
pub(super) struct Fitting<'a> {
    api: &'a Api,
    pub(super) mistakes: Mistakes,
    pub(super) references: Vec<Reference>,
}

impl<'a> Fitting<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        Self { api, mistakes: Mistakes::default(), references: Vec::new() }
    }

    /// The value as it is held; `part` says where it stands.
    pub(super) fn value(&mut self, ty: &Type, value: &Value, part: &JsonPart) -> Value {
        let api = self.api;
        let expected = match (ty, value) {
            (Type::Json, _)
            | (Type::String, Value::String(_))
            | (Type::Boolean, Value::Bool(_)) => {
                return value.clone();
            }
            (Type::Integer, value) if value.is_i64() => return value.clone(),
            (Type::Number, value) if value.is_number() => return value.clone(),
            (Type::DateTime, Value::String(text)) if date::date_time(text).is_some() => {
                return date::date_time(text).map_or(Value::Null, Value::from);
            }
            (Type::Date, Value::String(text)) if date::date(text).is_some() => {
                return value.clone();
            }
            (Type::Id(other) | Type::Ref(other), value) => match whole_id(value) {
                Some(id) => {
                    self.references.push(Reference { place: part.place, resource: *other, id });
                    return id::to_json(api, ty, id);
                }
                None if fields::is_text_id(api, ty) && value.is_string() => return value.clone(),
                None => "an id, a whole number from 1 on",
            },
            (Type::List(item), Value::Array(values)) => {
                let values = values.iter().zip(&part.parts);
                return values.map(|(value, part)| self.value(item, value, part)).collect();
            }
            (Type::Map(item), Value::Object(values)) => {
                let values = values.iter().map(|(name, value)| {
                    let part = part.parts.iter().find(|part| part.key == *name).unwrap_or(part);
                    (name.clone(), self.value(item, value, part))
                });
                return Value::Object(values.collect());
            }
            (Type::Named(named), value) => match (&api[*named].kind, value) {
                (TypeKind::Enum(_), Value::String(_)) => return value.clone(),
                (TypeKind::Object(fields), Value::Object(values)) => {
                    return self.object(&api[*named].name, fields, values, part);
                }
                (TypeKind::OneOf(choices), value) => match choice::of(api, choices, value) {
                    Some(choice) => return self.value(&choice.ty, value, part),
                    None => "another kind of value",
                },
                (TypeKind::Enum(_), _) => "text",
                (TypeKind::Object(_), _) => "a mapping",
            },
            (Type::String, _) => "text",
            (Type::Boolean, _) => "true or false",
            (Type::Integer, _) => "a whole number",
            (Type::Number, _) => "a number",
            (Type::DateTime, _) => "a date with time, such as 2025-05-01T08:02:02+0000",
            (Type::Date, _) => "a date, such as 2025-05-01",
            (Type::List(_), _) => "a list",
            (Type::Map(_), _) => "a mapping",
        };
        self.mistakes.push(part.place, format!("expected {expected}"));
        Value::Null
    }

    fn object(&mut self, name: &str, known: &[Field], values: &Object, part: &JsonPart) -> Value {
        let mut object = Object::new();
        for (key, value) in values {
            let part = part.parts.iter().find(|part| part.key == *key).unwrap_or(part);
            match known.iter().find(|field| field.name == *key) {
                Some(field) if value.is_null() && field.nullable => {
                    object.insert(key.clone(), Value::Null);
                }
                Some(field) => {
                    object.insert(key.clone(), self.value(&field.ty, value, part));
                }
                None => {
                    let names = known.iter().map(|field| field.name.as_str());
                    self.mistakes.push_unknown(part.key_place, "field", key, Some(name), names);
                }
            }
        }
        Value::Object(object)
    }
}
