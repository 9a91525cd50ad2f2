//! Names around pages: the same number under two names, and one name for two numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::described::Described;
use super::finding::{Finding, Findings};
use crate::document::{PageMetaDoc, Text};
use crate::problem::codes::lint::CONFLICTING_PAGE_NAMES;

/// Numbers about pages, with other names that APIs have for them.
const NUMBERS: [(&str, &[&str]); 5] = [
    ("total", &["total_count", "total_items", "total_results", "totalCount"]),
    ("count", &["page_count_items", "result_count"]),
    ("page", &["current_page", "page_number", "currentPage"]),
    ("per_page", &["page_size", "items_per_page", "perPage"]),
    ("total_pages", &["page_count", "last_page", "totalPages"]),
];

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    let envelope = described.document.envelope.as_ref();
    let shapes = || envelope.into_iter().flat_map(|envelope| &envelope.pages);
    // One name for two numbers is worse than two names, and often comes with them.
    let mut seen = BTreeSet::new();
    let mut first: BTreeMap<&str, (&str, &Text)> = BTreeMap::new();
    for (_, shape) in shapes() {
        for (number, _) in NUMBERS {
            let Some(name) = key(shape, number) else { continue };
            let (other, place) = *first.entry(name.value.as_str()).or_insert((number, name));
            if other != number {
                seen.insert(name.place);
                findings.push(two_numbers((number, name), (other, place)));
            }
        }
    }
    for (number, _) in NUMBERS {
        let mut names = shapes().filter_map(|(_, shape)| key(shape, number));
        let Some(first) = names.next() else { continue };
        for other in names.filter(|it| it.value != first.value && !seen.contains(&it.place)) {
            findings.push(two_names(number, first, other));
        }
    }
    parameters(described, findings);
    prose(described, findings);
}

fn key<'d>(shape: &'d PageMetaDoc, number: &str) -> Option<&'d Text> {
    match number {
        "total" => shape.total.as_ref(),
        "count" => shape.count.as_ref(),
        "page" => shape.page.as_ref(),
        "per_page" => shape.per_page.as_ref(),
        _ => shape.total_pages.as_ref(),
    }
}

fn two_names(number: &str, first: &Text, other: &Text) -> Finding {
    let (a, b) = (&first.value, &other.value);
    let message = format!("`{number}` of a page is called `{a}` and `{b}`");
    Finding::new(CONFLICTING_PAGE_NAMES, other.place, [a, b], message)
        .label("another name for the same number")
        .related(first.place, "the first name")
        .help("both are read; make sure that helpdesks really send both")
}

fn two_numbers((number, name): (&str, &Text), (other, first): (&str, &Text)) -> Finding {
    let message = format!("`{}` is `{number}` of one page and `{other}` of another", name.value);
    Finding::new(CONFLICTING_PAGE_NAMES, name.place, [&name.value], message)
        .label("one name for two numbers")
        .related(first.place, format!("here it is `{other}`"))
        .help("a name that means two things is read wrongly by somebody")
}

/// Query parameters that are called like a number about pages, and are another number: parameters
/// say which page and how large, never how many there are.
fn parameters(described: &Described<'_>, findings: &mut Findings) {
    let shapes = described.document.envelope.iter().flat_map(|envelope| &envelope.pages);
    let told: BTreeMap<&str, &Text> = shapes
        .flat_map(|(_, shape)| ["total", "count", "total_pages"].map(|number| key(shape, number)))
        .flatten()
        .map(|key| (key.value.as_str(), key))
        .collect();
    for (name, _) in &described.document.parameters {
        let Some(told) = told.get(name.value.as_str()) else { continue };
        let message = format!("`{}` is asked for and told, with two meanings", name.value);
        findings.push(
            Finding::new(CONFLICTING_PAGE_NAMES, name.place, [&name.value], message)
                .label("how many are asked for")
                .related(told.place, "how many there are")
                .help("make sure that the parameter is really called so"),
        );
    }
}

/// Documentation that speaks of a number by a name that no page has.
fn prose(described: &Described<'_>, findings: &mut Findings) {
    let api = described.api;
    let known = api.envelope.pages.iter().flat_map(|shape| {
        let count = shape.count.iter();
        [&shape.total, &shape.page, &shape.per_page, &shape.total_pages].into_iter().chain(count)
    });
    let known: BTreeSet<&str> = known.map(String::as_str).collect();
    if known.is_empty() {
        return;
    }
    for (_, doc) in &described.document.verbs {
        if let Some(docs) = &doc.docs {
            unknown_name(docs, &known, findings);
        }
    }
    for (_, it) in described.operations() {
        if let Some(docs) = &it.doc.docs {
            unknown_name(docs, &known, findings);
        }
    }
}

fn unknown_name(docs: &Text, known: &BTreeSet<&str>, findings: &mut Findings) {
    // What stands between two backticks is code.
    for word in docs.value.split('`').skip(1).step_by(2).filter(|word| !known.contains(word)) {
        let Some((number, _)) = NUMBERS.iter().find(|(_, names)| names.contains(&word)) else {
            continue;
        };
        let message = format!("the documentation speaks of `{word}`, which no page has");
        findings.push(
            Finding::new(CONFLICTING_PAGE_NAMES, docs.place, [word], message)
                .label("another name for a number of a page")
                .help(format!("`envelope.pages` has other names for `{number}`")),
        );
    }
}
