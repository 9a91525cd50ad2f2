//! What came before: hashes of ids, and of what has none.

use std::{
    collections::HashSet,
    hash::{BuildHasher, RandomState},
};

use super::marks::{Mark, marks};

/// What came before: about 20 bytes an item, whatever the item is.
///
/// Two of a million ids have the same hash once in thirty million lists.
#[derive(Default)]
pub(super) struct Known {
    /// Secret keys: nobody can send items whose hashes are made to be the same.
    hasher: RandomState,
    ids: HashSet<u64>,
    /// The items without an id, one hash for those of a page.
    nameless: HashSet<u64>,
    /// Whether a page had an id twice, so that it does not name one item.
    is_ambiguous: bool,
}

/// What is new on a page.
pub(super) struct Novelty {
    /// For every item whether it is to be taken for one that did not come before.
    pub(super) is_new: Vec<bool>,
    /// Whether there is anything on the page that did not come before.
    pub(super) any: bool,
}

impl Known {
    pub(super) fn marks<'a>(&self, body: &'a [u8]) -> Vec<Mark<'a>> {
        marks(body, &self.hasher)
    }

    /// Whether the items so far can all be told apart, so that reading them again doubles none.
    pub(super) fn tells_apart(&self) -> bool {
        !self.is_ambiguous && !self.ids.is_empty() && self.nameless.is_empty()
    }

    /// Whether an item can be told to be one that did not come before.
    pub(super) fn is_unseen(&self, mark: &Mark<'_>) -> bool {
        mark.id.is_some_and(|id| !self.ids.contains(&id))
    }

    /// Adds a page; says what was new on it.
    pub(super) fn add(&mut self, marks: &[Mark<'_>]) -> Novelty {
        if !self.is_ambiguous && is_twice(marks) {
            self.is_ambiguous = true;
            self.ids = HashSet::new();
        }
        let id = |mark: &Mark<'_>| mark.id.filter(|_| !self.is_ambiguous);
        let nameless: Vec<&[u8]> =
            marks.iter().filter(|mark| id(mark).is_none()).map(|mark| mark.text).collect();
        let mut any = !nameless.is_empty() && self.nameless.insert(self.hasher.hash_one(&nameless));
        let ids: Vec<Option<u64>> = marks.iter().map(id).collect();
        let mut is_new = Vec::with_capacity(marks.len());
        for id in ids {
            let first_time = id.map(|id| self.ids.insert(id));
            any |= first_time == Some(true);
            is_new.push(first_time != Some(false));
        }
        Novelty { is_new, any }
    }
}

impl Novelty {
    /// How many items came before.
    pub(super) fn repeated(&self) -> u64 {
        self.is_new.iter().filter(|is_new| !**is_new).count() as u64
    }
}

/// Whether one page has an id twice.
fn is_twice(marks: &[Mark<'_>]) -> bool {
    let mut ids: Vec<u64> = marks.iter().filter_map(|mark| mark.id).collect();
    ids.sort_unstable();
    ids.windows(2).any(|pair| matches!(pair, [one, other] if one == other))
}
