//! A list as a stream of its pages.

use std::{
    fmt,
    future::poll_fn,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_core::{FusedStream, Stream};

use super::{cursor::Came, known::Novelty, progress::Progress, reading::Reading};
use crate::{
    Decode, DecodeError, Error, Failure, Page, Refused, Request, Response, future::conclude,
};

/// The pages of a list: a stream, each of whose items takes one request.
///
/// Pages are handed out as the helpdesk sent them, so where the list changes meanwhile an item may
/// be on two of them: [`Items`](crate::Items) hands it out once. Otherwise both follow the same
/// rules, which are told there: for lists that change, for lists that never end, and for pages that
/// are asked for ahead. A page that had to be read again because the list became shorter is handed
/// out again if there is something on it that did not come before.
///
/// After an error the stream ends; [`page`](Self::page) says where to resume. Dropping the stream
/// takes back what was asked for.
///
/// Helpdesks were seen to become unreliable beyond 999 resources (ITK), which is said in
/// [`Progress::beyond_reliable`] and in an event of `tracing` when it comes to that: narrow long
/// lists with filters.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Decode, Error, Pages, Refused};
///
/// async fn count<T: Decode + Default, E: Refused>(
///     pages: Pages<T, E>,
/// ) -> Result<usize, Error<E>> {
///     let mut pages = pages.in_flight(3);
///     let mut resources = 0;
///     while let Some(page) = pages.next().await {
///         resources += page?.data.len();
///     }
///     Ok(resources)
/// }
/// ```
#[must_use = "nothing is sent before a stream is polled"]
pub struct Pages<T, E> {
    reading: Reading,
    handed_out: u64,
    repeated: u64,
    outcome: PhantomData<fn() -> (T, E)>,
}

/// A page with what is new on it, or why there is none.
pub(super) type Taken<T, E> = Result<(Page<T>, Novelty), Error<E>>;

impl<T, E> Pages<T, E> {
    pub(crate) fn new(request: Request) -> Self {
        Self { reading: Reading::new(request), handed_out: 0, repeated: 0, outcome: PhantomData }
    }

    /// Asks for up to this many pages at once, 64 at most; 1, unless this is called.
    ///
    /// They are handed out in order. See [`Items::in_flight`](crate::Items::in_flight).
    pub fn in_flight(mut self, pages: usize) -> Self {
        self.reading.set_in_flight(pages);
        self
    }

    /// How many resources there are on all pages; known after the first page, if the helpdesk
    /// says so.
    pub fn total(&self) -> Option<u64> {
        self.progress().total
    }

    /// The number of the page that comes next; after an error, that of the page that failed.
    ///
    /// A new stream that [starts](crate::Request::pages) with this page loses nothing that was on
    /// the list all the time, unless the list becomes shorter before that stream begins.
    pub fn page(&self) -> u64 {
        self.reading.cursor.page()
    }

    /// How far the list was read.
    pub fn progress(&self) -> Progress {
        let (handed_out, repeated) = (self.handed_out, self.repeated);
        Progress { handed_out, repeated, ..self.reading.cursor.progress() }
    }

    /// The request for the list.
    pub(crate) fn asked(&self) -> &Request {
        self.reading.cursor.asked()
    }

    pub(super) fn reading(&mut self) -> &mut Reading {
        &mut self.reading
    }

    /// The page that was handed out last.
    pub(super) fn taken(&self) -> Option<u64> {
        self.reading.cursor.came_last()
    }

    pub(super) fn has_ended(&self) -> bool {
        self.reading.cursor.has_ended()
    }
}

impl<T: Decode + Default, E: Refused> Pages<T, E> {
    /// The next page, or `None` at the end.
    ///
    /// # Errors
    ///
    /// When a page cannot be had; there are no further ones then.
    pub async fn next(&mut self) -> Option<Result<Page<T>, Error<E>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The next page, with what is new on it.
    pub(super) fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Taken<T, E>>> {
        loop {
            let Some(answer) = ready!(self.reading.poll_answer(context)) else {
                return Poll::Ready(None);
            };
            match self.take(answer, context) {
                Ok(Some(page)) => return Poll::Ready(Some(Ok(page))),
                Ok(None) => {}
                Err(error) => {
                    self.reading.end();
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }

    fn take(
        &mut self,
        answer: Result<Response, Failure>,
        context: &mut Context<'_>,
    ) -> Result<Option<(Page<T>, Novelty)>, Error<E>> {
        let response = answer?;
        let page: Page<T> = conclude(&response)?;
        let Page { meta, links, data, .. } = &page;
        let came = Came { response: &response, meta, links, resources: data.len() };
        match self.reading.take(&came, context) {
            Ok(novelty) => Ok(novelty.map(|novelty| (page, novelty))),
            Err(fault) => Err(Error::Decode(Box::new(DecodeError::new(response, fault)))),
        }
    }
}

impl<T: Decode + Default, E: Refused> Stream for Pages<T, E> {
    type Item = Result<Page<T>, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let page = ready!(self.poll_page(context));
        Poll::Ready(page.map(|page| {
            let (page, novelty) = page?;
            self.handed_out = self.handed_out.saturating_add(page.data.len() as u64);
            self.repeated = self.repeated.saturating_add(novelty.repeated());
            Ok(page)
        }))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match (self.has_ended(), self.reading.cursor.has_begun()) {
            (true, _) => (0, Some(0)),
            // What comes first is handed out, be it an empty page or an error.
            (false, false) => (1, None),
            (false, true) => (0, None),
        }
    }
}

impl<T: Decode + Default, E: Refused> FusedStream for Pages<T, E> {
    fn is_terminated(&self) -> bool {
        self.has_ended()
    }
}

impl<T, E> fmt::Debug for Pages<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("cursor", &self.reading.cursor).finish_non_exhaustive()
    }
}
