//! What carries requests to the helpdesk: the seam between this crate and HTTP libraries.
//!
//! | feature | transport | for programs that |
//! |---|---|---|
//! | `hyper`, with `rustls`, `rustls-aws-lc` or `native-tls` | `HyperTransport` | run on tokio; a client has it unless told otherwise |
//! | `blocking` | `BlockingTransport` | are not asynchronous; see `ClientBuilder::blocking` |
//! | `reqwest` | `ReqwestTransport` | have a `reqwest::Client` that is set up as they need it |
//! | `tower` | `TowerTransport`, `TransportService` | have a service of tower, or want layers of it |
//! | `fetch` | `FetchTransport` | run in a browser, where a client has it unless told otherwise |
//!
//! The first two decode answers that come compressed with the feature `gzip`, and take the platform's root
//! certificates in the place of Mozilla's with `rustls-native-roots`; `http2` is HTTP/2 for the first. Any
//! of these may be on together. A transport of one's own implements [`Transport`].
//!
//! # Tests
//!
//! Three transports need no network; each may be given to
//! [`ClientBuilder::transport`](crate::ClientBuilder::transport), also where nothing is `async`. With
//! none of them does anybody wait for a retry or a limit: their clock is
//! [simulated](crate::clock::SimulatedClock).
//!
//! | the helpdesk answers | with |
//! |---|---|
//! | what a test computes from the request | [`MemoryTransport`] |
//! | what a test says beforehand, by route or in order, failures included | [`Script`], [`MemoryTransport::in_order`] |
//! | what a real one answered when it was recorded | [`Cassette`] |
//!
//! A [`MemoryTransport`], which a [`Script`] becomes, also tells what it was asked. What a request *would*
//! send is seen without any of them: [`DryRun`](crate::DryRun).
//!
//! ```
//! use deskpro_runtime::{Auth, Client, transport::Script};
//! # use deskpro_runtime::{Envelope, Json, Method, Operation, Request, Undocumented};
//! #
//! # static GET: Operation = Operation {
//! #     name: "tickets.get",
//! #     method: Method::Get,
//! #     path: "/tickets/{id}",
//! #     negotiable: false,
//! #     repeatable: true,
//! #     success: &[200],
//! # };
//!
//! let transport = Script::new()
//!     .on("GET /tickets/{id}", (429, ""))
//!     .on("GET /tickets/{id}", (200, r#"{"data": {"id": 13}}"#))
//!     .into_transport();
//! let client = Client::builder("https://support.example.com", Auth::none())
//!     .transport(transport.clone())
//!     .build()?;
//! # let get = || Request::new(&client, &GET, &[&13]).send::<Envelope<Json>, Box<Undocumented>>();
//! // Here a ticket is asked for, and waited for without a runtime.
//! let ticket = get().wait()?;
//! assert_eq!(ticket.data["id"], 13);
//! assert_eq!(ticket.response().attempts().len(), 2);
//! assert_eq!(transport.requests()[0].uri().path(), "/tickets/13");
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```

mod answer;
#[cfg(feature = "blocking")]
mod blocking;
#[cfg(any(
    feature = "hyper",
    feature = "reqwest",
    feature = "tower",
    all(feature = "fetch", target_arch = "wasm32", target_os = "unknown")
))]
mod carry;
mod cassette;
mod error;
#[cfg(any(feature = "blocking", feature = "hyper", feature = "reqwest", feature = "tower"))]
mod failure;
#[cfg(all(feature = "fetch", target_arch = "wasm32", target_os = "unknown"))]
mod fetch;
#[cfg(any(feature = "hyper", feature = "reqwest", feature = "tower"))]
mod frames;
mod gathered;
#[cfg(any(feature = "blocking", feature = "hyper"))]
mod gzip;
#[cfg(feature = "hyper")]
mod hyper;
#[cfg(any(feature = "blocking", feature = "hyper", feature = "reqwest", feature = "tower"))]
mod length;
mod memory;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod needs_runtime;
#[cfg(feature = "blocking")]
mod no_proxy;
#[cfg(any(feature = "hyper", feature = "tower"))]
mod outgoing;
#[cfg(any(feature = "blocking", feature = "hyper"))]
mod proxy_choice;
mod request;
mod request_body;
#[cfg(feature = "reqwest")]
mod reqwest;
mod script;
#[cfg(any(feature = "_tls", feature = "blocking"))]
mod tls;
#[cfg(feature = "tower")]
mod tower;

use std::{pin::Pin, sync::Arc};

#[cfg(feature = "blocking")]
pub use self::blocking::{BlockingBuilder, BlockingTransport};
#[cfg(all(feature = "fetch", target_arch = "wasm32", target_os = "unknown"))]
pub use self::fetch::FetchTransport;
#[cfg(feature = "hyper")]
pub(crate) use self::hyper::has_tls;
#[cfg(feature = "hyper")]
pub use self::hyper::{HyperBuilder, HyperTransport};
#[cfg(any(feature = "hyper", feature = "tower"))]
pub use self::outgoing::OutgoingBody;
#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;
#[cfg(feature = "tower")]
pub use self::tower::{IncomingBody, TowerTransport, TransportService};
pub(crate) use self::{
    answer::pieces,
    request_body::{Outline, Part},
};
pub use self::{
    answer::{BodyEnd, BodyStream, OpenResponse, RawResponse},
    cassette::{Cassette, CassetteError, CassetteTransport, NotRecorded},
    error::{TransportError, TransportErrorKind},
    memory::MemoryTransport,
    request::TransportRequest,
    request_body::{RequestBody, RequestStream},
    script::{Script, Scripted},
};
use crate::clock::{Clock, SystemClock};

/// The answer of a transport, some time later.
pub type TransportFuture =
    Pin<Box<dyn Future<Output = Result<RawResponse, TransportError>> + Send + 'static>>;

/// An answer whose body is still to come, some time later.
pub type OpenFuture =
    Pin<Box<dyn Future<Output = Result<OpenResponse, TransportError>> + Send + 'static>>;

/// Sends one HTTP request and returns what came back.
///
/// A transport follows no redirects, repeats nothing, and reports every status as an answer. It
/// has to keep the time-outs, and to stop reading a body at its limit.
///
/// Its futures are polled within the span of the HTTP request: one that knows the version of HTTP may
/// record it there, as `network.protocol.version`.
///
/// # Examples
///
/// A transport that adds a header and leaves the rest to another one:
///
/// ```
/// use std::sync::Arc;
///
/// use deskpro_runtime::{
///     clock::Clock,
///     transport::{OpenFuture, Transport, TransportFuture, TransportRequest},
/// };
/// use http::HeaderValue;
///
/// struct Traced<T>(T);
///
/// impl<T: Transport> Transport for Traced<T> {
///     fn call(&self, mut request: TransportRequest) -> TransportFuture {
///         request.http.headers_mut().insert("x-request-id", HeaderValue::from_static("7"));
///         self.0.call(request)
///     }
///
///     // What is not said is that of a transport that knows no more than `call`.
///     fn open(&self, request: TransportRequest) -> OpenFuture {
///         self.0.open(request)
///     }
///
///     fn clock(&self) -> Arc<dyn Clock> {
///         self.0.clock()
///     }
///
///     fn is_blocking(&self) -> bool {
///         self.0.is_blocking()
///     }
/// }
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends a request.
    ///
    /// The future fails when no status and headers were received; whatever breaks after them is
    /// said in [`RawResponse::ended`].
    fn call(&self, request: TransportRequest) -> TransportFuture;

    /// Sends a request and returns when the body of its answer begins.
    ///
    /// The body comes as it is received. [`timeout`](TransportRequest::timeout) counts until the first
    /// piece and between two then, and there is no [`body_limit`](TransportRequest::body_limit): whoever
    /// reads stops where it is enough. Unless a transport has something better, the body is that of
    /// [`call`](Self::call), limit included, in one piece.
    fn open(&self, request: TransportRequest) -> OpenFuture {
        let answer = self.call(request);
        Box::pin(async move { answer.await.map(OpenResponse::from) })
    }

    /// The clock to wait by between requests; that of the operating system unless a transport has one
    /// that fits it better.
    fn clock(&self) -> Arc<dyn Clock> {
        Arc::new(SystemClock)
    }

    /// Whether futures of this transport do their work when they are polled first and are ready then,
    /// so that nobody has to wait for them.
    ///
    /// Only with such a transport can a client be used [without `await`](crate::ResponseFuture::wait).
    fn is_blocking(&self) -> bool {
        false
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn call(&self, request: TransportRequest) -> TransportFuture {
        (**self).call(request)
    }

    fn open(&self, request: TransportRequest) -> OpenFuture {
        (**self).open(request)
    }

    fn clock(&self) -> Arc<dyn Clock> {
        (**self).clock()
    }

    fn is_blocking(&self) -> bool {
        (**self).is_blocking()
    }
}
