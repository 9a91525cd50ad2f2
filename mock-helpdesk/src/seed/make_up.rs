//! Values made up from their types.

use std::ops::Range;

use deskpro_spec::api::{Api, Field, Resource, ResourceId, Type, TypeKind};
use serde_json::{Value, json};

use super::varied::Varied;
use super::{Seeds, example, vary};
use crate::{Object, date, effect, fields, id};

/// How deep objects are made up within objects; types may hold themselves.
const DEPTH: u8 = 4;

/// When the first seeded object was made.
const FIRST_DATE: &str = "2025-05-01T08:02:02+0000";

/// Makes up the fields of one seeded object.
pub(super) struct MakeUp<'a> {
    pub(super) api: &'a Api,
    pub(super) seeds: &'a Seeds,
    pub(super) resource: &'a Resource,
    pub(super) own: ResourceId,
    pub(super) id: u64,
}

impl<'a> MakeUp<'a> {
    pub(super) fn new(api: &'a Api, seeds: &'a Seeds, own: ResourceId, id: u64) -> Self {
        Self { api, seeds, resource: &api[own], own, id }
    }

    /// The value of a field of the resource itself.
    pub(super) fn field(&self, field: &Field) -> Value {
        if field.name == fields::ID {
            return id::to_json(self.api, &field.ty, self.id);
        }
        if self.seeds.number() != 0
            && let Some(value) = (Varied { made: self }).field(field)
        {
            return value;
        }
        // Who refers to its own kind would refer to itself; an example of null is meant.
        let is_own = fields::referenced(&field.ty) == Some(self.own);
        if field.nullable && (is_own || field.example == Some(Value::Null)) {
            return Value::Null;
        }
        if let Some(id) = fields::referenced(&field.ty).and_then(|other| self.reference(other)) {
            return id::to_json(self.api, &field.ty, id);
        }
        if let Type::List(item) = &field.ty
            && let Some(other) = fields::referenced(item)
        {
            let ids = self.referring(other).into_iter();
            return ids.map(|id| id::to_json(self.api, item, id)).collect();
        }
        // All addresses of a person hold the first one.
        let mut lists = effect::lists_with_texts(self.resource);
        if matches!(field.ty, Type::List(_))
            && let Some((_, text)) = lists.find(|(list, _)| list.name == field.name)
        {
            return Value::Array(vec![self.field(text)]);
        }
        match example(self.api, self.resource, field) {
            Some(example) => {
                let varied = vary::example(self.api, &field.ty, example, self.id);
                self.whole(&field.ty, varied, DEPTH)
            }
            None => self.value(field, DEPTH),
        }
    }

    /// The same value with what examples leave out: they show what matters of an object.
    fn whole(&self, ty: &Type, shown: Value, depth: u8) -> Value {
        let Some(below) = depth.checked_sub(1) else { return shown };
        match (ty, shown) {
            (Type::List(item), Value::Array(items)) => {
                items.into_iter().map(|shown| self.whole(item, shown, below)).collect()
            }
            (Type::Map(item), Value::Object(entries)) => {
                let entries = entries.into_iter();
                let whole = entries.map(|(key, shown)| (key, self.whole(item, shown, below)));
                Value::Object(whole.collect())
            }
            (Type::Named(id), Value::Object(mut shown)) => {
                let TypeKind::Object(fields) = &self.api[*id].kind else {
                    return Value::Object(shown);
                };
                for field in fields.iter().filter(|field| field.access.is_read()) {
                    let value = match shown.remove(&field.name) {
                        Some(shown) => self.whole(&field.ty, shown, below),
                        None if field.optional => continue,
                        None => self.value(field, below),
                    };
                    shown.insert(field.name.clone(), value);
                }
                Value::Object(shown)
            }
            (_, shown) => shown,
        }
    }

    /// The parent, or one of the seeded objects in turn.
    fn reference(&self, other: ResourceId) -> Option<u64> {
        let parent = self.resource.parent.as_ref().filter(|parent| parent.resource == other);
        if let Some(parent) = parent.and_then(|_| self.seeds.parent(self.own, self.id)) {
            return Some(parent);
        }
        let others = self.siblings(other).unwrap_or(1..self.seeds.total(other).saturating_add(1));
        let before = self.id.saturating_sub(1).checked_rem(others.end - others.start)?;
        Some(others.start + before)
    }

