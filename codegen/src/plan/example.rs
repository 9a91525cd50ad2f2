//! Examples in documentation: one for every operation, compiled as a documentation test.

use deskpro_spec::api::{InputField, Meaning, Operation, ResourceId, Type, TypeKind};
use serde_json::Value;

use super::Context;
use super::case::snake;
use super::docs::Docs;
use super::names::OperationNames;
use super::request::{Part, RequestSetter};

const HEAD: &str =
    "# async fn example(client: CRATE::Client) -> Result<(), Box<dyn std::error::Error>> {";
const TAIL: &str = "# Ok(()) }";

/// Adds an example of this operation to its docs, where examples are asked for.
pub(super) fn push(
    context: &Context<'_>,
    resource: ResourceId,
    operation: &Operation,
    names: &OperationNames,
    setters: &[RequestSetter],
    docs: &mut Docs,
) {
    let Some(krate) = &context.options.example_crate else { return };
    let samples = Samples { context, krate };
    let code = samples.operation(resource, operation, names, setters);
    docs.example(&HEAD.replace("CRATE", krate), &code, TAIL);
}

struct Samples<'a> {
    context: &'a Context<'a>,
    krate: &'a str,
}

impl Samples<'_> {
    fn operation(
        &self,
        resource: ResourceId,
        operation: &Operation,
        names: &OperationNames,
        setters: &[RequestSetter],
    ) -> Vec<String> {
        let handle = self.handle(resource);
        let call = format!("{handle}.{}({})", names.method, self.arguments(resource, operation));
        let setter = self.setter(operation, setters);
        let send = format!("{call}{setter}.send().await?");
        match self.context.api[operation.verb].meaning {
            Meaning::List => {
                let singular = snake(&self.context.api[resource].singular);
                vec![
                    format!("let page = {send};"),
                    format!("for {singular} in page.data {{"),
                    format!("    println!(\"{{{singular}:?}}\");"),
                    "}".to_owned(),
                ]
            }
            Meaning::Get => {
                vec![format!("let found = {send};"), "println!(\"{:?}\", found.data);".to_owned()]
            }
            Meaning::Create => vec![
                format!("let created = {send};"),
                "println!(\"made at {:?}\", created.location);".to_owned(),
            ],
            Meaning::Update | Meaning::Delete | Meaning::Action => vec![format!("{send};")],
        }
    }

    /// `client.tickets().messages(13)`
    fn handle(&self, id: ResourceId) -> String {
        let resource = &self.context.api[id];
        let (start, method, held) = match &resource.parent {
            Some(parent) => {
                let held = self.context.api[parent.resource].path.parameters.len();
                (self.handle(parent.resource), &parent.name, held)
            }
            None => ("client".to_owned(), &resource.name, 0),
        };
        let own = resource.path.parameters.iter().skip(held);
        let arguments: Vec<_> = own.map(|parameter| self.value(&parameter.ty, None)).collect();
        format!("{start}.{}({})", snake(method), arguments.join(", "))
    }

    fn arguments(&self, resource: ResourceId, operation: &Operation) -> String {
        let held = &self.context.api[resource].path.parameters;
        let path = operation.path.parameters.iter().filter(|parameter| !held.contains(parameter));
        let path = path.map(|parameter| self.value(&parameter.ty, None));
        let query = operation.query.iter().filter(|parameter| parameter.required);
        let query = query.map(|parameter| self.value(&parameter.ty, parameter.example.as_ref()));
        let body = operation.body.iter().flat_map(|body| &body.fields);
        let body = body.filter(|field| field.required).map(|field| self.input(field));
        path.chain(query).chain(body).collect::<Vec<_>>().join(", ")
    }

    /// One thing to set: a page size for lists, the first plain field for the others.
    fn setter(&self, operation: &Operation, setters: &[RequestSetter]) -> String {
        let meaning = self.context.api[operation.verb].meaning;
        for setter in setters {
            let wire = &setter.part.wire;
            match (setter.part.part, meaning) {
                (Part::Query, Meaning::List) if wire == "count" => {
                    return format!(".{}(50)", setter.method);
                }
                (Part::Field, Meaning::Update | Meaning::Action) if setter.deprecated.is_none() => {
                    let fields = operation.body.iter().flat_map(|body| &body.fields);
                    let mut fields = fields.filter(|field| field.name == *wire);
                    let plain = |field: &&InputField| self.is_plain(&field.ty) && !field.sensitive;
                    if let Some(field) = fields.find(plain) {
                        return format!(".{}({})", setter.method, self.input(field));
                    }
                }
                _ => {}
            }
        }
        String::new()
    }

    fn is_plain(&self, ty: &Type) -> bool {
        match ty {
            Type::String | Type::Boolean => true,
            Type::Named(id) => matches!(self.context.api[*id].kind, TypeKind::Enum(_)),
            _ => false,
        }
    }

    fn input(&self, field: &InputField) -> String {
        self.value(&field.ty, field.example.as_ref())
    }

    /// An expression for a value of this type.
    fn value(&self, ty: &Type, example: Option<&Value>) -> String {
        match ty {
            Type::String => literal(example, "text"),
            Type::Integer => match example {
                Some(Value::Number(number)) if number.is_i64() => number.to_string(),
                _ => "1".to_owned(),
            },
            Type::Number => "1.5".to_owned(),
            Type::Boolean => "true".to_owned(),
            Type::DateTime => {
                format!("\"2025-05-01T08:02:02+0000\".parse::<{}::DateTime>()?", self.krate)
            }
            Type::Date => format!("\"2025-05-01\".parse::<{}::Date>()?", self.krate),
            Type::Json => format!("{}::Json::from(\"text\")", self.krate),
            Type::Id(id) if self.context.names[*id].id.is_some() => "13".to_owned(),
            Type::Id(_) => "13u64".to_owned(),
            Type::Ref(_) | Type::Map(_) => "Default::default()".to_owned(),
            Type::List(item) => format!("[{}]", self.value(item, first(example))),
            Type::Named(id) => self.named(*id, example),
        }
    }

    fn named(&self, id: deskpro_spec::api::TypeId, example: Option<&Value>) -> String {
        match &self.context.api[id].kind {
            TypeKind::Enum(values) => {
                literal(example, values.first().map_or("text", |value| &value.value))
            }
            TypeKind::OneOf(choices) => {
                // An id says most with least.
                let id = choices.iter().find(|choice| matches!(choice.ty, Type::Id(_)));
                match id.or(choices.first()) {
                    Some(choice) => self.value(&choice.ty, None),
                    None => "Default::default()".to_owned(),
                }
            }
            TypeKind::Object(fields) => {
                let required =
                    fields.iter().filter(|field| field.required && field.access.is_created());
                let arguments: Vec<_> = required
                    .map(|field| self.value(field.write_type(), field.example.as_ref()))
                    .collect();
                format!("{}::new({})", self.path(id), arguments.join(", "))
            }
        }
    }

    /// `deskpro_client::tickets::NewMessage`
    fn path(&self, id: deskpro_spec::api::TypeId) -> String {
        let names = &self.context.names[id];
        format!("{}::{}::{}", self.krate, names.module, names.name)
    }
}

/// A Rust literal of a text.
fn literal(example: Option<&Value>, otherwise: &str) -> String {
    let text = example.and_then(Value::as_str).unwrap_or(otherwise);
    format!("{text:?}")
}

fn first(example: Option<&Value>) -> Option<&Value> {
    example?.as_array()?.first()
}
