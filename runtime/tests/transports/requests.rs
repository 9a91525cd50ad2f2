//! Requests as a client gives them to its transport.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use deskpro_runtime::transport::{
    BodyEnd, OpenResponse, RawResponse, Transport, TransportError, TransportErrorKind,
    TransportRequest,
};
use futures_util::StreamExt;

/// How a transport is made for a test.
#[derive(Clone, Copy)]
pub(crate) struct Made {
    /// One that uses no proxy.
    pub(crate) plain: fn() -> Arc<dyn Transport>,
    /// One that uses this proxy.
    pub(crate) through: fn(&str) -> Result<Arc<dyn Transport>, TransportError>,
    /// One that trusts this certificate and no other.
    #[cfg(any(feature = "_tls", feature = "blocking"))]
    pub(crate) trusting: fn(&str) -> Arc<dyn Transport>,
}

/// A time-out that is not part of a test: longer than anything takes.
const AMPLE: Duration = Duration::from_secs(30);

/// A time-out that runs out, though not before what a busy machine does at once.
pub(crate) const SOON: Duration = Duration::from_secs(1);

pub(crate) fn request(method: &str, url: &str) -> TransportRequest {
    with_body(method, url, "")
}

pub(crate) fn with_body(method: &str, url: &str, body: impl Into<Bytes>) -> TransportRequest {
    let http = http::Request::builder().method(method).uri(url);
    let http = http.header("accept", "application/json").header("user-agent", "test");
    let mut request = TransportRequest::new(http.body(body.into()).unwrap());
    request.timeout = AMPLE;
    request.connect_timeout = None;
    request
}

pub(crate) fn get(url: &str) -> TransportRequest {
    request("GET", url)
}

/// The answer, which has to come whole.
pub(crate) async fn whole(transport: &dyn Transport, request: TransportRequest) -> RawResponse {
    let answer = transport.call(request).await.unwrap();
    assert!(matches!(answer.ended, BodyEnd::Complete), "{answer:?}");
    answer
}

/// What kept the rest of a body from coming.
pub(crate) fn broken(answer: &RawResponse) -> &TransportError {
    match &answer.ended {
        BodyEnd::Broken(error) => error,
        ended => panic!("{ended:?}"),
    }
}

/// Why there was no answer.
pub(crate) async fn failed(
    transport: &dyn Transport,
    request: TransportRequest,
) -> TransportErrorKind {
    transport.call(request).await.unwrap_err().kind()
}

/// The next piece of a body as text; what it broke off with, or nothing at its end.
pub(crate) async fn piece(answer: &mut OpenResponse) -> Option<Result<String, TransportErrorKind>> {
    let piece = answer.body.next().await?;
    Some(piece.map(|bytes| String::from_utf8(bytes.to_vec()).unwrap()).map_err(|e| e.kind()))
}
