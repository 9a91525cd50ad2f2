//! Sets of refusals: declared ones, and those that operations have. Equal sets become one.

use std::collections::{BTreeMap, BTreeSet};

use super::cycles;
use super::error_codes::refusal;
use super::names::Names;
use super::report::{Report, listed};
use crate::api::{ErrorSet, ErrorSetId, ErrorSetName, Outcome};
use crate::document::{Located, Text};
use crate::problem::codes::meaning::{
    CODE_AND_SET, EMPTY_SET, ERROR_SET_CYCLE, REPEATED_ERROR, UNKNOWN_ERROR,
};
use crate::problem::{Place, Problem};

/// Refusals without order.
pub(super) type Outcomes = BTreeSet<Outcome>;

/// The sets that the description declares, and those that were needed so far.
pub(super) struct ErrorSets {
    /// The outcomes of each declared set, in the order of the names.
    declared: Vec<Outcomes>,
    /// What each distinct set is called, declared names first.
    names: BTreeMap<Outcomes, ErrorSetName>,
    /// The sets that verbs and operations use.
    used: BTreeMap<Outcomes, usize>,
}

impl ErrorSets {
    /// Checks the declared sets and works out what they hold.
    pub(super) fn declared(names: &Names<'_>, report: &mut Report) -> Self {
        for (name, items) in &names.error_sets {
            checked_set(names, report, name, items);
        }
        let order = sets_by_need(names, report);
        let mut declared = vec![Outcomes::new(); names.error_sets.len()];
        for at in order {
            let (name, items) = names.error_sets[at];
            let outcomes = unfolded(names, report, &declared, items, name.place);
            declared[at] = outcomes;
        }
        let mut called = BTreeMap::new();
        for ((name, _), outcomes) in names.error_sets.iter().zip(&declared) {
            let name = ErrorSetName::Declared(name.value.clone());
            called.entry(outcomes.clone()).or_insert(name);
        }
        Self { declared, names: called, used: BTreeMap::new() }
    }

    /// The outcomes that a list of codes, statuses and sets stands for. Reports unknown ones.
    pub(super) fn outcomes(
        &self,
        names: &Names<'_>,
        report: &mut Report,
        items: &[Text],
        place: Place,
    ) -> Outcomes {
        checked_items(names, report, items);
        unfolded(names, report, &self.declared, items, place)
    }

    /// The set that holds just these outcomes. `name` is what it is called if nothing else is
    /// called so.
    pub(super) fn intern(
        &mut self,
        outcomes: Outcomes,
        name: impl FnOnce() -> ErrorSetName,
    ) -> ErrorSetId {
        let next = self.used.len();
        self.names.entry(outcomes.clone()).or_insert_with(name);
        ErrorSetId(*self.used.entry(outcomes).or_insert(next))
    }

    /// The sets that were interned, in the order of their ids.
    pub(super) fn into_list(self) -> Vec<ErrorSet> {
        let mut list: Vec<_> = self.used.into_iter().collect();
        list.sort_by_key(|(_, id)| *id);
        list.into_iter()
            .filter_map(|(outcomes, _)| {
                let name = self.names.get(&outcomes)?.clone();
                Some(ErrorSet { name, outcomes: in_order(outcomes) })
            })
            .collect()
    }
}

/// By status; within a status the codes, then "any other code".
fn in_order(outcomes: Outcomes) -> Vec<Outcome> {
    let mut list: Vec<_> = outcomes.into_iter().collect();
    list.sort_by_key(|outcome| (outcome.status, outcome.code.is_none(), outcome.code));
    list
}

fn checked_set(names: &Names<'_>, report: &mut Report, name: &Text, items: &[Text]) {
    super::words::snake_case(report, "error set", name);
    if let Some(code) = names.error_code(&name.value) {
        let (code, _) = names.error_codes[code.0];
        let message = format!("`{}` is an error code and an error set", name.value);
        report.push(
            Problem::new(CODE_AND_SET, name.place, message)
                .label("also the name of a code")
                .related(code.place, "the code")
                .help("give the set another name"),
        );
    }
    if items.is_empty() {
        let message = format!("the error set `{}` is empty", name.value);
        report.push(Problem::new(EMPTY_SET, name.place, message).label("holds nothing"));
    }
    checked_items(names, report, items);
}

