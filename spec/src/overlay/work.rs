//! How much overlays may do.

use crate::yaml::MOST_REPEATED;

/// How many values may be looked at.
const MOST_SEEN: usize = 20_000_000;

/// What was done so far. A few lines with `*` can stand for very much.
#[derive(Debug, Default)]
pub(super) struct Work {
    seen: usize,
    added: usize,
    /// Whether what is added is not counted.
    is_extending: bool,
}

impl Work {
    /// Counts values that are looked at.
    pub(super) fn see(&mut self, values: usize) {
        self.seen = self.seen.saturating_add(values);
    }

    /// Counts values that are added.
    pub(super) fn add(&mut self, values: u32) {
        if !self.is_extending {
            self.added = self.added.saturating_add(values as usize);
        }
    }

    /// Does what adds each value of a file once, so that the size of the files bounds it.
    pub(super) fn extend<T>(&mut self, extend: impl FnOnce(&mut Self) -> T) -> T {
        self.is_extending = true;
        let extended = extend(self);
        self.is_extending = false;
        extended
    }

    /// Whether it is too much.
    pub(super) fn is_too_much(&self) -> bool {
        self.seen > MOST_SEEN || self.added > MOST_REPEATED as usize
    }
}
