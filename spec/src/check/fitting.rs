//! Whether a JSON value fits a type.

use std::fmt;

use serde_json::{Map, Value};

use super::names::{Fields, Names, Scope};
use super::report::Report;
use super::type_expression::resolve;
use super::words::word;
use crate::api::{Access, ResourceId, Type, TypeId};
use crate::document::{FieldDoc, JsonDoc, TypeKindDoc};
use crate::problem::Place;

/// Which way a value goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// It comes from the API: unknown keys and values of enumerations may be there.
    Read,
    /// It goes to the API, or shows what a value looks like.
    Written,
}

/// Compares values with types.
#[derive(Clone, Copy)]
pub(super) struct Fitting<'a, 'd> {
    pub(super) names: &'a Names<'d>,
    pub(super) direction: Direction,
}

/// The first place where a value does not fit.
pub(super) struct Misfit {
    /// The keys on the way to it, the last one first. Empty for the whole value.
    way: Vec<String>,
    /// What is wrong with it: "is text instead of a whole number".
    what: String,
    /// Whether it is a key that is not known.
    pub(super) is_unknown_key: bool,
}

impl fmt::Display for Misfit {
    /// The end of a sentence about the whole value: "is text instead of a list".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.way.is_empty() {
            write!(f, "has `{}`, which ", self.path())?;
        }
        f.write_str(&self.what)
    }
}

impl Fitting<'_, '_> {
    /// Where a value does not fit a type.
    pub(super) fn value(&self, ty: &Type, nullable: bool, value: &Value) -> Option<Misfit> {
        if value.is_null() {
            return (!nullable && *ty != Type::Json)
                .then(|| Misfit::new("is null, and may not be"));
        }
        match ty {
            Type::Json => None,
            Type::String => wrong(!value.is_string(), value, "text"),
            Type::Integer => wrong(!is_integer(value), value, "a whole number"),
            Type::Number => wrong(!value.is_number(), value, "a number"),
            Type::Boolean => wrong(!value.is_boolean(), value, "true or false"),
            Type::DateTime => wrong(!is_text(value, is_datetime), value, "a date with time"),
            Type::Date => wrong(!is_text(value, is_date), value, "a date"),
            Type::Id(_) => wrong(!is_integer(value), value, "an id, which is a whole number"),
            Type::Ref(resource) => self.reference(*resource, value),
            Type::List(item) => self.list(item, value),
            Type::Map(item) => self.map(item, value),
            Type::Named(id) => self.named(*id, value),
        }
    }

    /// Where an object does not fit fields.
    pub(super) fn object(
        &self,
        scope: Scope,
        fields: &Fields<'_>,
        object: &Map<String, Value>,
    ) -> Option<Misfit> {
        object.iter().find_map(|(key, value)| {
            let Some(field) = fields.get(key.as_str()) else {
                let unknown = || Misfit { is_unknown_key: true, ..Misfit::new("is not a field") };
                return (self.direction == Direction::Written).then(|| unknown().within(key));
            };
            self.field(scope, field, value).map(|misfit| misfit.within(key))
        })
    }

    fn field(&self, scope: Scope, field: &FieldDoc, value: &Value) -> Option<Misfit> {
        // What is wrong with the field itself is reported where fields are checked.
        let mut quiet = Report::default();
        let access = word(&mut quiet, field.access.as_ref()).unwrap_or(Access::ReadWrite);
        let written = self.direction == Direction::Written;
        if written && !access.is_created() {
            return Some(Misfit::new("is read only"));
        }
        let ty =
            if written { field.write.as_ref().or(field.ty.as_ref()) } else { field.ty.as_ref() };
        let expression = resolve(self.names, &mut quiet, scope, ty);
        self.value(&expression.ty, expression.nullable, value)
    }

    fn reference(&self, resource: ResourceId, value: &Value) -> Option<Misfit> {
        if let (Direction::Read, Value::Object(object)) = (self.direction, value) {
            let fields = self.names.fields_of(resource);
            return self.object(Scope::Resource(resource), fields, object);
        }
        let id = self.names.id_type(resource).unwrap_or(Type::Json);
        self.value(&id, false, value)
    }

    fn list(&self, item: &Type, value: &Value) -> Option<Misfit> {
        let Value::Array(items) = value else {
            return wrong(true, value, "a list");
        };
        items.iter().enumerate().find_map(|(at, value)| {
            self.value(item, false, value).map(|misfit| misfit.within(&format!("[{at}]")))
        })
    }

    fn map(&self, item: &Type, value: &Value) -> Option<Misfit> {
        match value {
            Value::Object(entries) => entries.iter().find_map(|(key, value)| {
                self.value(item, false, value).map(|misfit| misfit.within(key))
            }),
            // An empty map is often sent as an empty list.
            Value::Array(items) if items.is_empty() => None,
            _ => wrong(true, value, "a map"),
        }
    }

