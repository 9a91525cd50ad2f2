//! Connections through the proxies of the environment.

use std::{
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use http::{HeaderValue, Uri, uri::Scheme};
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::{
    client::{
        legacy::connect::{Connected, Connection, HttpConnector, proxy::Tunnel},
        proxy::matcher::{Intercept, Matcher},
    },
    rt::TokioIo,
};
use tokio::net::TcpStream;
use tower_service::Service;

use super::{TransportError, TransportErrorKind as Kind};
use crate::base_url::is_loopback;

/// Which proxy is for which destination.
#[derive(Clone)]
pub(super) struct Proxies(Arc<Matcher>);

impl Proxies {
    pub(super) fn new(matcher: Matcher) -> Self {
        Self(Arc::new(matcher))
    }

    /// The credentials that a request itself has to show to its proxy: only plain `http` requests
    /// are read by one, all others go through a tunnel that was opened with them.
    pub(super) fn authorization(&self, destination: &Uri) -> Option<HeaderValue> {
        let proxy = self.of(destination).filter(|_| is_plain(destination))?;
        proxy.basic_auth().cloned()
    }

    /// The proxy for a destination. This machine is reached without one.
    fn of(&self, destination: &Uri) -> Option<Intercept> {
        match destination.host() {
            Some(host) if !is_loopback(host) => self.0.intercept(destination),
            _ => None,
        }
    }
}

/// Opens connections: direct ones, ones to a proxy that forwards, and tunnels.
#[derive(Clone)]
pub(super) struct ProxyConnector {
    direct: HttpConnector,
    /// To the proxy, which may itself want TLS.
    to_proxy: HttpsConnector<HttpConnector>,
    proxies: Proxies,
}

impl ProxyConnector {
    pub(super) fn new(direct: HttpConnector, tls: rustls::ClientConfig, proxies: Proxies) -> Self {
        let to_proxy = HttpsConnector::from((direct.clone(), tls));
        Self { direct, to_proxy, proxies }
    }

    async fn connect(mut self, destination: Uri) -> Result<Route, BoxError> {
        let Some(proxy) = self.proxies.of(&destination) else {
            let stream = self.direct.call(destination).await?;
            return Ok(Route { stream: MaybeHttpsStream::Http(stream), is_forwarded: false });
        };
        if !matches!(proxy.uri().scheme_str(), Some("http" | "https")) {
            return Err(TransportError::new(Kind::Proxy, "SOCKS proxies are not supported").into());
        }
        let is_forwarded = is_plain(&destination);
        let stream = match is_forwarded {
            true => self.to_proxy.call(proxy.uri().clone()).await.map_err(unusable)?,
            false => {
                let mut tunnel = Tunnel::new(proxy.uri().clone(), self.to_proxy);
                if let Some(authorization) = proxy.basic_auth() {
                    tunnel = tunnel.with_auth(authorization.clone());
                }
                tunnel.call(destination).await.map_err(unusable)?
            }
        };
        Ok(Route { stream, is_forwarded })
    }
}

type BoxError = Box<dyn std::error::Error + Send + Sync>;

impl Service<Uri> for ProxyConnector {
    type Response = Route;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Route, BoxError>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        // The connectors below are always ready.
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, destination: Uri) -> Self::Future {
        Box::pin(self.clone().connect(destination))
    }
}

/// A connection that knows whether a proxy reads what is sent over it.
pub(super) struct Route {
    stream: MaybeHttpsStream<TokioIo<TcpStream>>,
    is_forwarded: bool,
}

impl Connection for Route {
    fn connected(&self) -> Connected {
        // Makes hyper send the whole address instead of the path.
        self.stream.connected().proxy(self.is_forwarded)
    }
}

impl Read for Route {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl Write for Route {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, parts)
    }
}

fn is_plain(destination: &Uri) -> bool {
    destination.scheme() == Some(&Scheme::HTTP)
}

fn unusable(error: impl Into<BoxError>) -> TransportError {
    let error = error.into();
    TransportError::new(Kind::Proxy, error.to_string()).with_source(error)
}
