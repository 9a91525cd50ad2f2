//! The request of an example: what is sent where, whichever program sends it.

use deskpro_spec::api::{
    Api, Body, BodyFormat, Example, InputField, Method, Operation, Path, Segment, Shape, Type,
    TypeKind,
};
use serde_json::{Map, Value, json};

/// A request.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SampleRequest {
    pub(super) method: Method,
    /// The path with the values of its parameters, below the base path: `/tickets/13`.
    pub(super) path: String,
    /// The query, name and value.
    pub(super) query: Vec<(String, String)>,
    pub(super) body: Option<SampleBody>,
}

/// What a request carries.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SampleBody {
    /// A JSON value.
    Json(Value),
    /// A form: the names of its files, and its fields.
    Form(Vec<String>, Vec<(String, String)>),
    /// A file of this media type.
    Raw(String),
}

/// The request of an example of this operation; `None` where the example does not say what is sent.
pub(super) fn of_example(
    api: &Api,
    operation: &Operation,
    example: &Example,
) -> Option<SampleRequest> {
    let body = match (&operation.body, &example.request.body) {
        (None, _) => None,
        (Some(body), Some(value)) => Some(with_value(body, value)),
        (Some(body), None) if !needs_body(body) => None,
        (Some(_), None) => return None,
    };
    let parameters = &example.request.parameters;
    let is_in_path = |name: &str| operation.path.parameters.iter().any(|it| it.name == name);
    let mut query: Vec<_> =
        parameters.iter().filter(|(name, _)| !is_in_path(name)).cloned().collect();
    if follows_location(operation, example.response.status) {
        query.push(("follow_location".to_owned(), "1".to_owned()));
    }
    let path = path(api, &operation.path, parameters);
    Some(SampleRequest { method: operation.method, path, query, body })
}

/// A request that this operation takes, made of the examples of what it must be given.
pub(super) fn made_up(api: &Api, operation: &Operation) -> SampleRequest {
    let required = operation.query.iter().filter(|parameter| parameter.required);
    let query = required.map(|it| {
        let value = value(api, &it.ty, it.example.as_ref());
        (it.name.clone(), in_query(&value))
    });
    SampleRequest {
        method: operation.method,
        path: path(api, &operation.path, &[]),
        query: query.collect(),
        body: operation.body.as_ref().map(|body| made_up_body(api, body)),
    }
}

/// Whether a request without the body would be another one.
fn needs_body(body: &Body) -> bool {
    match &body.format {
        BodyFormat::Object => !body.fields.is_empty(),
        BodyFormat::Form(_) | BodyFormat::Json { .. } | BodyFormat::Raw { .. } => true,
    }
}

/// Whether only `follow_location` gets an answer of this status.
fn follows_location(operation: &Operation, status: u16) -> bool {
    let has =
        |shape: Shape| operation.success.iter().any(|it| it.status == status && it.shape == shape);
    let others = operation.success.iter().filter(|it| it.shape != Shape::One);
    operation.follow_location && has(Shape::One) && others.count() > 0
}

fn with_value(body: &Body, value: &Value) -> SampleBody {
    match &body.format {
        BodyFormat::Object | BodyFormat::Json { .. } => SampleBody::Json(value.clone()),
        BodyFormat::Form(files) => {
            let members = value.as_object().into_iter().flatten();
            let fields = members.filter(|(name, _)| files.iter().all(|file| file.name != **name));
            let fields = fields.map(|(name, value)| (name.clone(), in_query(value)));
            let names = files.iter().map(|file| file.name.clone());
            SampleBody::Form(names.collect(), fields.collect())
        }
        BodyFormat::Raw { media_type, .. } => SampleBody::Raw(media_type.clone()),
    }
}

fn made_up_body(api: &Api, body: &Body) -> SampleBody {
    let required: Vec<_> = body.fields.iter().filter(|field| field.required).collect();
    let member =
        |field: &InputField| (field.name.clone(), value(api, &field.ty, field.example.as_ref()));
    let is_plain = |field: &&InputField| field.deprecated.is_none() && !field.sensitive;
    let first = || body.fields.iter().find(is_plain).map(member);
    let is_form = matches!(body.format, BodyFormat::Form(_));
    let members: Map<_, _> = match required.is_empty() {
        // To send nothing at all would show nothing, unless there are files.
        true if !is_form => first().into_iter().collect(),
        _ => required.into_iter().map(member).collect(),
    };
    match &body.format {
        BodyFormat::Json { .. } => SampleBody::Json(json!({})),
        _ => with_value(body, &Value::Object(members)),
    }
}

/// The path with values for its parameters.
fn path(api: &Api, path: &Path, values: &[(String, String)]) -> String {
    let parameter = |at: usize| {
        let parameter = path.parameters.get(at)?;
        let given = values.iter().find(|(name, _)| *name == parameter.name);
        let text = given.map(|(_, value)| value.clone());
        Some(text.unwrap_or_else(|| in_query(&value(api, &parameter.ty, None))))
    };
    let segment = |parts: &Vec<Segment>| -> String {
        let parts = parts.iter().map(|part| match part {
            Segment::Text(text) => encoded(text),
            Segment::Parameter(at) => encoded(&parameter(*at).unwrap_or_default()),
        });
        parts.collect()
    };
    path.segments.iter().map(|parts| format!("/{}", segment(parts))).collect()
}

/// A value of this type: the example where there is one.
fn value(api: &Api, ty: &Type, example: Option<&Value>) -> Value {
    if let Some(example) = example {
        return example.clone();
    }
    match ty {
        Type::String => json!("text"),
        Type::Integer => json!(1),
        Type::Number => json!(1.5),
        Type::Boolean => json!(true),
        Type::DateTime => json!("2025-05-01T08:02:02+0000"),
        Type::Date => json!("2025-05-01"),
        Type::Json => json!("text"),
        Type::Id(_) | Type::Ref(_) => json!(13),
        Type::List(item) => json!([value(api, item, None)]),
        Type::Map(_) => json!({}),
        Type::Named(id) => match &api[*id].kind {
            TypeKind::Enum(values) => json!(values.first().map_or("text", |it| &it.value)),
            TypeKind::OneOf(choices) => {
                choices.first().map_or(Value::Null, |choice| value(api, &choice.ty, None))
            }
            TypeKind::Object(fields) => {
                let required = fields.iter().filter(|it| it.required && it.access.is_created());
                let member = |it: &deskpro_spec::api::Field| {
                    (it.name.clone(), value(api, it.write_type(), it.example.as_ref()))
                };
                Value::Object(required.map(member).collect())
            }
        },
    }
}

/// A value as it stands in a query or a form: lists with commas.
fn in_query(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(value) => u8::from(*value).to_string(),
        Value::Array(items) => items.iter().map(in_query).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

/// Text with everything encoded that a URL may not hold, or that curl would take for a pattern.
pub(super) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~,".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
