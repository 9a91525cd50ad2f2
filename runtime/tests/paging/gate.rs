//! A transport whose answers come when a test lets them.

use std::{
    collections::HashMap,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard},
    task::{Context, Poll, Waker},
};

use deskpro_runtime::{
    Json, Request, Transport,
    transport::{
        RawResponse, TransportError, TransportErrorKind, TransportFuture, TransportRequest,
    },
};

use crate::desk::{asked, list};

/// Keeps requests waiting until they are let through, in whatever order.
#[derive(Clone, Default)]
pub(crate) struct Gate(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    asked: Vec<u64>,
    waiting: HashMap<u64, Option<Waker>>,
    answers: HashMap<u64, Result<RawResponse, TransportError>>,
    cancelled: Vec<u64>,
}

impl Gate {
    /// A request of a list behind the gate.
    pub(crate) fn list(&self) -> Request {
        list(self.clone())
    }

    /// Answers a page that is waited for.
    pub(crate) fn answer(&self, page: u64, body: Json) {
        self.finish(page, Ok(http::Response::new(body.to_string().into()).into()));
    }

    /// Lets a page fail that is waited for.
    pub(crate) fn fail(&self, page: u64) {
        self.finish(page, Err(TransportError::new(TransportErrorKind::Closed, "it went away")));
    }

    /// The pages that were asked for, in order.
    pub(crate) fn asked(&self) -> Vec<u64> {
        self.state().asked.clone()
    }

    /// The pages that are waited for.
    pub(crate) fn waiting(&self) -> Vec<u64> {
        let mut waiting: Vec<u64> = self.state().waiting.keys().copied().collect();
        waiting.sort_unstable();
        waiting
    }

    /// The pages that were answered, but whose answer nobody took yet.
    pub(crate) fn ready(&self) -> Vec<u64> {
        self.state().answers.keys().copied().collect()
    }

    /// The pages that nobody waits for any more although they were not answered.
    pub(crate) fn cancelled(&self) -> Vec<u64> {
        let mut cancelled = self.state().cancelled.clone();
        cancelled.sort_unstable();
        cancelled
    }

    fn finish(&self, page: u64, answer: Result<RawResponse, TransportError>) {
        let mut state = self.state();
        let waker =
            state.waiting.remove(&page).unwrap_or_else(|| panic!("nobody waits for {page}"));
        state.answers.insert(page, answer);
        drop(state);
        waker.expect("it was polled").wake();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("nobody panicked")
    }
}

impl Transport for Gate {
    fn call(&self, request: TransportRequest) -> TransportFuture {
        let page = asked(&request.http);
        let mut state = self.state();
        state.asked.push(page);
        assert!(state.waiting.insert(page, None).is_none(), "page {page} is waited for already");
        Box::pin(Waiting { page, gate: self.clone() })
    }
}

struct Waiting {
    page: u64,
    gate: Gate,
}

impl Future for Waiting {
    type Output = Result<RawResponse, TransportError>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut state = self.gate.state();
        match state.answers.remove(&self.page) {
            Some(answer) => Poll::Ready(answer),
            None => {
                state.waiting.insert(self.page, Some(context.waker().clone()));
                Poll::Pending
            }
        }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let mut state = self.gate.state();
        if state.waiting.remove(&self.page).is_some() {
            state.cancelled.push(self.page);
        }
    }
}
