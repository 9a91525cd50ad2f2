//! How much overlays may do.

use crate::yaml::MOST_REPEATED;

/// How many values may be looked at.
const MOST_SEEN: usize = 20_000_000;

/// What was done so far. A few lines with `*` can stand for very much.
#[derive(Debug, Default)]
pub(super) struct Work {
    seen: usize,
    added: usize,
}

impl Work {
    /// Counts values that are looked at.
    pub(super) fn see(&mut self, values: usize) {
        self.seen = self.seen.saturating_add(values);
    }

    /// Counts values that are added.
    pub(super) fn add(&mut self, values: u32) {
        self.added = self.added.saturating_add(values as usize);
    }

    /// What files hold is bounded already; only what overlays add again and again is counted.
    pub(super) fn forget_added(&mut self) {
        self.added = 0;
    }

    /// Whether it is too much.
    pub(super) fn is_too_much(&self) -> bool {
        self.seen > MOST_SEEN || self.added > MOST_REPEATED as usize
    }
}
