//! Lists where nothing is asynchronous.

use std::{fmt, future::poll_fn, iter::FusedIterator, pin::Pin};

use futures_core::Stream;

use super::{block_on, check};
use crate::{Error, Failure, Items, Pages};

/// A list that is waited for: an iterator that asks for the next page when it needs it.
///
/// Made by [`Items::wait`] and [`Pages::wait`]; after an error it ends.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Decode, Error, Items, Refused};
///
/// fn all<T: Decode + Default, E: Refused>(items: Items<T, E>) -> Result<Vec<T>, Error<E>> {
///     items.wait().collect()
/// }
/// ```
#[must_use = "nothing is sent before an iterator is asked"]
pub struct BlockingIter<S> {
    stream: Result<S, Option<Failure>>,
}

impl<T, E> Items<T, E> {
    /// Reads the list without a runtime: an iterator over its resources.
    ///
    /// What a list fails with comes as its last item: among it
    /// [`RequestFault::NotBlocking`](crate::RequestFault::NotBlocking), where the client needs a runtime.
    /// Nothing was sent then.
    pub fn wait(self) -> BlockingIter<Self> {
        let checked = check(self.asked());
        BlockingIter { stream: checked.map(|()| self).map_err(Some) }
    }
}

impl<T, E> Pages<T, E> {
    /// Reads the list without a runtime: an iterator over its pages.
    ///
    /// What a list fails with comes as its last item: among it
    /// [`RequestFault::NotBlocking`](crate::RequestFault::NotBlocking), where the client needs a runtime.
    /// Nothing was sent then.
    pub fn wait(self) -> BlockingIter<Self> {
        let checked = check(self.asked());
        BlockingIter { stream: checked.map(|()| self).map_err(Some) }
    }
}

impl<S> BlockingIter<S> {
    /// The list itself, which tells how far it was read; `None` where it cannot be waited for.
    pub fn list(&self) -> Option<&S> {
        self.stream.as_ref().ok()
    }
}

impl<S, T, E> Iterator for BlockingIter<S>
where
    S: Stream<Item = Result<T, Error<E>>> + Unpin,
{
    type Item = S::Item;

    fn next(&mut self) -> Option<S::Item> {
        match &mut self.stream {
            Ok(stream) => block_on(poll_fn(|context| Pin::new(&mut *stream).poll_next(context))),
            Err(failure) => failure.take().map(|failure| Err(failure.into())),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.stream {
            Ok(stream) => stream.size_hint(),
            Err(failure) => (usize::from(failure.is_some()), Some(1)),
        }
    }
}

impl<S, T, E> FusedIterator for BlockingIter<S> where
    S: futures_core::FusedStream<Item = Result<T, Error<E>>> + Unpin
{
}

impl<S: fmt::Debug> fmt::Debug for BlockingIter<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlockingIter").field("stream", &self.stream).finish()
    }
}
