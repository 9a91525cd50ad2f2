//! A transport without a network, for tests.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;

use super::{RawResponse, Transport, TransportError, TransportFuture, TransportRequest};

/// Answers from a closure and keeps the requests that it saw.
///
/// Clones share the closure and the record.
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
        Self { answer: Arc::new(answer), requests: Arc::default() }
    }

    /// The requests so far, in order.
    pub fn requests(&self) -> Vec<http::Request<Bytes>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Transport for MemoryTransport {
    fn call(&self, request: TransportRequest) -> TransportFuture {
        let TransportRequest { http, body_limit, .. } = request;
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).push(http.clone());
        let mut answer = (self.answer)(&http);
        if let Ok(response) = &mut answer
            && response.body.len() > body_limit
        {
            response.body.truncate(body_limit);
            response.ended = super::BodyEnd::TooLarge;
        }
        Box::pin(std::future::ready(answer))
    }
}

impl fmt::Debug for MemoryTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryTransport").finish_non_exhaustive()
    }
}
