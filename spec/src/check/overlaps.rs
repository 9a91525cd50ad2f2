//! Names and routes that collide across the whole description.

use std::collections::BTreeMap;

use super::names::Names;
use super::report::Report;
use super::rust_names::{Case, RustNames, What};
use crate::api::{Method, Operation, Resource, Type};
use crate::document::Text;
use crate::problem::Problem;
use crate::problem::codes::meaning::{AMBIGUOUS_ROUTE, SAME_ROUTE};

/// Names of types that generated code needs for itself, or that every Rust program has.
const RESERVED_TYPES: &[(&str, &str)] = &[
    ("Auth", "how a client says who is asking"),
    ("Bare", "a value without an envelope"),
    ("Batch", "several requests at once"),
    ("Box", "a type of Rust"),
    ("Call", "a request with nothing to set"),
    ("Client", "the client"),
    ("ClientBuilder", "what makes a client"),
    ("Clone", "a trait of Rust"),
    ("Content", "what is no JSON"),
    ("Created", "the answer to a create"),
    ("Date", "a date"),
    ("DateTime", "a date with time"),
    ("Debug", "a trait of Rust"),
    ("Decode", "how values are read"),
    ("Default", "a trait of Rust"),
    ("Deleted", "the answer to a delete"),
    ("Encode", "how values are written"),
    ("Envelope", "what surrounds data"),
    ("Err", "part of `Result`"),
    ("Error", "what goes wrong"),
    ("Extra", "members that are not described"),
    ("From", "a trait of Rust"),
    ("Id", "an id"),
    ("Into", "a trait of Rust"),
    ("IntoIterator", "a trait of Rust"),
    ("IntoSet", "a trait of the runtime"),
    ("Items", "the items of all pages"),
    ("Iterator", "a trait of Rust"),
    ("Json", "free JSON"),
    ("Map", "a map"),
    ("Method", "an HTTP method"),
    ("None", "part of `Option`"),
    ("Ok", "part of `Result`"),
    ("Operation", "what is known of an operation"),
    ("Option", "a type of Rust"),
    ("Page", "a page of a collection"),
    ("Pages", "all pages of a collection"),
    ("PartialEq", "a trait of Rust"),
    ("Ref", "a reference"),
    ("Refusal", "a refusal"),
    ("Request", "a request"),
    ("Resource", "what all resources have in common"),
    ("Result", "a type of Rust"),
    ("Set", "a value to set or clear"),
    ("Some", "part of `Option`"),
    ("String", "a type of Rust"),
    ("Text", "text that is no JSON"),
    ("Untyped", "a resource whose shape is not known"),
    ("Updated", "the answer to an update"),
    ("Upload", "a file to send"),
    ("ValidationCode", "the codes of validation errors"),
    ("Vec", "a type of Rust"),
];

/// Names of modules and methods that clients have beside those of resources.
const RESERVED_RESOURCES: &[(&str, &str)] = &[
    ("batch", "how several requests are sent at once"),
    ("builder", "how a client is made"),
    ("client", "the module of the client"),
    ("errors", "the module of refusals"),
    ("linked", "the module of embedded objects"),
    ("types", "the module of shared types"),
];

/// Reports types and resources that would have the same name in Rust.
pub(super) fn rust_names(names: &Names<'_>, report: &mut Report) {
    let mut types = RustNames::with_reserved(Case::Camel, RESERVED_TYPES);
    let mut modules = RustNames::with_reserved(Case::Snake, RESERVED_RESOURCES);
    for (at, doc) in names.resources.iter().enumerate() {
        let Some(name) = &doc.name else { continue };
        modules.add(report, name, None, What("resource", &name.value));
        types.add(report, name, None, What("resource", &name.value));
        let Some(singular) = &doc.singular else {
            continue;
        };
        types.add(report, singular, None, What("the object of", &name.value));
        let own = crate::api::ResourceId(at);
        if names.id_type(own) == Some(Type::Id(own)) {
            let id = Text { value: format!("{}_id", singular.value), place: singular.place };
            types.add(report, &id, None, What("the id of", &name.value));
        }
    }
    for ty in &names.types {
        types.add(report, ty.name, None, What("type", &ty.name.value));
    }
}

/// Reports operations that are the same request. A fixed segment beside a parameter is fine: the
/// fixed one wins.
pub(super) fn routes(report: &mut Report, resources: &[Resource]) {
    let mut taken: BTreeMap<(&str, String), (&Resource, &Operation)> = BTreeMap::new();
    for resource in resources {
        let is_read = |operation: &&Operation| !operation.path.template.is_empty();
        for operation in resource.operations.iter().filter(is_read) {
            let route = (operation.method.as_str(), shape(operation));
            match taken.get(&route) {
                Some((other, first)) => {
                    report.push(collision(operation.method, operation, other, first));
                }
                None => {
                    taken.insert(route, (resource, operation));
                }
            }
        }
    }
}

fn collision(
    method: Method,
    operation: &Operation,
    other: &Resource,
    first: &Operation,
) -> Problem {
    let name = format!("`{}` of `{}`", first.name, other.name);
    let template = &operation.path.template;
    let problem = if *template == first.path.template {
        let message =
            format!("`{}` is the same request as {name}: {method} {template}", operation.name);
        Problem::new(SAME_ROUTE, operation.place, message).label("the same method and path")
    } else {
        let message = format!(
            "{method} {template} cannot be told from {method} {}, which is {name}",
            first.path.template
        );
        Problem::new(AMBIGUOUS_ROUTE, operation.place, message)
            .label("differs in the names of parameters only")
    };
    problem.related(first.place, "the other operation")
}

/// The path with its parameters nameless.
fn shape(operation: &Operation) -> String {
    let mut shape = String::new();
    for segment in &operation.path.segments {
        shape.push('/');
        for piece in segment {
            match piece {
                crate::api::Segment::Text(text) => shape.push_str(text),
                crate::api::Segment::Parameter(_) => shape.push_str("{}"),
            }
        }
    }
    shape
}
