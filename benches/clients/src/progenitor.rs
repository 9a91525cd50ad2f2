//! Progenitor's client of `openapi.json`, in its builder style.

use std::cell::Cell;

/// As it comes.
#[allow(
    missing_docs,
    unused_imports,
    rust_2018_idioms,
    unreachable_pub,
    clippy::all,
    reason = "not of this project"
)]
pub mod sending {
    include!(concat!(env!("OUT_DIR"), "/progenitor.rs"));
}

/// The same, with a hook in place of sending: what a builder makes gets as far as to reqwest's client, and is
/// kept instead.
#[allow(
    missing_docs,
    unused_imports,
    rust_2018_idioms,
    unreachable_pub,
    clippy::all,
    reason = "not of this project"
)]
pub mod keeping {
    include!(concat!(env!("OUT_DIR"), "/progenitor.rs"));
}

thread_local! {
    static KEPT: Cell<Option<reqwest::Request>> = const { Cell::new(None) };
}

/// The request that a client of [`keeping`] made last on this thread.
pub fn kept() -> Option<reqwest::Request> {
    KEPT.take()
}

impl progenitor_client::ClientHooks for keeping::Client {
    async fn exec(
        &self,
        request: reqwest::Request,
        _: &progenitor_client::OperationInfo,
    ) -> reqwest::Result<reqwest::Response> {
        KEPT.set(Some(request));
        std::future::pending().await
    }
}
