//! The transport of browsers.

mod body;
mod exchange;
mod js;

use std::sync::Arc;

use futures_channel::oneshot;

use self::body::Arriving;
use super::{
    OpenFuture, Transport, TransportError, TransportErrorKind as Kind, TransportFuture,
    TransportRequest, carry,
};
use crate::clock::{BrowserClock, Clock};

/// Sends requests with the `fetch` of a browser, in a window or a worker.
///
/// Dropping a future, or a body that is still to come, aborts the request; so does a time-out.
///
/// A browser is no other HTTP client:
///
/// - The helpdesk has to allow the page's origin, for the headers that are sent too (CORS), or be the
///   page's own. Of its answers only those headers are seen that it exposes.
/// - Why a request failed is not told, and not whether anything was sent: its error is of the kind
///   [`Io`](super::TransportErrorKind::Io).
/// - A redirect is not shown either. It is an error, unless the browser is to
///   [follow](Self::follow_redirects) them.
/// - The browser says who asks in the place of `User-Agent`, decides about proxies, compression and how
///   long a connection may take, and keeps cookies to itself: none are sent.
/// - What is sent is read into memory before.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Auth, BuildError, Client, transport::FetchTransport};
///
/// fn client(token: &str) -> Result<Client, BuildError> {
///     Client::builder("https://support.example.com", Auth::token(token))
///         .transport(FetchTransport::new())
///         .build()
/// }
/// ```
#[derive(Debug, Clone, Default)]
pub struct FetchTransport {
    follows_redirects: bool,
}

impl FetchTransport {
    /// A transport that follows no redirects.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets the browser follow redirects.
    ///
    /// Nobody is asked then where a request goes: the browser leaves `Authorization` out on the way to
    /// another origin, and sends all other headers there.
    #[must_use]
    pub fn follow_redirects(mut self) -> Self {
        self.follows_redirects = true;
        self
    }

    /// Sends a request; returns when the answer's body begins.
    async fn begin(self, request: TransportRequest) -> Result<Answer, TransportError> {
        let (parts, body) = request.http.into_parts();
        let body = body.read().await.map_err(TransportError::of_request_body)?;
        let http = http::Request::from_parts(parts, body);
        // What belongs to JavaScript may not leave its thread, futures may: so that stays behind, in a
        // task of the browser, and what it gets comes through channels.
        let (answer, answered) = oneshot::channel();
        let (wanted, unwanted) = oneshot::channel();
        wasm_bindgen_futures::spawn_local(exchange::exchange(
            http,
            self.follows_redirects,
            answer,
            unwanted,
        ));
        let answer = answered.await.map_err(|_| gone())??;
        Ok(answer.map(|pieces| Arriving::new(pieces, wanted)))
    }
}

type Answer = http::Response<Arriving>;

/// The browser ended its task, which it does only with the whole page.
fn gone() -> TransportError {
    TransportError::new(Kind::Closed, "the page is gone")
}

impl Transport for FetchTransport {
    fn call(&self, request: TransportRequest) -> TransportFuture {
        let this = self.clone();
        Box::pin(async move {
            let TransportRequest { timeout, body_limit, .. } = request;
            carry::whole(&BrowserClock, timeout, body_limit, this.begin(request)).await
        })
    }

    fn open(&self, request: TransportRequest) -> OpenFuture {
        let this = self.clone();
        Box::pin(
            async move { carry::opened(this.clock(), request.timeout, this.begin(request)).await },
        )
    }

    fn clock(&self) -> Arc<dyn Clock> {
        Arc::new(BrowserClock)
    }
}
