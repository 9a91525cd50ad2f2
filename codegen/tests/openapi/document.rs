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

/// Every property of a schema with a value that is an example of it.
pub(crate) fn examples(document: &Value) -> impl Iterator<Item = (String, &Value, &Value)> {
    let schemas = document["components"]["schemas"].as_object().into_iter().flatten();
    schemas.flat_map(|(name, schema)| {
        let properties = schema["properties"].as_object().into_iter().flatten();
        properties.flat_map(move |(key, property)| {
            let examples = property["examples"].as_array().into_iter().flatten();
            let examples = examples.chain(property.get("example"));
            examples.map(move |example| (format!("{name}.{key}"), property, example))
        })
    })
}

/// The members that a schema requires and a value, or one within it, lacks.
pub(crate) fn lacking(document: &Value, schema: &Value, value: &Value) -> Vec<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = document.pointer(reference.trim_start_matches('#')).unwrap();
        return lacking(document, target, value);
    }
    let within = |schema: &Value, value: &Value| lacking(document, schema, value);
    let parts = schema["allOf"].as_array().into_iter().flatten();
    let mut lacking: Vec<_> = parts.flat_map(|part| within(part, value)).collect();
    match value {
        Value::Object(members) => {
            let required = schema["required"].as_array().into_iter().flatten();
            let required = required.filter_map(Value::as_str);
            lacking.extend(required.filter(|it| !members.contains_key(*it)).map(str::to_owned));
            lacking.extend(members.iter().flat_map(|(key, member)| {
                let property = schema["properties"].get(key);
                within(property.unwrap_or(&schema["additionalProperties"]), member)
            }));
        }
        Value::Array(items) => {
            lacking.extend(items.iter().flat_map(|item| within(&schema["items"], item)));
        }
        _ => {}
    }
    lacking
}
