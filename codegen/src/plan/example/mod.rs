//! Examples in documentation: one for every operation, compiled as a documentation test.

mod value;

use deskpro_spec::api::{InputField, Meaning, Operation, Payload, ResourceId, Shape};
use serde_json::Value;

use super::Context;
use super::case::snake;
use super::docs::Docs;
use super::names::OperationNames;
use super::request::{Part, PartPlan, RequestSetter};
use value::Values;

const HEAD: &str =
    "# async fn example(client: CRATE::Client) -> Result<(), Box<dyn std::error::Error>> {";
const TAIL: &str = "# Ok(()) }";

/// The example of an operation.
#[derive(Debug, Clone, Hash)]
pub struct ExamplePlan {
    /// Statements that make what does not fit into the request: `let file = ..;`.
    pub prepare: Vec<String>,
    /// The request, of `client`: `client.tickets().get(13)`.
    pub request: String,
    /// What is made of the answer; `SENT` stands for it.
    answer: Vec<String>,
}

impl ExamplePlan {
    /// The lines of code that are shown.
    fn lines(&self) -> Vec<String> {
        let sent = format!("{}.send().await?", self.request);
        let answer = self.answer.iter().map(|line| line.replace("SENT", &sent));
        self.prepare.iter().cloned().chain(answer).collect()
    }
}

/// What an example is made of.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub(super) resource: ResourceId,
    pub(super) operation: &'a Operation,
    pub(super) names: &'a OperationNames,
    pub(super) required: &'a [PartPlan],
    pub(super) setters: &'a [RequestSetter],
}

/// The example of an operation, where examples are asked for.
pub(super) fn plan(context: &Context<'_>, subject: Subject<'_>) -> Option<ExamplePlan> {
    let krate = context.options.example_crate.as_deref()?;
    let mut example = Example { values: Values { context, krate }, subject, prepare: Vec::new() };
    let request = example.request();
    let answer = example.answer();
    Some(ExamplePlan { prepare: example.prepare, request, answer })
}

/// Adds an example to the docs of its operation.
pub(super) fn show(context: &Context<'_>, example: Option<&ExamplePlan>, docs: &mut Docs) {
    if let (Some(krate), Some(example)) = (&context.options.example_crate, example) {
        docs.example(&HEAD.replace("CRATE", krate), &example.lines(), TAIL);
    }
}

struct Example<'a> {
    values: Values<'a>,
    subject: Subject<'a>,
    prepare: Vec<String>,
}