fn checked_items(names: &Names<'_>, report: &mut Report, items: &[Text]) {
    let mut seen = BTreeMap::new();
    for item in items {
        if let Some(first) = seen.insert(item.value.as_str(), item.place) {
            let message = format!("`{}` stands here twice", item.value);
            report.push(
                Problem::new(REPEATED_ERROR, item.place, message)
                    .label("again")
                    .related(first, "first here"),
            );
        }
        if let Ok(number) = item.value.parse::<i64>() {
            refusal(names, report, &Located { value: number, place: item.place });
        } else if names.error_code(&item.value).is_none() && names.error_set(&item.value).is_none()
        {
            unknown(names, report, item);
        }
    }
}

fn unknown(names: &Names<'_>, report: &mut Report, item: &Text) {
    let codes = names.error_codes.iter().map(|(code, _)| code.value.as_str());
    let sets = names.error_sets.iter().map(|(name, _)| name.value.as_str());
    let near = report.closest(&item.value, codes.chain(sets));
    report.push(
        Problem::new(UNKNOWN_ERROR, item.place, format!("unknown error `{}`", item.value))
            .label("neither an error code nor an error set")
            .help("expected a code of `error_codes`, a status number, or a name of `error_sets`")
            .suggest(near),
    );
}

/// The declared sets, each after those that it holds. Reports circles.
fn sets_by_need(names: &Names<'_>, report: &mut Report) -> Vec<usize> {
    let holds =
        |items: &[Text]| items.iter().filter_map(|item| names.error_set(&item.value)).collect();
    let targets: Vec<Vec<usize>> = names.error_sets.iter().map(|(_, items)| holds(items)).collect();
    let order = cycles::order(&targets);
    for circle in &order.circles {
        let Some(first) = circle.first().map(|at| names.error_sets[*at].0) else {
            continue;
        };
        let sets = circle.iter().map(|at| names.error_sets[*at].0.value.as_str());
        let message = format!("the error set `{}` holds itself", first.value);
        report.push(
            Problem::new(ERROR_SET_CYCLE, first.place, message)
                .label("holds itself")
                .help(format!("by way of: {}", listed(sets))),
        );
    }
    order.nodes
}

/// What items stand for, unless that is too much.
fn unfolded(
    names: &Names<'_>,
    report: &mut Report,
    declared: &[Outcomes],
    items: &[Text],
    place: Place,
) -> Outcomes {
    let mut outcomes = Outcomes::new();
    for item in items {
        let more = outcomes_of(names, declared, &item.value);
        if !report.unfold(more.len(), place) {
            break;
        }
        outcomes.extend(more);
    }
    outcomes
}

/// What an item stands for. A status that appears brings "any other code of this status".
fn outcomes_of(names: &Names<'_>, declared: &[Outcomes], item: &str) -> Vec<Outcome> {
    if let Ok(status) = item.parse() {
        return vec![Outcome { status, code: None }];
    }
    if let Some(code) = names.error_code(item) {
        let status = names.error_codes[code.0].1.status.as_ref();
        let Some(status) = status.and_then(|status| u16::try_from(status.value).ok()) else {
            return Vec::new();
        };
        return vec![Outcome { status, code: Some(code) }, Outcome { status, code: None }];
    }
    let set = names.error_set(item).and_then(|at| declared.get(at));
    set.map(|set| set.iter().copied().collect()).unwrap_or_default()
}

/// The statuses of codes, statuses and sets, and of the sets within them, each once.
pub(super) fn statuses_of<'d>(
    names: &Names<'d>,
    items: impl Iterator<Item = &'d Text>,
) -> BTreeSet<i64> {
    let mut statuses = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut left: Vec<&Text> = items.collect();
    while let Some(item) = left.pop() {
        if let Ok(status) = item.value.parse() {
            statuses.insert(status);
        } else if let Some(code) = names.error_code(&item.value) {
            let (_, doc) = names.error_codes[code.0];
            statuses.extend(doc.status.as_ref().map(|status| status.value));
        } else if let Some(at) = names.error_set(&item.value).filter(|at| seen.insert(*at)) {
            left.extend(names.error_sets[at].1);
        }
    }
    statuses
}
