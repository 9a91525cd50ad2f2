//! From where on a list may hold what was not seen yet, and how far to step back for it.

/// How often in a row it is stepped back without anything new coming of it.
///
/// Without a limit a list that becomes shorter with every answer would never be read any further.
const MOST_STEPS: u8 = 3;

/// The place in a list before which everything was seen.
///
/// It lies at the start of a page while nothing is deleted. A deletion before it moves what was
/// not seen to the front, by one place at most; how many there were is the difference of two
/// totals. Where that leaves something unseen on a page that was read, it is stepped back to it.
pub(super) struct Unseen {
    /// The page that the list began with.
    first: u64,
    /// The place is that many places before the start of this page.
    page: u64,
    places: u64,
    /// The size of the smallest page so far, which is never too large to go by.
    page_size: Option<u64>,
    steps: u8,
    /// Whether it was stepped back to the page that comes next, to find what was seen last.
    is_looking: bool,
    may_lack: bool,
}

impl Unseen {
    pub(super) fn new(first: u64) -> Self {
        Self {
            first,
            page: first,
            places: 0,
            page_size: None,
            steps: 0,
            is_looking: false,
            may_lack: false,
        }
    }

    /// Takes note of how many items there were, and how many there are.
    pub(super) fn total(&mut self, before: Option<u64>, now: Option<u64>) {
        let fewer = before.zip(now).and_then(|(before, now)| before.checked_sub(now));
        self.places = self.places.saturating_add(fewer.unwrap_or(0));
        // What moved to pages before the first one is not looked for: most there was never wanted.
        self.may_lack |= self.first > 1 && self.unbounded() < self.first;
    }

    /// The page to go back to before `page` is taken or asked for, if there is one.
    pub(super) fn step_back(&mut self, page: u64) -> Option<u64> {
        let target = self.target();
        if target >= page || self.steps >= MOST_STEPS {
            return None;
        }
        self.steps += 1;
        self.is_looking = true;
        Some(target)
    }

    /// The page before one that was stepped back to, if what was seen last is not on that one.
    ///
    /// Insertions hide deletions from the totals, so that it may have to be looked for further back:
    /// what was seen stands before what was not.
    pub(super) fn look_before(&mut self, page: u64, starts_unseen: bool) -> Option<u64> {
        if !self.is_looking || !starts_unseen || page <= self.first {
            self.is_looking = false;
            return None;
        }
        (self.page, self.places) = (page - 1, 0);
        Some(self.page)
    }

    /// Goes on with this page although something may be unseen before it.
    pub(super) fn give_up(&mut self, page: u64) {
        self.may_lack |= self.is_before(page);
        (self.page, self.places) = (page, 0);
    }

    /// Takes note of a page that was seen.
    pub(super) fn saw(&mut self, page: u64, anything_new: bool) {
        if self.target() == page {
            (self.page, self.places) = (page.saturating_add(1), 0);
        }
        if anything_new {
            self.steps = 0;
        }
    }

    /// Takes note of how many items a page has that is not the last one.
    pub(super) fn page_size(&mut self, items: u64) {
        self.page_size = Some(self.page_size.map_or(items, |size| size.min(items)));
    }

    /// Takes note of the end of the list behind this page.
    pub(super) fn end(&mut self, page: u64) {
        self.may_lack |= self.is_before(page.saturating_add(1));
    }

    /// Takes note of a gap in the list itself.
    pub(super) fn gap(&mut self) {
        self.may_lack = true;
    }

    pub(super) fn is_looking(&self) -> bool {
        self.is_looking
    }

    /// Whether something may have been passed over.
    pub(super) fn may_lack(&self) -> bool {
        self.may_lack
    }

    fn is_before(&self, page: u64) -> bool {
        self.target() < page
    }

    /// The page that may hold something unseen, the first of them.
    fn target(&self) -> u64 {
        self.unbounded().max(self.first)
    }

    fn unbounded(&self) -> u64 {
        let size = self.page_size.unwrap_or(1).max(1);
        self.page.saturating_sub(self.places.div_ceil(size))
    }
}
