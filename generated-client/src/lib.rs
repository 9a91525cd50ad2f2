//! A typed client of the Deskpro helpdesk API.
//!
//! Everything under a [`Client`] is made from one YAML description of the API: what a resource
//! holds, what can be asked of it, and every reason for which the helpdesk may refuse.
//!
//! ```no_run
//! use deskpro_client::tickets::{GetTicketError, TicketStatus};
//! use deskpro_client::{Auth, Clear, Client, Error};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let auth = Auth::key("2:YWK2PGCS8CNW62SR8TBTBKWMY");
//! let client = Client::builder("https://support.example.com", auth).build()?;
//!
//! // One object, a page of objects, all objects.
//! let ticket = client.tickets().get(13).send().await?;
//! let page = client.tickets().list().count(50).send().await?;
//! let mut all = client.tickets().list().count(200).items();
//! while let Some(ticket) = all.next().await {
//!     println!("{}", ticket?.subject);
//! }
//!
//! // What must be given is an argument; the rest is left out, cleared or set.
//! client.tickets().create("Printer on fire", 4).message("It burns").send().await?;
//! client.tickets().update(13).status(TicketStatus::Resolved).agent(Clear).send().await?;
//!
//! // Every documented reason has a name, so this `match` needs no catch-all arm.
//! match client.tickets().get(13).send().await {
//!     Ok(ticket) => println!("{}", ticket.data.subject),
//!     Err(Error::Api(refusal)) => match refusal {
//!         GetTicketError::NotFound(_) | GetTicketError::OtherNotFound(_) => println!("gone"),
//!         GetTicketError::Unauthorized(_) | GetTicketError::OtherUnauthorized(_) => println!("who?"),
//!         GetTicketError::AccessDenied(_)
//!         | GetTicketError::NoPermission(_)
//!         | GetTicketError::OtherForbidden(_) => println!("not for us"),
//!         GetTicketError::RateLimits(_) | GetTicketError::TooManyRequests(_) => println!("later"),
//!         GetTicketError::Maintenance(_) => println!("much later"),
//!         GetTicketError::BadRequest(e)
//!         | GetTicketError::OtherBadRequest(e)
//!         | GetTicketError::MethodNotAllowed(e) => println!("our fault: {e}"),
//!     },
//!     Err(other) => println!("{other}"),
//! }
//! # Ok(()) }
//! ```
//!
//! # Several requests at once
//!
//! A batch takes requests of any kind. Each has an answer of its own, of the type that it would have
//! alone, and is refused with its own error.
//!
//! ```no_run
//! # #[cfg(all(feature = "people", feature = "tickets"))]
//! # async fn example(client: deskpro_client::Client) -> Result<(), Box<dyn std::error::Error>> {
//! let mut batch = client.batch();
//! let ticket = batch.add(client.tickets().get(13));
//! let person = batch.add(client.people().get(4));
//! let results = batch.send().await?;
//! println!("{}", results.take(ticket)?.data.subject);
//! println!("{}", results.take(person)?.data.name);
//! # Ok(()) }
//! ```
//!
//! # What was sent along
//!
//! Resources that were asked for with `include` are looked up by their ids, with [`Linked::get`] or, by
//! name, with [`LinkedResources`].
//!
//! ```no_run
//! # #[cfg(feature = "tickets")]
//! # async fn example(client: deskpro_client::Client) -> Result<(), Box<dyn std::error::Error>> {
//! use deskpro_client::LinkedResources;
//! use deskpro_client::types::Sideload;
//!
//! let page = client.tickets().list().include([Sideload::Person]).send().await?;
//! for ticket in &page.data {
//!     if let Some(person) = page.linked().person(ticket.person.id()) {
//!         println!("{} asks: {}", person?.name, ticket.subject);
//!     }
//! }
//! # Ok(()) }
//! ```
//!
//! # Files
//!
//! ```no_run
//! # #[cfg(all(feature = "files", feature = "tickets"))]
//! # async fn example(client: deskpro_client::Client) -> Result<(), Box<dyn std::error::Error>> {
//! use deskpro_client::Upload;
//! use deskpro_client::types::AttachmentInput;
//!
//! let log = Upload::new("printer.log", "It burns.").content_type("text/plain");
//! let made = client.blobs().create_temporary(log).send().await?;
//! if let Some(file) = made.data {
//!     let file = AttachmentInput::new(file.blob_auth);
//!     client.tickets().messages(13).create("As promised").attachments([file]).send().await?;
//! }
//! # Ok(()) }
//! ```
//!
//! Large files need not be in memory. An [`Upload`] may come from a file, a stream or a reader, as long
//! as its length is known; a [`Download`] goes on as it comes. Both tell how far they are.
//!
//! ```no_run
//! # #[cfg(all(feature = "files", feature = "people"))]
//! # async fn example(client: deskpro_client::Client) -> Result<(), Box<dyn std::error::Error>> {
//! use std::time::Duration;
//!
//! use deskpro_client::Upload;
//!
//! let dump = Upload::file("dump.tar.gz")?.on_progress(|sent, length| println!("{sent} of {length}"));
//! let request = client.blobs().create_temporary(dump);
//! request.with(|request| request.timeout(Duration::from_secs(3600))).send().await?;
//!
//! let image = client.people().image(4).send().stream().await?;
//! let bytes = image.limit(10_000_000).save("4.png").await?;
//! println!("{bytes} bytes");
//! # Ok(()) }
//! ```
//!
//! # What is not described
//!
//! Helpdesks of different age send different members. Those that the description does not know are kept
//! where a request, or the whole client, asks for it, in the `extra` of the object that had them; they
//! are written back with it; [`lossless`] says in which ways the JSON may differ then. What takes more than
//! one call is in the module `recipes`.
//!
//! ```no_run
//! # #[cfg(feature = "tickets")]
//! # async fn example(client: deskpro_client::Client) -> Result<(), Box<dyn std::error::Error>> {
//! use deskpro_client::Request;
//!
//! let ticket = client.tickets().get(13).with(Request::keep_unknown).send().await?.data;
//! println!("{:?}", ticket.extra.get("sentiment"));
//! # Ok(()) }
//! ```
//!
//! What a helpdesk says beyond the description is collected by a [`Drift`], all day long and without a value:
//! unknown fields, values and codes, and nulls where there should be none.
//!
//! ```no_run
//! # fn example(auth: deskpro_client::Auth) -> Result<(), Box<dyn std::error::Error>> {
//! use deskpro_client::{Client, Drift};
//!
//! let drift = Drift::new();
//! let client = Client::builder("https://support.example.com", auth).observe(&drift).build()?;
//! // Use the client, then look at the report or write it down for `cargo codegen learn`.
//! println!("{}", drift.report());
//! drift.write_to("drift.json")?;
//! # let _ = client;
//! # Ok(()) }
//! ```
//!
//! Of some resources nobody has published what they hold. They are free JSON with a name: [`Untyped`].
//!
//! # Looking closely
//!
//! What a request would send is shown without sending it, secrets masked; how an answer came is told by
//! the answer, and by every error.
//!
//! ```no_run
//! # #[cfg(feature = "tickets")]
//! # async fn example(client: deskpro_client::Client) -> Result<(), Box<dyn std::error::Error>> {
//! let request = client.tickets().get(13).send();
//! println!("{}", request.dry_run()?.curl());
//!
//! let (ticket, response) = request.with_response().await?;
//! println!("{}: {} bytes", ticket.data.id, response.body().len());
//! for attempt in response.head().attempts() {
//!     println!("{:?} in {:?}", attempt.status, attempt.took);
//! }
//! # Ok(()) }
//! ```
//!
//! For tests there are transports that need no network: [`transport`] says which is for what.
//!
//! # Features
//!
//! Resources come in families, each of which is a feature: `tickets`, `ticket-messages`, `ticket-details`,
//! `ticket-lookups`, `people`, `organizations`, `agents`, `files`, `account` and `search` are on unless
//! told otherwise; `ticket-forms`, `ticket-filters`, `chats`, `knowledge-base`, `guides`, `news`,
//! `downloads`, `feedback`, `snippets`, `tasks`, `identity`, `system` and `apps` are not; `full` is all
//! of them. A feature only adds: no type is another one with it.
//!
//! `unverified` adds operations that are inferred from request models and were never seen at work.
//!
//! What carries requests is a feature too: `hyper`, on by default, with `rustls` and `gzip`; `blocking`,
//! `reqwest`, `tower`, and `fetch` for browsers. [`transport`] says which is for whom, and which features go
//! with them.
//!
//! `tracing`, on by default, tells of operations in spans and events; `macros` is `#[deskpro_resource]`
//! and `#[deskpro_handles]`.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[rustfmt::skip]
mod generated;

