//! The same API as an OpenAPI document.

use serde_json::{Map, Value, json};

use super::noun::Noun;

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
