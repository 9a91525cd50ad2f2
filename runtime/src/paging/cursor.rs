//! Which page to ask for next, and when to stop.

use std::fmt;

use bytes::Bytes;

use crate::{DecodeFault, Links, Meta, Request, RequestFault, Response, trace};

/// How many resources of a list were seen to come reliably (ITK).
const RELIABLE: u64 = 999;

/// The place in a list that is read page by page.
///
/// Goes on while `page < total_pages`; where the number of pages is not known, while
/// `links.next` is there; where that is not known either, the list has one page. An empty page
/// ends a list. `per_page` and `count` decide nothing: they were seen to be wrong (HMRC).
pub(super) struct Cursor {
    request: Request,
    /// The page to ask for next, or the one that failed.
    page: u64,
    started: bool,
    ended: bool,
    total: Option<u64>,
    /// How many resources came so far.
    resources: u64,
    /// What tells a page that came again from one that looks like it.
    last_body: Bytes,
    last_next: Option<String>,
}

impl Cursor {
    pub(super) fn new(mut request: Request) -> Self {
        let page = match request.query_value("page").map(str::parse) {
            None => 1,
            Some(Ok(page)) if page > 0 => page,
            Some(_) => {
                request.set_fault(RequestFault::Page);
                1
            }
        };
        Self {
            request,
            page,
            started: false,
            ended: false,
            total: None,
            resources: 0,
            last_body: Bytes::new(),
            last_next: None,
        }
    }

    /// The request of the next page; none at the end.
    ///
    /// The first one is sent as it was given: lists without pages refuse a `page`.
    pub(super) fn next_request(&mut self) -> Option<Request> {
        match (self.ended, self.started) {
            (true, _) => None,
            (false, true) => Some(self.request.clone().query("page", &self.page)),
            (false, false) => {
                self.started = true;
                Some(self.request.clone())
            }
        }
    }

    /// Takes note of a page that came.
    pub(super) fn advance(
        &mut self,
        response: &Response,
        meta: &Meta,
        links: &Links,
        resources: usize,
    ) -> Result<(), DecodeFault> {
        let (asked, is_empty) = (self.page, resources == 0);
        let wrong = |got| Err(DecodeFault::WrongPage { asked, got });
        match meta.page {
            Some(page) if page != asked => return wrong(Some(page)),
            Some(_) => {}
            None if !is_empty && self.came_before(response, links) => return wrong(None),
            None => {}
        }
        self.total = meta.total.or(self.total);
        self.last_body = response.body().clone();
        self.last_next = links.next.clone();
        let has_next = match meta.total_pages {
            Some(pages) => asked < pages,
            None => links.next.is_some(),
        };
        match asked.checked_add(1) {
            Some(next) if has_next && !is_empty => {
                self.page = next;
                response.span().in_scope(|| self.count(resources));
            }
            _ => self.end(),
        }
        Ok(())
    }

    /// Counts what came before the page that comes next, and warns once where that is too much.
    fn count(&mut self, resources: usize) {
        let before = self.resources;
        self.resources = before.saturating_add(resources as u64);
        if before < RELIABLE && self.resources >= RELIABLE {
            trace::long_list(self.request.parts().operation, self.resources);
        }
    }

    /// Ends the list.
    pub(super) fn end(&mut self) {
        self.ended = true;
    }

    pub(super) fn has_ended(&self) -> bool {
        self.ended
    }

    /// The page that comes next; after an error, the one that failed.
    pub(super) fn page(&self) -> u64 {
        self.page
    }

    /// How many resources there are on all pages, as far as the helpdesk said.
    pub(super) fn total(&self) -> Option<u64> {
        self.total
    }

    fn came_before(&self, response: &Response, links: &Links) -> bool {
        response.body() == &self.last_body || (links.next.is_some() && links.next == self.last_next)
    }
}

/// Leaves out the last body.
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
