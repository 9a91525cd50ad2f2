//! What an OpenAPI document says.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// A line for each operation, status, parameter, and field that is sent or answered.
pub(crate) fn lines(document: &Value) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for (path, operations) in object(&document["paths"]) {
        for (method, operation) in object(operations) {
            let head = format!("{} {path}", method.to_uppercase());
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                let (name, place) = (text(&parameter["name"]), text(&parameter["in"]));
                let ty = type_of(document, &parameter["schema"]);
                lines.insert(format!("{head} {place} {name}: {ty}"));
            }
            let body = &operation["requestBody"]["content"]["application/json"]["schema"];
            fields(document, body, &format!("{head} takes "), &mut lines);
            for (status, response) in object(&operation["responses"]) {
                lines.insert(format!("{head} {status}"));
                let schema = &response["content"]["application/json"]["schema"];
                if status.starts_with('2') {
                    fields(document, schema, &format!("{head} {status} "), &mut lines);
                }
            }
        }
    }
    lines
}

/// The fields of an object, and those of objects in it.
fn fields(document: &Value, schema: &Value, before: &str, lines: &mut BTreeSet<String>) {
    let schema = resolve(document, schema);
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    for (name, property) in object(&schema["properties"]) {
        let sign = if required.contains(&Value::from(name.as_str())) { "" } else { "?" };
        let ty = type_of(document, property);
        lines.insert(format!("{before}{name}{sign}: {ty}"));
        let inner = resolve(document, property);
        let inner = if inner["items"].is_null() { inner } else { &inner["items"] };
        fields(document, inner, &format!("{before}{name}."), lines);
    }
}

/// The type of a value in few words, as `described` has them.
fn type_of(document: &Value, schema: &Value) -> String {
    let schema = resolve(document, schema);
    let null = if schema["nullable"] == true { " or null" } else { "" };
    let ty = match (text(&schema["type"]), text(&schema["format"])) {
        ("string", "date-time") => "datetime".to_owned(),
        ("string", _) if !schema["enum"].is_null() => {
            let values: BTreeSet<_> =
                schema["enum"].as_array().into_iter().flatten().map(text).collect();
            format!("one of {values:?}")
        }
        ("array", _) => format!("list of {}", type_of(document, &schema["items"])),
        ("object", _) if schema["additionalProperties"].is_object() => {
            format!("map of {}", type_of(document, &schema["additionalProperties"]))
        }
        (ty, _) => ty.to_owned(),
    };
    ty + null
}

fn resolve<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    let pointer = schema["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
    pointer.and_then(|pointer| document.pointer(pointer)).unwrap_or(schema)
}

fn object(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
