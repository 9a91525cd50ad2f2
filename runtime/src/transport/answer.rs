//! What a transport gives back: an answer as a whole, or one whose body is still to come.

use std::{
    collections::VecDeque,
    fmt,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, StatusCode};

use super::{TransportError, TransportErrorKind as Kind, gathered::Gathered};
use crate::clock::{Clock, Elapsed, within};

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

/// An answer whose body is still to come.
#[non_exhaustive]
pub struct OpenResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, piece by piece; it ends after an error.
    pub body: BodyStream,
}

/// The pieces of a body, as they come. Dropping them ends the request.
pub type BodyStream = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send + 'static>>;

impl OpenResponse {
    /// An answer with this body.
    pub fn new(status: StatusCode, headers: HeaderMap, body: BodyStream) -> Self {
        Self { status, headers, body }
    }

    /// Reads the body up to `limit` bytes and not further.
    pub async fn read(self, limit: usize) -> RawResponse {
        let Self { status, headers, body } = self;
        let mut gathered = Gathered::new(&headers, limit);
        let ended = gathered.fill(body).await;
        RawResponse { status, headers, body: gathered.into_bytes(), ended }
    }

    /// The same, no longer than so long.
    pub(crate) async fn read_within(
        self,
        limit: usize,
        clock: &dyn Clock,
        timeout: Duration,
    ) -> RawResponse {
        let Self { status, headers, body } = self;
        let mut gathered = Gathered::new(&headers, limit);
        let ended = within(clock, timeout, gathered.fill(body)).await;
        let ended = ended.unwrap_or_else(|Elapsed| {
            BodyEnd::Broken(TransportError::new(Kind::Timeout, "time was up"))
        });
        RawResponse { status, headers, body: gathered.into_bytes(), ended }
    }
}

impl From<RawResponse> for OpenResponse {
    /// An answer in one piece.
    fn from(raw: RawResponse) -> Self {
        let RawResponse { status, headers, body, ended } = raw;
        Self { status, headers, body: pieces(body, ended) }
    }
}

/// A body in one piece, and how it ended.
pub(crate) fn pieces(body: Bytes, ended: BodyEnd) -> BodyStream {
    let error = match ended {
        BodyEnd::Complete => None,
        BodyEnd::TooLarge => Some(TransportError::new(Kind::Other, "the body is too long")),
        BodyEnd::Broken(error) => Some(error),
    };
    let body = (!body.is_empty()).then_some(Ok(body));
    Box::pin(Pieces(body.into_iter().chain(error.map(Err)).collect()))
}

/// A body that is there already.
struct Pieces(VecDeque<Result<Bytes, TransportError>>);

impl Stream for Pieces {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front())
    }
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

impl fmt::Debug for OpenResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenResponse").field("status", &self.status).finish_non_exhaustive()
    }
}
