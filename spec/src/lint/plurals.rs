//! Paths in the singular beside paths in the plural.

use std::collections::BTreeMap;

use super::described::{Described, DescribedOperation};
use super::finding::{Cause, Finding, Findings};
use super::words::plurals;
use crate::problem::Place;
use crate::problem::codes::lint::SINGULAR_BESIDE_PLURAL;

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    let mut beside: BTreeMap<String, BTreeMap<&str, (Place, &str)>> = BTreeMap::new();
    for (_, it) in described.operations() {
        for (before, segment) in fixed_segments(it) {
            let segments = beside.entry(before).or_default();
            segments.entry(segment).or_insert((it.path_place(), &it.name));
        }
    }
    for (_, it) in described.operations() {
        for (before, segment) in fixed_segments(it) {
            let Some(segments) = beside.get(&before) else { continue };
            let mut plurals = plurals(segment).into_iter();
            let plural = plurals.find_map(|it| segments.get_key_value(it.as_str()));
            if let Some((plural, (place, name))) = plural {
                findings.push(finding(it, &before, (segment, plural), (*place, name)));
            }
        }
    }
}

/// The fixed segments of a path that name things, each with what precedes it, where parameters are
/// nameless.
fn fixed_segments<'d>(it: &'d DescribedOperation<'_>) -> Vec<(String, &'d str)> {
    let mut before = String::new();
    let mut found = Vec::new();
    let mut segments = it.segments().peekable();
    while let Some(segment) = segments.next() {
        // Only what ends the path or precedes a parameter names things: `new` of
        // `/new/ticket_filters` is no singular of `news`.
        let names_things = segments.peek().is_none_or(|next| next.contains('{'));
        if names_things && !segment.contains('{') {
            found.push((before.clone(), segment));
        }
        before.push('/');
        before.push_str(if segment.contains('{') { "{}" } else { segment });
    }
    found
}

fn finding(
    it: &DescribedOperation<'_>,
    before: &str,
    (singular, plural): (&str, &str),
    (place, name): (Place, &str),
) -> Finding {
    let message = format!("`{}` is under {before}/{singular}, beside {before}/{plural}", it.name);
    Finding::new(SINGULAR_BESIDE_PLURAL, it.path_place(), [&it.name], message)
        .label("in the singular")
        .related(place, format!("in the plural: `{name}`"))
        .help("one of them is likely to be a slip")
        .because(Cause {
            key: format!("{before}/{singular}"),
            place: it.path_place(),
            message: format!("operations are under {before}/{singular}, beside {before}/{plural}"),
            label: "in the singular",
        })
}
