//! The transport on ureq.

mod builder;
mod failure;
mod pieces;
mod proxies;
mod sending;

use std::fmt;

use ureq::Agent;

pub use self::builder::BlockingBuilder;
use self::{
    pieces::Pieces,
    proxies::Proxies,
    sending::{Sending, Span},
};
use super::{
    OpenFuture, OpenResponse, RawResponse, Transport, TransportError, TransportFuture,
    TransportRequest,
    gathered::Gathered,
    gzip::{self, Decoded},
    length,
};
use crate::trace;

/// Sends requests with ureq, which blocks: the whole of it happens when a future is polled first.
/// Connections are kept.
///
/// For programs that are not asynchronous:
/// [`ClientBuilder::blocking`](crate::ClientBuilder::blocking) builds a client with it, and
/// [`wait`](crate::ResponseFuture::wait) takes the place of `.await`. It needs no runtime; whoever uses
/// it within one blocks that.
///
/// HTTP/1.1, with TLS by rustls and ring, and Mozilla's root certificates or, with the feature
/// `rustls-native-roots`, those of the platform. Takes proxies from `HTTPS_PROXY`, `HTTP_PROXY`,
/// `ALL_PROXY` and `NO_PROXY`, and asks them for a tunnel even to what is not encrypted. Clones share
/// their connections.
#[derive(Clone)]
pub struct BlockingTransport {
    agent: Agent,
    proxies: Proxies,
}

impl BlockingTransport {
    /// A transport with the proxies of the environment.
    ///
    /// # Errors
    ///
    /// When a variable of the environment holds no address of a proxy, because going without one
    /// may not be what is wanted; or when the platform's root certificates cannot be read.
    pub fn new() -> Result<Self, TransportError> {
        Self::builder().build()
    }

    /// Starts to build a transport with other settings.
    pub fn builder() -> BlockingBuilder {
        BlockingBuilder::default()
    }

    /// Sends a request; returns when the answer's body begins.
    fn begin(&self, request: TransportRequest, span: Span) -> Result<Answer, TransportError> {
        let TransportRequest { mut http, connect_timeout, .. } = request;
        length::announce(&mut http);
        let asked = gzip::ask(&mut http);
        let proxy = self.proxies.of(http.uri())?;
        let sending = Sending { agent: &self.agent, proxy, connect_timeout, span };
        let answer = sending.send(http)?;
        trace::protocol_version(answer.version());
        Ok(asked.decode(answer.map(Pieces::new)))
    }
}

type Answer = http::Response<Decoded<Pieces>>;

impl Transport for BlockingTransport {
    fn call(&self, request: TransportRequest) -> TransportFuture {
        let this = self.clone();
        Box::pin(async move {
            let (limit, span) = (request.body_limit, Span::Whole(request.timeout));
            let (parts, pieces) = this.begin(request, span)?.into_parts();
            let mut gathered = Gathered::new(&parts.headers, limit);
            // Nothing in it ever waits: a piece that is not there yet is read at once.
            let ended = gathered.fill(pieces).await;
            let body = gathered.into_bytes();
            Ok(RawResponse { status: parts.status, headers: parts.headers, body, ended })
        })
    }

    fn open(&self, request: TransportRequest) -> OpenFuture {
        let this = self.clone();
        Box::pin(async move {
            let span = Span::Steps(request.timeout);
            let (parts, pieces) = this.begin(request, span)?.into_parts();
            Ok(OpenResponse::new(parts.status, parts.headers, Box::pin(pieces)))
        })
    }

    fn is_blocking(&self) -> bool {
        true
    }
}

impl fmt::Debug for BlockingTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlockingTransport").finish_non_exhaustive()
    }
}
