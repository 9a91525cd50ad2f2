//! Values of the tree as JSON, for examples.

use serde_json::{Map, Value};

use super::{Kind, Node, Scalar};

/// The value as JSON; `None` when something in it was reported and left out, or is not JSON.
///
/// Keys that YAML reads as numbers or truth values become the text that they are written as, because
/// JSON has no other keys.
pub(crate) fn to_json(node: &Node) -> Option<Value> {
    match &node.kind {
        Kind::Scalar(scalar, text) => match scalar {
            Scalar::Null => Some(Value::Null),
            Scalar::Bool(value) => Some(Value::Bool(*value)),
            Scalar::Number(number) => Some(Value::Number(number.clone())),
            Scalar::Text => Some(Value::String(text.clone())),
            Scalar::LargeInteger | Scalar::NotFinite => None,
        },
        Kind::List(items) => {
            items.iter().map(|item| to_json(item)).collect::<Option<Vec<_>>>().map(Value::Array)
        }
        Kind::Mapping(entries) => entries
            .iter()
            .map(|entry| Some((entry.key.text.clone(), to_json(&entry.value)?)))
            .collect::<Option<Map<_, _>>>()
            .map(Value::Object),
        Kind::Broken => None,
    }
}
