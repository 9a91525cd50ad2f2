//! Examples of requests and responses: whether they fit what is described.

use std::collections::BTreeMap;

use serde_json::Value;

use super::error_sets::statuses_of;
use super::example_bodies::{request, response};
use super::fitting::{Direction, Fitting};
use super::names::Names;
use super::report::Report;
use super::sources::cited;
use super::words::prose;
use crate::api::{
    Example, ExampleRequest, ExampleResponse, Operation, Payload, ResourceId, Shape, Type,
};
use crate::document::{Entries, ExampleDoc, JsonDoc, Located, OperationDoc, Text};
use crate::problem::Problem;
use crate::problem::codes::meaning::{EXAMPLE_PARAMETER, EXAMPLE_STATUS, UNKNOWN_PARAMETER};

/// The examples of an operation.
pub(super) fn operation_examples<'d>(
    names: &Names<'d>,
    report: &mut Report,
    operation: &Operation,
    doc: &'d OperationDoc,
) -> Vec<Example> {
    let mut examples = Vec::new();
    for example in &doc.examples {
        let status = report.required(example.status.as_ref());
        let success = operation
            .success
            .iter()
            .find(|success| status.is_some_and(|status| status.value == i64::from(success.status)));
        if let Some(status) = status.filter(|_| success.is_none()) {
            documented_refusal(names, report, doc, operation, status);
        }
        parameters(names, report, operation, &example.parameters);
        if let Some(success) = success {
            request(names, report, operation, example);
            let payload = operation.returns;
            response(names, report, (payload, success.shape), example);
        }
        examples.push(self::example(names, report, example));
    }
    examples
}

/// The examples of a whole object.
pub(super) fn resource_examples(
    names: &Names<'_>,
    report: &mut Report,
    resource: ResourceId,
    docs: &[ExampleDoc],
) -> Vec<Example> {
    docs.iter()
        .map(|doc| {
            let is_success = doc.status.as_ref().is_some_and(|status| status.value < 300);
            if is_success {
                let payload = Payload::Resource(resource);
                response(names, report, (payload, Shape::One), doc);
            }
            example(names, report, doc)
        })
        .collect()
}

fn example(names: &Names<'_>, report: &mut Report, doc: &ExampleDoc) -> Example {
    let pairs = |entries: &Entries<Text>| {
        let mut pairs: Vec<_> =
            entries.iter().map(|(key, text)| (key.value.clone(), text.value.clone())).collect();
        pairs.sort();
        pairs
    };
    let json = |body: &Option<JsonDoc>| body.as_ref().map(|body| body.value.clone());
    Example {
        title: prose(report, doc.title.as_ref()),
        request: ExampleRequest { parameters: pairs(&doc.parameters), body: json(&doc.body) },
        response: ExampleResponse {
            status: doc.status.as_ref().and_then(|it| u16::try_from(it.value).ok()).unwrap_or(0),
            headers: pairs(&doc.response_headers),
            body: json(&doc.response_body),
        },
        sources: cited(names, report, &doc.source),
        place: doc.place,
    }
}

fn documented_refusal<'d>(
    names: &Names<'d>,
    report: &mut Report,
    doc: &'d OperationDoc,
    operation: &Operation,
    status: &Located<i64>,
) {
    let (_, verb) = names.verbs[operation.verb.0];
    let mut known = statuses_of(names, doc.errors.iter().chain(&verb.errors));
    if known.contains(&status.value) {
        return;
    }
    known.extend(operation.success.iter().map(|success| i64::from(success.status)));
    let known: Vec<_> = known.iter().map(i64::to_string).collect();
    let message = format!("`{}` does not document status {}", operation.name, status.value);
    report.push(
        Problem::new(EXAMPLE_STATUS, status.place, message)
            .label("not a status of this operation")
            .help(format!("documented: {}", known.join(", "))),
    );
}

fn parameters(
    names: &Names<'_>,
    report: &mut Report,
    operation: &Operation,
    entries: &Entries<Text>,
) {
    let query = operation.query.iter().map(|it| (it.name.as_str(), &it.ty));
    let path = operation.path.parameters.iter().map(|it| (it.name.as_str(), &it.ty));
    let known: BTreeMap<_, _> = query.chain(path).collect();
    // Of a path that could not be read nobody knows the parameters; it is reported already.
    let path_is_known = !operation.path.template.is_empty();
    for (name, text) in entries {
        let Some(ty) = known.get(name.value.as_str()) else {
            if !path_is_known {
                continue;
            }
            let near = report.closest(&name.value, known.keys().copied());
            let message = format!("`{}` takes no parameter `{}`", operation.name, name.value);
            report.push(
                Problem::new(UNKNOWN_PARAMETER, name.place, message)
                    .label("neither in the path nor in the query")
                    .suggest(near),
            );
            continue;
        };
        if !parses(names, ty, &text.value) {
            let message = format!("`{}` is not a value of `{}`", text.value, name.value);
            report.push(
                Problem::new(EXAMPLE_PARAMETER, text.place, message).label("does not fit the type"),
            );
        }
    }
}

/// Whether a text of a URL is a value of a type.
fn parses(names: &Names<'_>, ty: &Type, text: &str) -> bool {
    let fitting = Fitting { names, direction: Direction::Written };
    match ty {
        Type::List(item) => text.split(',').all(|text| parses(names, item, text)),
        Type::Integer | Type::Id(_) => text.parse::<i64>().is_ok(),
        Type::Number => text.parse::<f64>().is_ok_and(f64::is_finite),
        Type::Boolean => matches!(text, "true" | "false" | "1" | "0"),
        Type::Json => true,
        other => fitting.value(other, false, &Value::from(text)).is_none(),
    }
}
