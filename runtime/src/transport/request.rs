//! What a transport is given to send.

use std::{fmt, time::Duration};

use super::RequestBody;

/// A request for a transport.
#[non_exhaustive]
pub struct TransportRequest {
    /// The request, with an absolute URI and all headers except those of the connection.
    pub http: http::Request<RequestBody>,
    /// How long the whole request may take, until the end of the answer's body.
    pub timeout: Duration,
    /// How long it may take until there is a connection, where that is less.
    pub connect_timeout: Option<Duration>,
    /// How many bytes of the answer's body to read at most.
    pub body_limit: usize,
}

impl TransportRequest {
    /// A request with the time-out and the limit that a client has unless told otherwise.
    pub fn new(http: http::Request<impl Into<RequestBody>>) -> Self {
        Self {
            http: http.map(Into::into),
            timeout: Self::TIMEOUT,
            connect_timeout: Some(Self::CONNECT_TIMEOUT),
            body_limit: Self::BODY_LIMIT,
        }
    }

    pub(crate) const TIMEOUT: Duration = Duration::from_secs(60);
    pub(crate) const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
    pub(crate) const BODY_LIMIT: usize = 32 * 1024 * 1024;

    /// The same request once more; `None` when its body can be sent only once.
    pub fn try_clone(&self) -> Option<Self> {
        let body = self.http.body().try_clone()?;
        let mut http = http::Request::new(body);
        *http.method_mut() = self.http.method().clone();
        *http.uri_mut() = self.http.uri().clone();
        *http.version_mut() = self.http.version();
        *http.headers_mut() = self.http.headers().clone();
        let Self { timeout, connect_timeout, body_limit, .. } = *self;
        Some(Self { http, timeout, connect_timeout, body_limit })
    }
}

/// Shows method and host, nothing that could be confidential.
impl fmt::Debug for TransportRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportRequest")
            .field("method", self.http.method())
            .field("host", &self.http.uri().host())
            .field("body", self.http.body())
            .field("timeout", &self.timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("body_limit", &self.body_limit)
            .finish()
    }
}
