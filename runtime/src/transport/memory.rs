//! A transport without a network, for tests.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;

use super::{
    BodyEnd, OpenFuture, OpenResponse, RawResponse, Transport, TransportError, TransportFuture,
    TransportRequest,
};
use crate::clock::{Clock, SimulatedClock};

/// Answers from a closure and keeps the requests that it saw.
///
/// Clones share the closure and the record. Time is [simulated](SimulatedClock), so that no test waits
/// for a retry; and nothing has to be awaited, so that it also serves clients that block.
///
/// # Examples
///
/// ```
/// use bytes::Bytes;
/// use deskpro_runtime::{Auth, Client, transport::MemoryTransport};
///
/// let transport = MemoryTransport::new(|request| {
///     assert_eq!(request.method(), "GET");
///     http::Response::new(Bytes::from_static(br#"{"data": []}"#))
/// });
/// let client = Client::builder("https://support.example.com", Auth::none())
///     .transport(transport.clone())
///     .build()?;
/// assert!(transport.requests().is_empty());
/// # Ok::<_, deskpro_runtime::BuildError>(())
/// ```
#[derive(Clone)]
pub struct MemoryTransport {
    answer: Arc<Answer>,
    requests: Arc<Mutex<Vec<http::Request<Bytes>>>>,
    clock: SimulatedClock,
}

type Answer = dyn Fn(&http::Request<Bytes>) -> Result<RawResponse, TransportError> + Send + Sync;

impl MemoryTransport {
    /// A transport that answers with what the closure returns.
    pub fn new(
        answer: impl Fn(&http::Request<Bytes>) -> http::Response<Bytes> + Send + Sync + 'static,
    ) -> Self {
        Self::fallible(move |request| Ok(answer(request).into()))
    }

    /// A transport that may also fail, or break off in a body.
    pub fn fallible(
        answer: impl Fn(&http::Request<Bytes>) -> Result<RawResponse, TransportError>
        + Send
        + Sync
        + 'static,
    ) -> Self {
        Self { answer: Arc::new(answer), requests: Arc::default(), clock: SimulatedClock::new() }
    }

    /// The requests so far, in order.
    pub fn requests(&self) -> Vec<http::Request<Bytes>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The clock that waits are told by.
    pub fn simulated_clock(&self) -> &SimulatedClock {
        &self.clock
    }

    async fn answer(self, request: TransportRequest) -> Result<RawResponse, TransportError> {
        let TransportRequest { http, body_limit, .. } = request;
        let (parts, body) = http.into_parts();
        let body = body.read().await.map_err(TransportError::of_request_body)?;
        let http = http::Request::from_parts(parts, body);
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).push(http.clone());
        let mut response = (self.answer)(&http)?;
        if response.body.len() > body_limit {
            response.body.truncate(body_limit);
            response.ended = BodyEnd::TooLarge;
        }
        Ok(response)
    }
}

impl Transport for MemoryTransport {
    fn call(&self, request: TransportRequest) -> TransportFuture {
        Box::pin(self.clone().answer(request))
    }

    fn open(&self, mut request: TransportRequest) -> OpenFuture {
        // Whoever reads the body limits it.
        request.body_limit = usize::MAX;
        let answer = self.clone().answer(request);
        Box::pin(async { answer.await.map(OpenResponse::from) })
    }

    fn clock(&self) -> Arc<dyn Clock> {
        Arc::new(self.clock.clone())
    }

    fn is_blocking(&self) -> bool {
        true
    }
}

impl fmt::Debug for MemoryTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryTransport").finish_non_exhaustive()
    }
}
