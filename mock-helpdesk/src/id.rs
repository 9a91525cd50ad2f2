//! Ids as JSON has them.

use deskpro_spec::api::{Api, Type};
use serde_json::Value;

use crate::fields;

/// An id as JSON: a number, or text where the API has text.
pub(crate) fn to_json(api: &Api, ty: &Type, id: u64) -> Value {
    if fields::is_text_id(api, ty) { Value::from(id.to_string()) } else { Value::from(id) }
}

/// The id that a number, or a text with a number, is.
pub(crate) fn of(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}
