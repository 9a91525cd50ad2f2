//! Walking through an OpenAPI document.

use serde_json::Value;

/// Every operation with its path and method.
pub(crate) fn operations(document: &Value) -> impl Iterator<Item = (&str, &str, &Value)> {
    let paths = document["paths"].as_object().into_iter().flatten();
    paths.flat_map(|(path, operations)| {
        let operations = operations.as_object().into_iter().flatten();
        operations.map(move |(method, operation)| (path.as_str(), method.as_str(), operation))
    })
}

/// A path with its parameters nameless.
pub(crate) fn shape(path: &str) -> String {
    let mut shape = String::new();
    for (at, part) in path.split('{').enumerate() {
        match part.split_once('}').filter(|_| at > 0) {
            Some((_, rest)) => shape.push_str(&format!("{{}}{rest}")),
            None => shape.push_str(part),
        }
    }
    shape
}

/// The references that lead nowhere.
pub(crate) fn dangling(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![document];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(members) => {
                for (name, member) in members {
                    match member {
                        Value::String(target) if name == "$ref" => {
                            let pointer = target.strip_prefix('#').unwrap_or("no pointer");
                            if document.pointer(pointer).is_none() {
                                found.push(target.clone());
                            }
                        }
                        // What examples show is no part of the document.
                        _ if name == "value" || name == "x-deskpro" => {}
                        member => open.push(member),
                    }
                }
            }
            _ => {}
        }
    }
    found
}
