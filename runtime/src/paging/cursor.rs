//! Which page to ask for next, and when to stop.

use std::fmt;

use bytes::Bytes;

use super::{
    known::{Known, Novelty},
    marks::Mark,
    progress::Progress,
    unseen::Unseen,
};
use crate::{DecodeFault, Links, Meta, Request, RequestFault, Response, trace};

/// How many resources of a list were seen to come reliably (ITK).
const RELIABLE: u64 = 999;

/// After how many pages in a row that held nothing new a list is left.
///
/// Fewer may come of insertions while one page is used; a list that goes round in circles, or that
/// becomes longer with every page, would go on for ever.
const LEFT_AFTER: u32 = 10;

/// The place in a list that is read page by page.
///
/// Goes on while `page < total_pages`; where the number of pages is not known, while
/// `links.next` is there; where that is not known either, the list has one page. An empty page
/// ends a list. `per_page` and `count` decide nothing: they were seen to be wrong (HMRC).
pub(super) struct Cursor {
    request: Request,
    /// The page that it began with.
    first: u64,
    /// The page to ask for next, or the one that failed.
    page: u64,
    /// The furthest page that was taken; 0 before the first one.
    furthest: u64,
    ended: bool,
    total: Option<u64>,
    total_pages: Option<u64>,
    /// How many resources lie before the page that comes next, at its furthest.
    depth: u64,
    beyond_reliable: bool,
    in_vain: u32,
    known: Known,
    unseen: Unseen,
    last: Option<Last>,
}

/// The page that came last: what tells one that came again from one that looks like it.
struct Last {
    page: u64,
    body: Bytes,
    next: Option<String>,
}

/// A page that came.
pub(super) struct Came<'a> {
    pub(super) response: &'a Response,
    pub(super) meta: &'a Meta,
    pub(super) links: &'a Links,
    /// How many resources are on it.
    pub(super) resources: usize,
}

impl Cursor {
    pub(super) fn new(mut request: Request) -> Self {
        let first = match request.query_value("page").map(str::parse) {
            None => 1,
            Some(Ok(page)) if page > 0 => page,
            Some(_) => {
                request.set_fault(RequestFault::Page);
                1
            }
        };
        Self {
            request,
            first,
            page: first,
            furthest: 0,
            ended: false,
            total: None,
            total_pages: None,
            depth: 0,
            beyond_reliable: false,
            in_vain: 0,
            known: Known::default(),
            unseen: Unseen::new(first),
            last: None,
        }
    }

    /// The request for the list.
    pub(super) fn asked(&self) -> &Request {
        &self.request
    }

    /// The request of the page that comes next, or of one behind it that is known to be there.
    ///
    /// The first one is sent as it was given: lists without pages refuse a `page`.
    pub(super) fn request(&self, page: u64) -> Option<Request> {
        if self.ended || (page != self.page && !self.may_ask_ahead(page)) {
            return None;
        }
        match page == self.first {
            true => Some(self.request.clone()),
            false => Some(self.request.clone().query("page", &page)),
        }
    }

    /// Whether a page is known to be there, so that it may be asked for before its turn.
    pub(super) fn may_ask_ahead(&self, page: u64) -> bool {
        !self.unseen.is_looking() && self.total_pages >= Some(page)
    }

    /// Takes the page that was asked for; none if there is nothing on it to be handed out, for it
    /// was read once more, or will be.
    pub(super) fn take(&mut self, came: &Came<'_>) -> Result<Option<Novelty>, DecodeFault> {
        let asked = self.page;
        let wrong = self.wrong_page(came);
        // A page that is no longer there may be answered with the last one.
        let is_gone = came.meta.total_pages.is_some_and(|pages| pages < asked);
        if let Some(fault) = wrong.clone().filter(|_| !is_gone) {
            return Err(fault);
        }
        let marks = self.known.marks(came.response.body());
        self.note(came);
        if let Some(page) = self.step_back(asked, &marks) {
            self.go_back(page);
            return Ok(None);
        }
        if let Some(fault) = wrong {
            return Err(fault);
        }
        self.accept(came, &marks)
    }

    /// Ends the list.
    pub(super) fn end(&mut self) {
        self.ended = true;
    }

    pub(super) fn has_ended(&self) -> bool {
        self.ended
    }

    /// Whether a page was taken.
    pub(super) fn has_begun(&self) -> bool {
        self.furthest > 0
    }

    /// The page that comes next; after an error, the one that failed.
    pub(super) fn page(&self) -> u64 {
        self.page
    }

    /// The page that came last.
    pub(super) fn came_last(&self) -> Option<u64> {
        self.last.as_ref().map(|last| last.page)
    }

