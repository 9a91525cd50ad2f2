//! Parameters of paths and queries, and headers that requests carry.

use deskpro_spec::api::{Api, Operation, Parameter, PathParameter, Type, TypeKind};
use serde_json::{Value, json};

use super::extension::{Members, expression};
use super::schema::{Schemas, Way};

/// Asks for the resource itself instead of its address.
const FOLLOW_LOCATION: &str = "follow_location";

/// Headers that are no parameters: OpenAPI says them otherwise.
const NO_PARAMETERS: [&str; 3] = ["accept", "authorization", "content-type"];

/// The parameters of an operation; `names` are those of its place, of which there may be several
/// spellings in the description.
pub(super) fn parameters(
    schemas: &Schemas<'_>,
    operation: &Operation,
    names: &[String],
) -> Vec<Value> {
    let of_path = operation.path.parameters.iter().zip(names);
    let of_path = of_path.map(|(parameter, name)| in_path(schemas, parameter, name));
    let of_query = operation.query.iter().map(|parameter| in_query(schemas, parameter));
    let takes = |name: &str| operation.query.iter().any(|parameter| parameter.name == name);
    let follows = operation.follow_location && !takes(FOLLOW_LOCATION);
    let headers = headers(schemas.api);
    of_path.chain(of_query).chain(follows.then(follow_location)).chain(headers).collect()
}

fn in_path(schemas: &Schemas<'_>, parameter: &PathParameter, name: &str) -> Value {
    let api = schemas.api;
    let values = match &parameter.ty {
        Type::Named(id) => match &api[*id].kind {
            TypeKind::Enum(values) => Some(values),
            TypeKind::Object(_) | TypeKind::OneOf(_) => None,
        },
        _ => None,
    };
    let schema = match values {
        // Other words lead nowhere that is known, so that here the set is closed.
        Some(values) => {
            let values: Vec<_> = values.iter().map(|value| value.value.as_str()).collect();
            json!({ "type": "string", "enum": values })
        }
        // A segment is never empty.
        None if is_text(schemas, &parameter.ty) => json!({ "type": "string", "minLength": 1 }),
        None => schemas.of(&parameter.ty, Way::Write),
    };
    let extension = Members::default()
        .with("name", (parameter.name != name).then_some(parameter.name.as_str()))
        .with("type", expression(api, &parameter.ty, false));
    Members::default()
        .with("name", name)
        .with("in", "path")
        .with("required", true)
        .with("description", parameter.docs.trim())
        .with("schema", schema)
        .with_extension(extension)
        .object()
}

fn is_text(schemas: &Schemas<'_>, ty: &Type) -> bool {
    schemas.of(ty, Way::Write) == json!({ "type": "string" })
}

fn in_query(schemas: &Schemas<'_>, parameter: &Parameter) -> Value {
    let bounds =
        Members::default().with("minimum", parameter.minimum).with("maximum", parameter.maximum);
    let schema = schemas.saying(schemas.of(&parameter.ty, Way::Write), bounds);
    let extension = Members::default()
        .with("type", expression(schemas.api, &parameter.ty, false))
        .with("rust", parameter.rust_name.clone())
        .with_deprecation(parameter.deprecated.as_ref())
        .with_sources(schemas.api, &parameter.sources);
    let is_list = matches!(parameter.ty, Type::List(_));
    Members::default()
        .with("name", parameter.name.as_str())
        .with("in", "query")
        .with("required", parameter.required)
        .with("deprecated", parameter.deprecated.is_some())
        .with("description", parameter.docs.trim())
        .with("schema", schema)
        // A list is sent with commas.
        .with("style", is_list.then_some("form"))
        .with_any("explode", is_list.then_some(Value::Bool(false)))
        .with_any("example", parameter.example.clone())
        .with_extension(extension)
        .object()
}

fn follow_location() -> Value {
    json!({
        "name": FOLLOW_LOCATION,
        "in": "query",
        "description": "Whether to answer with the resource itself instead of its address.",
        "schema": { "type": "boolean" },
    })
}

/// What every request carries, where it is a parameter.
fn headers(api: &Api) -> impl Iterator<Item = Value> {
    let known = |name: &str| NO_PARAMETERS.iter().any(|it| it.eq_ignore_ascii_case(name));
    let headers = api.headers.iter().filter(move |header| !known(&header.name));
    headers.map(|header| {
        json!({
            "name": header.name,
            "in": "header",
            "required": true,
            "schema": { "type": "string", "enum": [header.value] },
        })
    })
}
