//! Declarations that nothing uses.

mod errors;
mod types;

use std::collections::BTreeSet;

use serde_json::Value;

use super::citations::cited;
use super::described::Described;
use super::finding::{Cause, Finding, Findings};
use crate::api::Example;
use crate::document::{QueryDoc, Text};
use crate::problem::Place;
use crate::problem::codes::lint::UNUSED;

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    let document = described.document;
    errors::rule(document, described.api, findings);
    types::rule(described, findings);
    let sources = cited(described);
    for (key, _) in &document.sources {
        if !sources.contains(key.value.as_str()) {
            findings.push(unused("sources", key, "source"));
        }
    }
    let families = document.resources.iter().filter_map(|doc| doc.family.as_ref());
    let families: BTreeSet<&str> = families.map(|name| name.value.as_str()).collect();
    for (name, _) in &document.families {
        if !families.contains(name.value.as_str()) {
            findings.push(unused("families", name, "family"));
        }
    }
    let parameters = parameters(described);
    for (name, _) in &document.parameters {
        if !parameters.contains(name.value.as_str()) {
            findings.push(unused("parameters", name, "shared parameter"));
        }
    }
    let shown = codes_of_examples(described);
    for (code, _) in &document.validation_codes {
        if !shown.contains(code.value.as_str()) {
            let finding = unused("validation_codes", code, "validation code");
            findings.push(finding.help("validation codes are used by examples of refusals"));
        }
    }
}

/// A declaration of a section that nothing uses.
fn unused(section: &str, name: &Text, what: &str) -> Finding {
    at(name.place, format!("{section}.{}", name.value), what, &name.value)
}

fn at(place: Place, about: String, what: &str, name: &str) -> Finding {
    Finding::new(UNUSED, place, [about], format!("nothing uses the {what} `{name}`"))
        .label("never used")
        .help("remove it, or use it where it was meant to be used")
        .because(Cause {
            key: what.to_owned(),
            place,
            message: format!("declarations of the kind {what} that nothing uses"),
            label: "never used, the first of them",
        })
}

/// The shared parameters that verbs and operations take.
fn parameters<'d>(described: &Described<'d>) -> BTreeSet<&'d str> {
    let verbs = described.document.verbs.iter();
    let mut used: BTreeSet<&str> =
        verbs.flat_map(|(_, doc)| &doc.query).map(|name| name.value.as_str()).collect();
    for resource in &described.document.resources {
        for (name, query) in resource.operations.iter().flat_map(|(_, doc)| &doc.query) {
            if matches!(query, QueryDoc::Shared) {
                used.insert(&name.value);
            }
        }
    }
    used
}

/// Every text under a key `code` in the responses of examples.
fn codes_of_examples<'d>(described: &Described<'d>) -> BTreeSet<&'d str> {
    let mut codes = BTreeSet::new();
    for resource in &described.api.resources {
        let of_operations = resource.operations.iter().flat_map(|it| &it.examples);
        for Example { response, .. } in resource.examples.iter().chain(of_operations) {
            collect(response.body.as_ref(), &mut codes);
        }
    }
    codes
}

fn collect<'d>(value: Option<&'d Value>, codes: &mut BTreeSet<&'d str>) {
    let mut open: Vec<&Value> = value.into_iter().collect();
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(members) => {
                codes.extend(members.get("code").and_then(Value::as_str));
                open.extend(members.values());
            }
            _ => {}
        }
    }
}
