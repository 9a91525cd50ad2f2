//! Types that no request and no response holds.

use std::collections::{BTreeMap, BTreeSet};

use super::at;
use crate::api::{Type, TypeDef, TypeId, TypeKind};
use crate::lint::described::Described;
use crate::lint::finding::{Finding, Findings, listed};

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    let api = described.api;
    let is_unused = |id: &TypeId| !api[*id].is_read && !api[*id].is_written;
    let mut left: BTreeSet<TypeId> = api.type_ids().filter(is_unused).collect();
    let held: BTreeMap<TypeId, BTreeSet<TypeId>> =
        left.iter().map(|&id| (id, named(&api[id]))).collect();
    let by_another: BTreeSet<TypeId> = held
        .iter()
        .flat_map(|(id, held)| held.iter().filter(move |it| *it != id))
        .copied()
        .collect();
    // What only unused types hold goes, or stays, with them. Types that hold each other in a circle
    // have no first one, so the first by name is taken.
    let (roots, rest): (Vec<_>, Vec<_>) =
        left.iter().copied().partition(|id| !by_another.contains(id));
    for root in roots.into_iter().chain(rest) {
        if !left.contains(&root) {
            continue;
        }
        let with = reached(root, &held);
        left.retain(|id| !with.contains(id));
        let names = with.iter().filter(|id| **id != root).map(|id| api[*id].name.as_str());
        findings.push(finding(described, &api[root], names.collect()));
    }
}

fn finding(described: &Described<'_>, ty: &TypeDef, with: Vec<&str>) -> Finding {
    let owner = ty.owner.map_or("types", |id| described.api[id].name.as_str());
    let finding = at(ty.place, format!("{owner}.{}", ty.name), "type", &ty.name);
    if with.is_empty() {
        return finding;
    }
    finding.help(format!("only it holds {}", listed(with)))
}

fn reached(root: TypeId, held: &BTreeMap<TypeId, BTreeSet<TypeId>>) -> BTreeSet<TypeId> {
    let mut reached = BTreeSet::new();
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        if held.contains_key(&id) && reached.insert(id) {
            open.extend(held.get(&id).into_iter().flatten());
        }
    }
    reached
}

/// The types that a type names.
fn named(ty: &TypeDef) -> BTreeSet<TypeId> {
    match &ty.kind {
        TypeKind::Enum(_) => BTreeSet::new(),
        TypeKind::Object(fields) => fields
            .iter()
            .flat_map(|field| [&field.ty, field.write_type()])
            .filter_map(inner)
            .collect(),
        TypeKind::OneOf(choices) => choices.iter().filter_map(|choice| inner(&choice.ty)).collect(),
    }
}

fn inner(ty: &Type) -> Option<TypeId> {
    match ty.innermost() {
        Type::Named(id) => Some(*id),
        _ => None,
    }
}
