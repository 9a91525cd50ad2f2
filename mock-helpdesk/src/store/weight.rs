//! How much memory values take, about.

use serde_json::Value;

use crate::Object;

/// What a value takes beside its text, in bytes: its kind, its place, its share of what holds it.
const EACH: usize = 64;

/// How much memory an object takes, in bytes.
pub(super) fn of_object(object: &Object) -> usize {
    let members = object.iter().map(|(name, value)| EACH + name.len() + of(value));
    EACH + members.sum::<usize>()
}

fn of(value: &Value) -> usize {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => EACH,
        Value::String(text) => EACH + text.len(),
        Value::Array(items) => EACH + items.iter().map(of).sum::<usize>(),
        Value::Object(object) => of_object(object),
    }
}
