//! The transport on hyper, with rustls.

use std::{
    fmt,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::header;
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use hyper_util::{
    client::{
        legacy::{Client, connect::HttpConnector},
        proxy::matcher::Matcher,
    },
    rt::{TokioExecutor, TokioTimer},
};
use tokio::time::Instant;

use super::{
    BodyEnd, OpenFuture, OpenResponse, RawResponse, Transport, TransportError,
    TransportErrorKind as Kind, TransportFuture, TransportRequest,
    failure::{body_failure, request_failure},
    proxy::{Proxies, ProxyConnector},
    sent_body::SentBody,
};
use crate::{
    clock::{Clock, TokioClock},
    trace,
};

/// Sends requests with hyper: HTTP/1.1, TLS with rustls and Mozilla's roots, connections kept.
///
/// Takes proxies from `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`. Has to be used
/// within a tokio runtime; it may be made outside of one. Clones share their connections.
#[derive(Clone)]
pub struct HyperTransport {
    client: Client<hyper_rustls::HttpsConnector<ProxyConnector>, SentBody>,
    proxies: Proxies,
}

impl HyperTransport {
    /// A transport with the proxies of the environment.
    ///
    /// # Errors
    ///
    /// When a variable of the environment holds no address of a proxy, because going without one
    /// may not be what is wanted; or when TLS cannot be set up.
    pub fn new() -> Result<Self, TransportError> {
        for name in PROXY_VARIABLES {
            if let Ok(address) = std::env::var(name) {
                check_variable(name, &address)?;
            }
        }
        Self::with_proxies(Matcher::from_env())
    }

    /// A transport that uses no proxy, whatever the environment says.
    ///
    /// # Errors
    ///
    /// When TLS cannot be set up.
    pub fn without_proxy() -> Result<Self, TransportError> {
        Self::with_proxies(Matcher::builder().build())
    }

    /// A transport that sends everything through the proxy at this address, such as
    /// `http://user:password@proxy.example.com:3128`.
    ///
    /// # Errors
    ///
    /// When the address is not that of a proxy, or when TLS cannot be set up.
    pub fn with_proxy(address: &str) -> Result<Self, TransportError> {
        match proxy_at(address) {
            Some(matcher) => Self::with_proxies(matcher),
            None => Err(TransportError::new(Kind::Proxy, "the proxy's address cannot be used")),
        }
    }

    fn with_proxies(matcher: Matcher) -> Result<Self, TransportError> {
        let mut tcp = HttpConnector::new();
        // TLS decides what is encrypted, this only opens connections.
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        let proxies = Proxies::new(matcher);
        let tls = tls_config()?;
        let connector = hyper_rustls::HttpsConnectorBuilder::new()
            .with_tls_config(tls.clone())
            .https_or_http()
            .enable_http1()
            .wrap_connector(ProxyConnector::new(tcp, tls, proxies.clone()));
        let client =
            Client::builder(TokioExecutor::new()).pool_timer(TokioTimer::new()).build(connector);
        Ok(Self { client, proxies })
    }
}

/// The variables of the environment that name proxies.
const PROXY_VARIABLES: [&str; 6] =
    ["ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"];

/// Everything through the proxy at this address; `None` when it is not that of a proxy.
fn proxy_at(address: &str) -> Option<Matcher> {
    let matcher = Matcher::builder().all(address).build();
    let probe = http::Uri::from_static("https://example.com");
    matcher.intercept(&probe).is_some().then_some(matcher)
}

/// Whether a variable can be used; an empty one means no proxy. Its value may hold a password.
fn check_variable(name: &str, address: &str) -> Result<(), TransportError> {
    if address.is_empty() || proxy_at(address).is_some() {
        return Ok(());
    }
    let fault = format!("the environment's {name} is not the address of a proxy");
    Err(TransportError::new(Kind::Proxy, fault))
}

impl Transport for HyperTransport {
    fn call(&self, request: TransportRequest) -> TransportFuture {
        let this = self.clone();
        Box::pin(async move { this.exchange(request).await })
    }

    fn open(&self, request: TransportRequest) -> OpenFuture {
        let this = self.clone();
        Box::pin(async move {
            let timeout = request.timeout;
            let (response, _) = this.begin(request).await?;
            let (parts, body) = response.into_parts();
            let body = Box::pin(Pieces { body, timeout, waiting: None });
            Ok(OpenResponse::new(parts.status, parts.headers, body))
        })
    }

    fn clock(&self) -> Arc<dyn Clock> {
        Arc::new(TokioClock::new())
    }
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperTransport").finish_non_exhaustive()
    }
}

