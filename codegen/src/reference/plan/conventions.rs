//! What holds for all resources: how the pages are read, what requests carry and answers hold.

use deskpro_spec::api::{Api, Envelope, PageMeta, Verb};

use super::lookup::Lookup;
use super::{curl, refusal, words};
use crate::reference::page::{Line, Page, Table};

/// Says how the pages are read.
pub(super) fn push_reading(lookup: &Lookup<'_>, page: &mut Page) {
    let api = lookup.api;
    page.heading(2, "How to read the pages");
    let mut items = vec![
        Line::from(
            "A page tells of one resource: its fields, the types that only it has, and its operations.",
        ),
        Line::from("Null or missing: whether a field may be ")
            .code("null")
            .text(", or is left out by some helpdesks."),
        Line::from(
            "Set by: which operations may send a field. The helpdesk itself sets the others.",
        ),
        Line::from(
            "May be repeated: whether an operation does no harm when it is done twice, so that it may be sent once more when an answer got lost.",
        ),
        Line::from("Source: where a fact is from. What has none follows from the rest."),
        Line::from("Unverified: inferred, and never seen at work."),
    ];
    if !api.quirks.is_empty() {
        items.push(Line::from("Quirks: where what is documented contradicts itself or what helpdesks do, with what was decided."));
    }
    page.list(items);
    let variable = curl::key_variable(api);
    page.paragraph(
        Line::from("Examples with curl ask ")
            .code(curl::HOST)
            .text(", which stands for your helpdesk, with the key in the variable ")
            .code(variable)
            .text(" of the shell. Names, ids and texts in examples are made up."),
    );
}

/// Says where requests go and what they carry.
pub(super) fn push_requests(lookup: &Lookup<'_>, page: &mut Page) {
    let api = lookup.api;
    page.heading(2, "Requests");
    let mut base = Line::from("Every path is below ").code(&api.base_path).text(".");
    if api.date_pinned {
        let pinned = format!("{}/20161122", api.base_path);
        base = base
            .text(" A date behind it, as in ")
            .code(pinned)
            .text(", pins the version of that day.");
    }
    page.paragraph(base);
    let headers = api.headers.iter();
    page.list(
        headers
            .map(|it| {
                Line::from("Every request carries ")
                    .code(format!("{}: {}", it.name, it.value))
                    .text(".")
            })
            .collect(),
    );
    if let Some(header) = &api.query_in_body {
        page.paragraph(
            Line::from("Where an operation says so, its query may be sent in the JSON body of a ")
                .code("POST")
                .text(" that carries ")
                .code(format!("{header}: 1"))
                .text("."),
        );
    }
    push_auth(api, page);
    push_verbs(api, page);
    push_batch(lookup, page);
}

fn push_auth(api: &Api, page: &mut Page) {
    let mut table = Table::new(&["Authentication", "Header", "Meaning", "Source"]);
    for scheme in &api.auth {
        table.row([
            Line::new().code(&scheme.name),
            Line::new().code(format!("{}: {}…", scheme.header, scheme.prefix)),
            Line::new().prose(&scheme.docs),
            words::sources(api, &scheme.sources),
        ]);
    }
    page.table(table);
}

fn push_verbs(api: &Api, page: &mut Page) {
    let mut table = Table::new(&["Verb", "Method", "Meaning", "May be repeated", "Source"]);
    let method = |verb: &Verb| match verb.method {
        Some(method) => Line::new().code(method),
        None => Line::from("its own"),
    };
    for verb in &api.verbs {
        table.row([
            Line::new().code(&verb.name),
            method(verb),
            Line::new().prose(&verb.docs),
            Line::from(words::repeat_word(verb.repeat)),
            words::sources(api, &verb.sources),
        ]);
    }
    page.table(table);
}

fn push_batch(lookup: &Lookup<'_>, page: &mut Page) {
    let api = lookup.api;
    let Some(batch) = &api.batch else { return };
    page.heading(2, "Several requests at once");
    page.prose(&batch.docs);
    let mut facts = vec![
        Line::from("Request: ").code(format!("{} {}", batch.method, batch.path)),
        Line::from(format!("Success: {}, whatever becomes of the single requests", batch.success)),
    ];
    let sources = words::sources(api, &batch.sources);
    if !sources.is_empty() {
        facts.push(Line::from("Source: ").line(sources));
    }
    page.list(facts);
    let set = lookup.error_set(batch.errors);
    page.table(refusal::table(api, batch.errors, set));
}

/// Says what surrounds the data of answers.
pub(super) fn push_answers(lookup: &Lookup<'_>, page: &mut Page) {
    let envelope = &lookup.api.envelope;
    page.heading(2, "Answers");
    page.paragraph(
        "Unless an operation says otherwise, an answer is a JSON object with these members:",
    );
    page.table(members(envelope));
    if let Some(links) = &envelope.links {
        page.paragraph(Line::from("Links that ").code(&links.name).text(" may hold:"));
        let mut table = Table::new(&["Link", "Meaning"]);
        for (name, docs) in &links.entries {
            table.row([Line::new().code(name), Line::new().prose(docs)]);
        }
        page.table(table);
    }
    if !envelope.pages.is_empty() {
        let meta = Line::from("What ").code(&envelope.meta);
        page.paragraph(meta.text(" of a page holds, in each of its shapes:"));
        page.table(shapes(&envelope.pages));
    }
}

fn members(envelope: &Envelope) -> Table {
    let mut table = Table::new(&["Member", "Meaning"]);
    let data = "What was asked for: one object, or a list of them.";
    table.row([Line::new().code(&envelope.data), data.into()]);
    if let Some(links) = &envelope.links {
        table.row([Line::new().code(&links.name), "Where other pages are.".into()]);
    }
    if let Some(linked) = &envelope.linked {
        let docs = "Related resources that were asked for, by kind and id.";
        table.row([Line::new().code(linked), docs.into()]);
    }
    table.row([Line::new().code(&envelope.meta), "What is said about the data.".into()]);
    table
}

/// A row for every shape, with the keys that it has.
fn shapes(pages: &[PageMeta]) -> Table {
    let head =
        ["Shape", "Within", "All results", "Results on the page", "Page", "Page size", "Pages"];
    let mut table = Table::new(&head);
    let code = |key: &str| Line::new().code(key);
    for shape in pages {
        table.row([
            code(&shape.name),
            shape.under.as_deref().map_or_else(Line::new, code),
            code(&shape.total),
            shape.count.as_deref().map_or_else(Line::new, code),
            code(&shape.page),
            code(&shape.per_page),
            code(&shape.total_pages),
        ]);
    }
    table
}