    /// The seeded objects that live within the same parent.
    pub(super) fn siblings(&self, other: ResourceId) -> Option<Range<u64>> {
        let parent = self.resource.parent.as_ref()?.resource;
        let is_beside = self.api[other].parent.as_ref().is_some_and(|it| it.resource == parent);
        let parent = self.seeds.parent(self.own, self.id).filter(|_| is_beside)?;
        Some(self.seeds.children(other, parent))
    }

    /// The seeded objects that refer to this one: those within it, or siblings.
    fn referring(&self, other: ResourceId) -> Vec<u64> {
        let parent = self.api[other].parent.as_ref().map(|parent| parent.resource);
        if parent == Some(self.own) {
            return self.seeds.children(other, self.id).collect();
        }
        let Some(siblings) = self.siblings(other) else {
            return Vec::new();
        };
        let Some(field) = fields::referring(self.api, &self.api[other], self.own) else {
            return Vec::new();
        };
        let refers = |id: &u64| {
            let held = MakeUp::new(self.api, self.seeds, other, *id).field(field);
            id::of(&held) == Some(self.id)
        };
        siblings.filter(refers).collect()
    }

    fn value(&self, field: &Field, depth: u8) -> Value {
        if let Some(example) = &field.example {
            let varied = vary::example(self.api, &field.ty, example, self.id);
            return self.whole(&field.ty, varied, depth);
        }
        if field.nullable {
            return Value::Null;
        }
        self.typed(&field.name, &field.ty, depth)
    }

    fn typed(&self, name: &str, ty: &Type, depth: u8) -> Value {
        match ty {
            Type::String => Value::from(self.text(name)),
            Type::DateTime => Value::from(date::hours_after(FIRST_DATE, self.id.saturating_sub(1))),
            Type::Named(id) => match &self.api[*id].kind {
                TypeKind::Enum(values) => vary::turn(values, self.id)
                    .map_or(Value::Null, |value| Value::from(value.value.as_str())),
                TypeKind::Object(fields) => self.object(fields, depth),
                TypeKind::OneOf(choices) => match choices.first() {
                    Some(choice) if depth > 0 => self.typed(name, &choice.ty, depth - 1),
                    _ => Value::Null,
                },
            },
            ty => blank(self.api, ty, FIRST_DATE),
        }
    }

    fn object(&self, fields: &[Field], depth: u8) -> Value {
        if depth == 0 {
            return Value::Object(Object::new());
        }
        let read = fields.iter().filter(|field| field.access.is_read());
        let made = read.map(|field| (field.name.clone(), self.value(field, depth - 1)));
        Value::Object(made.collect())
    }

    fn text(&self, name: &str) -> String {
        let id = self.id;
        if name.contains("email") {
            return format!("{}{id}@example.com", self.resource.singular);
        }
        let name = if name == "name" { &self.resource.singular } else { name };
        let mut words = name.replace('_', " ");
        if let Some(first) = words.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        format!("{words} {id}")
    }
}

/// The value of a type that says least: zero, nothing, empty. A moment is `now`.
pub(crate) fn blank(api: &Api, ty: &Type, now: &str) -> Value {
    blank_within(api, ty, now, DEPTH)
}

fn blank_within(api: &Api, ty: &Type, now: &str, depth: u8) -> Value {
    match ty {
        Type::String => json!(""),
        Type::Integer | Type::Number => json!(0),
        Type::Boolean => json!(false),
        Type::DateTime => json!(now),
        Type::Date => json!(now.get(..10).unwrap_or(now)),
        Type::Json => Value::Null,
        Type::Id(_) | Type::Ref(_) => id::to_json(api, ty, 1),
        Type::List(_) => json!([]),
        Type::Map(_) => json!({}),
        Type::Named(id) => match &api[*id].kind {
            TypeKind::Enum(values) => {
                values.first().map_or_else(|| json!(""), |value| json!(value.value))
            }
            TypeKind::OneOf(choices) => match choices.first() {
                Some(choice) if depth > 0 => blank_within(api, &choice.ty, now, depth - 1),
                _ => Value::Null,
            },
            TypeKind::Object(fields) if depth > 0 => {
                let read = fields.iter().filter(|field| field.access.is_read());
                let blank = |field: &Field| match field.nullable {
                    true => Value::Null,
                    false => blank_within(api, &field.ty, now, depth - 1),
                };
                Value::Object(read.map(|field| (field.name.clone(), blank(field))).collect())
            }
            TypeKind::Object(_) => json!({}),
        },
    }
}
