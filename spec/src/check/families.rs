//! Families, and which resources belong to them.

use super::names::Names;
use super::report::{Report, listed};
use super::rust_names::{Case, RustNames, What};
use super::words::{prose, snake_case};
use crate::api::{Family, FamilyId};
use crate::document::ResourceDoc;
use crate::problem::Problem;
use crate::problem::codes::meaning::{NO_FAMILY, UNKNOWN_FAMILY};

/// Features that clients have beside families.
const RESERVED: &[(&str, &str)] = &[
    ("default", "the features that are on unless told otherwise"),
    ("full", "the feature of all families"),
    ("hyper", "a transport"),
    ("macros", "the feature of the attributes"),
    ("tracing", "the feature of events"),
    ("unverified", "the feature of operations that were never seen at work"),
];

/// The families of a description, in the order of their ids.
pub(super) fn families(names: &Names<'_>, report: &mut Report) -> Vec<Family> {
    let mut rust_names = RustNames::with_reserved(Case::Snake, RESERVED);
    let mut families = Vec::new();
    for (name, doc) in &names.families {
        snake_case(report, "family", name);
        rust_names.add(report, name, None, What("family", &name.value));
        families.push(Family {
            name: name.value.clone(),
            docs: prose(report, doc.docs.as_ref()),
            is_default: doc.default.as_ref().is_some_and(|default| default.value),
            place: name.place,
        });
    }
    families
}

/// The family of a resource. Every resource has one where there are any.
pub(super) fn family(
    names: &Names<'_>,
    report: &mut Report,
    doc: &ResourceDoc,
) -> Option<FamilyId> {
    let known = || names.families.iter().map(|(name, _)| name.value.as_str());
    let Some(family) = &doc.family else {
        if let (false, Some(name)) = (names.families.is_empty(), &doc.name) {
            let message = format!("the resource `{}` belongs to no family", name.value);
            report.push(
                Problem::new(NO_FAMILY, name.place, message)
                    .label("no `family`")
                    .help(format!("one of {}", listed(known()))),
            );
        }
        return None;
    };
    let found = names.family(&family.value);
    if found.is_none() {
        let near = report.closest(&family.value, known());
        let message = format!("unknown family `{}`", family.value);
        report.push(
            Problem::new(UNKNOWN_FAMILY, family.place, message)
                .label("not declared under `families`")
                .suggest(near),
        );
    }
    found
}
