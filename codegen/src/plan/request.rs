//! The request of an operation: what may be set, and how it is sent.

use deskpro_spec::api::{BodyFormat, FilePart, Operation, Payload};
use proc_macro2::Ident;

use super::Context;
use super::answer::Answer;
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
    /// Which type it is.
    pub form: Form,
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

/// Which type a request is.
#[derive(Debug, Hash)]
pub enum Form {
    /// A `Call`, since there is nothing to set.
    Call,
    /// One that other operations have too: `CallWithPageCount`.
    Shared(RustType),
    /// One of its own.
    Own,
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

/// The names that no setter can have.
pub(super) fn setter_names() -> Scope {
    Scope::with(REQUEST_METHODS).and(OPERATORS)
}

/// What is required becomes arguments of the method, the rest setters of the request. Setters of
/// one that operations have in common stand in another file, so that nothing is imported for them.
pub(super) fn plan_parts(
    types: &mut Types<'_>,
    operation: &Operation,
    arguments: &mut Scope,
    is_shared: bool,
) -> (Vec<PartPlan>, Vec<RequestSetter>) {
    let mut methods = setter_names();
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
        let argument = match is_shared && !parameter.required {
            true => plan_query(&mut types.elsewhere(&mut types.imports.apart()), parameter),
            false => plan_query(types, parameter),
        };
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

/// Plans how a request is sent; `shared` is the one that it has in common with others.
pub(super) fn plan_finish(
    context: &Context<'_>,
    types: &mut Types<'_>,
    operation: &Operation,
    setters: &[RequestSetter],
    shared: Option<RustType>,
) -> Finish {
    let kind = Answer::of(context.api, operation);
    let data = types.payload(operation.returns);
    let answer = kind.rust(types, data.clone());
    let form = plan_form(operation, setters, shared);
    let is_own = matches!(form, Form::Own);
    let pages = kind == Answer::Page;
    let is_model = matches!(operation.returns, Payload::Resource(_) | Payload::Type(_));
    let fields = is_model
        && (pages || kind == Answer::Envelope)
        && is_own
        && setters.iter().all(|setter| setter.method != "fields");
    let follow_location = operation.follow_location;
    let query_in_body = operation.query_in_body;
    let batch =
        is_own && context.api.batch.is_some() && kind != Answer::Whole && !is_form(operation);
    let imports = [
        ("Call", !is_own || fields || follow_location),
        ("Envelope", follow_location),
        ("Fields", fields),
        ("IntoBatch", batch),
        ("Items", pages && is_own),
        ("Pages", pages && is_own),
        ("ResponseFuture", is_own),
    ];
    for (name, _) in imports.into_iter().filter(|(_, is_used)| *is_used) {
        types.imports.runtime(name);
    }
    Finish { form, answer, data, pages, fields, follow_location, query_in_body, batch }
}

fn plan_form(operation: &Operation, setters: &[RequestSetter], shared: Option<RustType>) -> Form {
    // A struct of the user's that fills the request has to name it.
    let is_call = setters.is_empty()
        && !takes_input(operation)
        && !operation.query_in_body
        && !operation.follow_location;
    match shared {
        _ if is_call => Form::Call,
        Some(shared) => Form::Shared(shared),
        None => Form::Own,
    }
}

/// Whether the body is one that only a request of its own can carry.
fn is_form(operation: &Operation) -> bool {
    let format = operation.body.as_ref().map(|body| &body.format);
    matches!(format, Some(BodyFormat::Form(_) | BodyFormat::Raw { .. }))
}
