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

#[rustfmt::skip]
mod generated;

mod as_agent;
mod custom_fields;
pub mod lossless;
#[cfg(all(feature = "tickets", feature = "people"))]
pub mod recipes;

pub use as_agent::AsAgent;
pub use custom_fields::{CustomFieldError, CustomFields};
pub use generated::*;

pub use deskpro_runtime::{
    Auth, Bare, Batch, BatchResults, BuildError, Bytes, Call, Clear, ClientBuilder, Content,
    Created, Credentials, CredentialsFuture, Date, DateTime, Decode, DecodeError, Deleted, Empty, Encode, Envelope, Error,
    ErrorItem, ErrorTree, Extra, FieldError, Fields, Holds, Id, Input, IntoBatch, IntoSet, Invalid,
    Items, Json, JsonReader, Linked, Links, Map, Meta, Page, Pages, Queued, Ref, Refused, Request,
    RequestError, Resource, ResponseFuture, ResponseHead, Sends, Sensitive, Set, Text, Unanswered,
    Undocumented, Untyped, Updated, Upload, VerbRule, Writer, kind, transport,
};

/// What generated code stands on, for those who write a transport or decode by hand.
pub use deskpro_runtime as runtime;

#[cfg(feature = "macros")]
pub use deskpro_macros::{deskpro_handles, deskpro_resource};
