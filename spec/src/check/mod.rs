//! From a [`Document`] to an [`Api`]: resolves every name and holds every rule.
//!
//! Each check reports what it finds and returns what it can, so that all mistakes are found in one
//! run. At the end there is an [`Api`] only when nothing was found, which is why nobody has to check
//! one again. All lists that come from mappings are put in a canonical order, so that the result
//! does not depend on the order in which a description is written.

mod batch;
mod bodies;
mod cycles;
mod envelope;
mod error_codes;
mod error_sets;
mod example_bodies;
mod examples;
mod families;
mod fields;
mod fitting;
mod headers;
mod names;
mod operations;
mod overlaps;
mod parameters;
mod paths;
mod quirks;
mod report;
mod requests;
mod resources;
mod responses;
mod rust_names;
mod sources;
mod statuses;
mod templates;
mod type_expression;
mod type_syntax;
mod types;
mod uses;
mod verbs;
mod words;

pub use rust_names::words;

use crate::api::Api;
use crate::document::{Document, Text};
use crate::problem::codes::meaning::BASE_PATH;
use crate::problem::codes::shape::MISSING_KEY;
use crate::problem::{Problem, Problems};

use error_sets::ErrorSets;
use names::Names;
use report::Report;
use templates::Template;

/// Checks a description.
///
/// # Errors
///
/// Everything that is wrong with what the description means. Where something required is absent, and
/// nothing else is wrong, that is the one problem; [`parse`](crate::parse) says what exactly.
///
/// # Example
///
/// ```
/// use deskpro_spec::{Sources, check, parse};
///
/// let sources = Sources::builtin();
/// let (document, problems) = parse(&sources);
/// assert!(problems.is_empty());
/// let api = check(&document).unwrap();
/// assert_eq!(api.name, "deskpro");
/// ```
pub fn check(document: &Document) -> Result<Api, Problems> {
    let mut problems = Problems::default();
    let Some(api) = check_into(document, &mut problems) else {
        if problems.is_empty() {
            let message = "the description lacks something that is required";
            problems.push(Problem::new(MISSING_KEY, document.place, message).label("incomplete"));
        }
        return Err(problems);
    };
    Ok(api)
}

/// Checks a description and adds what is wrong to the problems of parsing. `None` when there is
/// something wrong, or something required absent, which parsing has reported.
pub(crate) fn check_into(document: &Document, problems: &mut Problems) -> Option<Api> {
    let mut report = Report::default();
    let api = api(document, &mut report);
    let is_incomplete = report.is_incomplete();
    problems.extend(report.into_problems());
    (problems.is_empty() && !is_incomplete).then_some(api)
}

fn api(document: &Document, report: &mut Report) -> Api {
    let names = &Names::collect(document, report);
    overlaps::rust_names(names, report);
    parameters::check_shared(names, report);
    let mut errors = ErrorSets::declared(names, report);
    let methods = verbs::methods(names, report, &document.methods);
    verbs::distinct_methods(names, report, &methods, &document.methods);
    let verbs = verbs::verbs(names, report, &methods, &mut errors);
    let resources = resources::resources(names, report, (&verbs, &methods), &mut errors);
    let batch = batch::batch(names, report, &mut errors);
    overlaps::routes(report, &resources);
    let mut api = Api {
        name: name(report, document.name.as_ref()),
        title: words::prose(report, document.title.as_ref()),
        docs: words::prose(report, document.docs.as_ref()),
        base_path: base_path(report, document.base_path.as_ref()),
        date_pinned: document.date_pinned.as_ref().is_some_and(|pinned| pinned.value),
        auth: headers::auth(names, report),
        headers: headers::headers(names, report),
        query_in_body: headers::query_in_body(names, report),
        batch,
        families: families::families(names, report),
        sources: sources::sources(names, report),
        statuses: statuses::statuses(names, report),
        error_codes: error_codes::error_codes(names, report),
        error_sets: errors.into_list(),
        validation_codes: error_codes::validation_codes(names, report),
        verbs,
        envelope: envelope::envelope(names, report),
        types: types::types(names, report),
        resources,
        quirks: quirks::quirks(names, report),
    };
    report.required(document.format.as_ref());
    uses::mark(&mut api);
    api
}

fn name(report: &mut Report, name: Option<&Text>) -> String {
    let Some(name) = report.required(name) else {
        return String::new();
    };
    words::snake_case(report, "API", name);
    name.value.clone()
}

/// What precedes every path. It may be empty, and it has no parameters.
fn base_path(report: &mut Report, path: Option<&Text>) -> String {
    let Some(path) = report.required(path) else {
        return String::new();
    };
    if !path.value.is_empty() && Template::read(report, path).has_parameters() {
        report.push(
            Problem::new(BASE_PATH, path.place, "the base path has a parameter")
                .label("the same for every request"),
        );
    }
    path.value.clone()
}
