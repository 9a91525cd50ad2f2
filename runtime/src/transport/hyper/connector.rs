//! Connections: direct ones, ones to a proxy that forwards, and tunnels.

use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use http::Uri;
use hyper_util::client::legacy::connect::{HttpConnector, proxy::Tunnel};
use tower_service::Service;

use super::{
    encryption::Encryption,
    proxies::{Proxies, is_plain},
    route::Route,
};
use crate::transport::{TransportError, TransportErrorKind as Kind, failure::BoxError};

tokio::task_local! {
    /// How long a connection may take that the current request needs.
    ///
    /// hyper tells a connector where to, and nothing else. It asks for a connection within the task that
    /// waits for the answer, even where that one is answered over another connection in the end.
    static CONNECT_TIMEOUT: Option<Duration>;
}

/// Sends a request whose connection may take so long.
pub(super) async fn connecting_within<F: Future>(
    timeout: Option<Duration>,
    request: F,
) -> F::Output {
    CONNECT_TIMEOUT.scope(timeout, request).await
}

/// Opens connections to where requests go.
#[derive(Clone)]
pub(super) struct Connector {
    pub(super) direct: Opener,
    pub(super) to_proxy: Opener,
    pub(super) proxies: Proxies,
}

impl Connector {
    async fn connect(self, destination: Uri) -> Result<Route, BoxError> {
        let Some(proxy) = self.proxies.of(&destination) else {
            return self.direct.open(destination).await;
        };
        if !matches!(proxy.uri().scheme_str(), Some("http" | "https")) {
            return Err(TransportError::new(Kind::Proxy, "SOCKS proxies are not supported").into());
        }
        if is_plain(&destination) {
            let route = self.to_proxy.open(proxy.uri().clone()).await.map_err(unusable)?;
            return Ok(route.forwarded());
        }
        let mut tunnel = Tunnel::new(proxy.uri().clone(), self.to_proxy);
        if let Some(authorization) = proxy.basic_auth() {
            tunnel = tunnel.with_auth(authorization.clone());
        }
        let route = tunnel.call(destination.clone()).await.map_err(unusable)?;
        self.direct.encryption.encrypt(&destination, route).await
    }
}

impl Service<Uri> for Connector {
    type Response = Route;
    type Error = BoxError;
    type Future = Connecting;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        // What is below is always ready.
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, destination: Uri) -> Connecting {
        let mut this = self.clone();
        let timeout = CONNECT_TIMEOUT.try_with(|timeout| *timeout).ok().flatten();
        // Divided among the addresses of a host, so that there is time for another one.
        this.direct.tcp.set_connect_timeout(timeout);
        this.to_proxy.tcp.set_connect_timeout(timeout);
        let connecting = this.connect(destination);
        Box::pin(async move {
            match timeout {
                None => connecting.await,
                Some(timeout) => {
                    tokio::time::timeout(timeout, connecting).await.map_err(|_| too_late())?
                }
            }
        })
    }
}

type Connecting = Pin<Box<dyn Future<Output = Result<Route, BoxError>> + Send>>;

/// Opens connections to servers and proxies themselves.
#[derive(Clone)]
pub(super) struct Opener {
    pub(super) tcp: HttpConnector,
    pub(super) encryption: Encryption,
}

impl Opener {
    async fn open(mut self, destination: Uri) -> Result<Route, BoxError> {
        let stream = self.tcp.call(destination.clone()).await?.into_inner();
        let route = Route::new(stream);
        match is_plain(&destination) {
            true => Ok(route),
            false => self.encryption.encrypt(&destination, route).await,
        }
    }
}

impl Service<Uri> for Opener {
    type Response = Route;
    type Error = BoxError;
    type Future = Connecting;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, destination: Uri) -> Connecting {
        Box::pin(self.clone().open(destination))
    }
}

fn too_late() -> TransportError {
    TransportError::new(Kind::ConnectTimeout, "no connection came about in time")
}

fn unusable(error: impl Into<BoxError>) -> TransportError {
    TransportError::new(Kind::Proxy, "the proxy could not be used").with_source(error)
}
