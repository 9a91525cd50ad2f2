//! Services of tower as transports, and the other way round.

mod service;

use std::{fmt, future::poll_fn, pin::Pin, sync::Arc, time::Duration};

use http_body::Body;
use tower_service::Service;

pub use self::service::{IncomingBody, TransportService};
use super::{
    OpenFuture, OutgoingBody, Transport, TransportError, TransportFuture, TransportRequest, carry,
    failure::{BoxError, failure},
    frames::Frames,
    length,
};
use crate::{
    clock::{Clock, SystemClock},
    trace,
};

/// Sends requests with a service of tower, such as a stack of layers around an HTTP client.
///
/// Each request goes to a clone of the service. The transport keeps the time-outs and the limit itself; how
/// long a connection may take is up to the service. Whoever follows redirects or sends a request again
/// in the service does so before this crate can.
///
/// # Examples
///
/// A service that answers without a network, and what is asked of it:
///
/// ```
/// use std::{
///     future::{Ready, ready},
///     task::{Context, Poll},
/// };
///
/// use deskpro_runtime::transport::{OutgoingBody, RequestBody, TowerTransport};
/// use tower_service::Service;
///
/// #[derive(Clone)]
/// struct Echo;
///
/// impl Service<http::Request<OutgoingBody>> for Echo {
///     type Response = http::Response<OutgoingBody>;
///     type Error = std::io::Error;
///     type Future = Ready<Result<Self::Response, Self::Error>>;
///
///     fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
///         Poll::Ready(Ok(()))
///     }
///
///     fn call(&mut self, request: http::Request<OutgoingBody>) -> Self::Future {
///         ready(Ok(http::Response::new(request.into_body())))
///     }
/// }
///
/// let transport = TowerTransport::new(Echo);
/// ```
#[derive(Clone)]
pub struct TowerTransport<S> {
    service: S,
    clock: Arc<dyn Clock>,
}

/// What a request allows, beside it for those who keep it too.
#[derive(Debug, Clone, Copy)]
struct Allowed {
    timeout: Duration,
    connect_timeout: Option<Duration>,
}

impl<S> TowerTransport<S> {
    /// A transport that sends with this service, and keeps the time by the [`SystemClock`].
    #[must_use]
    pub fn new(service: S) -> Self {
        Self { service, clock: Arc::new(SystemClock) }
    }

    /// Keeps the time by another clock, such as that of a runtime. Has to be one of its own in a browser.
    #[must_use]
    pub fn with_clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }
}

impl<S, B> TowerTransport<S>
where
    S: Service<http::Request<OutgoingBody>, Response = http::Response<B>>,
    S::Error: Into<BoxError>,
    B: Body,
    B::Error: Into<BoxError>,
{
    /// Sends a request; returns when the answer's body begins.
    async fn begin(mut self, request: TransportRequest) -> Result<Answer<B>, TransportError> {
        let TransportRequest { mut http, timeout, connect_timeout, .. } = request;
        length::announce(&mut http);
        http.extensions_mut().insert(Allowed { timeout, connect_timeout });
        poll_fn(|context| self.service.poll_ready(context)).await.map_err(failure)?;
        let response = self.service.call(http.map(OutgoingBody::from)).await.map_err(failure)?;
        trace::protocol_version(response.version());
        Ok(response.map(|body| Frames::new(Box::pin(body), failure)))
    }
}

type Answer<B> = http::Response<Frames<Pin<Box<B>>, <B as Body>::Error>>;

impl<S, B> Transport for TowerTransport<S>
where
    S: Service<http::Request<OutgoingBody>, Response = http::Response<B>> + Clone,
    S: Send + Sync + 'static,
    S::Error: Into<BoxError>,
    S::Future: Send,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<BoxError>,
{
    fn call(&self, request: TransportRequest) -> TransportFuture {
        let this = self.clone();
        Box::pin(async move {
            let TransportRequest { timeout, body_limit, .. } = request;
            let clock = this.clock.clone();
            carry::whole(&*clock, timeout, body_limit, this.begin(request)).await
        })
    }

    fn open(&self, request: TransportRequest) -> OpenFuture {
        let this = self.clone();
        Box::pin(async move {
            let (clock, timeout) = (this.clock.clone(), request.timeout);
            carry::opened(clock, timeout, this.begin(request)).await
        })
    }

    fn clock(&self) -> Arc<dyn Clock> {
        self.clock.clone()
    }
}

impl<S> fmt::Debug for TowerTransport<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TowerTransport").field("clock", &self.clock).finish_non_exhaustive()
    }
}