impl HyperTransport {
    async fn exchange(&self, request: TransportRequest) -> Result<RawResponse, TransportError> {
        let limit = request.body_limit;
        let (response, deadline) = self.begin(request).await?;
        let (parts, body) = response.into_parts();
        let (body, ended) = read(body, deadline, limit).await;
        Ok(RawResponse { status: parts.status, headers: parts.headers, body, ended })
    }

    /// Sends a request; returns when the answer's body begins, with the time when it has to end.
    async fn begin(
        &self,
        request: TransportRequest,
    ) -> Result<(http::Response<Incoming>, Option<Instant>), TransportError> {
        // Outside of a runtime tokio would panic.
        if tokio::runtime::Handle::try_current().is_err() {
            return Err(TransportError::new(Kind::Other, "this needs a tokio runtime"));
        }
        let TransportRequest { mut http, timeout, .. } = request;
        let deadline = Instant::now().checked_add(timeout);
        if let Some(authorization) = self.proxies.authorization(http.uri()) {
            http.headers_mut().insert(header::PROXY_AUTHORIZATION, authorization);
        }
        let (parts, body) = http.into_parts();
        let sent = self.client.request(http::Request::from_parts(parts, SentBody::new(body)));
        let response = before(deadline, sent).await?.map_err(request_failure)?;
        trace::protocol_version(response.version());
        Ok((response, deadline))
    }
}

/// A body as it comes; no piece may take longer than the time-out.
struct Pieces {
    body: Incoming,
    timeout: Duration,
    waiting: Option<Pin<Box<tokio::time::Sleep>>>,
}

impl Stream for Pieces {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(context) {
                this.waiting = None;
                return Poll::Ready(match frame {
                    None => None,
                    Some(Err(error)) => Some(Err(body_failure(error))),
                    Some(Ok(frame)) => match frame.into_data() {
                        Ok(data) => Some(Ok(data)),
                        // Trailers.
                        Err(_) => continue,
                    },
                });
            }
            let timeout = this.timeout;
            let waiting = this.waiting.get_or_insert_with(|| Box::pin(tokio::time::sleep(timeout)));
            return waiting.as_mut().poll(context).map(|()| Some(Err(time_was_up())));
        }
    }
}

/// Reads a body up to the limit and not further: dropping the rest closes the connection.
async fn read(mut body: Incoming, deadline: Option<Instant>, limit: usize) -> (Bytes, BodyEnd) {
    let mut bytes = BytesMut::new();
    let ended = loop {
        let data = match before(deadline, body.frame()).await {
            Ok(None) => break BodyEnd::Complete,
            Ok(Some(Ok(frame))) => frame.into_data().unwrap_or_default(),
            Ok(Some(Err(error))) => break BodyEnd::Broken(body_failure(error)),
            Err(timeout) => break BodyEnd::Broken(timeout),
        };
        let room = limit - bytes.len();
        if data.len() > room {
            bytes.extend_from_slice(data.get(..room).unwrap_or_default());
            break BodyEnd::TooLarge;
        }
        bytes.extend_from_slice(&data);
    };
    (bytes.freeze(), ended)
}

/// Waits no longer than until the deadline.
async fn before<T>(
    deadline: Option<Instant>,
    future: impl Future<Output = T>,
) -> Result<T, TransportError> {
    match deadline {
        None => Ok(future.await),
        Some(deadline) => {
            tokio::time::timeout_at(deadline, future).await.map_err(|_| time_was_up())
        }
    }
}

fn time_was_up() -> TransportError {
    TransportError::new(Kind::Timeout, "time was up")
}

fn tls_config() -> Result<rustls::ClientConfig, TransportError> {
    use hyper_rustls::ConfigBuilderExt;
    // Named, because rustls has no default where a program contains two providers.
    let provider = rustls::crypto::ring::default_provider();
    let builder = rustls::ClientConfig::builder_with_provider(provider.into())
        .with_safe_default_protocol_versions()
        .map_err(|error| {
            TransportError::new(Kind::Tls, "TLS has no versions").with_source(error)
        })?;
    Ok(builder.with_webpki_roots().with_no_client_auth())
}

#[cfg(test)]
mod tests {
    use super::check_variable;

    #[test]
    fn variables_that_name_no_proxy_are_named_without_their_value() {
        for good in ["", "http://proxy.example.com:3128", "proxy.example.com:3128"] {
            assert!(check_variable("HTTPS_PROXY", good).is_ok(), "{good}");
        }
        for bad in ["garbage://secret", "not a url"] {
            let fault = check_variable("HTTPS_PROXY", bad).unwrap_err().to_string();
            assert!(fault.contains("HTTPS_PROXY") && !fault.contains(bad), "{fault}");
        }
    }
}
