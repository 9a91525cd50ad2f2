//! All mistakes found in one run.

use super::Problem;

/// How many problems are kept. A hostile file can hold millions; nobody reads them.
const KEPT: usize = 10_000;

/// All mistakes found so far.
///
/// Checks push what they find and go on. At the end [`into_sorted`](Self::into_sorted) puts them in
/// the order of the text, and one of the renderers shows them.
#[derive(Debug, Clone, Default)]
pub struct Problems {
    list: Vec<Problem>,
    dropped: usize,
}

impl Problems {
    /// No problems.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a problem. Beyond 10,000 they are only counted.
    pub fn push(&mut self, problem: Problem) {
        if self.list.len() < KEPT {
            self.list.push(problem);
        } else {
            self.dropped += 1;
        }
    }

    /// Whether no more problems are kept, so that looking for them is in vain.
    pub(crate) fn is_full(&self) -> bool {
        self.list.len() >= KEPT
    }

    /// Adds all of another list.
    pub fn extend(&mut self, other: Self) {
        self.dropped += other.dropped;
        for problem in other.list {
            self.push(problem);
        }
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many problems there are, also those that are only counted.
    pub fn len(&self) -> usize {
        self.list.len() + self.dropped
    }

    /// The problems that are kept, in their present order.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.list.iter()
    }

    /// Sorts by file and place, and leaves out what was reported twice.
    #[must_use]
    pub fn into_sorted(mut self) -> Self {
        self.list.sort_by(|a, b| (a.place, a.code, &a.message).cmp(&(b.place, b.code, &b.message)));
        self.list.dedup_by(|a, b| (a.place, a.code, &a.message) == (b.place, b.code, &b.message));
        self
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self { list: vec![problem], dropped: 0 }
    }
}
