//! Collections that cannot be paged through, parameters for pages where there are none, and bodies
//! that nobody expects.

use super::described::{Described, DescribedOperation};
use super::finding::{Cause, Finding, Findings};
use crate::api::{Meaning, Method, Operation, Shape};
use crate::problem::codes::lint::{LIST_WITHOUT_PAGING, PAGING_WITHOUT_PAGE, UNEXPECTED_BODY};

/// What parameters that choose a page are called.
const PAGING: [&str; 6] = ["page", "offset", "cursor", "after", "before", "start"];

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    for (_, it) in described.operations() {
        let operation = it.operation;
        let is_list = described.api[operation.verb].meaning == Meaning::List;
        let brings_page = operation.success.iter().any(|it| it.shape == Shape::Page);
        match paging(operation) {
            // Who leaves the parameter out by name has looked it up.
            None if it.doc.without.iter().any(|name| is_paging(&name.value)) => {}
            None if brings_page || is_list => findings.push(without_paging(described, it)),
            Some(name) if !brings_page => findings.push(without_page(it, name)),
            _ => {}
        }
        let has_body = operation.body.is_some();
        if has_body && matches!(operation.method, Method::Delete) {
            findings.push(unexpected_body(it));
        }
    }
}

fn paging(operation: &Operation) -> Option<&str> {
    let mut names = operation.query.iter().map(|parameter| parameter.name.as_str());
    names.find(|name| is_paging(name))
}

fn is_paging(name: &str) -> bool {
    PAGING.contains(&name)
}

fn without_paging(described: &Described<'_>, it: &DescribedOperation<'_>) -> Finding {
    let message = format!("`{}` takes no parameter that chooses the page", it.name);
    let finding = Finding::new(LIST_WITHOUT_PAGING, it.key.place, [&it.name], message)
        .label("only the first page can be read")
        .help(format!("such parameters are called {}", PAGING.join(", ")));
    let verb = &described.api[it.operation.verb];
    let is_of_verb = !verb.query.iter().any(|parameter| is_paging(&parameter.name));
    if !is_of_verb || verb.meaning != Meaning::List {
        return finding;
    }
    finding.because(Cause {
        key: verb.name.clone(),
        place: verb.place,
        message: "operations take no parameter that chooses the page".to_owned(),
        label: "this holds for all of them",
    })
}

fn without_page(it: &DescribedOperation<'_>, name: &str) -> Finding {
    let written = it.doc.query.iter().find(|(key, _)| key.value == name);
    let place = written.map_or(it.key.place, |(key, _)| key.place);
    let message = format!("`{}` takes `{name}` and does not return a page", it.name);
    Finding::new(PAGING_WITHOUT_PAGE, place, [&it.name], message)
        .label("there are no pages to choose from")
        .help("say that it returns one, `success: { 200: page }`, or leave the parameter out")
}

fn unexpected_body(it: &DescribedOperation<'_>) -> Finding {
    let method = it.operation.method;
    let message = format!("`{}` is {method} and sends a body", it.name);
    Finding::new(UNEXPECTED_BODY, it.key.place, [&it.name], message)
        .label("servers may ignore the body")
        .help(format!("the body of a {method} has no meaning of its own in HTTP; look it up"))
}
