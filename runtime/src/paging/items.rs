//! A list as a stream of its resources.

use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
    vec,
};

use futures_core::{FusedStream, Stream};

use super::pages::Pages;
use crate::{Decode, Error, Refused, Request};

/// The resources of a list: a stream that asks for the next page when it needs it.
///
/// After an error the stream ends. For what comes with a page, see [`Pages`].
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Decode, Error, Items, Refused};
///
/// async fn first<T: Decode + Default, E: Refused>(
///     mut items: Items<T, E>,
/// ) -> Result<Option<T>, Error<E>> {
///     items.next().await.transpose()
/// }
/// ```
#[must_use = "nothing is sent before a stream is polled"]
pub struct Items<T, E> {
    pages: Pages<T, E>,
    page: vec::IntoIter<T>,
}

// Nothing in it is ever pinned: its resources are handed out by value.
impl<T, E> Unpin for Items<T, E> {}

impl<T, E> Items<T, E> {
    pub(crate) fn new(request: Request) -> Self {
        Self { pages: Pages::new(request), page: Vec::new().into_iter() }
    }

    /// How many resources there are on all pages; known after the first resource, if the helpdesk
    /// says so.
    pub fn total(&self) -> Option<u64> {
        self.pages.total()
    }
}

impl<T: Decode + Default, E: Refused> Items<T, E> {
    /// The next resource, or `None` at the end.
    ///
    /// # Errors
    ///
    /// When a page cannot be had; there are no further resources then.
    pub async fn next(&mut self) -> Option<Result<T, Error<E>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<T: Decode + Default, E: Refused> Stream for Items<T, E> {
    type Item = Result<T, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                Some(Ok(page)) => self.page = page.into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.page.len(), None)
    }
}

impl<T: Decode + Default, E: Refused> FusedStream for Items<T, E> {
    fn is_terminated(&self) -> bool {
        self.page.len() == 0 && self.pages.is_terminated()
    }
}

impl<T, E> fmt::Debug for Items<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .field("left_on_page", &self.page.len())
            .finish()
    }
}
