//! What operations send: query parameters and bodies.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::fields::{Home, fields};
use super::fitting::{Direction, Fitting};
use super::names::{Names, Scope, sorted};
use super::parameters::{parameter, shared};
use super::report::Report;
use super::rust_names::{Case, RustNames, fold};
use crate::api::{
    Body, Field, InputField, Meaning, Method, Operation, Parameter, ResourceId, Shape, Type,
};
use crate::document::{OperationDoc, QueryDoc, Text, VerbDoc};
use crate::problem::codes::meaning::{
    GET_WITH_BODY, NOTHING_TO_WRITE, SAME_RUST_NAME, UNKNOWN_PARAMETER,
};
use crate::problem::{Place, Problem};

/// Methods of every request.
const RESERVED: &[(&str, &str)] =
    &[("send", "how a request is sent"), ("with", "how a request is changed")];

/// Methods of requests for pages.
const RESERVED_BY_PAGES: &[(&str, &str)] = &[
    ("send", "how a request is sent"),
    ("with", "how a request is changed"),
    ("pages", "how all pages are had"),
    ("items", "how the items of all pages are had"),
];

/// Methods of requests that can ask for the resource itself.
const RESERVED_BY_LOCATION: &[(&str, &str)] = &[
    ("send", "how a request is sent"),
    ("with", "how a request is changed"),
    ("follow_location", "how the resource itself is asked for"),
];

/// The query parameters of an operation: those of its verb first, then its own by name. One of its
/// own takes the place of the verb's of the same name.
pub(super) fn query(
    names: &Names<'_>,
    report: &mut Report,
    resource: ResourceId,
    (name_of, doc): (&Text, &OperationDoc),
    verb: &VerbDoc,
) -> Vec<Parameter> {
    let scope = Scope::Resource(resource);
    let of_verb: BTreeSet<_> = verb.query.iter().map(|name| name.value.as_str()).collect();
    for name in &doc.without {
        if !of_verb.contains(name.value.as_str()) {
            let near = report.closest(&name.value, of_verb.iter().copied());
            let message = format!("`{}` is not a parameter of the verb", name.value);
            report.push(
                Problem::new(UNKNOWN_PARAMETER, name.place, message)
                    .label("nothing to leave out")
                    .suggest(near),
            );
        }
    }
    let left_out: BTreeSet<_> = doc.without.iter().map(|name| name.value.as_str()).collect();
    if !report.unfold(verb.query.len(), name_of.place) {
        return Vec::new();
    }
    let mut own: BTreeMap<_, _> = sorted(&doc.query)
        .into_iter()
        .filter_map(|(name, query)| {
            let parameter = match query {
                QueryDoc::Shared => shared(names, report, scope, name),
                QueryDoc::Own(doc) => Some(parameter(names, report, scope, name, doc)),
            };
            Some((name.value.as_str(), parameter?))
        })
        .collect();
    let mut list = Vec::new();
    for name in &verb.query {
        // A name that the verb takes wrongly was reported there; one that does not suit this
        // resource is reported at the operation.
        if left_out.contains(name.value.as_str())
            || !names.parameters.contains_key(name.value.as_str())
        {
            continue;
        }
        let here = Text { value: name.value.clone(), place: name_of.place };
        let inherited = own.remove(name.value.as_str());
        list.extend(inherited.or_else(|| shared(names, report, scope, &here)));
    }
    list.extend(own.into_values());
    list
}

/// What an operation sends: its own body, or for create and update the fields of the resource that
/// can be set.
pub(super) fn body(
    names: &Names<'_>,
    report: &mut Report,
    (resource, resource_fields): (ResourceId, &[Field]),
    (name, doc): (&Text, &OperationDoc),
    (meaning, method): (Meaning, Method),
) -> Option<Body> {
    if matches!(meaning, Meaning::Create | Meaning::Update)
        && !report.unfold(resource_fields.len(), name.place)
    {
        return None;
    }
    let inputs: Vec<_> = match (&doc.body, meaning) {
        (Some(body), _) => {
            let scope = Scope::Resource(resource);
            let fields = fields(names, report, scope, Home::Body, &body.fields);
            fields.iter().map(|field| input(names, field, field.required)).collect()
        }
        (None, Meaning::Create) => {
            let created = resource_fields.iter().filter(|field| field.access.is_created());
            created.map(|field| input(names, field, field.required)).collect()
        }
        (None, Meaning::Update) => {
            let updated = resource_fields.iter().filter(|field| field.access.is_updated());
            updated.map(|field| input(names, field, false)).collect()
        }
        (None, _) => return None,
    };
    if inputs.is_empty() {
        if doc.body.is_none() {
            nothing_to_write(report, names.resource_name(resource), name);
        }
        return None;
    }
    if method == Method::Get {
        let place = doc.method.as_ref().map_or(name.place, |method| method.place);
        let message = format!("`{}` is a GET and sends a body", name.value);
        report.push(
            Problem::new(GET_WITH_BODY, place, message)
                .label("GET has no body")
                .help("send it as query parameters, or with PUT or POST"),
        );
    }
    Some(Body { fields: required_first(inputs) })
}

