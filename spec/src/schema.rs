//! The JSON Schema of the format, for editors, from the tables of keys by which parsing rejects.

use serde_json::{Map, Value as Json, json};

use crate::document::tables::{API, Choice, FORMAT, Key, OVERLAY, RESOURCE, Table, Value};

/// The JSON Schema (draft 2020-12) of descriptions.
///
/// The root is the first file, `$defs/resource` a resource file, `$defs/overlay` an overlay. What
/// extends another description needs no keys that are there already: `$defs/changed_resource` is a
/// resource file of such a description. `spec/schema.json` holds the schema for editors.
///
/// # Example
///
/// ```
/// let schema = deskpro_spec::json_schema();
/// assert_eq!(schema["$defs"]["field"]["required"], serde_json::json!(["type", "docs"]));
/// assert_eq!(schema["$defs"]["changed_field"].get("required"), None);
/// ```
pub fn json_schema() -> Json {
    let mut parts = Parts::default();
    let whole = parts.reference(&API);
    parts.reference(&RESOURCE);
    parts.reference(&OVERLAY);
    parts.are_changed = true;
    let changed = parts.reference(&API);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "API description",
        "if": { "required": ["extends"] },
        "then": changed,
        "else": whole,
        "$defs": parts.definitions,
    })
}

/// The definitions that were needed so far.
#[derive(Default)]
struct Parts {
    definitions: Map<String, Json>,
    /// Whether they are parts of what extends another description.
    are_changed: bool,
}

impl Parts {
    /// A reference to the definition of a part, which is made when it is not there yet.
    fn reference(&mut self, table: &'static Table) -> Json {
        let name = if self.are_changed {
            format!("changed_{}", table.name)
        } else {
            table.name.to_owned()
        };
        if !self.definitions.contains_key(&name) {
            // Put there first, because parts refer to each other in circles.
            self.definitions.insert(name.clone(), Json::Null);
            let object = self.object(table);
            self.definitions.insert(name.clone(), object);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    fn object(&mut self, table: &'static Table) -> Json {
        let properties: Map<_, _> =
            table.keys.iter().map(|key| (key.name.to_owned(), self.property(key))).collect();
        let is_required = |key: &&Key| key.is_required && !self.are_changed;
        let required: Vec<_> = table.keys.iter().filter(is_required).map(|key| key.name).collect();
        let mut object = json!({
            "description": table.docs,
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        });
        if !required.is_empty() {
            object["required"] = json!(required);
        }
        let choices: Vec<_> =
            table.choices.iter().map(|each| choice(each, self.are_changed)).collect();
        if !choices.is_empty() {
            object["allOf"] = json!(choices);
        }
        object
    }

    fn property(&mut self, key: &'static Key) -> Json {
        let mut property = self.value(&key.value);
        property["description"] = json!(key.docs);
        property
    }

    fn value(&mut self, value: &'static Value) -> Json {
        match value {
            Value::Text => json!({ "type": "string" }),
            Value::Integer => json!({
                "type": "integer", "minimum": i64::MIN, "maximum": i64::MAX,
            }),
            Value::Boolean => json!({ "type": "boolean" }),
            Value::True => json!({ "const": true }),
            Value::Scalar => json!({ "type": ["string", "number", "boolean"] }),
            Value::TextOrInteger => json!({ "type": ["string", "integer"] }),
            Value::Json => json!({}),
            Value::Format => json!({ "const": FORMAT }),
            Value::Word(words) => json!({ "enum": words }),
            Value::OneOrMore => json!({
                "anyOf": [
                    { "type": "string" },
                    { "type": "array", "items": { "type": "string" } },
                ],
            }),
            Value::List(item) => json!({ "type": "array", "items": self.value(item) }),
            Value::Names(of) => json!({
                "type": "object", "additionalProperties": self.value(of),
            }),
            Value::Statuses(of) => json!({
                "type": "object",
                "propertyNames": { "pattern": "^[0-9]+$" },
                "additionalProperties": self.value(of),
            }),
            Value::Part(table) => self.reference(table),
            Value::TextOr(table) => json!({
                "anyOf": [{ "type": "string" }, self.reference(table)],
            }),
            Value::SharedOr(table) => json!({
                "anyOf": [{ "enum": ["shared", null] }, self.reference(table)],
            }),
        }
    }
}

/// Exactly one, or at most one, of some keys.
fn choice(choice: &Choice, is_changed: bool) -> Json {
    let one = |key: &&str| json!({ "required": [key] });
    let mut options: Vec<Json> = choice.keys.iter().map(one).collect();
    if !choice.is_required || is_changed {
        let any: Vec<Json> = choice.keys.iter().map(one).collect();
        options.push(json!({ "not": { "anyOf": any } }));
    }
    json!({ "oneOf": options })
}
