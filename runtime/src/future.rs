//! Sending: the only place that waits.

use std::{
    fmt,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll},
};

use crate::{
    DecodeError, Error, Exchange, FromResponse, Refusal, Refused, Request, Response, Step,
    credentials,
    error::{Failure, Unanswered},
    trace,
};

/// The answer to a request, some time later.
///
/// One type for all operations: what is specific to one happens when the answer is there.
#[must_use = "nothing is sent before a future is awaited"]
pub struct ResponseFuture<T, E> {
    answer: Answer,
    outcome: PhantomData<fn() -> (T, E)>,
}

/// The answer to a request, whatever is to be made of it.
pub(crate) type Answer = Pin<Box<dyn Future<Output = Result<Response, Failure>> + Send>>;

impl<T, E> ResponseFuture<T, E> {
    pub(crate) fn new(request: Request) -> Self {
        Self { answer: answer(request), outcome: PhantomData }
    }
}

impl<T: FromResponse, E: Refused> Future for ResponseFuture<T, E> {
    type Output = Result<T, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.answer.as_mut().poll(context).map(|answer| conclude(&answer?))
    }
}

/// Starts an exchange; nothing is sent before the future is polled.
pub(crate) fn answer(request: Request) -> Answer {
    Box::pin(drive(request))
}

/// What an answer means for an operation.
pub(crate) fn conclude<T: FromResponse, E: Refused>(response: &Response) -> Result<T, Error<E>> {
    if !response.is_success() {
        return Err(refused(response.clone()));
    }
    T::from_response(response)
        .map_err(|fault| Error::Decode(Box::new(DecodeError::new(response.clone(), fault))))
}

fn refused<E: Refused>(response: Response) -> Error<E> {
    if response.follows_location() {
        return Error::Undocumented(Box::new(Refusal::new(response)));
    }
    match E::sort(Box::new(Refusal::new(response))) {
        Ok(error) => Error::Api(error),
        Err(refusal) => Error::Undocumented(Box::new(refusal.recoded())),
    }
}

async fn drive(request: Request) -> Result<Response, Failure> {
    let (mut exchange, mut next) = Exchange::start(request).map_err(Failure::Request)?;
    loop {
        let answer = credentials::send(exchange.client(), next).await;
        let raw = answer.map_err(|error| {
            let line = exchange.line();
            trace::unanswered(&line, &error);
            Failure::Unanswered(Unanswered::new(line, exchange.server(), error))
        })?;
        match exchange.answered(raw) {
            Step::Send(request) => next = request,
            Step::Done(response) => return Ok(response),
        }
    }
}

impl<T, E> fmt::Debug for ResponseFuture<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseFuture").finish_non_exhaustive()
    }
}
