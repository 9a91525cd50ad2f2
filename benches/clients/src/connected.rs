//! The clients as they ask a helpdesk on this machine: with the same headers, and without a proxy to it.

use deskpro_client::{Auth, Client};
use http::HeaderValue;
use http::header::{ACCEPT, AUTHORIZATION, HeaderMap};

use crate::Failure;
use crate::progenitor::sending;

const KEY: &str = "2:YWK2PGCS8CNW62SR8TBTBKWMY";
const USER_AGENT: &str = "example/1.0";

/// The generated client as it comes.
///
/// # Errors
///
/// When the address is none.
pub fn deskpro(address: &str) -> Result<Client, Failure> {
    Ok(Client::builder(address, Auth::key(KEY)).user_agent(USER_AGENT).build()?)
}

/// Reqwest as it comes, with the headers that the generated client sends, and as that without a proxy to
/// this machine.
///
/// # Errors
///
/// When reqwest cannot be set up.
pub fn reqwest() -> Result<reqwest::Client, Failure> {
    let mut authorization = HeaderValue::try_from(format!("key {KEY}"))?;
    authorization.set_sensitive(true);
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    headers.insert(AUTHORIZATION, authorization);
    let builder = reqwest::Client::builder().default_headers(headers).user_agent(USER_AGENT);
    Ok(builder.no_proxy().build()?)
}

/// Progenitor's client, above the same reqwest.
///
/// # Errors
///
/// When reqwest cannot be set up.
pub fn progenitor(address: &str) -> Result<sending::Client, Failure> {
    Ok(sending::Client::new_with_client(&format!("{address}/api/v2"), reqwest()?))
}
