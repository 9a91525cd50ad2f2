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
        self.nested(ty, value, part).or_else(|| self.scalar(ty, value)).unwrap_or_else(|| {
            self.mistakes.push(part.place, format!("expected {}", self.expected(ty)));
            Value::Null
        })
    }

    /// A value with others in it, or an id, as it is held.
    fn nested(&mut self, ty: &Type, value: &Value, part: &JsonPart) -> Option<Value> {
        let api = self.api;
        match (ty, value) {
            (Type::Id(other) | Type::Ref(other), value) => {
                let id = whole_id(value)?;
                self.references.push(Reference { place: part.place, resource: *other, id });
                Some(id::to_json(api, ty, id))
            }
            (Type::List(item), Value::Array(values)) => {
                let values = values.iter().zip(&part.parts);
                Some(values.map(|(value, part)| self.value(item, value, part)).collect())
            }
            (Type::Map(item), Value::Object(values)) => {
                let values = values.iter().map(|(name, value)| {
                    let part = part.parts.iter().find(|part| part.key == *name).unwrap_or(part);
                    (name.clone(), self.value(item, value, part))
                });
                Some(Value::Object(values.collect()))
            }
            (Type::Named(named), value) => match (&api[*named].kind, value) {
                (TypeKind::Object(fields), Value::Object(values)) => {
                    Some(self.object(&api[*named].name, fields, values, part))
                }
                (TypeKind::OneOf(choices), value) => {
                    let choice = choice::of(api, choices, value)?;
                    Some(self.value(&choice.ty, value, part))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// A single value as it is held, where it is of the type.
    fn scalar(&self, ty: &Type, value: &Value) -> Option<Value> {
        let is_right = match ty {
            Type::Json => true,
            Type::String => value.is_string(),
            Type::Boolean => value.is_boolean(),
            Type::Integer => value.is_i64(),
            Type::Number => value.is_number(),
            Type::Date => value.as_str().is_some_and(|text| date::date(text).is_some()),
            Type::DateTime => return value.as_str().and_then(date::date_time).map(Value::from),
            Type::Id(_) | Type::Ref(_) => fields::is_text_id(self.api, ty) && value.is_string(),
            Type::Named(id) => matches!(self.api[*id].kind, TypeKind::Enum(_)) && value.is_string(),
            Type::List(_) | Type::Map(_) => false,
        };
        is_right.then(|| value.clone())
    }

    fn expected(&self, ty: &Type) -> &'static str {
        match ty {
            Type::Json => "anything",
            Type::String => "text",
            Type::Boolean => "true or false",
            Type::Integer => "a whole number",
            Type::Number => "a number",
            Type::DateTime => "a date with time, such as 2025-05-01T08:02:02+0000",
            Type::Date => "a date, such as 2025-05-01",
            Type::Id(_) | Type::Ref(_) => "an id, a whole number from 1 on",
            Type::List(_) => "a list",
            Type::Map(_) => "a mapping",
            Type::Named(id) => match &self.api[*id].kind {
                TypeKind::Enum(_) => "text",
                TypeKind::Object(_) => "a mapping",
                TypeKind::OneOf(_) => "another kind of value",
            },
        }
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
