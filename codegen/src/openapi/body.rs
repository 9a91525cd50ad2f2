//! What operations send.

use deskpro_spec::api::{Body, BodyFormat, FilePart, Meaning, Operation};
use serde_json::{Map, Value, json};

use super::extension::Members;
use super::schema::Schemas;
use super::{example, field};

const JSON: &str = "application/json";
const FORM: &str = "multipart/form-data";

/// The body that an operation sends, where it sends one.
pub(super) fn body(schemas: &Schemas<'_>, operation: &Operation) -> Option<Value> {
    let body = operation.body.as_ref()?;
    let (media_type, docs, schema) = match &body.format {
        BodyFormat::Object => (JSON, "", field::input(schemas, &body.fields).object()),
        BodyFormat::Form(files) => (FORM, "", form(schemas, body, files)),
        BodyFormat::Json { docs } => (JSON, docs.as_str(), json!({})),
        BodyFormat::Raw { media_type, docs } => {
            let some = Members::default().with("minLength", 1);
            (media_type.as_str(), docs.as_str(), schemas.saying(schemas.bytes(), some))
        }
    };
    let content = Members::default()
        .with_any("schema", Some(schema))
        .with("examples", example::requests(schemas.api, operation));
    let body = Members::default()
        .with("required", is_required(schemas, operation, body))
        .with("description", docs.trim())
        .with("content", json!({ media_type: content.object() }));
    Some(body.object())
}

/// Of actions a body may be missing, unless something of it must be there.
fn is_required(schemas: &Schemas<'_>, operation: &Operation, body: &Body) -> bool {
    let has_required = body.fields.iter().any(|field| field.required);
    match &body.format {
        BodyFormat::Object => {
            has_required || schemas.api[operation.verb].meaning != Meaning::Action
        }
        BodyFormat::Form(files) => has_required || files.iter().any(|file| file.required),
        BodyFormat::Json { .. } | BodyFormat::Raw { .. } => true,
    }
}

fn form(schemas: &Schemas<'_>, body: &Body, files: &[FilePart]) -> Value {
    let mut form = field::input(schemas, &body.fields).into_map();
    let parts = files.iter().map(|file| {
        let extension = Members::default().with_sources(schemas.api, &file.sources);
        let says = Members::default().with("description", file.docs.trim());
        (file.name.clone(), schemas.saying(schemas.bytes(), says.with_extension(extension)))
    });
    let properties = form.entry("properties").or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(properties) = properties {
        properties.extend(parts);
    }
    let required = files.iter().filter(|file| file.required);
    let required: Vec<_> = required.map(|file| json!(file.name)).collect();
    if !required.is_empty() {
        let all = form.entry("required").or_insert_with(|| json!([]));
        if let Value::Array(all) = all {
            all.extend(required);
        }
    }
    Value::Object(form)
}
