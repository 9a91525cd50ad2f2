//! The bodies of examples: whether they fit what operations send and return.

use std::collections::BTreeMap;

use serde_json::Value;

use super::fitting::{Direction, Fitting, Misfit};
use super::names::{Names, Scope, is_untyped};
use super::report::Report;
use crate::api::{BodyFormat, InputField, Operation, Payload, Shape, Type};
use crate::document::{ExampleDoc, JsonDoc};
use crate::problem::Problem;
use crate::problem::codes::meaning::{
    BODY_WHERE_NONE, EXAMPLE_MISSES_REQUIRED, REQUEST_EXAMPLE, RESPONSE_EXAMPLE, UNKNOWN_BODY_FIELD,
};

/// Compares the body of an example request with what the operation takes.
pub(super) fn request(
    names: &Names<'_>,
    report: &mut Report,
    operation: &Operation,
    doc: &ExampleDoc,
) {
    let Some(sent) = &doc.body else { return };
    let Some(body) = &operation.body else {
        let message = format!("`{}` sends no body", operation.name);
        report.push(Problem::new(BODY_WHERE_NONE, sent.place, message).label("not possible here"));
        return;
    };
    if matches!(body.format, BodyFormat::Json { .. } | BodyFormat::Raw { .. }) {
        return;
    }
    let Value::Object(object) = &sent.value else {
        report.push(
            Problem::new(REQUEST_EXAMPLE, sent.place, "a body is an object").label("not an object"),
        );
        return;
    };
    let fields = body.fields.iter().map(|field| (field.name.as_str(), field)).collect();
    for (key, value) in object {
        fits(names, report, (operation, &fields), sent, (key, value));
    }
    for field in
        body.fields.iter().filter(|field| field.required && !object.contains_key(&field.name))
    {
        let message = format!("the example does not set `{}`, which is required", field.name);
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
    sent: &JsonDoc,
    (key, value): (&str, &Value),
) {
    let Some(field) = fields.get(key) else {
        let near = report.closest(key, fields.keys().copied());
        let message = format!("`{}` takes no field `{key}`", operation.name);
        let place = sent.part([key]).map_or(sent.place, |part| part.key_place);
        report.push(
            Problem::new(UNKNOWN_BODY_FIELD, place, message).label("not a field").suggest(near),
        );
        return;
    };
    let fitting = Fitting { names, direction: Direction::Written };
    if let Some(misfit) = fitting.value(&field.ty, field.nullable, value) {
        let code = if misfit.is_unknown_key { UNKNOWN_BODY_FIELD } else { REQUEST_EXAMPLE };
        let misfit = misfit.within(key);
        let message = misfit.said_of("the request");
        report.push(
            Problem::new(code, misfit.place(sent), message).label("does not fit the operation"),
        );
    }
}

/// Compares what the envelope holds with what is returned. Bodies of another form are let be: some
/// examples show answers without an envelope.
pub(super) fn response(
    names: &Names<'_>,
    report: &mut Report,
    (payload, shape): (Payload, Shape),
    doc: &ExampleDoc,
) {
    let Some(body) = &doc.response_body else {
        return;
    };
    if doc.status.as_ref().is_some_and(|status| status.value == 204) {
        let message = "a response with status 204 has no body";
        report.push(Problem::new(BODY_WHERE_NONE, body.place, message).label("not possible here"));
        return;
    }
    let envelope = names.document.envelope.as_ref().and_then(|envelope| envelope.data.as_ref());
    let key = envelope.map_or("data", |key| key.value.as_str());
    let data = match shape {
        Shape::Empty => None,
        Shape::Bare => Some(&body.value),
        _ => body.value.get(key),
    };
    let Some(data) = data else { return };
    let misfit = match (shape, data) {
        (Shape::Page, Value::Array(items)) => items.iter().enumerate().find_map(|(at, item)| {
            payload_misfit(names, payload, item).map(|it| it.within(&format!("[{at}]")))
        }),
        (Shape::Page, _) => Some(Misfit::new("is not a list")),
        (_, item) => payload_misfit(names, payload, item),
    };
    if let Some(misfit) = misfit {
        let misfit = if shape == Shape::Bare { misfit } else { misfit.within(key) };
        let message = misfit.said_of("the response");
        report.push(
            Problem::new(RESPONSE_EXAMPLE, misfit.place(body), message)
                .label("does not fit the operation"),
        );
    }
}

fn payload_misfit(names: &Names<'_>, payload: Payload, value: &Value) -> Option<Misfit> {
    let fitting = Fitting { names, direction: Direction::Read };
    match (payload, value) {
        (Payload::Resource(returned), Value::Object(_))
            if is_untyped(names.resource_doc(returned)) =>
        {
            None
        }
        (Payload::Resource(returned), Value::Object(object)) => {
            fitting.object(Scope::Resource(returned), names.fields_of(returned), object)
        }
        (Payload::Resource(returned), _) => {
            Some(Misfit::new(format!("is not an object of `{}`", names.resource_name(returned))))
        }
        (Payload::Type(id), value) => fitting.value(&Type::Named(id), false, value),
        (Payload::Text, value) => fitting.value(&Type::String, false, value),
        (Payload::Json | Payload::Bytes | Payload::Nothing, _) => None,
    }
}
