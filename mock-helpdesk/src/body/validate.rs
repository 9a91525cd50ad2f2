//! Checking values against their described types.

use deskpro_spec::api::{Api, Field, InputField, Type, TypeKind};
use serde_json::Value;

use crate::invalid::{Invalid, Mistake};
use crate::scalar::{boolean, number, whole};
use crate::{Object, choice, date, fields};

/// A field that may be sent.
pub(super) struct Expected<'a> {
    name: &'a str,
    ty: &'a Type,
    is_nullable: bool,
    is_required: bool,
}

impl<'a> From<&'a InputField> for Expected<'a> {
    fn from(field: &'a InputField) -> Self {
        Self {
            name: &field.name,
            ty: &field.ty,
            is_nullable: field.nullable,
            is_required: field.required,
        }
    }
}

impl<'a> From<&'a Field> for Expected<'a> {
    fn from(field: &'a Field) -> Self {
        Self {
            name: &field.name,
            ty: field.write_type(),
            is_nullable: field.write_nullable(),
            is_required: field.required,
        }
    }
}

/// Checks values; the depth of JSON is bounded by its parser.
pub(super) struct Validator<'a> {
    pub(super) api: &'a Api,
}

impl Validator<'_> {
    /// What is wrong with an object that may have these fields.
    pub(super) fn object(&self, expected: &[Expected<'_>], sent: &Object) -> Invalid {
        let mut invalid = Invalid::default();
        let is_extra = |name: &&str| expected.iter().all(|field| field.name != *name);
        let extra: Vec<&str> = sent.keys().map(String::as_str).filter(is_extra).collect();
        invalid.push_extra_fields(self.api, &extra);
        for field in expected {
            invalid.push_field(field.name, self.field(field, sent.get(field.name)));
        }
        invalid
    }

    fn field(&self, field: &Expected<'_>, sent: Option<&Value>) -> Invalid {
        match sent {
            None if field.is_required => self.mistake(Mistake::Required),
            None => Invalid::default(),
            Some(Value::Null) if field.is_nullable || *field.ty == Type::Json => Invalid::default(),
            Some(Value::Null) => self.mistake(Mistake::Required),
            Some(Value::String(text)) if text.trim().is_empty() && field.is_required => {
                self.mistake(Mistake::Required)
            }
            Some(value) => self.value(field.name, field.ty, value),
        }
    }

    /// What is wrong with a value; `name` is that of the field which holds it.
    fn value(&self, name: &str, ty: &Type, value: &Value) -> Invalid {
        let is_right = match (ty, value) {
            (Type::Json, _) => true,
            (Type::String, value) => value.is_string(),
            (Type::Integer, value) => return self.integer(value),
            (Type::Number, value) => number(value).is_some_and(f64::is_finite),
            (Type::Boolean, value) => boolean(value).is_some(),
            (Type::DateTime, Value::String(text)) => return self.date(date::date_time(text)),
            (Type::Date, Value::String(text)) => return self.date(date::date(text)),
            (Type::DateTime | Type::Date, _) => return self.mistake(Mistake::InvalidDate),
            (Type::Id(_) | Type::Ref(_), value) => {
                let is_text = fields::is_text_id(self.api, ty) && value.is_string();
                // PHP's numbers end where those of 64 bits with sign do.
                let is_id = |id| i64::try_from(id).is_ok_and(|id| id >= 0);
                is_text || whole(value).is_some_and(is_id)
            }
            (Type::List(item), Value::Array(values)) => {
                let named = values.iter().enumerate();
                return self.within(name, item, named.map(|(i, value)| (i.to_string(), value)));
            }
            (Type::Map(item), Value::Object(values)) => {
                return self.within(name, item, values.iter().map(|(key, it)| (key.clone(), it)));
            }
            (Type::Map(_), Value::Array(values)) => values.is_empty(),
            (Type::List(_) | Type::Map(_), _) => false,
            (Type::Named(id), value) => match &self.api[*id].kind {
                // An open set: a helpdesk may know more values than the description.
                TypeKind::Enum(_) => value.is_string(),
                TypeKind::Object(fields) => return self.nested(fields, value),
                TypeKind::OneOf(choices) => match choice::of(self.api, choices, value) {
                    Some(choice) => return self.value(name, &choice.ty, value),
                    None => false,
                },
            },
        };
        if is_right { Invalid::default() } else { self.mistake(Mistake::BadChoice) }
    }

    fn nested(&self, fields: &[Field], value: &Value) -> Invalid {
        let Some(object) = value.as_object() else {
            return self.mistake(Mistake::BadChoice);
        };
        let written = fields.iter().filter(|field| field.access.is_created());
        self.object(&written.map(Expected::from).collect::<Vec<_>>(), object)
    }

    /// Items are named after what holds them: `emails_0`, `fields_7` (HMRC, ZAP).
    fn within<'v>(
        &self,
        name: &str,
        ty: &Type,
        items: impl Iterator<Item = (String, &'v Value)>,
    ) -> Invalid {
        let mut invalid = Invalid::default();
        for (key, value) in items {
            invalid.push_field(format!("{name}_{key}"), self.value(name, ty, value));
        }
        invalid
    }

    fn integer(&self, value: &Value) -> Invalid {
        match (whole(value), number(value)) {
            (Some(whole), _) if i64::try_from(whole).is_ok() => Invalid::default(),
            (None, Some(number)) if number.fract() != 0.0 => self.mistake(Mistake::BadChoice),
            (_, Some(_)) => self.mistake(Mistake::OutOfRange),
            _ => self.mistake(Mistake::BadChoice),
        }
    }

    fn date(&self, date: Option<String>) -> Invalid {
        if date.is_some() { Invalid::default() } else { self.mistake(Mistake::InvalidDate) }
    }

    fn mistake(&self, mistake: Mistake) -> Invalid {
        Invalid::one(self.api, mistake)
    }
}
