//! What operations send: query parameters, and the names of all their inputs.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{Names, Scope, sorted};
use super::parameters::{parameter, shared};
use super::report::Report;
use super::rust_names::{Case, RustNames, What, fold};
use crate::api::{BodyFormat, Method, Operation, Parameter, ResourceId, Shape};
use crate::document::{OperationDoc, QueryDoc, Text, VerbDoc};
use crate::problem::codes::meaning::{QUERY_IN_BODY, SAME_RUST_NAME, UNKNOWN_PARAMETER};
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

/// Whether the query of an operation may be sent in the body of a POST.
pub(super) fn query_in_body(
    names: &Names<'_>,
    report: &mut Report,
    doc: &OperationDoc,
    method: Method,
) -> bool {
    let Some(said) = doc.query_in_body.as_ref().filter(|said| said.value) else { return false };
    let missing = match (method, &names.document.query_in_body) {
        (Method::Get, Some(_)) => return true,
        (Method::Get, None) => "the API names no header that says so",
        _ => "only a GET has its query in the URL alone",
    };
    report.push(
        Problem::new(QUERY_IN_BODY, said.place, "the query cannot be sent in the body")
            .label(missing)
            .help("`query_in_body` of the first file names the header: `X-Query-Body`"),
    );
    false
}

/// Reports inputs of one operation that would have the same name in Rust, or a reserved one.
pub(super) fn distinct_inputs(report: &mut Report, operation: &Operation) {
    let path = operation.path.parameters.iter();
    let path: BTreeSet<_> = path.map(|parameter| fold(Case::Snake, &parameter.name)).collect();
    let mut rust_names = RustNames::with_reserved(Case::Snake, reserved(operation));
    for input in inputs(operation) {
        let folded = input.rust.map_or_else(|| fold(Case::Snake, input.name), str::to_owned);
        let what = What(input.kind, input.name);
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
    let files = match operation.body.as_ref().map(|body| &body.format) {
        Some(BodyFormat::Form(files)) => files.as_slice(),
        _ => &[],
    };
    let files = files.iter().map(|file| Input {
        kind: "file",
        name: &file.name,
        rust: None,
        is_required: file.required,
        place: file.place,
    });
    let parameters = operation.query.iter().map(|parameter| Input {
        kind: "parameter",
        name: &parameter.name,
        rust: parameter.rust_name.as_deref(),
        is_required: parameter.required,
        place: parameter.place,
    });
    fields.chain(files).chain(parameters)
}

fn reserved(operation: &Operation) -> &'static [(&'static str, &'static str)] {
    let is_page = operation.success.iter().any(|success| success.shape == Shape::Page);
    match (is_page, operation.follow_location) {
        (true, _) => RESERVED_BY_PAGES,
        (_, true) => RESERVED_BY_LOCATION,
        _ => RESERVED,
    }
}
