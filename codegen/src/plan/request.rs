//! The request of an operation: what may be set, and how it is sent.

use deskpro_spec::api::{BodyFormat, FilePart, Meaning, Operation, Payload, Shape};
use proc_macro2::Ident;

use super::Context;
use super::argument::{ArgumentPlan, plan_file, plan_input, plan_query, plan_whole};
use super::docs::{Docs, deprecation_note};
use super::input::takes_input;
use super::names::OPERATORS;
use super::rust_type::RustType;
use super::scope::Scope;
use super::types::Types;

/// The request of an operation.
#[derive(Debug, Hash)]
pub struct RequestPlan {
    /// What it is.
    pub docs: Docs,
    /// Its name.
    pub name: Ident,
    /// What may be set.
    pub setters: Vec<RequestSetter>,
    /// How it is sent.
    pub finish: Finish,
}

/// A method that sets a part of a request.
#[derive(Debug, Hash)]
pub struct RequestSetter {
    /// The method.
    pub method: Ident,
    /// Why it should not be used.
    pub deprecated: Option<String>,
    /// What it sets.
    pub part: PartPlan,
}

/// How a request is sent.
#[derive(Debug, Hash)]
pub struct Finish {
    /// Whether there is nothing to set, so that a `Call` will do.
    pub is_call: bool,
    /// What comes back.
    pub answer: RustType,
    /// The data of it.
    pub data: RustType,
    /// Whether more pages may follow.
    pub pages: bool,
    /// Whether it can be read into structs of the user's.
    pub fields: bool,
    /// Whether it can answer with the resource itself.
    pub follow_location: bool,
    /// Whether its query may be sent in the body of a POST.
    pub query_in_body: bool,
    /// Whether it can be one of several that are sent at once.
    pub batch: bool,
}

/// A part of a request.
#[derive(Debug, Clone, Hash)]
pub struct PartPlan {
    /// Which part.
    pub part: Part,
    /// Its name on the wire.
    pub wire: String,
    /// The argument that it is made of.
    pub argument: ArgumentPlan,
}

/// Which part of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// A parameter of the query.
    Query,
    /// A member of the body.
    Field,
    /// A file of the body.
    File,
    /// The whole body, as JSON.
    Json,
    /// The whole body, as bytes; the part's name is their media type.
    Raw,
}

/// Methods that a request has, or that it would seem to have from a trait.
const REQUEST_METHODS: &[&str] =
    &["send", "pages", "items", "follow_location", "query_in_body", "with", "clone", "fmt"];

/// What is required becomes arguments of the method, the rest setters of the request.
pub(super) fn plan_parts(
    types: &mut Types<'_>,
    operation: &Operation,
    arguments: &mut Scope,
) -> (Vec<PartPlan>, Vec<RequestSetter>) {
    let mut methods = Scope::with(REQUEST_METHODS).and(OPERATORS);
    let mut required = Vec::new();
    let mut setters = Vec::new();
    let mut push = |must: bool, mut part: PartPlan, deprecated: Option<String>| {
        let suffix = if part.part == Part::Query { "_parameter" } else { "_field" };
        let name = part.argument.name.to_string();
        if must {
            part.argument.name = arguments.claim(&name, suffix);
            required.push(part);
        } else {
            setters.push(RequestSetter { method: methods.claim(&name, suffix), deprecated, part });
        }
    };
    for parameter in &operation.query {
        let argument = plan_query(types, parameter);
        let part = PartPlan { part: Part::Query, wire: parameter.name.clone(), argument };
        let deprecated = parameter.deprecated.as_ref().map(deprecation_note);
        push(parameter.required, part, deprecated);
    }
    let format = operation.body.as_ref().map(|body| &body.format);
    for (must, part) in format.into_iter().flat_map(|format| plan_format(types, format)) {
        push(must, part, None);
    }
    for field in operation.body.iter().flat_map(|body| &body.fields) {
        let argument = plan_input(types, field);
        let part = PartPlan { part: Part::Field, wire: field.name.clone(), argument };
        push(field.required, part, field.deprecated.as_ref().map(deprecation_note));
    }
    (required, setters)
}

/// What a body is made of beside its fields, and whether that must be given.
fn plan_format(types: &mut Types<'_>, format: &BodyFormat) -> Vec<(bool, PartPlan)> {
    match format {
        BodyFormat::Object => Vec::new(),
        BodyFormat::Form(files) => {
            let file = |file: &FilePart| {
                let argument = plan_file(types, file);
                (file.required, PartPlan { part: Part::File, wire: file.name.clone(), argument })
            };
            files.iter().map(file).collect()
        }
        BodyFormat::Json { docs } => {
            let argument = plan_whole(docs, types.runtime("Json"));
            vec![(true, PartPlan { part: Part::Json, wire: String::new(), argument })]
        }
        BodyFormat::Raw { media_type, docs } => {
            let argument = plan_whole(docs, types.runtime("Bytes"));
            vec![(true, PartPlan { part: Part::Raw, wire: media_type.clone(), argument })]
        }
    }
}

/// The richest of the documented shapes says what comes back.
pub(super) fn plan_finish(
    context: &Context<'_>,
    types: &mut Types<'_>,
    operation: &Operation,
    setters: &[RequestSetter],
) -> Finish {
    let has = |shape| operation.success.iter().any(|success| success.shape == shape);
    let meaning = context.api[operation.verb].meaning;
    let data = types.payload(operation.returns);
    let pages = has(Shape::Page);
    let mut is_one = false;
    let is_whole = matches!(operation.returns, Payload::Text | Payload::Bytes);
    let answer = if is_whole {
        data.clone()
    } else if has(Shape::Bare) {
        types.generic("Bare", data.clone())
    } else if pages {
        types.generic("Page", data.clone())
    } else if has(Shape::Created) {
        types.generic("Created", data.clone())
    } else if meaning == Meaning::Update && operation.returns != Payload::Nothing {
        types.generic("Updated", data.clone())
    } else if has(Shape::One) {
        is_one = true;
        types.generic("Envelope", data.clone())
    } else if meaning == Meaning::Delete {
        types.runtime("Deleted")
    } else {
        types.runtime("Empty")
    };
    // A struct of the user's that fills the request has to name it.
    let is_call = setters.is_empty()
        && !takes_input(operation)
        && !operation.query_in_body
        && !operation.follow_location;
    let is_model = matches!(operation.returns, Payload::Resource(_) | Payload::Type(_));
    let fields = is_model
        && (pages || is_one)
        && !is_call
        && setters.iter().all(|setter| setter.method != "fields");
    let follow_location = operation.follow_location;
    let imports = [
        ("Call", is_call || fields || follow_location),
        ("Envelope", follow_location || is_one),
        ("Fields", fields),
        ("Items", pages && !is_call),
        ("Pages", pages && !is_call),
        ("ResponseFuture", !is_call),
    ];
    for (name, _) in imports.into_iter().filter(|(_, is_used)| *is_used) {
        types.imports.runtime(name);
    }
    let query_in_body = operation.query_in_body;
    let batch = !is_call && context.api.batch.is_some() && !is_whole && !is_form(operation);
    if batch {
        types.imports.runtime("IntoBatch");
    }
    Finish { is_call, answer, data, pages, fields, follow_location, query_in_body, batch }
}

/// Whether the body is one that only a request of its own can carry.
fn is_form(operation: &Operation) -> bool {
    let format = operation.body.as_ref().map(|body| &body.format);
    matches!(format, Some(BodyFormat::Form(_) | BodyFormat::Raw { .. }))
}
