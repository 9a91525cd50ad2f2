//! Examples of an operation: how it is asked for, and what it answers.

use deskpro_spec::api::{Example, ExampleResponse, Operation};

use heck::ToTitleCase;

use super::lookup::Lookup;
use super::request::{SampleRequest, made_up, of_example};
use super::{curl, json, words};
use crate::plan::{Docs, OperationPlan};
use crate::reference::page::{Line, Page};

/// Says how an operation is asked for, and shows what it answers.
pub(super) fn push(
    lookup: &Lookup<'_>,
    page: &mut Page,
    operation: &Operation,
    plan: &OperationPlan,
) {
    let api = lookup.api;
    let asked: Vec<_> =
        operation.examples.iter().map(|it| of_example(api, operation, it)).collect();
    let is_success = |example: &Example| {
        operation.success.iter().any(|success| success.status == example.response.status)
    };
    let succeeding = operation.examples.iter().zip(&asked).filter(|(it, _)| is_success(it));
    let first = succeeding.filter_map(|(_, request)| request.clone()).next();
    let first = first.unwrap_or_else(|| made_up(api, operation));
    page.heading(4, "Example request");
    page.code("sh", curl::command(api, &first));
    let rust = rust(&plan.docs);
    if !rust.is_empty() {
        page.code("rust", rust.join("\n"));
    }
    let mut shown = &first;
    if !operation.examples.is_empty() {
        page.heading(4, "Example answers");
    }
    for (example, request) in operation.examples.iter().zip(&asked) {
        push_answer(lookup, page, example, request.as_ref().filter(|&it| it != shown));
        shown = request.as_ref().unwrap_or(shown);
    }
}

/// Shows an answer, and the request where it is not the one that was shown before.
pub(super) fn push_answer(
    lookup: &Lookup<'_>,
    page: &mut Page,
    example: &Example,
    request: Option<&SampleRequest>,
) {
    let sources = words::sources(lookup.api, &example.sources);
    let mut title = Line::new().prose(&example.title);
    if !sources.is_empty() {
        title = title.text(" (").line(sources).text(")");
    }
    page.paragraph(title.text(":"));
    if let Some(request) = request {
        page.code("sh", curl::command(lookup.api, request));
    }
    page.code("http", head(lookup, &example.response));
    if let Some(body) = &example.response.body {
        page.code("json", json::pretty(body));
    }
}

/// The status and the headers of an answer.
fn head(lookup: &Lookup<'_>, response: &ExampleResponse) -> String {
    let name = lookup.api.status(response.status).map_or("", |it| it.name.as_str());
    let name = if name == "ok" { "OK".to_owned() } else { name.to_title_case() };
    let mut lines = vec![format!("HTTP/1.1 {} {name}", response.status)];
    for (name, value) in &response.headers {
        lines.push(format!("{name}: {value}"));
    }
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n")
}

/// The example that documentation tests of the client compile, without the lines that these hide.
fn rust(docs: &Docs) -> Vec<&str> {
    // Fences of the description say `text`, so this one is the generator's own.
    let lines = docs.lines.iter().map(String::as_str);
    let code = lines.skip_while(|line| *line != "```no_run").skip(1);
    let code = code.take_while(|line| *line != "```");
    code.filter(|line| !line.starts_with("# ")).collect()
}
