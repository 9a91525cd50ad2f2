//! Examples of requests and responses: whether they fit what is described.

use std::collections::BTreeMap;

use serde_json::Value;

use super::fitting::{Direction, Fitting, Misfit};
use super::names::{Names, Scope};
use super::report::Report;
use super::sources::cited;
use super::words::prose;
use crate::api::{
    Example, ExampleRequest, ExampleResponse, InputField, Operation, Payload, ResourceId, Shape,
    Type,
};
use crate::document::{Entries, ExampleDoc, Located, OperationDoc, Text};
use crate::problem::codes::meaning::{
    BODY_WHERE_NONE, EXAMPLE_MISSES_REQUIRED, EXAMPLE_PARAMETER, EXAMPLE_STATUS, REQUEST_EXAMPLE,
    RESPONSE_EXAMPLE, UNKNOWN_BODY_FIELD, UNKNOWN_PARAMETER,
};
use crate::problem::{Place, Problem};

/// The examples of an operation.
pub(super) fn operation_examples(
    names: &Names<'_>,
    report: &mut Report,
    resource: ResourceId,
    operation: &Operation,
    doc: &OperationDoc,
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
            response(names, report, (resource, payload, success.shape), example);
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
                response(names, report, (resource, payload, Shape::One), doc);
            }
            example(names, report, doc)
        })
        .collect()
}

fn example(names: &Names<'_>, report: &mut Report, doc: &ExampleDoc) -> Example {
    let pairs = |entries: &Entries<Text>| {
        let mut pairs: Vec<_> = entries
            .iter()
            .map(|(key, text)| (key.value.clone(), text.value.clone()))
            .collect();
        pairs.sort();
        pairs
    };
    let json = |body: &Option<Located<Value>>| body.as_ref().map(|body| body.value.clone());
    Example {
        title: prose(report, doc.title.as_ref()),
        request: ExampleRequest {
            parameters: pairs(&doc.parameters),
            body: json(&doc.body),
        },
        response: ExampleResponse {
            status: doc
                .status
                .as_ref()
                .and_then(|it| u16::try_from(it.value).ok())
                .unwrap_or(0),
            headers: pairs(&doc.response_headers),
            body: json(&doc.response_body),
        },
        sources: cited(names, report, &doc.source),
        place: doc.place,
    }
}

