//! Requests from the first call to the answer, as generated code makes them.

mod body_faults;
mod created;
mod envelopes;
mod follow_location;
mod helpdesk;
#[cfg(feature = "hyper")]
mod hyper;
mod negotiation;
mod paging;
#[cfg(feature = "hyper")]
mod proxies;
mod redirects;
mod refusals;
mod requests;
mod secrets;
#[cfg(feature = "hyper")]
mod server;
#[cfg(feature = "tracing")]
mod tracing;