    fn named(&self, id: TypeId, value: &Value) -> Option<Misfit> {
        let declared = &self.names.types[id.0];
        let scope = declared.owner.map_or(Scope::Shared, Scope::Resource);
        match (declared.doc.kind.as_ref()?, value) {
            (TypeKindDoc::Values(_), Value::String(text)) => {
                let is_known = declared.values.contains(text.as_str());
                let is_strange = self.direction == Direction::Written && !is_known;
                is_strange
                    .then(|| Misfit::new(format!("is not a value of `{}`", declared.name.value)))
            }
            (TypeKindDoc::Values(_), _) => wrong(true, value, "text"),
            (TypeKindDoc::Fields(_), Value::Object(object)) => {
                self.object(scope, &declared.fields, object)
            }
            (TypeKindDoc::Fields(_), _) => wrong(true, value, "an object"),
            (TypeKindDoc::OneOf(choices), _) => {
                let mut quiet = Report::default();
                let kind = Kind::of_value(value);
                // There are no more kinds to tell choices apart by.
                let fitting = choices.iter().take(Kind::COUNT).find_map(|(_, choice)| {
                    let ty = resolve(self.names, &mut quiet, scope, choice.ty.as_ref()).ty;
                    (Kind::of_type(self.names, &ty) == kind).then_some(ty)
                });
                match fitting {
                    Some(ty) => self.value(&ty, false, value),
                    None => wrong(true, value, &format!("one of `{}`", declared.name.value)),
                }
            }
        }
    }
}

impl Misfit {
    /// A misfit of the whole value.
    pub(super) fn new(what: impl Into<String>) -> Self {
        Self { way: Vec::new(), what: what.into(), is_unknown_key: false }
    }

    /// A sentence about the value that has the misfit: "`person` of the request is null".
    pub(super) fn said_of(&self, whole: &str) -> String {
        match self.way.is_empty() {
            true => format!("{whole} {}", self.what),
            false => format!("`{}` of {whole} {}", self.path(), self.what),
        }
    }

    /// The same misfit, seen from the value that holds it.
    pub(super) fn within(mut self, key: &str) -> Self {
        self.way.push(key.to_owned());
        self
    }

    /// The smallest part of what is written that has the misfit.
    pub(super) fn place(&self, json: &JsonDoc) -> Place {
        let part = json.part(self.way.iter().rev().map(String::as_str));
        part.map_or(
            json.place,
            |part| if self.is_unknown_key { part.key_place } else { part.place },
        )
    }

    /// The way to the misfit: `person.emails[2]`.
    fn path(&self) -> String {
        let mut path = String::new();
        for key in self.way.iter().rev() {
            if !path.is_empty() && !key.starts_with('[') {
                path.push('.');
            }
            path.push_str(key);
        }
        path
    }
}

/// What JSON says a value is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    String,
    Number,
    Boolean,
    Object,
    List,
}

impl Kind {
    /// How many kinds there are.
    const COUNT: usize = 5;

    /// The kind of values of a type, if it is always the same.
    pub(super) fn of_type(names: &Names<'_>, ty: &Type) -> Option<Self> {
        match ty {
            Type::String | Type::DateTime | Type::Date => Some(Self::String),
            Type::Integer | Type::Number | Type::Id(_) => Some(Self::Number),
            Type::Boolean => Some(Self::Boolean),
            Type::List(_) => Some(Self::List),
            Type::Map(_) => Some(Self::Object),
            Type::Json | Type::Ref(_) => None,
            Type::Named(id) => match names.types[id.0].doc.kind {
                Some(TypeKindDoc::Values(_)) => Some(Self::String),
                Some(TypeKindDoc::Fields(_)) => Some(Self::Object),
                Some(TypeKindDoc::OneOf(_)) | None => None,
            },
        }
    }

    /// The kind of a value; `None` for null.
    pub(super) fn of_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => None,
            Value::Bool(_) => Some(Self::Boolean),
            Value::Number(_) => Some(Self::Number),
            Value::String(_) => Some(Self::String),
            Value::Array(_) => Some(Self::List),
            Value::Object(_) => Some(Self::Object),
        }
    }

    /// The kind for people: "an object".
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::String => "text",
            Self::Number => "a number",
            Self::Boolean => "true or false",
            Self::Object => "an object",
            Self::List => "a list",
        }
    }
}

fn wrong(is_wrong: bool, value: &Value, expected: &str) -> Option<Misfit> {
    let found = Kind::of_value(value).map_or("null", Kind::name);
    is_wrong.then(|| Misfit::new(format!("is {found} instead of {expected}")))
}

fn is_integer(value: &Value) -> bool {
    value.is_i64() || value.is_u64()
}

fn is_text(value: &Value, holds: fn(&str) -> bool) -> bool {
    value.as_str().is_some_and(holds)
}

/// `2025-05-01T08:02:02+0000`, with or without offset.
pub(super) fn is_datetime(text: &str) -> bool {
    let (Some(date), Some(time)) = (text.get(..10), text.get(10..19)) else {
        return false;
    };
    is_date(date) && digits_like(time, "T00:00:00")
}

/// `2025-05-01`
pub(super) fn is_date(text: &str) -> bool {
    let within = |range, most| {
        text.get(range)
            .and_then(|n: &str| n.parse().ok())
            .is_some_and(|n: u8| (1..=most).contains(&n))
    };
    digits_like(text, "0000-00-00") && within(5..7, 12) && within(8..10, 31)
}

/// Whether a text is the pattern with any digits for its zeros.
fn digits_like(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text
            .bytes()
            .zip(pattern.bytes())
            .all(|(byte, like)| if like == b'0' { byte.is_ascii_digit() } else { byte == like })
}
