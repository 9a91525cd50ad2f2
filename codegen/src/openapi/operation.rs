//! Operations, as OpenAPI has them.

use deskpro_spec::api::{Api, Operation, Payload, ResourceId, Success, Type};
use serde_json::{Map, Value};

use super::extension::{Members, expression, repeat};
use super::schema::Schemas;
use super::{body, example, parameter, response};

/// An operation; `names` are those of the parameters of its path.
pub(super) fn operation(
    schemas: &Schemas<'_>,
    id: ResourceId,
    operation: &Operation,
    names: &[String],
) -> Value {
    let api = schemas.api;
    let resource = &api[id];
    Members::default()
        .with("operationId", format!("{}.{}", resource.name, operation.name))
        .with("tags", vec![resource.name.as_str()])
        .with("summary", summary(&operation.docs))
        .with("description", description(operation))
        .with("deprecated", operation.deprecated.is_some())
        .with("parameters", parameter::parameters(schemas, operation, names))
        .with("requestBody", body::body(schemas, operation))
        .with("responses", response::responses(schemas, operation))
        .with_extension(extension(api, operation))
        .object()
}

/// The first line of documentation, without a full stop.
pub(super) fn summary(docs: &str) -> &str {
    let line = docs.trim().lines().next().unwrap_or_default().trim();
    line.strip_suffix('.').unwrap_or(line)
}

/// What success looks like, by status, in the words of the YAML.
pub(super) fn success(success: &[Success]) -> Map<String, Value> {
    success.iter().map(|it| (it.status.to_string(), it.shape.as_str().into())).collect()
}

fn description(operation: &Operation) -> String {
    let mut docs = operation.docs.trim().to_owned();
    if operation.unverified {
        docs.push_str("\n\nUnverified: inferred, and never seen at work.");
    }
    if let Some(deprecation) = &operation.deprecated {
        docs.push_str(&format!("\n\nDeprecated: {}", deprecation.note.trim()));
    }
    docs
}

fn extension(api: &Api, operation: &Operation) -> Members {
    Members::default()
        .with("operation", operation.name.as_str())
        .with("verb", api[operation.verb].name.as_str())
        .with("method", operation.method.as_str())
        .with("path", operation.path.template.as_str())
        .with("negotiable", operation.negotiable)
        .with("repeat", repeat(operation.repeat))
        .with("success", success(&operation.success))
        .with("returns", returns(api, operation.returns))
        .with("location", operation.location)
        .with("follow_location", operation.follow_location)
        .with("query_in_body", operation.query_in_body)
        .with("unverified", operation.unverified)
        .with("since", operation.since.clone())
        .with("examples", example::others(api, operation))
        .with("example_order", example::order(operation))
        .with_deprecation(operation.deprecated.as_ref())
        .with_sources(api, &operation.sources)
}

fn returns(api: &Api, payload: Payload) -> String {
    match payload {
        Payload::Resource(id) => api[id].name.clone(),
        Payload::Type(id) => expression(api, &Type::Named(id), false),
        Payload::Json => "json".to_owned(),
        Payload::Text => "text".to_owned(),
        Payload::Bytes => "bytes".to_owned(),
        Payload::Nothing => "nothing".to_owned(),
    }
}
