//! Valid input for any operation, made up from its description.

use crate::ask::{self, Answer, send};
use deskpro_mock::{Dialect, Helpdesk};
use deskpro_spec::api::{
    Api, BodyFormat, Field, InputField, Operation, Payload, Resource, Segment, Type, TypeKind,
};
use http::request;
use serde_json::{Map, Value, json};

/// Where the parts of made up forms end.
const BOUNDARY: &str = "end-of-part";

/// An operation of a description, and who asks for it.
pub(crate) struct Request<'a> {
    pub(crate) desk: &'a Helpdesk,
    pub(crate) resource: &'a Resource,
    pub(crate) operation: &'a Operation,
}

impl Request<'_> {
    /// Sends it with everything that it must have, and this query.
    pub(crate) fn perform(&self, more: &str) -> Answer {
        let line = format!("{} {}?{}{more}", self.method(), self.path(), self.query());
        let (content_type, body) = self.body();
        let request = ask::request(&line);
        match content_type {
            Some(content_type) => send(self.desk, with_type(request, &content_type), &body),
            None => send(self.desk, request, ""),
        }
    }

    /// The method in the dialect of the helpdesk.
    pub(crate) fn method(&self) -> &'static str {
        let is_live = self.operation.negotiable && self.desk.dialect() == Dialect::Live;
        let other = self.operation.method.other().filter(|_| is_live);
        other.unwrap_or(self.operation.method).as_str()
    }

    /// The path of the first of everything.
    pub(crate) fn path(&self) -> String {
        let path = &self.operation.path;
        let part = |part: &Segment| match part {
            Segment::Text(text) => text.clone(),
            Segment::Parameter(index) => {
                let parameter = &path.parameters[*index];
                self.name(&parameter.name, &parameter.ty)
            }
        };
        let segments = path.segments.iter();
        let segments = segments.map(|segment| segment.iter().map(part).collect::<String>());
        format!("{}/{}", self.desk.api().base_path, segments.collect::<Vec<_>>().join("/"))
    }

    /// The query parameters that it must have.
    pub(crate) fn query(&self) -> String {
        let required = self.operation.query.iter().filter(|parameter| parameter.required);
        let pairs = required.map(|parameter| {
            let value = parameter.example.clone();
            let value = value.unwrap_or_else(|| value_of(self.desk.api(), &parameter.ty));
            format!("{}={}&", parameter.name, plain(&value))
        });
        pairs.collect()
    }

    /// What names the first object: what it holds under this name, or else its number.
    fn name(&self, name: &str, ty: &Type) -> String {
        match (ty, self.resource.fields.iter().find(|field| field.name == name)) {
            (Type::String, Some(field)) if field.access.is_read() => self.first(field),
            (Type::Named(id), _) => match &self.desk.api()[*id].kind {
                TypeKind::Enum(values) => values[0].value.clone(),
                _ => panic!("a parameter that is no value"),
            },
            _ => "1".to_owned(),
        }
    }

    /// What the first object holds in a field: an example, or what the list of all shows.
    fn first(&self, field: &Field) -> String {
        if let Some(Value::String(example)) = &field.example {
            return example.clone();
        }
        let own = |it: &&Operation| {
            self.desk.api()[it.verb].name == "list" && it.path.parameters.is_empty()
        };
        let list = self.resource.operations.iter().find(own);
        let list = list.unwrap_or_else(|| panic!("`{}` needs an example", field.name));
        let list = Request { operation: list, ..*self }.perform("");
        plain(&list.data()[0][&field.name])
    }

    /// What it must send, with its content type.
    pub(crate) fn body(&self) -> (Option<String>, String) {
        let Some(body) = &self.operation.body else {
            return (None, String::new());
        };
        let json = || Some("application/json".to_owned());
        match &body.format {
            BodyFormat::Object => (json(), self.fields(&body.fields).to_string()),
            BodyFormat::Json { .. } => (json(), json!({ "anything": [1] }).to_string()),
            BodyFormat::Raw { media_type, .. } => (Some(media_type.clone()), "bytes".to_owned()),
            BodyFormat::Form(files) => {
                let mut form = String::new();
                let fields = self.fields(&body.fields);
                for (name, value) in fields.as_object().into_iter().flatten() {
                    form.push_str(&part(name, "", &plain(value)));
                }
                for file in files {
                    form.push_str(&part(&file.name, "; filename=\"a.png\"", "bytes"));
                }
                let content_type = format!("multipart/form-data; boundary={BOUNDARY}");
                (Some(content_type), format!("{form}--{BOUNDARY}--\r\n"))
            }
        }
    }

    fn fields(&self, fields: &[InputField]) -> Value {
        let sent = fields.iter().filter_map(|field| {
            let example = field.example.clone().filter(|example| !example.is_null());
            // What examples refer to is not there, but the first of everything is.
            if example.is_some() && refers(self.desk.api(), &field.ty) {
                return Some((field.name.clone(), value_of(self.desk.api(), &field.ty)));
            }
            let example = example.map(of_nobody);
            let made_up = || field.required.then(|| value_of(self.desk.api(), &field.ty));
            Some((field.name.clone(), example.or_else(made_up)?))
        });
        Value::Object(sent.collect())
    }
}

