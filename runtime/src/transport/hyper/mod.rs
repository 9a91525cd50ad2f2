//! The transport on hyper.

mod builder;
mod connector;
#[cfg(feature = "_tls")]
mod encryption;
#[cfg(not(feature = "_tls"))]
#[path = "unencrypted.rs"]
mod encryption;
mod proxies;
mod route;

use std::{fmt, sync::Arc};

use http::header;
use hyper::body::Incoming;
use hyper_util::client::legacy::Client;

pub use self::builder::HyperBuilder;
use self::{
    connector::{Connector, connecting_within},
    proxies::{Proxies, is_plain},
};
use super::{
    OpenFuture, OutgoingBody, Transport, TransportError, TransportErrorKind as Kind,
    TransportFuture, TransportRequest, carry,
    failure::failure,
    frames::Frames,
    gzip::{self, Decoded},
    length,
    needs_runtime::needs_runtime,
};
use crate::{
    clock::{Clock, TokioClock},
    trace,
};

/// Sends requests with hyper; connections are kept.
///
/// Takes proxies from `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`. Has to be used
/// within a tokio runtime; it may be made outside of one. Clones share their connections.
///
/// | feature | what it brings |
/// |---|---|
/// | `rustls` | TLS by rustls with ring, and Mozilla's root certificates; on by default |
/// | `rustls-aws-lc` | TLS by rustls with AWS-LC in the place of ring |
/// | `rustls-native-roots` | the platform's root certificates in the place of Mozilla's |
/// | `native-tls` | the platform's TLS; where rustls is there too, for those who ask for [it](HyperBuilder) |
/// | `http2` | HTTP/2 where a server offers it over TLS |
/// | `gzip` | answers that come compressed; on by default |
///
/// Without one of the first, the second or `native-tls` it has no TLS and fails for `https`.
#[derive(Clone)]
pub struct HyperTransport {
    client: Client<Connector, OutgoingBody>,
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
        Self::builder().build()
    }

    /// Starts to build a transport with other settings.
    pub fn builder() -> HyperBuilder {
        HyperBuilder::default()
    }

    /// A transport that uses no proxy, whatever the environment says.
    ///
    /// # Errors
    ///
    /// When TLS cannot be set up.
    pub fn without_proxy() -> Result<Self, TransportError> {
        Self::builder().without_proxy().build()
    }

    /// A transport that sends everything through the proxy at this address, such as
    /// `http://user:password@proxy.example.com:3128`.
    ///
    /// # Errors
    ///
    /// When the address is not that of a proxy, or when TLS cannot be set up.
    pub fn with_proxy(address: &str) -> Result<Self, TransportError> {
        Self::builder().proxy(address).build()
    }

    /// Sends a request; returns when the answer's body begins.
    async fn begin(
        self,
        request: TransportRequest,
    ) -> Result<http::Response<Body>, TransportError> {
        let TransportRequest { mut http, connect_timeout, .. } = request;
        if !is_plain(http.uri()) {
            has_tls()?;
        }
        length::announce(&mut http);
        let asked = gzip::ask(&mut http);
        if let Some(authorization) = self.proxies.authorization(http.uri()) {
            http.headers_mut().insert(header::PROXY_AUTHORIZATION, authorization);
        }
        let sent = self.client.request(http.map(OutgoingBody::from));
        let response = connecting_within(connect_timeout, sent).await.map_err(failure)?;
        trace::protocol_version(response.version());
        Ok(asked.decode(response.map(|body| Frames::new(body, failure))))
    }
}

type Body = Decoded<Frames<Incoming, hyper::Error>>;

impl Transport for HyperTransport {
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

/// Whether this build can encrypt.
pub(crate) fn has_tls() -> Result<(), TransportError> {
    match cfg!(feature = "_tls") {
        true => Ok(()),
        false => Err(without_tls()),
    }
}

fn without_tls() -> TransportError {
    let text =
        "this build has no TLS: switch on the feature `rustls`, `rustls-aws-lc` or `native-tls`";
    TransportError::new(Kind::Tls, text)
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperTransport").finish_non_exhaustive()
    }
}
