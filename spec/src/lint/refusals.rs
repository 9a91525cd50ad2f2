//! Operations that cannot be refused as every request can be.

use std::collections::BTreeMap;

use super::described::{Described, DescribedOperation};
use super::finding::{Cause, Finding, Findings};
use crate::api::{Api, ErrorSetId, VerbId};
use crate::document::Text;
use crate::problem::codes::lint::MISSING_REFUSAL;

/// Statuses that have nothing to do with what is asked for: whoever asks may be unknown or without
/// rights, the helpdesk may be locked, a limit may be reached.
pub(super) const OF_EVERY_REQUEST: [u16; 4] = [401, 403, 423, 429];

/// Of these an API without authentication knows nothing.
const OF_AUTHENTICATION: [u16; 2] = [401, 403];

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    let api = described.api;
    let expected = expected(api);
    // Operations that lack just the same, by verb; and how many operations a verb has.
    let mut of_verb: BTreeMap<VerbId, usize> = BTreeMap::new();
    let mut lacking: BTreeMap<(VerbId, Vec<u16>), Vec<&DescribedOperation<'_>>> = BTreeMap::new();
    let mut missing_of: BTreeMap<ErrorSetId, Vec<u16>> = BTreeMap::new();
    for (_, it) in described.operations() {
        *of_verb.entry(it.operation.verb).or_default() += 1;
        let set = it.operation.errors;
        let missing = missing_of.entry(set).or_insert_with(|| missing(api, set, &expected));
        if !missing.is_empty() {
            lacking.entry((it.operation.verb, missing.clone())).or_default().push(it);
        }
    }
    for ((verb, missing), operations) in &lacking {
        let is_all = of_verb.get(verb) == Some(&operations.len());
        let cause = cause(described, *verb, missing).filter(|_| is_all);
        for it in operations {
            let finding = finding(it, missing);
            findings.push(match &cause {
                Some(cause) => finding.because(cause.clone()),
                None => finding,
            });
        }
    }
}

/// What every operation should know of: what the description itself knows, and what follows from
/// requests that say who is asking.
fn expected(api: &Api) -> Vec<u16> {
    let is_known = |status: &u16| {
        api.status(*status).is_some()
            || (!api.auth.is_empty() && OF_AUTHENTICATION.contains(status))
    };
    OF_EVERY_REQUEST.into_iter().filter(is_known).collect()
}

fn missing(api: &Api, set: ErrorSetId, expected: &[u16]) -> Vec<u16> {
    let outcomes = &api[set].outcomes;
    let is_missing = |status: &u16| outcomes.iter().all(|outcome| outcome.status != *status);
    expected.iter().copied().filter(is_missing).collect()
}

fn finding(it: &DescribedOperation<'_>, missing: &[u16]) -> Finding {
    let message = format!("`{}` cannot be refused with {}", it.name, list(missing));
    Finding::new(MISSING_REFUSAL, it.key.place, [&it.name], message)
        .label("every request can be refused so")
        .help("add the statuses to `errors`, or, better, to the error set of its verb")
}

/// Where the verb says how its operations are refused: that is to be mended when none of them says
/// more.
fn cause(described: &Described<'_>, verb: VerbId, missing: &[u16]) -> Option<Cause> {
    let (key, doc) = *described.verbs.get(described.api[verb].name.as_str())?;
    let errors: &Text = doc.errors.as_ref().unwrap_or(key);
    let place = innermost(described, errors);
    Some(Cause {
        key: format!("{} {}", place.value, list(missing)),
        place: place.place,
        message: format!("operations cannot be refused with {}", list(missing)),
        label: "this says how they are refused",
    })
}

/// The set of this name, or the one that it begins with: what `writing: [reading, 400]` lacks, it
/// lacks because `reading` does.
fn innermost<'d>(described: &Described<'d>, errors: &'d Text) -> &'d Text {
    let mut at = errors;
    let mut items = std::slice::from_ref(errors);
    // Sets do not hold themselves, so this ends.
    while let Some((name, inner)) =
        items.iter().find_map(|item| described.error_sets.get(item.value.as_str()))
    {
        (at, items) = (name, inner);
    }
    at
}

fn list(statuses: &[u16]) -> String {
    let numbers: Vec<String> = statuses.iter().map(u16::to_string).collect();
    match numbers.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} or {last}", before.join(", ")),
        _ => numbers.concat(),
    }
}
