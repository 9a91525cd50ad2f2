//! From what is written to what is read, where the two differ.

use deskpro_spec::api::{Field, ResourceId, Type, TypeKind};
use serde_json::{Value, json};

use super::{Maker, Owner};
use crate::scalar::{boolean, number, whole};
use crate::{Object, choice, date, email, fields, id, seed};

/// The field that holds what was written, where more is read than is written.
const VALUE: &str = "value";

/// Turns what is written to one object into what is read from it.
pub(super) struct Shape<'m, 'a> {
    pub(super) maker: &'m mut Maker<'a>,
    pub(super) owner: &'m Owner,
}

impl Shape<'_, '_> {
    /// What is read after this was written; `before` is what was read before.
    pub(super) fn read(&mut self, ty: &Type, written: Value, before: Option<Value>) -> Value {
        if written.is_null() {
            return Value::Null;
        }
        match ty {
            Type::Id(other) | Type::Ref(other) => self.reference(ty, *other, written),
            Type::List(item) => self.list(item, written, before),
            Type::Map(item) => self.map(item, written, before),
            Type::Named(id) => match &self.maker.api[*id].kind {
                TypeKind::Enum(_) => written,
                TypeKind::Object(fields) => self.object(fields, written, before),
                TypeKind::OneOf(choices) => match choice::of(self.maker.api, choices, &written) {
                    Some(choice) => self.read(&choice.ty, written, None),
                    None => written,
                },
            },
            scalar => read_scalar(scalar, written),
        }
    }

    fn reference(&mut self, ty: &Type, other: ResourceId, written: Value) -> Value {
        if let Some(id) = id::of(&written) {
            return id::to_json(self.maker.api, ty, id);
        }
        let object = match written {
            Value::Object(object) => object,
            Value::String(text) if fields::is_text_id(self.maker.api, ty) => {
                return Value::String(text);
            }
            Value::String(text) => match email::field(&self.maker.api[other]) {
                Some(field) => Object::from_iter([(field.name.clone(), Value::String(text))]),
                None => return Value::String(text),
            },
            written => return written,
        };
        let id = self.maker.find_or_make(other, self.owner, object);
        id::to_json(self.maker.api, ty, id)
    }

    /// A list may be written as a map (HMRC), or as lists by kind (ZAP), whose keys are forgotten.
    fn list(&mut self, item: &Type, written: Value, before: Option<Value>) -> Value {
        let flat = !matches!(item, Type::List(_) | Type::Json);
        let items: Vec<Value> = match written {
            Value::Array(items) => items,
            Value::Object(entries) => entries
                .into_iter()
                .flat_map(|(_, value)| match value {
                    Value::Array(items) if flat => items,
                    single => vec![single],
                })
                .collect(),
            single => vec![single],
        };
        let is_value = |value: &Value| !value.is_null() || *item == Type::Json;
        let items = items.into_iter().filter(is_value);
        let parts = fields::referenced(item)
            .filter(|part| fields::is_part(self.maker.api, *part, self.owner.resource));
        let Some(part) = parts else {
            return items.map(|value| self.read(item, value, None)).collect();
        };
        let before: Vec<u64> =
            before.iter().filter_map(Value::as_array).flatten().filter_map(id::of).collect();
        let read: Vec<Value> = items.map(|value| self.part(item, part, value, &before)).collect();
        // What is not written again is gone (HMRC).
        for id in before {
            if !read.iter().any(|kept| id::of(kept) == Some(id)) {
                self.maker.remove(part, id);
            }
        }
        Value::Array(read)
    }

    /// An object that is nothing without the one that is written: the one that was there with the
    /// same file, or a new one.
    fn part(&mut self, item: &Type, part: ResourceId, value: Value, before: &[u64]) -> Value {
        match value {
            Value::Object(written) => match self.maker.with_file(part, before, &written) {
                Some(id) => {
                    self.maker.change(part, id, written);
                    id::to_json(self.maker.api, item, id)
                }
                None => self.read(item, Value::Object(written), None),
            },
            value => self.read(item, value, None),
        }
    }

    /// What is written is added to what is there, entry by entry.
    fn map(&mut self, item: &Type, written: Value, before: Option<Value>) -> Value {
        let mut map = match before {
            Some(Value::Object(map)) => map,
            _ => Object::new(),
        };
        let Value::Object(entries) = written else {
            return Value::Object(map);
        };
        for (key, value) in entries {
            let before = map.remove(&key);
            // Null clears an entry, unless it is a value like others.
            if !value.is_null() || *item == Type::Json {
                map.insert(key, self.read(item, value, before));
            }
        }
        Value::Object(map)
    }

    /// A value that is no object is what the field `value` holds, where there is one. Elsewhere it
    /// is not known how it is read: what was read before stays.
    fn object(&mut self, fields: &[Field], written: Value, before: Option<Value>) -> Value {
        let has_value = fields.iter().any(|field| field.name == VALUE);
        let entries = match written {
            Value::Object(entries) => entries,
            single if has_value => Object::from_iter([(VALUE.to_owned(), single)]),
            _ => return before.unwrap_or_else(|| self.blank(fields)),
        };
        let mut object = match before {
            Some(Value::Object(object)) => object,
            _ => Object::new(),
        };
        for field in fields.iter().filter(|field| field.access.is_read()) {
            match entries.get(&field.name) {
                Some(written) => {
                    let before = object.remove(&field.name);
                    let value = self.read(&field.ty, written.clone(), before);
                    object.insert(field.name.clone(), value);
                }
                None if object.contains_key(&field.name) => {}
                None => {
                    object.insert(field.name.clone(), self.unwritten(field));
                }
            }
        }
        Value::Object(object)
    }

    fn blank(&self, fields: &[Field]) -> Value {
        let read = fields.iter().filter(|field| field.access.is_read());
        Value::Object(read.map(|field| (field.name.clone(), self.unwritten(field))).collect())
    }

    fn unwritten(&self, field: &Field) -> Value {
        match field.nullable {
            true => Value::Null,
            false => seed::blank(self.maker.api, &field.ty, self.maker.now),
        }
    }
}

/// Scalars are taken in several forms and sent in one.
fn read_scalar(ty: &Type, written: Value) -> Value {
    let read = match ty {
        Type::Integer => whole(&written).and_then(|it| i64::try_from(it).ok()).map(Value::from),
        Type::Number if written.is_string() => number(&written).map(Value::from),
        Type::Boolean => boolean(&written).map(Value::from),
        Type::DateTime => written.as_str().and_then(date::date_time).map(Value::from),
        Type::Date => written.as_str().and_then(date::date).map(Value::from),
        Type::String => match &written {
            Value::Number(number) => Some(json!(number.to_string())),
            _ => None,
        },
        _ => None,
    };
    read.unwrap_or(written)
}