/// Reports inputs of one operation that would have the same name in Rust, or a reserved one.
pub(super) fn distinct_inputs(report: &mut Report, operation: &Operation) {
    let path = operation.path.parameters.iter();
    let path: BTreeSet<_> = path.map(|parameter| fold(Case::Snake, &parameter.name)).collect();
    let mut rust_names = RustNames::with_reserved(Case::Snake, reserved(operation));
    for input in inputs(operation) {
        let folded = input.rust.map_or_else(|| fold(Case::Snake, input.name), str::to_owned);
        let what = format!("{} `{}`", input.kind, input.name);
        if input.is_required && path.contains(&folded) {
            let message = format!("{what} and a path parameter would both be `{folded}` in Rust");
            report.push(
                Problem::new(SAME_RUST_NAME, input.place, message)
                    .label("the same name as a path parameter")
                    .help("name the path parameter otherwise: its name is not part of the request"),
            );
        }
        rust_names.take(report, folded, input.place, what);
    }
}

/// A field or query parameter, as far as its name goes.
struct Input<'o> {
    kind: &'static str,
    name: &'o str,
    rust: Option<&'o str>,
    is_required: bool,
    place: Place,
}

fn inputs(operation: &Operation) -> impl Iterator<Item = Input<'_>> {
    let fields = operation.body.iter().flat_map(|body| &body.fields).map(|field| Input {
        kind: "field",
        name: &field.name,
        rust: field.rust_name.as_deref(),
        is_required: field.required,
        place: field.place,
    });
    let parameters = operation.query.iter().map(|parameter| Input {
        kind: "parameter",
        name: &parameter.name,
        rust: parameter.rust_name.as_deref(),
        is_required: parameter.required,
        place: parameter.place,
    });
    fields.chain(parameters)
}

fn reserved(operation: &Operation) -> &'static [(&'static str, &'static str)] {
    let is_page = operation.success.iter().any(|success| success.shape == Shape::Page);
    match (is_page, operation.follow_location) {
        (true, _) => RESERVED_BY_PAGES,
        (_, true) => RESERVED_BY_LOCATION,
        _ => RESERVED,
    }
}

/// Required ones first, texts before all else: `create("Printer on fire", person)`.
fn required_first(mut inputs: Vec<InputField>) -> Vec<InputField> {
    inputs.sort_by_key(|input| (!input.required, input.required && input.ty != Type::String));
    inputs
}

fn input(names: &Names<'_>, field: &Field, required: bool) -> InputField {
    let ty = sent(names, field.write_type());
    let nullable = field.write_nullable();
    // An example shows what is read, which is not always what is sent.
    let fitting = Fitting { names, direction: Direction::Written };
    let is_sent = |example: &Value| fitting.value(&ty, nullable, example).is_none();
    InputField {
        example: field.example.clone().filter(is_sent),
        name: field.name.clone(),
        rust_name: field.rust_name.clone(),
        docs: field.docs.clone(),
        sources: field.sources.clone(),
        ty,
        nullable,
        required,
        sensitive: field.sensitive,
        deprecated: field.deprecated.clone(),
        place: field.place,
    }
}

/// A reference is sent as an id.
fn sent(names: &Names<'_>, ty: &Type) -> Type {
    match ty {
        Type::Ref(resource) => names.id_type(*resource).unwrap_or(Type::Json),
        Type::List(item) => Type::List(Box::new(sent(names, item))),
        Type::Map(item) => Type::Map(Box::new(sent(names, item))),
        other => other.clone(),
    }
}

fn nothing_to_write(report: &mut Report, resource: &str, name: &Text) {
    let message = format!("`{}` has nothing to send", name.value);
    report.push(
        Problem::new(NOTHING_TO_WRITE, name.place, message)
            .label("no field can be set")
            .help(format!("no field of `{resource}` is writable here; change their `access`, or give the operation a `body`")),
    );
}
