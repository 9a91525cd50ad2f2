//! The API as an OpenAPI document.

use openapiv3::OpenAPI;
use serde_json::{Map, Value, json};

use super::noun::Noun;
use crate::size::Size;

const DOCUMENT: &str = include_str!("openapi.json");
const PATHS: &str = include_str!("paths.json");
const SCHEMAS: &str = include_str!("schemas.json");

const TAG: &str = r#"{ "name": "@plural", "description": "Operations on @plural." }"#;

/// The statuses with which every operation can be refused.
const REFUSALS: [(u16, &str); 7] = [
    (400, "Bad Request"),
    (401, "Unauthorized"),
    (403, "Forbidden"),
    (404, "Not Found"),
    (405, "Method Not Allowed"),
    (423, "Locked"),
    (429, "Too Many Requests"),
];

/// What the list of an edited API takes besides.
const EXPAND: &str = r#", { "name": "expand", "in": "query", "required": false,
  "description": "Related objects to expand.", "schema": { "type": "string" } }"#;

/// What the resource of an edited API has besides.
const NICKNAME: &str = r#", "nickname": { "type": "string" }"#;

/// What differs from the API as it is, in the resource in its middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Edit {
    /// Nothing.
    #[default]
    None,
    /// One endpoint: the list takes one parameter more, `expand`.
    Endpoint,
    /// One schema: the resource has one field more, `nickname`.
    Schema,
}

/// The text of an OpenAPI document with this many resources.
pub fn openapi_text(resources: usize, edit: Edit) -> String {
    let mut tags = Vec::new();
    let mut paths = Vec::new();
    let mut schemas = Vec::new();
    for (number, noun) in Noun::all(resources).enumerate() {
        let edit = if number == resources / 2 { edit } else { Edit::None };
        let expand = if edit == Edit::Endpoint { EXPAND } else { "" };
        let nickname = if edit == Edit::Schema { NICKNAME } else { "" };
        tags.push(noun.fill(TAG));
        paths.push(noun.fill(&members(PATHS).replace(r#", "@expand""#, expand)));
        schemas.push(noun.fill(&members(SCHEMAS).replace(r#", "@nickname": {}"#, nickname)));
    }
    DOCUMENT
        .replace(r#""@tags""#, &tags.join(",\n"))
        .replace(r#""@paths": {}"#, &paths.join(","))
        .replace(r#""@schemas": {}"#, &schemas.join(","))
        .replace(r#""@refusals": {}"#, &refusals())
        .replace("@count", &resources.to_string())
}

/// An OpenAPI document with this many resources.
///
/// # Errors
///
/// None, unless a template is no OpenAPI.
pub fn openapi(resources: usize, edit: Edit) -> serde_json::Result<OpenAPI> {
    serde_json::from_str(&openapi_text(resources, edit))
}

/// An OpenAPI document as large as another API: with as many operations and as many models. What is
/// a model too many has no fields; it is any JSON object.
///
/// # Errors
///
/// None, unless a template is no JSON.
pub fn openapi_like(wanted: Size) -> serde_json::Result<Value> {
    let text = openapi_text(wanted.operations.div_ceil(5), Edit::None);
    let mut document: Value = serde_json::from_str(&text)?;
    let has = size(&document);
    let deletes = values(&mut document["paths"])
        .filter_map(Value::as_object_mut)
        .filter(|path| path.contains_key("delete"));
    for path in deletes.take(has.operations - wanted.operations) {
        path.remove("delete");
    }
    let models = values(&mut document["components"]["schemas"]).filter(|schema| is_model(schema));
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

/// What stands between the braces of a template, on one line after each comma.
fn members(template: &str) -> String {
    let text = template.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.strip_prefix('{').unwrap_or(&text);
    text.strip_suffix('}').unwrap_or(text).to_owned()
}

/// The refusals, as members of the responses of an operation.
fn refusals() -> String {
    let content = json!({
        "application/json": { "schema": { "$ref": "#/components/schemas/Error" } }
    });
    let refusal = |(status, docs)| {
        let refusal = json!({ "description": docs, "content": content });
        format!(r#""{status}": {refusal}"#)
    };
    REFUSALS.map(refusal).join(", ")
}

fn values(object: &mut Value) -> impl Iterator<Item = &mut Value> {
    object.as_object_mut().into_iter().flat_map(Map::values_mut)
}
