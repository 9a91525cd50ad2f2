//! Types that hold themselves without a list or map between, which would be infinitely large.

use super::super::problem::{Findings, ImportProblemKind};
use super::Ty;
use super::types::{Kind, Types};

/// What a walk knows of a type.
#[derive(Clone, Copy, PartialEq)]
enum Visit {
    Never,
    Now,
    Done,
}

/// Makes the members free JSON that would close a circle.
pub(in super::super) fn cut(types: &mut Types<'_>, findings: &mut Findings) {
    let count = types.iter().count();
    let edges: Vec<Vec<(usize, usize)>> = (0..count).map(|at| members(types, at)).collect();
    let mut visits = vec![Visit::Never; count];
    let mut closing = Vec::new();
    for start in 0..count {
        walk(&edges, start, &mut visits, &mut closing);
    }
    for (at, member) in closing {
        let property = types.object_mut(at).and_then(|properties| properties.get_mut(member));
        if let Some(property) = property {
            property.typed.ty = Ty::JSON;
            let what = format!("`{}` closes a circle of objects without end", property.key);
            findings.note(ImportProblemKind::Endless, property.node, what, "it is free JSON");
        }
    }
}

/// The members of an object that hold other objects directly: member and object.
fn members(types: &Types<'_>, at: usize) -> Vec<(usize, usize)> {
    let Some(Kind::Object(properties)) = types.get(at).map(|def| &def.kind) else {
        return Vec::new();
    };
    let mut edges = Vec::new();
    for (member, property) in properties.iter().enumerate() {
        let Ty::Named(target) = property.typed.ty else { continue };
        match types.get(target).map(|def| &def.kind) {
            Some(Kind::OneOf(choices)) => edges.extend(choices.iter().filter_map(|choice| {
                if let Ty::Named(target) = choice.ty { Some((member, target)) } else { None }
            })),
            _ => edges.push((member, target)),
        }
    }
    edges
}

/// Walks without recursion: documents may be thousands of steps deep.
fn walk(
    edges: &[Vec<(usize, usize)>],
    start: usize,
    visits: &mut [Visit],
    closing: &mut Vec<(usize, usize)>,
) {
    let visit = |visits: &[Visit], at: usize| visits.get(at).copied().unwrap_or(Visit::Done);
    let set = |visits: &mut [Visit], at: usize, visit| {
        if let Some(place) = visits.get_mut(at) {
            *place = visit;
        }
    };
    if visit(visits, start) != Visit::Never {
        return;
    }
    set(visits, start, Visit::Now);
    let mut way = vec![(start, 0)];
    while let Some((at, seen)) = way.last_mut() {
        let at = *at;
        let Some((member, target)) = edges.get(at).and_then(|edges| edges.get(*seen)).copied()
        else {
            set(visits, at, Visit::Done);
            way.pop();
            continue;
        };
        *seen += 1;
        match visit(visits, target) {
            Visit::Never => {
                set(visits, target, Visit::Now);
                way.push((target, 0));
            }
            Visit::Now => closing.push((at, member)),
            Visit::Done => {}
        }
    }
}