mod as_agent;
#[cfg(any(feature = "organizations", feature = "people", feature = "tickets"))]
mod custom_fields;
pub mod lossless;
#[cfg(all(feature = "tickets", feature = "people"))]
pub mod recipes;

pub use as_agent::AsAgent;
#[cfg(any(feature = "organizations", feature = "people", feature = "tickets"))]
pub use custom_fields::{CustomFieldError, CustomFields};
pub use generated::linked::LinkedResources;
pub use generated::*;

pub use deskpro_runtime::{
    Attempt, Auth, Bare, Batch, BatchFuture, BatchResults, BlockingDownload, BlockingIter,
    BuildError, Bytes, Call, Clear, ClientBuilder, Content, Created, Credentials,
    CredentialsFuture, Date, DateTime, Decode, DecodeError, DecodeFault, Deleted, Download,
    DownloadFuture, Drift, DryRun, Empty, Encode, Envelope, Error, ErrorItem, ErrorTree, Extra,
    Failure, FieldError, Fields, Holds, Id, Input, IntoBatch, IntoSet, Invalid, Items, Json,
    JsonReader, Limits, Linked, Links, Map, Meta, Page, Pages, Progress, Queued, Ref, Refused,
    Renewing, Request, RequestError, RequestFault, Resource, Response, ResponseFuture,
    ResponseHead, Retry, RetryBudget, RetryCause, RetryPolicy, SaveError, Sends, Sensitive, Set,
    Text, Unanswered, Undocumented, Untyped, Updated, Upload, VerbRule, Writer, clock, drift, kind,
    transport,
};

/// What generated code stands on, for those who write a transport or decode by hand.
pub use deskpro_runtime as runtime;

#[cfg(feature = "macros")]
pub use deskpro_macros::{deskpro_handles, deskpro_resource};
