//! The same API as an OpenAPI document.

use serde_json::{Map, Value, json};

use super::noun::Noun;
use crate::size::Size;

const DOCUMENT: &str = include_str!("openapi.json");
const RESOURCE: &str = include_str!("openapi_resource.json");

/// The statuses with which every operation can be refused.
const REFUSALS: [(&str, &str); 7] = [
    ("400", "The request is malformed, or its input is invalid."),
    ("401", "You are not authenticated."),
    ("403", "You may not do this."),
    ("404", "There is no such resource."),
    ("405", "The resource does not take this HTTP method."),
    ("423", "The helpdesk is offline for maintenance."),
    ("429", "A limit on requests is reached."),
];

/// An OpenAPI document with this many resources.
///
/// # Errors
///
/// None, unless a template is no JSON.
pub fn openapi(resources: usize) -> serde_json::Result<Value> {
    let mut document: Value = serde_json::from_str(DOCUMENT)?;
    for noun in Noun::all(resources) {
        let mut resource: Value = serde_json::from_str(&noun.fill(RESOURCE))?;
        add_refusals(&mut resource["paths"]);
        merge(&mut document["paths"], resource["paths"].take());
        merge(&mut document["components"]["schemas"], resource["schemas"].take());
    }
    Ok(document)
}

/// An OpenAPI document as large as another API: with as many operations and as many models. What is
/// a model too many has no fields; it is any JSON object.
///
/// # Errors
///
/// None, unless a template is no JSON.
pub fn openapi_like(wanted: Size) -> serde_json::Result<Value> {
    let mut document = openapi(wanted.operations.div_ceil(5))?;
    let has = size(&document);
    let deletes = members(&mut document["paths"])
        .filter_map(Value::as_object_mut)
        .filter(|path| path.contains_key("delete"));
    for path in deletes.take(has.operations - wanted.operations) {
        path.remove("delete");
    }
    let models = members(&mut document["components"]["schemas"]).filter(|schema| is_model(schema));
    for model in models.take(has.models.saturating_sub(wanted.models)) {
        *model = json!({ "type": "object", "additionalProperties": true });
    }
    Ok(document)
}

/// How large the API of an OpenAPI document is. What is around every answer is no model.
pub fn size(document: &Value) -> Size {
    let objects = |value: &Value| value.as_object().cloned().unwrap_or_default();
    let paths = objects(&document["paths"]);
    let schemas = objects(&document["components"]["schemas"]);
    let models: Vec<_> = schemas.values().filter(|schema| is_model(schema)).collect();
    Size {
        operations: paths.values().map(|path| objects(path).len()).sum(),
        models: models.len(),
        fields: models.iter().map(|model| objects(&model["properties"]).len()).sum(),
    }
}

/// Whether a schema is an object with fields, and not an envelope.
fn is_model(schema: &Value) -> bool {
    schema["properties"].as_object().is_some_and(|fields| !fields.contains_key("data"))
}

/// Adds the refusals to the responses of every operation.
fn add_refusals(paths: &mut Value) {
    let operations = members(paths).flat_map(members);
    for responses in operations.filter_map(|operation| operation["responses"].as_object_mut()) {
        responses.extend(REFUSALS.map(|(status, docs)| (status.to_owned(), refusal(docs))));
    }
}

fn refusal(docs: &str) -> Value {
    let schema = json!({ "$ref": "#/components/schemas/Error" });
    json!({ "description": docs, "content": { "application/json": { "schema": schema } } })
}

fn members(object: &mut Value) -> impl Iterator<Item = &mut Value> {
    object.as_object_mut().into_iter().flat_map(Map::values_mut)
}

fn merge(into: &mut Value, from: Value) {
    if let (Value::Object(into), Value::Object(from)) = (into, from) {
        into.extend(from);
    }
}
