//! Refusals of operations. What many operations meet through a shared set changes once.

use std::collections::{BTreeMap, BTreeSet};

use deskpro_spec::Place;
use deskpro_spec::api::{Api, ErrorSetId, ResourceId};
use deskpro_spec::document::Document;

use super::words::operation_name;
use super::{Comparison, Found};
use crate::diff::change::WireClass::Tolerated;
use crate::diff::part::Part;
use crate::diff::rule::errors as rule;

/// An operation: its resource, and its place there.
type At = (ResourceId, usize);

/// A refusal as descriptions write it: a code, or the number of a status.
type Refusal = String;

/// Operations that may refuse for a reason in one model only.
#[derive(Default)]
struct Shared {
    operations: Vec<(At, At)>,
    old_sets: BTreeSet<ErrorSetId>,
    new_sets: BTreeSet<ErrorSetId>,
}

impl Comparison<'_> {
    pub(super) fn refusals(&mut self) {
        let (old, new) = (self.pairs.old, self.pairs.new);
        let renamed = self.renamed_codes();
        let (mut gained, mut lost) = (BTreeMap::new(), BTreeMap::new());
        for &(was, is, _) in &self.pairs.operations.both {
            let sets = (errors(old, was), errors(new, is));
            let then: BTreeSet<_> =
                refusals(old, sets.0).map(|it| renamed.get(&it).cloned().unwrap_or(it)).collect();
            let now: BTreeSet<_> = refusals(new, sets.1).collect();
            let add = |all: &mut BTreeMap<Refusal, Shared>, refusal: &Refusal| {
                let shared = all.entry(refusal.clone()).or_default();
                shared.operations.push((was, is));
                shared.old_sets.insert(sets.0);
                shared.new_sets.insert(sets.1);
            };
            let is_cause = |refusal: &&Refusal| !follows(refusal, (new, sets.1), (old, sets.0));
            now.difference(&then).filter(is_cause).for_each(|it| add(&mut gained, it));
            let is_cause = |refusal: &&Refusal| !follows(refusal, (old, sets.0), (new, sets.1));
            then.difference(&now).filter(is_cause).for_each(|it| add(&mut lost, it));
        }
        for (refusal, shared) in gained {
            self.refusal(&refusal, &shared, true);
        }
        for (refusal, shared) in lost {
            self.refusal(&refusal, &shared, false);
        }
    }

    /// Codes that seem to be spelled otherwise now, which was told: their old spelling to the new one.
    fn renamed_codes(&self) -> BTreeMap<String, String> {
        let told = self.changes.iter().filter(|it| it.rule == &rule::ERROR_CODE_RENAMED);
        let codes = told.flat_map(|it| it.parts.old.iter().zip(&it.parts.new));
        codes
            .filter_map(|parts| match parts {
                (Part::Refusal(was), Part::Refusal(is)) => Some((was.clone(), is.clone())),
                _ => None,
            })
            .collect()
    }

    fn refusal(&mut self, refusal: &str, shared: &Shared, is_new: bool) {
        let document = if is_new { &self.new.document } else { &self.old.document };
        let other = if is_new { &self.old.document } else { &self.new.document };
        let declared = declared(document, other, refusal);
        let (subject, place) = match (&declared, shared.operations.as_slice()) {
            (Some((set, place)), _) => (format!("error_sets.{set}"), Some(*place)),
            (None, [(was, _)]) => (operation_name(self.pairs.old, *was), None),
            (None, _) => (format!("refusals.{refusal}"), None),
        };
        let (rule, what) = match is_new {
            true => (&rule::REFUSAL_ADDED, "may refuse for one more reason"),
            false => (&rule::REFUSAL_REMOVED, "no longer refuses for a reason"),
        };
        let message = format!("`{subject}` {what}: `{refusal}`");
        let mut found = Found::new(rule, Tolerated, subject, message);
        let part = || Part::Refusal(refusal.to_owned());
        for &(was, is) in &shared.operations {
            let places = (of_operation(self.pairs.old, was), of_operation(self.pairs.new, is));
            found = found.was(Part::Refused(was.0, was.1), places.0);
            found = found.is(Part::Refused(is.0, is.1), places.1);
        }
        found = found.was(part(), place.filter(|_| !is_new)).is(part(), place.filter(|_| is_new));
        found.parts.old.extend(shared.old_sets.iter().map(|&id| Part::ErrorSet(id)));
        found.parts.new.extend(shared.new_sets.iter().map(|&id| Part::ErrorSet(id)));
        self.push(found);
    }
}

fn errors(api: &Api, (id, at): At) -> ErrorSetId {
    api[id].operations[at].errors
}

fn of_operation(api: &Api, (id, at): At) -> Place {
    api[id].operations[at].place
}

/// The refusals of a set.
fn refusals(api: &Api, set: ErrorSetId) -> impl Iterator<Item = Refusal> + '_ {
    api[set].outcomes.iter().map(|outcome| match outcome.code {
        Some(code) => api[code].code.clone(),
        None => outcome.status.to_string(),
    })
}

/// Whether a refusal here is any code of a status that is only here because one of its codes is.
fn follows(refusal: &str, here: (&Api, ErrorSetId), there: (&Api, ErrorSetId)) -> bool {
    let Ok(status) = refusal.parse::<u16>() else { return false };
    let is_listed =
        here.0[here.1].outcomes.iter().any(|it| it.status == status && it.code.is_some());
    is_listed && there.0[there.1].outcomes.iter().all(|it| it.status != status)
}

/// The declared set that lists a refusal here and not there, with the place of the entry.
fn declared(here: &Document, there: &Document, refusal: &str) -> Option<(String, Place)> {
    here.error_sets.iter().find_map(|(name, items)| {
        let item = items.iter().find(|item| item.value == refusal)?;
        let other = there.error_sets.iter().find(|(other, _)| other.value == name.value);
        let is_listed =
            |items: &[deskpro_spec::document::Text]| items.iter().any(|it| it.value == refusal);
        let stays = other.is_some_and(|(_, items)| is_listed(items));
        (!stays).then(|| (name.value.clone(), item.place))
    })
}
