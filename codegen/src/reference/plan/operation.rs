//! An operation: what it does, takes and answers.

use deskpro_spec::api::{Operation, ResourceId};

use super::lookup::{Lookup, call, rust};
use super::{example, input, quirk, refusal, response, words};
use crate::plan::OperationPlan;
use crate::reference::page::{Line, Page, Section};

/// Says all of an operation, which stands at this place of the resource.
pub(super) fn push(
    lookup: &Lookup<'_>,
    page: &mut Page,
    id: ResourceId,
    at: usize,
    plan: &OperationPlan,
) {
    let Some(operation) = lookup.api[id].operations.get(at) else { return };
    page.section(3, Line::new().code(&operation.name), Section::Operation(id, at));
    let request = format!("{} {}", operation.method, operation.path.template);
    page.paragraph(Line::new().code(request));
    page.prose(&operation.docs);
    if operation.unverified {
        let line = Line::from("Unverified: inferred, and never seen at work.");
        page.paragraph(match lookup.client.shared.options.features {
            true => line.text(" In Rust it needs the feature ").code("unverified").text("."),
            false => line,
        });
    }
    page.paragraph(operation.deprecated.as_ref().map_or_else(Line::new, words::deprecation));
    page.list(facts(lookup, id, operation, plan));
    input::push(lookup, page, operation, plan);
    page.heading(4, "Success");
    page.table(response::table(lookup.api, operation));
    page.list(location(operation, plan));
    push_refusals(lookup, page, operation, plan);
    example::push(lookup, page, operation, plan);
}

fn facts(
    lookup: &Lookup<'_>,
    id: ResourceId,
    operation: &Operation,
    plan: &OperationPlan,
) -> Vec<Line> {
    let api = lookup.api;
    let arguments = plan.arguments.iter().map(|argument| &argument.name);
    let mut facts = vec![
        Line::from("In Rust: ")
            .code(call(lookup.way(id), &plan.method, arguments))
            .text(", which answers with ")
            .code(rust(&plan.request.finish.answer)),
    ];
    if let Some(from) = &plan.from {
        let arguments = from.arguments.iter().map(|argument| &argument.name).chain([&from.input]);
        let call = call(lookup.way(id), &from.method, arguments);
        facts.push(Line::from("With a struct of your own: ").code(call));
    }
    if let Some(other) = operation.method.other().filter(|_| operation.negotiable) {
        let line = Line::from("Where that is answered with 405, ").code(other);
        facts.push(line.text(" is tried, which other helpdesks take."));
    }
    if let Some(header) = api.query_in_body.as_ref().filter(|_| operation.query_in_body) {
        let line = Line::from("The query may be sent in the body of a ").code("POST");
        facts.push(line.text(" with the header ").code(format!("{header}: 1")));
    }
    facts.push(Line::from("May be repeated: ").text(words::repeat(operation.repeat)));
    if let Some(since) = &operation.since {
        facts.push(Line::from(format!("Since version {since}")));
    }
    for (label, line) in [
        ("Source: ", words::sources(api, &operation.sources)),
        ("Quirks: ", quirk::links(api, lookup.named.operation(&api[id], operation))),
    ] {
        if !line.is_empty() {
            facts.push(Line::from(label).line(line));
        }
    }
    facts
}

/// Says where a made or changed resource is found.
fn location(operation: &Operation, plan: &OperationPlan) -> Vec<Line> {
    let mut lines = Vec::new();
    if operation.location {
        lines.push(Line::from("The header ").code("Location").text(" carries its address."));
    }
    if operation.follow_location {
        let line = Line::from("With ").code("follow_location=1").text(", in Rust ");
        let line = line.code(".follow_location()").text(", it answers with the whole object");
        let data = rust(&plan.request.finish.data);
        lines.push(line.text(", ").code(format!("Envelope<{data}>")).text("."));
    }
    lines
}

fn push_refusals(
    lookup: &Lookup<'_>,
    page: &mut Page,
    operation: &Operation,
    plan: &OperationPlan,
) {
    page.heading(4, "Refusals");
    let error = Line::from("In Rust: ").code(&plan.error.name);
    let set = lookup.error_set(operation.errors);
    if let Some(set) = set.filter(|_| lookup.is_shared(operation.errors)) {
        let link = Line::new().link(Section::ErrorSet(set.id), Line::new().code(&set.name));
        let outcomes = refusal::line(lookup.api, set.id);
        page.paragraph(error.text(", which is ").line(link).text(": ").line(outcomes).text("."));
        return;
    }
    page.paragraph(error.text("."));
    if lookup.api[operation.errors].outcomes.is_empty() {
        page.paragraph("It is not known how it can be refused.");
    }
    page.table(refusal::table(lookup.api, operation.errors, set));
}
