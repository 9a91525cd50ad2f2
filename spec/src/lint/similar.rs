//! Names that differ in nothing but their spelling.

use std::collections::BTreeMap;

use super::described::Described;
use super::finding::{Finding, Findings};
use super::words::folded;
use crate::document::{Text, TypeKindDoc};
use crate::problem::codes::lint::SIMILAR_NAMES;

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    let document = described.document;
    for list in described.field_lists() {
        compare(&list.owner, list.fields.iter().map(|(key, _)| key), findings);
    }
    for ty in described.types() {
        if let Some(TypeKindDoc::Values(values)) = &ty.doc.kind {
            compare(&ty.name, values.iter().map(|(key, _)| key), findings);
        }
    }
    for it in &described.resources {
        let name = &it.resource.name;
        compare(name, it.doc.operations.iter().map(|(key, _)| key), findings);
        compare(name, it.doc.types.iter().map(|(key, _)| key), findings);
        for operation in &it.operations {
            compare(&operation.name, operation.doc.query.iter().map(|(key, _)| key), findings);
        }
    }
    compare("resources", document.resources.iter().filter_map(|it| it.name.as_ref()), findings);
    compare("types", document.types.iter().map(|(key, _)| key), findings);
    compare("parameters", document.parameters.iter().map(|(key, _)| key), findings);
    compare("error_codes", document.error_codes.iter().map(|(key, _)| key), findings);
    compare("error_sets", document.error_sets.iter().map(|(key, _)| key), findings);
    compare("validation_codes", document.validation_codes.iter().map(|(key, _)| key), findings);
}

/// Reports every name that is spelled like one before it.
fn compare<'d>(owner: &str, names: impl Iterator<Item = &'d Text>, findings: &mut Findings) {
    let mut names: Vec<&Text> = names.collect();
    names.sort_by(|a, b| (a.place, &a.value).cmp(&(b.place, &b.value)));
    let mut first: BTreeMap<String, &Text> = BTreeMap::new();
    for name in names {
        let spelling = folded(&name.value);
        if spelling.is_empty() {
            continue;
        }
        let other = *first.entry(spelling).or_insert(name);
        if other.value != name.value {
            let about = [format!("{owner}.{}", name.value), format!("{owner}.{}", other.value)];
            let message =
                format!("`{}` and `{}` differ in their spelling only", other.value, name.value);
            findings.push(
                Finding::new(SIMILAR_NAMES, name.place, about, message)
                    .label("the same name in another spelling")
                    .related(other.place, "the other one")
                    .help("if both are the same, remove one of them"),
            );
        }
    }
}