    /// All but what was handed out, which is not known here.
    pub(super) fn progress(&self) -> Progress {
        Progress {
            page: self.page,
            total_pages: self.total_pages,
            total: self.total,
            handed_out: 0,
            repeated: 0,
            beyond_reliable: self.beyond_reliable,
            may_lack: self.unseen.may_lack(),
        }
    }

    fn wrong_page(&self, came: &Came<'_>) -> Option<DecodeFault> {
        let asked = self.page;
        let got = match came.meta.page {
            Some(page) if page == asked => return None,
            Some(page) => Some(page),
            None if came.resources > 0 && self.came_before(came) => None,
            None => return None,
        };
        Some(DecodeFault::WrongPage { asked, got })
    }

    fn came_before(&self, came: &Came<'_>) -> bool {
        let next = &came.links.next;
        self.last.as_ref().is_some_and(|last| {
            last.body == *came.response.body() || (next.is_some() && *next == last.next)
        })
    }

    fn note(&mut self, came: &Came<'_>) {
        self.unseen.total(self.total, came.meta.total);
        self.total = came.meta.total.or(self.total);
        self.total_pages = came.meta.total_pages.or(self.total_pages);
        self.last = Some(Last {
            page: self.page,
            body: came.response.body().clone(),
            next: came.links.next.clone(),
        });
    }

    /// The page to go back to instead of taking the one that came.
    fn step_back(&mut self, asked: u64, marks: &[Mark<'_>]) -> Option<u64> {
        if !self.may_step_back() {
            self.unseen.give_up(asked);
            return None;
        }
        let starts_unseen = marks.first().is_some_and(|mark| self.known.is_unseen(mark));
        let target = self.unseen.step_back(asked);
        target.or_else(|| self.unseen.look_before(asked, starts_unseen))
    }

    /// Whether there is a page to go back to, and nothing on it would be doubled.
    fn may_step_back(&self) -> bool {
        self.known.tells_apart() && self.total_pages.is_none_or(|pages| pages >= self.first)
    }

    fn accept(
        &mut self,
        came: &Came<'_>,
        marks: &[Mark<'_>],
    ) -> Result<Option<Novelty>, DecodeFault> {
        let asked = self.page;
        let novelty = self.known.add(marks);
        let is_further = asked > self.furthest;
        let next = self.next_page(came);
        if next.is_some() && is_further {
            self.guard(asked, novelty.any)?;
            came.response.span().in_scope(|| self.count(came.resources as u64));
        }
        self.furthest = self.furthest.max(asked);
        self.unseen.saw(asked, novelty.any);
        self.go_on(asked, next);
        Ok((novelty.any || is_further).then_some(novelty))
    }

    /// The page after the one that came, if there is one.
    fn next_page(&mut self, came: &Came<'_>) -> Option<u64> {
        let has_next = match came.meta.total_pages {
            Some(pages) => self.page < pages,
            None => came.links.next.is_some(),
        };
        if has_next && came.resources == 0 {
            self.unseen.gap();
            return None;
        }
        self.page.checked_add(1).filter(|_| has_next)
    }

    /// Leaves a list of which nothing new comes any more.
    fn guard(&mut self, page: u64, anything_new: bool) -> Result<(), DecodeFault> {
        self.in_vain = if anything_new { 0 } else { self.in_vain + 1 };
        match self.in_vain {
            LEFT_AFTER.. => Err(DecodeFault::NothingNew { page, pages: self.in_vain }),
            _ => Ok(()),
        }
    }

    /// Counts what lies before the page that comes next, and warns once where that is too much.
    fn count(&mut self, resources: u64) {
        self.unseen.page_size(resources);
        let before = match self.furthest {
            0 => resources.saturating_mul(self.first - 1),
            _ => self.depth,
        };
        self.depth = before.saturating_add(resources);
        if self.depth >= RELIABLE && !self.beyond_reliable {
            self.beyond_reliable = true;
            trace::long_list(self.request.parts().operation, self.depth);
        }
    }

    fn go_on(&mut self, asked: u64, next: Option<u64>) {
        let behind = next.unwrap_or(asked.saturating_add(1));
        let back = if self.may_step_back() { self.unseen.step_back(behind) } else { None };
        match (back, next) {
            (Some(page), _) => self.go_back(page),
            (None, Some(page)) => self.page = page,
            (None, None) => {
                self.unseen.end(asked);
                self.end();
            }
        }
    }

    /// Goes back to a page, or to the last one if it is no longer there.
    fn go_back(&mut self, page: u64) {
        self.page = page.min(self.total_pages.unwrap_or(page));
    }
}

/// Leaves out what came.
impl fmt::Debug for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cursor")
            .field("request", &self.request)
            .field("page", &self.page)
            .field("ended", &self.ended)
            .field("total", &self.total)
            .finish_non_exhaustive()
    }
}
