//! Fields and types.

use serde_json::Value;

use super::super::yaml::Map;
use super::model::Model;
use super::{NOTHING, copied, items, members, said, text, with_deprecation, with_sources};

/// What a field says of its values.
const KEYS: [&str; 7] = ["type", "write", "access", "required", "optional", "sensitive", "rust"];

/// A field of a resource or of a type.
fn field(property: &Value) -> Map {
    let said = said(property);
    let map = copied(Map::default(), said, &KEYS).with_some("docs", text(property, "description"));
    let map = copied(with_deprecation(map, said), said, &["since"]);
    with_sources(with_example(map, property), said)
}

/// A field that stands in no schema, of which the extension says all.
fn unread(value: &Value) -> Map {
    let map = copied(copied(Map::default(), value, &KEYS), value, &["docs"]);
    with_sources(copied(with_deprecation(map, value), value, &["since", "example"]), value)
}

/// A field that an operation sends.
pub(super) fn sent(property: &Value, is_required: bool) -> Map {
    let said = said(property);
    let map = copied(Map::default(), said, &["type"]).with_flag("required", is_required);
    let map = copied(map, said, &["sensitive", "rust"]);
    let map = with_deprecation(map.with_some("docs", text(property, "description")), said);
    with_sources(with_example(map, property), said)
}

/// Adds the example, in the words of either version.
fn with_example(mut map: Map, property: &Value) -> Map {
    let example = property.get("example").or_else(|| items(property, "examples").next());
    if let Some(example) = example {
        map.put("example", example.clone());
    }
    map
}

/// The fields of a resource: those that are read, and what its schema lists beside them.
pub(super) fn of_resource(resource: &str, schema: &Value) -> Map {
    let mut map = Map::tall();
    let read = members(schema, "properties").map(|(key, property)| (key, field(property)));
    let unread = members(said(schema), "fields").map(|(key, value)| (key, unread(value)));
    for (key, mut field) in read.chain(unread) {
        let own = format!("id({resource})");
        if key == "id" && field.get("type") == Some(&own.into()) {
            field.replace("type", "id");
        }
        map.put(key, field);
    }
    map
}

/// The types that a resource declares, or that all share.
pub(super) fn types(model: &Model<'_>, owner: Option<&str>) -> Map {
    let mut map = Map::tall();
    for schemas in model.types(owner) {
        let first = schemas.first().copied().unwrap_or(&NOTHING);
        if let Some(name) = text(said(first), "type") {
            map.put(name, declared(schemas, first));
        }
    }
    map
}

/// A type, as its schemas say it together.
fn declared(schemas: &[&Value], first: &Value) -> Map {
    let docs = text(first, "description").unwrap_or_default();
    // What is known of the values stands below what they are.
    let docs = docs.split("\n\nKnown values; others may come:\n\n").next().unwrap_or(docs);
    let mut values = Map::tall();
    for (value, it) in members(said(first), "values") {
        match (text(it, "docs"), it.get("rust")) {
            (Some(docs), None) => values.put(value, docs),
            _ => values.put(value, copied(Map::default(), it, &["docs", "rust"])),
        }
    }
    let mut choices = Map::tall();
    for choice in items(first, "anyOf").filter(|choice| said(choice).is_object()) {
        let entry = copied(Map::default(), said(choice), &["type"]);
        let entry = entry.with_some("docs", text(choice, "description"));
        choices.put(text(said(choice), "name").unwrap_or_default(), entry);
    }
    let mut fields = Map::tall();
    for (key, property) in schemas.iter().flat_map(|schema| members(schema, "properties")) {
        if fields.get(key).is_none() {
            fields.put(key, field(property));
        }
    }
    let map = with_sources(Map::tall().with("docs", docs), said(first));
    map.with("values", values).with("one_of", choices).with("fields", fields)
}
