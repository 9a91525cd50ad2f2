//! Which choice of a `one_of` a value is: the one with the same JSON kind.

use deskpro_spec::api::{Api, Choice, Type, TypeKind};
use serde_json::Value;

use crate::fields;

/// The choice that a value is; `None` when no choice has its kind.
pub(crate) fn of<'a>(api: &Api, choices: &'a [Choice], value: &Value) -> Option<&'a Choice> {
    let written = Kind::of_value(value)?;
    let exact = choices.iter().find(|choice| Kind::of_type(api, &choice.ty) == Some(written));
    exact.or_else(|| {
        // Ids are taken as text too (ZAP), where no choice is text.
        let is_number = value.as_str().is_some_and(|text| text.parse::<i64>().is_ok());
        choices.iter().find(|choice| match Kind::of_type(api, &choice.ty) {
            None => choice.ty == Type::Json,
            Some(Kind::Number) => is_number,
            Some(_) => false,
        })
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    String,
    Number,
    Boolean,
    Object,
    List,
}

impl Kind {
    fn of_value(value: &Value) -> Option<Self> {
        Some(match value {
            Value::Null => return None,
            Value::Bool(_) => Self::Boolean,
            Value::Number(_) => Self::Number,
            Value::String(_) => Self::String,
            Value::Array(_) => Self::List,
            Value::Object(_) => Self::Object,
        })
    }

    /// `None` for types that several kinds of JSON may be.
    fn of_type(api: &Api, ty: &Type) -> Option<Self> {
        Some(match ty {
            Type::String | Type::DateTime | Type::Date => Self::String,
            Type::Integer | Type::Number => Self::Number,
            Type::Boolean => Self::Boolean,
            Type::Id(_) | Type::Ref(_) if fields::is_text_id(api, ty) => Self::String,
            Type::Id(_) | Type::Ref(_) => Self::Number,
            Type::List(_) => Self::List,
            Type::Map(_) => Self::Object,
            Type::Named(id) => match &api[*id].kind {
                TypeKind::Enum(_) => Self::String,
                TypeKind::Object(_) => Self::Object,
                TypeKind::OneOf(_) => return None,
            },
            Type::Json => return None,
        })
    }
}
