//! Ids as JSON has them.

use deskpro_spec::api::{Api, Type};
use serde_json::Value;

use crate::fields;
use crate::scalar::whole;

/// An id as JSON: a number, or text where the API has text.
pub(crate) fn to_json(api: &Api, ty: &Type, id: u64) -> Value {
    if fields::is_text_id(api, ty) { Value::from(id.to_string()) } else { Value::from(id) }
}

/// The id that a number, or a text with a number, is.
pub(crate) fn of(value: &Value) -> Option<u64> {
    whole(value).and_then(|number| u64::try_from(number).ok())
}
