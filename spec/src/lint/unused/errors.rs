//! Error sets, error codes and statuses that nothing uses.

use std::collections::{BTreeMap, BTreeSet};

use super::{at, unused};
use crate::api::Api;
use crate::document::{Document, Text};
use crate::lint::finding::Findings;
use crate::lint::refusals::OF_EVERY_REQUEST;

pub(super) fn rule(document: &Document, api: &Api, findings: &mut Findings) {
    let uses = Uses::of(document);
    for (name, _) in &document.error_sets {
        if !uses.sets.contains(name.value.as_str()) {
            findings.push(unused("error_sets", name, "error set"));
        }
    }
    let items = document.error_sets.iter().flat_map(|(_, items)| items);
    let listed: BTreeSet<&str> = items.map(|item| item.value.as_str()).collect();
    for (code, _) in &document.error_codes {
        // What only unused sets list goes, or stays, with them.
        let code_text = code.value.as_str();
        if !uses.errors.contains(code_text) && !listed.contains(code_text) {
            findings.push(unused("error_codes", code, "error code"));
        }
    }
    let statuses = statuses(document, api, &uses);
    for (number, doc) in &document.statuses {
        let status = number.value.to_string();
        // Of a status that any request can meet, its absence is the finding.
        let is_missed = OF_EVERY_REQUEST.iter().any(|it| i64::from(*it) == number.value);
        if !is_missed && !statuses.contains(&number.value) {
            let name = doc.name.as_ref().map_or("", |name| name.value.as_str());
            let about = format!("statuses.{status}");
            findings.push(at(number.place, about, "status", &format!("{status} {name}")));
        }
    }
}

/// What verbs and operations can be refused with.
struct Uses<'d> {
    sets: BTreeSet<&'d str>,
    /// Codes and statuses, as written.
    errors: BTreeSet<&'d str>,
}

impl<'d> Uses<'d> {
    fn of(document: &'d Document) -> Self {
        let declared = document.error_sets.iter();
        let declared: BTreeMap<&str, &Vec<Text>> =
            declared.map(|(name, items)| (name.value.as_str(), items)).collect();
        let verbs = document.verbs.iter().filter_map(|(_, doc)| doc.errors.as_ref());
        let operations = document.resources.iter().flat_map(|doc| &doc.operations);
        let own = operations.flat_map(|(_, doc)| &doc.errors);
        let batch = document.batch.iter().filter_map(|doc| doc.errors.as_ref());
        let mut open: Vec<&str> =
            verbs.chain(own).chain(batch).map(|text| text.value.as_str()).collect();
        let mut uses = Self { sets: BTreeSet::new(), errors: BTreeSet::new() };
        while let Some(word) = open.pop() {
            match declared.get(word) {
                Some(items) if uses.sets.insert(word) => {
                    open.extend(items.iter().map(|item| item.value.as_str()));
                }
                Some(_) => {}
                None => {
                    uses.errors.insert(word);
                }
            }
        }
        uses
    }
}

/// Statuses of successes, of refusals, of error codes and of examples.
fn statuses(document: &Document, api: &Api, uses: &Uses<'_>) -> BTreeSet<i64> {
    let operations = || document.resources.iter().flat_map(|doc| &doc.operations);
    let verbs = document.verbs.iter().flat_map(|(_, doc)| &doc.success);
    let own = operations().flat_map(|(_, doc)| &doc.success);
    let mut used: BTreeSet<i64> = verbs.chain(own).map(|(status, _)| status.value).collect();
    used.extend(document.batch.iter().filter_map(|doc| doc.success.as_ref()).map(|it| it.value));
    used.extend(api.error_codes.iter().map(|code| i64::from(code.status)));
    used.extend(uses.errors.iter().filter_map(|error| error.parse::<i64>().ok()));
    let listed = document.error_sets.iter().flat_map(|(_, items)| items);
    used.extend(listed.filter_map(|item| item.value.parse::<i64>().ok()));
    let of_resources = document.resources.iter().flat_map(|doc| &doc.examples);
    let examples = of_resources.chain(operations().flat_map(|(_, doc)| &doc.examples));
    used.extend(examples.filter_map(|example| example.status.as_ref()).map(|it| it.value));
    used
}
