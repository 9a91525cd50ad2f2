//! A list as a stream of its pages.

use std::{
    fmt,
    future::poll_fn,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::{FusedStream, Stream};

use super::cursor::Cursor;
use crate::{
    Decode, DecodeError, Error, Failure, Page, Refused, Request, Response,
    future::{Answer, answer, conclude},
};

/// The pages of a list: a stream, each of whose items takes one request.
///
/// After an error the stream ends; [`page`](Self::page) says where to resume.
///
/// A list that changes while it is read may give a resource twice or not at all. Helpdesks were
/// seen to become unreliable beyond 999 resources (ITK), which is said in an event of `tracing` when
/// it comes to that: narrow long lists with filters.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Decode, Error, Pages, Refused};
///
/// async fn count<T: Decode + Default, E: Refused>(
///     mut pages: Pages<T, E>,
/// ) -> Result<usize, Error<E>> {
///     let mut resources = 0;
///     while let Some(page) = pages.next().await {
///         resources += page?.data.len();
///     }
///     Ok(resources)
/// }
/// ```
#[must_use = "nothing is sent before a stream is polled"]
pub struct Pages<T, E> {
    cursor: Cursor,
    answer: Option<Answer>,
    outcome: PhantomData<fn() -> (T, E)>,
}

impl<T, E> Pages<T, E> {
    pub(crate) fn new(request: Request) -> Self {
        Self { cursor: Cursor::new(request), answer: None, outcome: PhantomData }
    }

    /// How many resources there are on all pages; known after the first page, if the helpdesk
    /// says so.
    pub fn total(&self) -> Option<u64> {
        self.cursor.total()
    }

    /// The number of the page that comes next; after an error, that of the page that failed.
    pub fn page(&self) -> u64 {
        self.cursor.page()
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

    fn page_of(&mut self, answer: Result<Response, Failure>) -> Result<Page<T>, Error<E>> {
        let response = answer?;
        let page: Page<T> = conclude(&response)?;
        match self.cursor.advance(&response, &page.meta, &page.links, page.data.len()) {
            Ok(()) => Ok(page),
            Err(fault) => Err(Error::Decode(Box::new(DecodeError::new(response, fault)))),
        }
    }
}

impl<T: Decode + Default, E: Refused> Stream for Pages<T, E> {
    type Item = Result<Page<T>, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let mut waiting = match this.answer.take() {
            Some(waiting) => waiting,
            None => match this.cursor.next_request() {
                Some(request) => answer(request),
                None => return Poll::Ready(None),
            },
        };
        let Poll::Ready(answer) = waiting.as_mut().poll(context) else {
            this.answer = Some(waiting);
            return Poll::Pending;
        };
        let page = this.page_of(answer);
        if page.is_err() {
            this.cursor.end();
        }
        Poll::Ready(Some(page))
    }
}

impl<T: Decode + Default, E: Refused> FusedStream for Pages<T, E> {
    fn is_terminated(&self) -> bool {
        self.answer.is_none() && self.cursor.has_ended()
    }
}

impl<T, E> fmt::Debug for Pages<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("cursor", &self.cursor).finish_non_exhaustive()
    }
}
