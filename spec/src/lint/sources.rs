//! Parts that do not say where they are known from.

use super::described::Described;
use super::finding::{Cause, Finding, Findings};
use crate::document::{QueryDoc, Text};
use crate::problem::Place;
use crate::problem::codes::lint::{MISSING_SOURCE, UNVERIFIED_WITHOUT_SOURCE};

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    for (_, it) in described.operations() {
        let unverified = it.doc.unverified.as_ref().filter(|it| it.value);
        if let Some(unverified) = unverified.filter(|_| it.doc.source.is_empty()) {
            findings.push(unsourced_guess(&it.name, it.key.place, unverified.place));
        }
    }
    // Who names no sources does not cite any.
    if !described.document.sources.is_empty() {
        shared(described, findings);
        of_resources(described, findings);
        of_fields(described, findings);
    }
}

fn shared(described: &Described<'_>, findings: &mut Findings) {
    let document = described.document;
    let mut push = |section: &'static str, name: &Text, source: &[Text]| {
        if source.is_empty() {
            findings.push(missing(section, name, section, name.place));
        }
    };
    document.error_codes.iter().for_each(|(name, doc)| push("error_codes", name, &doc.source));
    document
        .validation_codes
        .iter()
        .for_each(|(name, doc)| push("validation_codes", name, &doc.source));
    document.parameters.iter().for_each(|(name, doc)| push("parameters", name, &doc.source));
    for ty in described.types() {
        let owner = ty.name.rsplit_once('.').map_or("types", |(owner, _)| owner);
        if ty.doc.source.is_empty() {
            findings.push(missing(owner, ty.key, "types", ty.key.place));
        }
    }
}

fn of_resources(described: &Described<'_>, findings: &mut Findings) {
    for it in &described.resources {
        if it.doc.source.is_empty() {
            let message =
                format!("the resource `{}` does not say where it is known from", it.resource.name);
            let finding = Finding::new(MISSING_SOURCE, it.place(), [&it.resource.name], message);
            findings.push(finding.label("no `source`").help(HELP));
        }
        for operation in &it.operations {
            let is_guess = operation.doc.unverified.as_ref().is_some_and(|it| it.value);
            if operation.doc.source.is_empty() && !is_guess {
                let place = it.place();
                findings.push(missing(&it.resource.name, operation.key, "operations", place));
            }
            for (name, query) in &operation.doc.query {
                let QueryDoc::Own(doc) = query else { continue };
                if doc.source.is_empty() {
                    findings.push(missing(
                        &operation.name,
                        name,
                        "parameters",
                        operation.key.place,
                    ));
                }
            }
        }
    }
}

fn of_fields(described: &Described<'_>, findings: &mut Findings) {
    for list in described.field_lists() {
        for (key, _) in list.fields.iter().filter(|(_, doc)| doc.source.is_empty()) {
            findings.push(missing(&list.owner, key, "fields", list.place));
        }
    }
}

const HELP: &str = "cite one of `sources`, so that it can be looked up: `source: KEY`";

/// A part without source; those of one owner are one finding.
fn missing(owner: &str, name: &Text, what: &str, place: Place) -> Finding {
    let about = format!("{owner}.{}", name.value);
    let message = format!("`{about}` does not say where it is known from");
    Finding::new(MISSING_SOURCE, name.place, [about], message)
        .label("no `source`")
        .help(HELP)
        .because(Cause {
            key: format!("{owner} {what}"),
            place,
            message: format!(
                "{} of `{owner}` do not say where they are known from",
                what.replace('_', " ")
            ),
            label: "without `source`",
        })
}

fn unsourced_guess(name: &str, place: Place, unverified: Place) -> Finding {
    let message = format!("`{name}` is unverified and does not say what it was inferred from");
    Finding::new(UNVERIFIED_WITHOUT_SOURCE, place, [name], message)
        .label("no `source`")
        .related(unverified, "never seen at work")
        .help("cite what it was inferred from; without that it is invented")
}