/// Which refusals an operation has is only known in the interned sets, so the description is asked.
fn documented_refusal(
    names: &Names<'_>,
    report: &mut Report,
    doc: &OperationDoc,
    operation: &Operation,
    status: &Located<i64>,
) {
    let (_, verb) = names.verbs[operation.verb.0];
    let mut known: Vec<i64> = names.refusals(doc.errors.iter().chain(&verb.errors));
    if known.contains(&status.value) {
        return;
    }
    known.extend(
        operation
            .success
            .iter()
            .map(|success| i64::from(success.status)),
    );
    known.sort_unstable();
    let known: Vec<_> = known.iter().map(i64::to_string).collect();
    let message = format!(
        "`{}` does not document status {}",
        operation.name, status.value
    );
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
    let path = operation
        .path
        .parameters
        .iter()
        .map(|it| (it.name.as_str(), &it.ty));
    let known: BTreeMap<_, _> = query.chain(path).collect();
    for (name, text) in entries {
        let Some(ty) = known.get(name.value.as_str()) else {
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
    let fitting = Fitting {
        names,
        direction: Direction::Written,
    };
    match ty {
        Type::List(item) => text.split(',').all(|text| parses(names, item, text)),
        Type::Integer | Type::Id(_) => text.parse::<i64>().is_ok(),
        Type::Number => text.parse::<f64>().is_ok_and(f64::is_finite),
        Type::Boolean => matches!(text, "true" | "false" | "1" | "0"),
        Type::Json => true,
        other => fitting.value(other, false, &Value::from(text)).is_none(),
    }
}

fn request(names: &Names<'_>, report: &mut Report, operation: &Operation, doc: &ExampleDoc) {
    let Some(sent) = &doc.body else { return };
    let Some(body) = &operation.body else {
        let message = format!("`{}` sends no body", operation.name);
        report.push(Problem::new(BODY_WHERE_NONE, sent.place, message).label("not possible here"));
        return;
    };
    let Value::Object(object) = &sent.value else {
        report.push(
            Problem::new(REQUEST_EXAMPLE, sent.place, "a body is an object").label("not an object"),
        );
        return;
    };
    let fields = body
        .fields
        .iter()
        .map(|field| (field.name.as_str(), field))
        .collect();
    for (key, value) in object {
        fits(
            names,
            report,
            (operation, &fields),
            sent.place,
            (key, value),
        );
    }
    for field in body
        .fields
        .iter()
        .filter(|field| field.required && !object.contains_key(&field.name))
    {
        let message = format!(
            "the example does not set `{}`, which is required",
            field.name
        );
        report.push(
            Problem::new(EXAMPLE_MISSES_REQUIRED, sent.place, message)
                .label("incomplete")
                .related(field.place, "required here"),
        );
    }
}

fn fits(
    names: &Names<'_>,
    report: &mut Report,
    (operation, fields): (&Operation, &BTreeMap<&str, &InputField>),
    place: Place,
    (key, value): (&str, &Value),
) {
    let Some(field) = fields.get(key) else {
        let near = report.closest(key, fields.keys().copied());
        let message = format!("`{}` takes no field `{key}`", operation.name);
        let problem =
            Problem::new(UNKNOWN_BODY_FIELD, place, message).label("has an unknown field");
        report.push(match near {
            Some(near) => problem.help(format!("a field with a similar name: `{near}`")),
            None => problem,
        });
        return;
    };
    let fitting = Fitting {
        names,
        direction: Direction::Written,
    };
    if let Some(misfit) = fitting.value(&field.ty, field.nullable, value) {
        let code = if misfit.is_unknown_key {
            UNKNOWN_BODY_FIELD
        } else {
            REQUEST_EXAMPLE
        };
        let message = misfit.within(key).said_of("the request");
        report.push(Problem::new(code, place, message).label("does not fit the operation"));
    }
}

/// Compares what the envelope holds with what is returned. Bodies of another form are let be: some
/// examples show answers without an envelope.
fn response(
    names: &Names<'_>,
    report: &mut Report,
    (resource, payload, shape): (ResourceId, Payload, Shape),
    doc: &ExampleDoc,
) {
    let Some(body) = &doc.response_body else {
        return;
    };
    if doc
        .status
        .as_ref()
        .is_some_and(|status| status.value == 204)
    {
        let message = "a response with status 204 has no body";
        report.push(Problem::new(BODY_WHERE_NONE, body.place, message).label("not possible here"));
        return;
    }
    let envelope = names
        .document
        .envelope
        .as_ref()
        .and_then(|envelope| envelope.data.as_ref());
    let key = envelope.map_or("data", |key| key.value.as_str());
    let Some(data) = body.value.get(key).filter(|_| shape != Shape::Empty) else {
        return;
    };
    let misfit = match (shape, data) {
        (Shape::Page, Value::Array(items)) => items.iter().enumerate().find_map(|(at, item)| {
            payload_misfit(names, resource, payload, item).map(|it| it.within(&format!("[{at}]")))
        }),
        (Shape::Page, _) => Some(Misfit::new("is not a list")),
        (_, item) => payload_misfit(names, resource, payload, item),
    };
    if let Some(misfit) = misfit {
        let message = misfit.within(key).said_of("the response");
        report.push(
            Problem::new(RESPONSE_EXAMPLE, body.place, message).label("does not fit the operation"),
        );
    }
}

fn payload_misfit(
    names: &Names<'_>,
    resource: ResourceId,
    payload: Payload,
    value: &Value,
) -> Option<Misfit> {
    let fitting = Fitting {
        names,
        direction: Direction::Read,
    };
    match (payload, value) {
        (Payload::Resource(returned), Value::Object(object)) => {
            fitting.object(Scope::Resource(returned), names.fields_of(returned), object)
        }
        (Payload::Resource(_), _) => Some(Misfit::new(format!(
            "is not an object of `{}`",
            names.resource_name(resource)
        ))),
        (Payload::Type(id), value) => fitting.value(&Type::Named(id), false, value),
        (Payload::Json | Payload::Nothing, _) => None,
    }
}