impl Example<'_> {
    /// `client.tickets().messages(13).create("It burns.")`
    fn request(&mut self) -> String {
        let Subject { resource, operation, names, required, .. } = self.subject;
        let held = &self.values.context.api[resource].path.parameters;
        let path = operation.path.parameters.iter().filter(|parameter| !held.contains(parameter));
        let path = path.map(|parameter| self.values.in_path(resource, Some(operation), parameter));
        let mut arguments: Vec<_> = path.collect();
        for part in required {
            arguments.extend(self.part(part));
        }
        let handle = self.handle(resource);
        let setter = self.setter();
        format!("{handle}.{}({}){setter}", names.method, arguments.join(", "))
    }

    /// `client.tickets().messages(13)`
    fn handle(&self, id: ResourceId) -> String {
        let api = self.values.context.api;
        let resource = &api[id];
        let (start, method, held) = match &resource.parent {
            Some(parent) => {
                let held = api[parent.resource].path.parameters.len();
                (self.handle(parent.resource), &parent.name, held)
            }
            None => ("client".to_owned(), &resource.name, 0),
        };
        let holder = resource.parent.as_ref().map_or(id, |parent| parent.resource);
        let own = resource.path.parameters.iter().skip(held);
        let arguments: Vec<_> =
            own.map(|parameter| self.values.in_path(holder, None, parameter)).collect();
        format!("{start}.{}({})", snake(method), arguments.join(", "))
    }

    /// An argument for a part of the request.
    fn part(&mut self, part: &PartPlan) -> Option<String> {
        let krate = self.values.krate;
        let name = &part.argument.name;
        let made = match part.part {
            Part::Query => {
                let mut query = self.subject.operation.query.iter();
                let parameter = query.find(|parameter| parameter.name == part.wire)?;
                return Some(self.values.of(&parameter.ty, parameter.example.as_ref()));
            }
            Part::Field => {
                let field = self.field(&part.wire)?;
                return Some(self.values.of(&field.ty, field.example.as_ref()));
            }
            Part::File => format!("{krate}::Upload::new(\"notes.txt\", \"It burns.\")"),
            Part::Json => format!("{krate}::Json::from_iter([(\"name\", \"text\")])"),
            // The end of an archive that holds nothing is all of it.
            Part::Raw if part.wire == "application/zip" => {
                "[&b\"PK\\x05\\x06\"[..], &[0; 18]].concat()".to_owned()
            }
            Part::Raw => "b\"bytes\".as_slice()".to_owned(),
        };
        self.prepare.push(format!("let {name} = {made};"));
        Some(name.to_string())
    }

    /// A field of the body.
    fn field(&self, wire: &str) -> Option<&InputField> {
        let body = self.subject.operation.body.as_ref()?;
        body.fields.iter().find(|field| field.name == wire)
    }

    /// One thing to set: a page size for lists; a file, or the first plain field, for requests
    /// that would say nothing else.
    fn setter(&mut self) -> String {
        let Subject { operation, required, setters, .. } = self.subject;
        let meaning = self.values.context.api[operation.verb].meaning;
        let says = required.iter().any(|part| part.part != Part::Query);
        let is_shown = |setter: &&RequestSetter| match setter.part.part {
            _ if setter.deprecated.is_some() => false,
            Part::Query => meaning == Meaning::List && setter.part.wire == "count",
            Part::File => !says,
            Part::Field if says && meaning == Meaning::Create => false,
            Part::Field => self.field(&setter.part.wire).is_some_and(|field| {
                self.values.is_plain(&field.ty, field.example.as_ref()) && !field.sensitive
            }),
            Part::Json | Part::Raw => false,
        };
        let Some(setter) = setters.iter().find(is_shown) else { return String::new() };
        let value = match setter.part.part {
            Part::Query => Some("50".to_owned()),
            _ => self.part(&setter.part),
        };
        value.map_or_else(String::new, |value| format!(".{}({value})", setter.method))
    }

    /// What is made of the answer; `SENT` stands for it.
    fn answer(&self) -> Vec<String> {
        let Subject { operation, .. } = self.subject;
        let meaning = self.values.context.api[operation.verb].meaning;
        let has = |shape: Shape| operation.success.iter().any(|success| success.shape == shape);
        let found = |print: &str| vec!["let found = SENT;".to_owned(), print.to_owned()];
        if operation.returns == Payload::Text {
            found("println!(\"{} lines\", found.text.lines().count());")
        } else if operation.returns == Payload::Bytes {
            let name = "let name = file.file_name().unwrap_or_default();";
            let print = "println!(\"{name}: {} bytes\", file.bytes.len());";
            vec!["let file = SENT;".to_owned(), name.to_owned(), print.to_owned()]
        } else if operation.returns == Payload::Nothing {
            vec!["SENT;".to_owned()]
        } else if has(Shape::Page) && !has(Shape::Bare) {
            let item = self.item();
            let shown = self.shown(&item);
            vec![
                "let page = SENT;".to_owned(),
                format!("for {item} in page.data {{"),
                format!("    {shown}"),
                "}".to_owned(),
            ]
        } else if has(Shape::Created) && !has(Shape::Bare) {
            let print = "println!(\"made at {:?}\", created.location);".to_owned();
            vec!["let created = SENT;".to_owned(), print]
        } else if has(Shape::Bare) || (has(Shape::One) && meaning != Meaning::Update) {
            found(&self.shown("found.data"))
        } else {
            vec!["SENT;".to_owned()]
        }
    }

    /// What one item of a page is called.
    fn item(&self) -> String {
        let Payload::Resource(id) = self.subject.operation.returns else {
            return "item".to_owned();
        };
        snake(&self.values.context.api[id].singular).to_string()
    }

    /// Prints what came, or of free JSON one member.
    fn shown(&self, place: &str) -> String {
        let is_place = !place.contains('.');
        match self.member() {
            Some(member) => format!("println!(\"{{}}\", {place}[{member:?}]);"),
            None if is_place => format!("println!(\"{{{place}:?}}\");"),
            None => format!("println!(\"{{:?}}\", {place});"),
        }
    }

    /// A member of what is returned, where that is free JSON: the first plain one that examples
    /// show, `name` where none does.
    fn member(&self) -> Option<String> {
        let api = self.values.context.api;
        let resource = match self.subject.operation.returns {
            Payload::Json => None,
            Payload::Resource(id) if api[id].is_untyped => Some(&api[id]),
            _ => return None,
        };
        let examples = resource.into_iter().flat_map(|resource| &resource.examples);
        let mut examples = self.subject.operation.examples.iter().chain(examples);
        let data = examples.find_map(|example| {
            let body = example.response.body.as_ref()?;
            let data = body.get(&api.envelope.data).unwrap_or(body);
            data.as_object().or_else(|| data.get(0)?.as_object())
        });
        let is_plain = |(name, value): &(&String, &Value)| {
            *name != "id" && !value.is_object() && !value.is_array()
        };
        let shown = data.and_then(|data| data.iter().find(is_plain)).map(|(name, _)| name.clone());
        let field = || {
            let mut fields = resource?.fields.iter().filter(|field| field.access.is_read());
            Some(fields.find(|field| field.name != "id")?.name.clone())
        };
        Some(shown.or_else(field).unwrap_or_else(|| "name".to_owned()))
    }
}
