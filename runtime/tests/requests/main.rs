//! Requests from the first call to the answer, as generated code makes them.

mod answers;
mod attempts;
mod batch;
mod batch_faults;
mod body_faults;
mod cassettes;
mod created;
mod credentials;
mod download_blocking;
#[cfg(feature = "hyper")]
mod download_wire;
mod downloads;
mod drift;
mod dry_run;
mod envelopes;
mod folder;
mod follow_location;
mod helpdesk;
mod limits;
mod methods;
mod negotiation;
mod paging;
mod piecemeal;
mod query_in_body;
mod redirects;
mod refusals;
mod requests;
mod retries;
mod saving;
mod script;
mod secrets;
#[cfg(feature = "hyper")]
mod server;
#[cfg(feature = "tracing")]
mod tracing;
mod unknown;
mod untyped;
mod upload_repeats;
mod upload_sources;
#[cfg(feature = "hyper")]
mod upload_wire;
mod uploads;
