//! Collects problems while a description is checked.

use crate::problem::codes::meaning::TOO_LARGE;
use crate::problem::{Place, Problem, Problems, closest};

/// From this many problems on, nobody reads suggestions, and looking for them takes long.
const ENOUGH: usize = 100;

/// How many parameters, fields and errors all operations together may have.
const LARGEST: usize = 250_000;

/// How many names a help line lists.
const LISTED: usize = 20;

/// The problems found so far.
#[derive(Default)]
pub(super) struct Report {
    found: Problems,
    incomplete: bool,
    unfolded: usize,
}

impl Report {
    /// Reports a problem.
    pub(super) fn push(&mut self, problem: Problem) {
        self.found.push(problem);
    }

    /// Notes that something required is absent. Parsing has said so, therefore this is silent.
    pub(super) fn missing(&mut self) {
        self.incomplete = true;
    }

    /// A required value; notes its absence.
    pub(super) fn required<T>(&mut self, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.missing();
        }
        value
    }

    /// Whether it is still worth looking for what was meant.
    pub(super) fn suggests(&self) -> bool {
        self.found.len() < ENOUGH
    }

    /// The candidate that is close to a word that is not known, if one is.
    pub(super) fn closest<'c>(
        &self,
        word: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Option<&'c str> {
        if self.suggests() { closest(word, candidates) } else { None }
    }

    /// Whether so many more parameters, fields or errors may be copied to an operation. Few lines
    /// can stand for very many, as each operation has all that its verb and its resource have.
    pub(super) fn unfold(&mut self, count: usize, place: Place) -> bool {
        let was_within = self.unfolded <= LARGEST;
        self.unfolded = self.unfolded.saturating_add(count);
        let is_within = self.unfolded <= LARGEST;
        if was_within && !is_within {
            self.push(
                Problem::new(TOO_LARGE, place, "the description stands for too much")
                    .label("here the limit is reached")
                    .help(format!(
                        "operations have more than {LARGEST} parameters, fields and errors in all"
                    )),
            );
        }
        is_within
    }

    /// Whether something required was absent.
    pub(super) fn is_incomplete(&self) -> bool {
        self.incomplete
    }

    /// Everything that was found.
    pub(super) fn into_problems(self) -> Problems {
        self.found
    }
}

/// Names for a help line: all when they are few, else the first of them.
pub(super) fn listed<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let mut names = names.into_iter();
    let mut list: Vec<_> = names.by_ref().take(LISTED).collect();
    if names.next().is_some() {
        list.push("..");
    }
    list.join(", ")
}
