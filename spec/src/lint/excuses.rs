//! Excuses: findings that a quirk explains are not reported, and excuses for nothing are.

use std::collections::BTreeMap;

use super::finding::{Finding, Findings};
use crate::api::{Api, Excuse};
use crate::problem::Code;
use crate::problem::codes::lint::UNUSED_EXCUSE;

/// Leaves out what is excused, and adds the excuses that excuse nothing.
pub(super) fn apply(api: &Api, mut findings: Findings) -> Findings {
    let excuses: Vec<&Excuse> = api.quirks.iter().flat_map(|quirk| &quirk.excuses).collect();
    // By each of their names, a star left out; a description can have very many of both.
    let mut by_name: BTreeMap<(Code, &str), Vec<usize>> = BTreeMap::new();
    for (at, excuse) in excuses.iter().enumerate() {
        for name in &excuse.about {
            by_name.entry((excuse.code, name.trim_end_matches('*'))).or_default().push(at);
        }
    }
    // As long as `excuses`, whose places are what `by_name` holds.
    let mut used = vec![false; excuses.len()];
    findings.retain(|finding| {
        let mut is_excused = false;
        let candidates = finding.about.first().into_iter().flat_map(|name| beginnings(name));
        for start in candidates {
            for &at in by_name.get(&(finding.problem.code, start)).into_iter().flatten() {
                if excuses[at].names(&finding.about) {
                    used[at] = true;
                    is_excused = true;
                }
            }
        }
        !is_excused
    });
    for (excuse, _) in excuses.iter().zip(&used).filter(|(_, used)| !**used) {
        findings.push(unused(excuse));
    }
    findings
}

/// A name, and what precedes each part of it: `tickets.lock`, `tickets.`.
fn beginnings(name: &str) -> impl Iterator<Item = &str> {
    let starts = name.match_indices('.').filter_map(|(dot, _)| name.get(..=dot));
    starts.chain([name])
}

fn unused(excuse: &Excuse) -> Finding {
    let message = format!("`{excuse}` excuses nothing");
    Finding::new(UNUSED_EXCUSE, excuse.place, [excuse.to_string()], message)
        .label("there is no such finding")
        .help("remove it; what it was for has been mended, or is called otherwise now")
}
