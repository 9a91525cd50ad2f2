//! What generated API clients stand on.
//!
//! Generated code states facts: operations, fields, error codes. What is done with them is here,
//! once for all: requests as values, the exchange with the helpdesk, transports, envelopes,
//! refusals, paging, and JSON that is read leniently and loses nothing.
//!
//! | from | to | in |
//! |---|---|---|
//! | settings | [`Client`] | [`ClientBuilder`] |
//! | an [`Operation`] and arguments | [`Request`] | generated code |
//! | several [`Call`]s | one [`Request`], and back | [`Batch`], [`BatchResults`] |
//! | [`Request`] | HTTP requests, one after the other | [`Exchange`] |
//! | HTTP request | [`RawResponse`](transport::RawResponse) | a [`Transport`] |
//! | [`Response`] | [`Envelope`], [`Page`], [`Created`], [`Updated`], [`Deleted`], [`Empty`] | [`FromResponse`] |
//! | [`Response`] | without an envelope: [`Bare`], [`Text`], [`Content`] | [`FromResponse`] |
//! | an answer whose body is still to come | [`Download`] | [`ResponseFuture::stream`] |
//! | [`Response`] | [`Refusal`], sorted into an operation's own error | [`Refused`] |
//!
//! # Examples
//!
//! An operation that no generated client has, asked by hand:
//!
//! ```
//! use deskpro_runtime::{Auth, Client, Envelope, Json, Method, Operation, Request, Undocumented};
//! # use deskpro_runtime::transport::MemoryTransport;
//!
//! static GET: Operation = Operation {
//!     name: "brands.get",
//!     method: Method::Get,
//!     path: "/brands/{id}",
//!     negotiable: false,
//!     repeatable: true,
//!     success: &[200],
//! };
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let transport = MemoryTransport::new(|_| http::Response::new(r#"{"data": {"id": 7}}"#.into()));
//! let client = Client::builder("https://support.example.com/api/v2", Auth::key("2:ABC"))
//! #   .transport(transport)
//!     .build()?;
//! let request = Request::new(&client, &GET, &[&7]).query("include", &"person");
//! let brand: Envelope<Json> = request.send::<_, Box<Undocumented>>().await?;
//! assert_eq!(brand.data["id"], 7);
//! # Ok(())
//! # }
//! ```
//!
//! Nothing but a transport needs tokio or an HTTP library; which one that is, features say:
//! [`transport`].
//!
//! # Tracing
//!
//! With the feature `tracing` there is a span for each operation, from the first poll to the answer, and
//! within it one for each HTTP request that it takes, be it a retry or where a redirect leads. Their
//! fields are those that OpenTelemetry wants of an HTTP client, such as `http.request.method`,
//! `url.template`, `server.address`, `http.response.status_code`, `http.request.resend_count`, `error.type`
//! and, for `tracing-opentelemetry`, `otel.name`; an operation is called `deskpro.operation`. What is waited
//! for is told in events. Where a file is read as it comes, the span of the HTTP request ends when the file
//! begins, that of the operation when it was read. Credentials, parameters, headers and bodies are in none
//! of them.

mod attempt;
mod auth;
mod bare;
mod base_url;
mod batch;
mod blocking;
mod body;
mod build_error;
mod builder;
mod call;
mod client;
pub mod clock;
mod content;
mod created;
mod credentials;
mod decode_error;
mod download;
pub mod drift;
mod drive;
mod dry_run;
mod empty;
mod encoder;
mod envelope;
mod error;
mod error_body;
mod exchange;
mod fields;
mod file_name;
mod form_parts;
mod future;
mod header_rule;
mod json;
mod leaves;
mod limits;
mod linked;
mod links;
mod location;
mod mask;
mod matches;
mod meta;
mod operation;
mod page;
mod paging;
mod path;
mod refusal;
mod renewing;
mod request;
mod request_error;
mod request_id;
mod request_line;
mod response;
mod retry;
mod retry_after;
pub mod serde;
mod shown;
mod text;
mod trace;
pub mod transport;
mod turn;
mod untyped;
mod upload;
mod validation;
mod value;
mod verb_rule;
mod whole_file;

pub use bytes::Bytes;

pub use attempt::Attempt;
pub use auth::Auth;
pub use bare::Bare;
pub use batch::{Batch, BatchFuture, BatchResults, IntoBatch, Queued};
pub use blocking::BlockingIter;
pub use build_error::BuildError;
pub use builder::{ApiFacts, ClientBuilder};
pub use call::Call;
pub use client::Client;
pub use content::Content;
pub use created::{Created, Updated};
pub use credentials::{Credentials, CredentialsFuture};
pub use decode_error::{DecodeError, DecodeFault};
pub use download::{BlockingDownload, Download, DownloadFuture, SaveError};
pub use drift::Drift;
pub use dry_run::DryRun;
pub use empty::{Deleted, Empty};
pub use envelope::Envelope;
pub use error::{Error, Failure, Unanswered};
pub use exchange::{Exchange, Step};
pub use fields::{Fields, Holds, Input, Rest, Sends, Within, kind};
pub use future::ResponseFuture;
pub use json::{
    Decode, Encode, Extra, Invalid, Json, JsonReader, Kind, Writer, from_json, from_json_keeping,
    to_json,
};
pub use limits::Limits;
pub use linked::Linked;
pub use links::Links;
pub use matches::matches;
pub use meta::Meta;
pub use operation::{Method, Operation};
pub use page::Page;
pub use paging::{Items, Pages, Progress};
pub use refusal::{Refusal, Refused, Undocumented};
pub use renewing::Renewing;
pub use request::Request;
pub use request_error::{RequestError, RequestFault};
pub use request_line::RequestLine;
pub use response::{FromResponse, Response, ResponseHead};
pub use retry::{Retry, RetryBudget, RetryCause, RetryPolicy};
pub use text::Text;
pub use transport::Transport;
pub use untyped::{Untyped, UntypedKind};
pub use upload::Upload;
pub use validation::{ErrorItem, ErrorTree, FieldError};
pub use value::{Clear, Date, DateTime, Id, IntoSet, Map, Ref, Resource, Sensitive, Set};
pub use verb_rule::VerbRule;
