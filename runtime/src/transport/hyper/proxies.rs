//! Which proxy is for which destination.

use std::sync::Arc;

use http::{HeaderValue, Uri, uri::Scheme};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};

use crate::{
    base_url::is_loopback,
    transport::{TransportError, TransportErrorKind as Kind, proxy_choice::ProxyChoice},
};

/// Which proxy is for which destination.
#[derive(Clone)]
pub(super) struct Proxies(Arc<Matcher>);

impl Proxies {
    /// # Errors
    ///
    /// When what should be the address of a proxy is none: going without one may not be what is wanted.
    pub(super) fn new(choice: &ProxyChoice) -> Result<Self, TransportError> {
        let matcher = match choice {
            ProxyChoice::Environment => {
                choice.check(|address| at(address).is_some())?;
                Matcher::from_env()
            }
            ProxyChoice::None => Matcher::builder().build(),
            ProxyChoice::At(address) => at(address).ok_or_else(|| {
                TransportError::new(Kind::Proxy, "the proxy's address cannot be used")
            })?,
        };
        Ok(Self(Arc::new(matcher)))
    }

    /// The credentials that a request itself has to show to its proxy: only plain `http` requests
    /// are read by one, all others go through a tunnel that was opened with them.
    pub(super) fn authorization(&self, destination: &Uri) -> Option<HeaderValue> {
        let proxy = self.of(destination).filter(|_| is_plain(destination))?;
        proxy.basic_auth().cloned()
    }

    /// The proxy for a destination. This machine is reached without one.
    pub(super) fn of(&self, destination: &Uri) -> Option<Intercept> {
        match destination.host() {
            Some(host) if !is_loopback(host) => self.0.intercept(destination),
            _ => None,
        }
    }
}

/// Whether what is sent there is not encrypted.
pub(super) fn is_plain(destination: &Uri) -> bool {
    destination.scheme() == Some(&Scheme::HTTP)
}

/// Everything through the proxy at this address; `None` when it is not that of a proxy.
fn at(address: &str) -> Option<Matcher> {
    let matcher = Matcher::builder().all(address).build();
    let probe = Uri::from_static("https://example.com");
    matcher.intercept(&probe).is_some().then_some(matcher)
}
