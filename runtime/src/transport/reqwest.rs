//! The transport on a client of reqwest that somebody else has configured.

use std::{fmt, sync::Arc};

use reqwest::{Body, Client, Error, Request};

use super::{
    OpenFuture, RequestBody, Transport, TransportError, TransportErrorKind as Kind,
    TransportFuture, TransportRequest, carry,
    failure::{chain, describe, failure, no_connection},
    frames::Frames,
    length,
    needs_runtime::needs_runtime,
};
use crate::{
    clock::{Clock, TokioClock},
    trace,
};

/// Sends requests with a [`reqwest::Client`] that is configured elsewhere: for programs that have one, with
/// settings that the other transports do not know.
///
/// Has to be used within a tokio runtime. The client's own settings apply on top of what a request says:
///
/// - Redirects are followed by this crate, which knows where credentials may go; a reqwest client follows
///   them before, unless it is built with [`redirect::Policy::none()`](reqwest::redirect::Policy::none).
///   That is recommended.
/// - A time-out of the client is kept besides that of the request. How long a connection may take only
///   the client says, with [`connect_timeout`](reqwest::ClientBuilder::connect_timeout).
/// - Compression is the client's, where reqwest was built with it. This crate then keeps its limit to
///   what is decoded.
/// - Proxies and TLS are the client's, and none of the features of this crate.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use deskpro_runtime::transport::ReqwestTransport;
/// use reqwest::redirect::Policy;
///
/// let client = reqwest::Client::builder()
///     .redirect(Policy::none())
///     .connect_timeout(Duration::from_secs(10))
///     .build()?;
/// let transport = ReqwestTransport::new(client);
/// # Ok::<_, reqwest::Error>(())
/// ```
#[derive(Clone)]
pub struct ReqwestTransport(Client);

impl ReqwestTransport {
    /// A transport that sends with this client.
    #[must_use]
    pub fn new(client: Client) -> Self {
        Self(client)
    }

    /// Sends a request; returns when the answer's body begins.
    async fn begin(self, request: TransportRequest) -> Result<Answer, TransportError> {
        let mut http = request.http;
        length::announce(&mut http);
        let request = Request::try_from(http.map(outgoing)).map_err(meaning)?;
        let response = self.0.execute(request).await.map_err(meaning)?;
        trace::protocol_version(response.version());
        Ok(http::Response::from(response).map(|body| Frames::new(body, meaning)))
    }
}

type Answer = http::Response<Frames<Body, Error>>;

fn outgoing(body: RequestBody) -> Body {
    match body.as_bytes() {
        Some(bytes) => bytes.clone().into(),
        // Its length is among the headers.
        None => Body::wrap_stream(body.into_stream()),
    }
}

impl Transport for ReqwestTransport {
    fn call(&self, request: TransportRequest) -> TransportFuture {
        let this = self.clone();
        Box::pin(async move {
            needs_runtime()?;
            let TransportRequest { timeout, body_limit, .. } = request;
            carry::whole(&TokioClock::new(), timeout, body_limit, this.begin(request)).await
        })
    }

    fn open(&self, request: TransportRequest) -> OpenFuture {
        let this = self.clone();
        Box::pin(async move {
            needs_runtime()?;
            carry::opened(this.clock(), request.timeout, this.begin(request)).await
        })
    }

    fn clock(&self) -> Arc<dyn Clock> {
        Arc::new(TokioClock::new())
    }
}

fn meaning(error: Error) -> TransportError {
    // It may hold what is confidential.
    let error = error.without_url();
    let is_proxys = || chain(&error).any(|cause| cause.to_string().starts_with("tunnel error"));
    match (error.is_connect(), error.is_timeout()) {
        (true, true) => describe(Kind::ConnectTimeout, error.into()),
        (true, false) if is_proxys() => describe(Kind::Proxy, error.into()),
        (true, false) => no_connection(error),
        (false, true) => describe(Kind::Timeout, error.into()),
        (false, false) => failure(error),
    }
}

impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReqwestTransport").finish_non_exhaustive()
    }
}