/// A request of this content type.
pub(crate) fn with_type(request: request::Builder, content_type: &str) -> request::Builder {
    request.header("Content-Type", content_type)
}

/// Whether a value is what an operation returns, as far as its JSON kind goes.
pub(crate) fn is_returned(api: &Api, returns: &Payload, value: &Value) -> bool {
    match returns {
        Payload::Resource(_) => value.is_object(),
        Payload::Type(id) => match &api[*id].kind {
            TypeKind::Object(_) => value.is_object(),
            TypeKind::Enum(_) => value.is_string(),
            TypeKind::OneOf(_) => true,
        },
        Payload::Json | Payload::Text | Payload::Bytes | Payload::Nothing => true,
    }
}

fn part(name: &str, more: &str, text: &str) -> String {
    let head = format!("Content-Disposition: form-data; name=\"{name}\"{more}");
    format!("--{BOUNDARY}\r\n{head}\r\n\r\n{text}\r\n")
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        value => value.to_string(),
    }
}

/// The same example with an e-mail address that nobody has yet.
fn of_nobody(example: Value) -> Value {
    match example {
        Value::String(text) if text.contains('@') => json!(format!("new.{text}")),
        Value::Array(items) => items.into_iter().map(of_nobody).collect(),
        other => other,
    }
}

/// Whether a value is, or may be, the id of an object, or several.
fn refers(api: &Api, ty: &Type) -> bool {
    match ty.innermost() {
        Type::Id(_) | Type::Ref(_) => true,
        Type::Named(id) => match &api[*id].kind {
            TypeKind::OneOf(choices) => choices.iter().any(|choice| refers(api, &choice.ty)),
            TypeKind::Enum(_) | TypeKind::Object(_) => false,
        },
        _ => false,
    }
}

/// A value of a type; of objects what they must have.
fn value_of(api: &Api, ty: &Type) -> Value {
    match ty {
        Type::String => json!("Text"),
        Type::Integer | Type::Id(_) | Type::Ref(_) => json!(1),
        Type::Number => json!(1.5),
        Type::Boolean => json!(true),
        Type::DateTime => json!("2025-05-01T08:02:02+0000"),
        Type::Date => json!("2025-05-01"),
        Type::Json => json!({ "anything": 1 }),
        Type::List(item) => json!([value_of(api, item)]),
        Type::Map(item) => json!({ "1": value_of(api, item) }),
        Type::Named(id) => match &api[*id].kind {
            TypeKind::Enum(values) => json!(values[0].value),
            TypeKind::OneOf(choices) => value_of(api, &choices[0].ty),
            TypeKind::Object(fields) => {
                let required = fields.iter().filter(|field| field.required);
                let required = required.map(|it| (it.name.clone(), value_of(api, it.write_type())));
                Value::Object(required.collect::<Map<_, _>>())
            }
        },
    }
}
