//! Single values and enumerations.

use super::super::problem::ImportProblemKind;
use super::super::source::Context;
use super::super::tree::Node;
use super::parts::Parts;
use super::types::{Hint, Kind, Value};
use super::{Lowering, Ty};

/// The longest text that is a value of an enumeration.
const LONGEST: usize = 200;

/// A value of one kind.
pub(super) fn scalar(context: &mut Context<'_>, parts: &Parts<'_>, kind: &str) -> Ty {
    let format = parts.get("format").and_then(Node::text).unwrap_or_default();
    match (kind, format) {
        ("string", "date-time") => Ty::Word("datetime"),
        ("string", "date") => Ty::Word("date"),
        ("string", "binary") | ("file", _) => Ty::Bytes,
        ("string", _) => Ty::STRING,
        ("integer", _) => Ty::Word("integer"),
        ("number", _) => Ty::Word("number"),
        ("boolean", _) => Ty::Word("boolean"),
        _ => {
            if let Some(node) = parts.get("type") {
                let what = format!("`{kind}` is no type");
                context.findings.push(ImportProblemKind::Schema, node, what, "it is free JSON");
            }
            Ty::JSON
        }
    }
}

/// The type of a value of which no type is said.
pub(super) fn guessed(parts: &Parts<'_>) -> Ty {
    let is_there = |key: &str| parts.nodes().any(|node| node.has(key));
    if ["minLength", "maxLength", "pattern"].iter().any(|key| is_there(key)) {
        return Ty::STRING;
    }
    if let Some(constant) = parts.get("const") {
        return match constant.json() {
            serde_json::Value::String(_) => Ty::STRING,
            serde_json::Value::Bool(_) => Ty::Word("boolean"),
            serde_json::Value::Number(number) if number.as_i64().is_some() => Ty::Word("integer"),
            serde_json::Value::Number(_) => Ty::Word("number"),
            _ => Ty::JSON,
        };
    }
    match parts.get("format").and_then(Node::text) {
        Some("date-time") => Ty::Word("datetime"),
        Some("date") => Ty::Word("date"),
        Some("int32" | "int64") => Ty::Word("integer"),
        Some("float" | "double") => Ty::Word("number"),
        Some("uuid" | "uri" | "url" | "email" | "password" | "hostname") => Ty::STRING,
        Some("binary") => Ty::Bytes,
        _ => Ty::JSON,
    }
}

impl<'t> Lowering<'_, 't> {
    /// The enumeration that it is, where it has several texts as its values.
    pub(super) fn enumeration(
        &mut self,
        parts: &Parts<'t>,
        hint: &Hint,
        component: Option<Node<'t>>,
    ) -> Option<Ty> {
        let node = parts.get("enum")?;
        let mut values: Vec<Value> = Vec::new();
        // That the values are texts says all that the type does.
        for ty in parts.all("type") {
            ty.whole();
        }
        for item in node.items() {
            item.mark();
            if item.is_null() {
                continue;
            }
            let value = item.text().filter(|text| text.len() <= LONGEST)?.to_owned();
            if values.iter().all(|known| known.value != value) {
                values.push(Value { value, docs: None });
            }
        }
        // One value is a remark about the field.
        if values.len() < 2 {
            return (!values.is_empty()).then_some(Ty::STRING);
        }
        documented(parts, &mut values);
        let at = self.types.add(hint, Kind::Enum(values), component.or(parts.single()));
        Some(Ty::Named(at))
    }
}

/// Meanings of values, as several tools write them.
fn documented(parts: &Parts<'_>, values: &mut [Value]) {
    for key in ["x-enum-descriptions", "x-enumDescriptions", "x-enum-varnames-description"] {
        let Some(node) = parts.get(key) else { continue };
        for (at, value) in values.iter_mut().enumerate() {
            let docs = match node.is_list() {
                true => node.items().get(at).and_then(|it| it.text()),
                false => node.text_of(&value.value),
            };
            let docs = docs.map(str::trim).filter(|docs| !docs.is_empty());
            value.docs = value.docs.take().or(docs.map(str::to_owned));
        }
    }
}
