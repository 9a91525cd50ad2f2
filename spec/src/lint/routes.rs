//! Operations whose paths can be the same: a fixed segment beside a parameter.

use std::collections::BTreeMap;

use super::described::{Described, DescribedOperation};
use super::finding::{Cause, Finding, Findings};
use super::templates::{fixed_segments, overlap};
use crate::api::Method;
use crate::problem::codes::lint::OVERLAPPING_ROUTES;

/// How many pairs of operations are compared. No real API has as many; a hostile description could
/// have far more.
const COMPARED: usize = 5_000_000;

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    let mut alike: BTreeMap<(&str, usize), Vec<&DescribedOperation<'_>>> = BTreeMap::new();
    for (_, it) in described.operations() {
        let route = (it.operation.method.as_str(), it.operation.path.segments.len());
        alike.entry(route).or_default().push(it);
    }
    let api = described.api;
    let mut left = COMPARED;
    for operations in alike.values() {
        for (at, one) in operations.iter().enumerate() {
            for other in operations.iter().skip(at + 1) {
                let Some(rest) = left.checked_sub(1) else { return };
                left = rest;
                if overlap(api, &one.operation.path, &other.operation.path) {
                    findings.push(finding(one, other));
                }
            }
        }
    }
}

fn finding(one: &DescribedOperation<'_>, other: &DescribedOperation<'_>) -> Finding {
    let fixed = |it: &DescribedOperation<'_>| fixed_segments(&it.operation.path);
    let (special, general) = if fixed(one) > fixed(other) { (one, other) } else { (other, one) };
    let (method, path) = (special.operation.method, &special.operation.path.template);
    let template = &general.operation.path.template;
    let finding = Finding::new(
        OVERLAPPING_ROUTES,
        special.path_place(),
        [&special.name, &general.name],
        format!("{method} {path} can be taken for {method} {template}"),
    )
    .label("matches both")
    .related(general.path_place(), format!("this is `{}`", general.name))
    .help(
        "make sure that no value of the parameter is the fixed text, or that the fixed path wins",
    );
    if fixed(special) == fixed(general) {
        // Neither is the special case of the other, so it is not clear which of them wins.
        return finding;
    }
    finding.because(cause(method, general))
}

fn cause(method: Method, general: &DescribedOperation<'_>) -> Cause {
    let template = &general.operation.path.template;
    Cause {
        key: general.name.clone(),
        place: general.path_place(),
        message: format!("fixed paths can be taken for {method} {template}"),
        label: "matches all of them",
    }
}
