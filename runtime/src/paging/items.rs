//! A list as a stream of its resources.

use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
    vec,
};

use futures_core::{FusedStream, Stream};

use super::{pages::Pages, progress::Progress};
use crate::{Decode, Error, Refused, Request};

/// The resources of a list: a stream that asks for the next page when it needs it, or
/// [ahead](Self::in_flight).
///
/// After an error the stream ends; [`page`](Self::page) says where to resume. Dropping the stream
/// takes back what was asked for. For what comes with a page, see [`Pages`].
///
/// # Lists that change while they are read
///
/// Pages are numbered from the start of a list, so whatever is added or deleted there moves items
/// from one page to another. An item that is on the list all the time is handed out once, as far as
/// ids and totals allow to tell:
///
/// - *Added:* an item that comes again on a later page is left out. It is the same if it has the
///   same `id`, the same members by name, and the same value in those that say what it is (`type`,
///   `kind`, `class`, `entity`, `object`, and names that end in `_type`): a ticket and a person with
///   one id are two items. Where one page has an id twice, ids do not tell items apart, and nothing
///   is left out from then on.
/// - *Deleted:* where the `total` of a page is smaller than that of the page before, it is stepped
///   back to the page that what was not read may have moved to, and what is new there is handed out
///   before all that follows. After three steps in a row that brought nothing new, reading goes on,
///   and it is stepped back again as soon as something new came. So a list may also be read whose
///   items leave it as they are handled.
///
/// What this cannot do:
///
/// - Items without ids are all handed out, and not looked for when a list becomes shorter.
/// - A deletion is not seen where the helpdesk says no `total`, nor where as much was added between
///   the same two answers.
/// - An item that is changed moves, where the list is ordered by what was changed. Nothing tells
///   where to: order such lists by `id`, or by when things were created.
/// - In a list that begins with a later page, items may move to the pages before it.
///
/// [`Progress::may_lack`] says where something was seen to be amiss.
///
/// # Lists that never end
///
/// A page with another number than the one that was asked for, or one that is the same as the page
/// before it and has no number, is an error: [`DecodeFault::WrongPage`]. So is the tenth page in
/// a row on which nothing is new: [`DecodeFault::NothingNew`].
///
/// [`DecodeFault::WrongPage`]: crate::DecodeFault::WrongPage
/// [`DecodeFault::NothingNew`]: crate::DecodeFault::NothingNew
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
    /// What is left of the page that was read last, and which of it is new.
    page: vec::IntoIter<T>,
    is_new: vec::IntoIter<bool>,
    /// The page that was read last; none where it is not the one to resume from.
    place: Option<Place>,
    handed_out: u64,
    repeated: u64,
}

struct Place {
    page: u64,
    done: usize,
}

// Nothing in it is ever pinned: its resources are handed out by value.
impl<T, E> Unpin for Items<T, E> {}

impl<T, E> Items<T, E> {
    pub(crate) fn new(request: Request) -> Self {
        Self {
            pages: Pages::new(request),
            page: Vec::new().into_iter(),
            is_new: Vec::new().into_iter(),
            place: None,
            handed_out: 0,
            repeated: 0,
        }
    }

    /// The request for the list.
    pub(crate) fn asked(&self) -> &Request {
        self.pages.asked()
    }

    /// Asks for up to this many pages at once, 64 at most; 1, unless this is called.
    ///
    /// As soon as a page says how many there are, so many are waited for together; while nothing
    /// says so, they are asked for one by one. They are handed out in order, whichever is answered
    /// first, and after an error nothing that lies behind it. No page is asked for behind the last
    /// one. What was asked for goes on only while the stream is polled, so it should not rest for
    /// longer than the time-out of a request.
    ///
    /// A helpdesk limits how many requests it answers in a time: a few pages at once are enough to
    /// hide its latency.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::{Decode, Error, Items, Refused};
    ///
    /// async fn all<T: Decode + Default, E: Refused>(
    ///     items: Items<T, E>,
    /// ) -> Result<Vec<T>, Error<E>> {
    ///     let mut items = items.in_flight(4);
    ///     let mut all = Vec::new();
    ///     while let Some(item) = items.next().await {
    ///         all.push(item?);
    ///     }
    ///     Ok(all)
    /// }
    /// ```
    pub fn in_flight(mut self, pages: usize) -> Self {
        self.pages = self.pages.in_flight(pages);
        self
    }

    /// How many resources there are on all pages; known after the first resource, if the helpdesk
    /// says so.
    pub fn total(&self) -> Option<u64> {
        self.pages.total()
    }

    /// The page to resume from: the one whose items are handed out now, or the next where they are
    /// used up; after an error, the one that failed; at the end, the last one.
    ///
    /// A new stream that [starts](crate::Request::items) with this page repeats
    /// [`done_of_page`](Self::done_of_page) items and loses nothing that was on the list all the
    /// time, unless the list becomes shorter before that stream begins.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::{Decode, Items, Refused, Request};
    ///
    /// /// Goes on where another stream of the same list was left.
    /// fn resumed<T: Decode + Default, E: Refused>(
    ///     list: Request,
    ///     left: &Items<T, E>,
    /// ) -> Items<T, E> {
    ///     list.query("page", &left.page()).items()
    /// }
    /// ```
    pub fn page(&self) -> u64 {
        self.current().map_or(self.pages.page(), |place| place.page)
    }

    /// How many items of [`page`](Self::page), from its start, were handed out or left out because
    /// they had come before.
    pub fn done_of_page(&self) -> usize {
        self.current().map_or(0, |place| place.done)
    }

    /// How far the list was read.
    pub fn progress(&self) -> Progress {
        let (handed_out, repeated) = (self.handed_out, self.repeated);
        Progress { page: self.page(), handed_out, repeated, ..self.pages.progress() }
    }

    /// The page that was read last, unless it is used up and another one follows.
    fn current(&self) -> Option<&Place> {
        let is_current = self.page.len() > 0 || self.pages.has_ended();
        self.place.as_ref().filter(|_| is_current)
    }

    /// The next item of the page that was read last that did not come before.
    fn next_of_page(&mut self) -> Option<T> {
        loop {
            let item = self.page.next()?;
            if let Some(place) = &mut self.place {
                place.done += 1;
            }
            if self.is_new.next() != Some(false) {
                self.handed_out = self.handed_out.saturating_add(1);
                return Some(item);
            }
            self.repeated = self.repeated.saturating_add(1);
        }
    }

    /// How many items of the page that was read last are still to be handed out.
    fn left(&self) -> usize {
        self.is_new.as_slice().iter().filter(|is_new| **is_new).count()
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
            if let Some(item) = self.next_of_page() {
                self.pages.reading().poll_all(context);
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_page(context)) {
                Some(Ok((page, novelty))) => {
                    self.place = self.pages.taken().map(|page| Place { page, done: 0 });
                    self.page = page.into_iter();
                    self.is_new = novelty.is_new.into_iter();
                }
                Some(Err(error)) => {
                    self.place = None;
                    return Poll::Ready(Some(Err(error)));
                }
                None => return Poll::Ready(None),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.left();
        (left, self.pages.has_ended().then_some(left))
    }
}

impl<T: Decode + Default, E: Refused> FusedStream for Items<T, E> {
    fn is_terminated(&self) -> bool {
        self.left() == 0 && self.pages.has_ended()
    }
}

impl<T, E> fmt::Debug for Items<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .field("left_on_page", &self.left())
            .finish()
    }
}
