//! Numbers that are the id of a resource of the description.

use std::collections::BTreeMap;

use super::described::{Described, DescribedResource};
use super::finding::{Finding, Findings};
use crate::document::{FieldDoc, QueryDoc, Text};
use crate::problem::codes::lint::NUMBER_FOR_REFERENCE;

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    let with_id = || described.resources.iter().filter(|it| it.resource.id.is_some());
    let one: BTreeMap<&str, _> = with_id().map(|it| (it.resource.singular.as_str(), it)).collect();
    let many: BTreeMap<&str, _> = with_id().map(|it| (it.resource.name.as_str(), it)).collect();
    let referred = |name: &str| {
        let word = name.strip_suffix("_ids").or(name.strip_suffix("_id")).unwrap_or(name);
        one.get(word).or_else(|| many.get(name)).copied()
    };
    for list in described.field_lists() {
        for (key, field) in list.fields {
            if let (Some(to), Some(ty)) = (referred(&key.value), number(field)) {
                findings.push(finding(format!("{}.{}", list.owner, key.value), key, ty, to));
            }
        }
    }
    for (_, it) in described.operations() {
        for (key, query) in &it.doc.query {
            let QueryDoc::Own(parameter) = query else { continue };
            let ty = parameter.ty.as_ref().filter(|ty| is_number(&ty.value));
            if let (Some(to), Some(ty)) = (referred(&key.value), ty) {
                findings.push(finding(format!("{}.{}", it.name, key.value), key, ty, to));
            }
        }
    }
}

fn is_number(ty: &str) -> bool {
    matches!(ty.trim_end_matches('?'), "integer" | "list(integer)")
}

/// The type of a field that is read or written as a number.
fn number(field: &FieldDoc) -> Option<&Text> {
    let types = [field.ty.as_ref(), field.write.as_ref()];
    types.into_iter().flatten().find(|ty| is_number(&ty.value))
}

fn finding(about: String, key: &Text, ty: &Text, to: &DescribedResource<'_>) -> Finding {
    let resource = &to.resource.name;
    let what = if ty.value.starts_with("list") { "holds numbers" } else { "is a number" };
    let message = format!("`{}` {what}, and `{resource}` are described", key.value);
    Finding::new(NUMBER_FOR_REFERENCE, ty.place, [about], message)
        .label("any number fits")
        .related(to.place(), "this resource has ids of a type of its own")
        .help(format!(
            "if it is the id of one of `{resource}`: `id({resource})`, or `ref({resource})`"
        ))
}
