//! What carries requests to the helpdesk: the seam between this crate and HTTP libraries.

mod error;
#[cfg(feature = "hyper")]
mod failure;
#[cfg(feature = "hyper")]
mod hyper;
pub mod memory;
#[cfg(feature = "hyper")]
mod proxy;

use std::{fmt, pin::Pin, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

#[cfg(feature = "hyper")]
pub use self::hyper::HyperTransport;
pub use self::{
    error::{TransportError, TransportErrorKind},
    memory::MemoryTransport,
};

/// The answer of a transport, some time later.
pub type TransportFuture =
    Pin<Box<dyn Future<Output = Result<RawResponse, TransportError>> + Send + 'static>>;

/// Sends one HTTP request and returns what came back.
///
/// A transport follows no redirects, repeats nothing, and reports every status as an answer. It
/// has to keep the time-out, and to stop reading a body at its limit.
///
/// # Examples
///
/// A transport that adds a header and leaves the rest to another one:
///
/// ```
/// use deskpro_runtime::transport::{Transport, TransportFuture, TransportRequest};
/// use http::HeaderValue;
///
/// struct Traced<T>(T);
///
/// impl<T: Transport> Transport for Traced<T> {
///     fn call(&self, mut request: TransportRequest) -> TransportFuture {
///         request.http.headers_mut().insert("x-request-id", HeaderValue::from_static("7"));
///         self.0.call(request)
///     }
/// }
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends a request.
    ///
    /// The future fails when no status and headers were received; whatever breaks after them is
    /// said in [`RawResponse::ended`].
    fn call(&self, request: TransportRequest) -> TransportFuture;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn call(&self, request: TransportRequest) -> TransportFuture {
        (**self).call(request)
    }
}

/// A request for a transport.
pub struct TransportRequest {
    /// The request, with an absolute URI and all headers except those of the connection.
    pub http: http::Request<Bytes>,
    /// How long the whole request may take, until the end of the answer's body.
    pub timeout: Duration,
    /// How many bytes of the answer's body to read at most.
    pub body_limit: usize,
}

/// Shows method and host, nothing that could be confidential.
impl fmt::Debug for TransportRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportRequest")
            .field("method", self.http.method())
            .field("host", &self.http.uri().host())
            .field("timeout", &self.timeout)
            .field("body_limit", &self.body_limit)
            .finish_non_exhaustive()
    }
}

/// What came back for a request.
#[derive(Clone)]
pub struct RawResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, or as much of it as was read.
    pub body: Bytes,
    /// Whether that is the whole body.
    pub ended: BodyEnd,
}

impl From<http::Response<Bytes>> for RawResponse {
    /// A response that was received to its end.
    fn from(response: http::Response<Bytes>) -> Self {
        let (parts, body) = response.into_parts();
        Self { status: parts.status, headers: parts.headers, body, ended: BodyEnd::Complete }
    }
}

/// Shows status and length, nothing that could be confidential.
impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

/// How the body of an answer ended.
#[derive(Debug, Clone)]
pub enum BodyEnd {
    /// It was received to its end.
    Complete,
    /// It is longer than the limit; the rest was not read.
    TooLarge,
    /// The connection failed, or time was up, before its end.
    Broken(TransportError),
}
