//! The answer to a batch that is waited for.

use std::{
    fmt,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use super::{BatchResults, Sent, answers::Answers};
use crate::{Error, Refused, ResponseFuture};

/// What becomes of a batch, some time later.
///
/// Nothing is sent before it is awaited, and dropping it ends the request.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Batch, BatchResults, Error, Refused};
///
/// fn without_async<E: Refused>(batch: Batch<E>) -> Result<BatchResults, Error<E>> {
///     batch.send().wait()
/// }
/// ```
#[must_use = "nothing is sent before a future is awaited"]
pub struct BatchFuture<E>(State<E>);

enum State<E> {
    /// Nothing has to be sent. None where it is over.
    Known(Option<Result<BatchResults, Error<E>>>),
    Asked(ResponseFuture<Answers, E>, Batched),
}

/// What was sent, to tell whose the answers are.
#[derive(Default)]
pub(super) struct Batched {
    pub(super) identity: Arc<()>,
    pub(super) sent: Vec<Sent>,
}

impl Batched {
    pub(super) fn with(self, answers: Answers) -> BatchResults {
        BatchResults::new(self.identity, self.sent, answers)
    }
}

impl<E> BatchFuture<E> {
    pub(super) fn known(outcome: Result<BatchResults, Error<E>>) -> Self {
        Self(State::Known(Some(outcome)))
    }

    pub(super) fn asked(asked: ResponseFuture<Answers, E>, batched: Batched) -> Self {
        Self(State::Asked(asked, batched))
    }
}

impl<E: Refused> BatchFuture<E> {
    /// Waits for the results without a runtime: what `.await` is where nothing is `async`.
    ///
    /// # Errors
    ///
    /// Those of the batch, and [`RequestFault::NotBlocking`](crate::RequestFault::NotBlocking) where the
    /// client needs a runtime. Nothing was sent then.
    pub fn wait(self) -> Result<BatchResults, Error<E>> {
        match self.0 {
            State::Asked(asked, batched) => asked.wait().map(|answers| batched.with(answers)),
            known => crate::blocking::block_on(Self(known)),
        }
    }
}

// Nothing in it is ever pinned: the error is handed out by value.
impl<E> Unpin for BatchFuture<E> {}

impl<E: Refused> Future for BatchFuture<E> {
    type Output = Result<BatchResults, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.0 {
            State::Known(outcome) => match outcome.take() {
                Some(outcome) => Poll::Ready(outcome),
                // Polled after it was over: there is nothing that would ever come.
                None => Poll::Pending,
            },
            State::Asked(asked, batched) => {
                let answers = ready!(Pin::new(asked).poll(context));
                let batched = std::mem::take(batched);
                self.0 = State::Known(None);
                Poll::Ready(answers.map(|answers| batched.with(answers)))
            }
        }
    }
}

impl<E> fmt::Debug for BatchFuture<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BatchFuture").finish_non_exhaustive()
    }
}
