//! Transports, against servers on this machine: what all of them do, and what is special about each.

#![cfg(any(feature = "blocking", feature = "hyper"))]

#[macro_use]
mod behaviours;
#[cfg(feature = "gzip")]
#[macro_use]
mod compression;
#[cfg(any(feature = "_tls", feature = "blocking"))]
#[macro_use]
mod encryption;
#[macro_use]
mod files;
#[macro_use]
mod open_bodies;
#[macro_use]
mod proxies;
#[cfg(any(feature = "_tls", feature = "blocking"))]
#[macro_use]
mod tunnels;

#[cfg(feature = "blocking")]
mod blocking;
#[cfg(feature = "hyper")]
mod hyper;
#[cfg(all(feature = "_tls", feature = "http2"))]
mod hyper_http2;
#[cfg(feature = "hyper")]
mod hyper_proxies;
#[cfg(feature = "_tls")]
mod hyper_tls;
mod requests;
#[cfg(feature = "reqwest")]
mod reqwest;
mod server;
#[cfg(feature = "tower")]
mod tower;
