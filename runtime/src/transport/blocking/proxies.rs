//! Which proxy is for which destination, by the same rules as with hyper.

use std::sync::Arc;

use http::Uri;
use ureq::{Proxy, ProxyProtocol};

use crate::{
    base_url::is_loopback,
    transport::{
        TransportError, TransportErrorKind as Kind, no_proxy::NoProxy, proxy_choice::ProxyChoice,
    },
};

/// Which proxy is for which destination.
#[derive(Clone, Default)]
pub(super) struct Proxies(Arc<Rules>);

#[derive(Default)]
struct Rules {
    http: Option<Proxy>,
    https: Option<Proxy>,
    direct: NoProxy,
}

impl Proxies {
    /// # Errors
    ///
    /// When what should be the address of a proxy is none: going without one may not be what is wanted.
    pub(super) fn new(choice: &ProxyChoice) -> Result<Self, TransportError> {
        let rules = match choice {
            ProxyChoice::Environment => {
                choice.check(|address| at(address).is_some())?;
                Rules::from_environment(|name| std::env::var(name).ok())
            }
            ProxyChoice::None => Rules::default(),
            ProxyChoice::At(address) => match at(address) {
                Some(proxy) => {
                    Rules { http: Some(proxy.clone()), https: Some(proxy), ..Rules::default() }
                }
                None => {
                    let fault = "the proxy's address cannot be used";
                    return Err(TransportError::new(Kind::Proxy, fault));
                }
            },
        };
        Ok(Self(Arc::new(rules)))
    }

    /// The proxy for a destination. This machine is reached without one.
    pub(super) fn of(&self, destination: &Uri) -> Result<Option<Proxy>, TransportError> {
        let Rules { http, https, direct } = &*self.0;
        let proxy = match destination.host() {
            Some(host) if is_loopback(host) || direct.covers(host) => None,
            _ if destination.scheme_str() == Some("http") => http.clone(),
            _ => https.clone(),
        };
        match proxy.as_ref().map(Proxy::protocol) {
            None | Some(ProxyProtocol::Http | ProxyProtocol::Https) => Ok(proxy),
            Some(_) => Err(TransportError::new(Kind::Proxy, "SOCKS proxies are not supported")),
        }
    }
}

impl Rules {
    fn from_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        // Where this is set, the variables may come from whoever sent a request to a web server.
        if variable("REQUEST_METHOD").is_some() {
            return Self::default();
        }
        let value = |name: &str| {
            variable(name).or_else(|| variable(&name.to_lowercase())).unwrap_or_default()
        };
        let all = at(&value("ALL_PROXY"));
        Self {
            http: at(&value("HTTP_PROXY")).or_else(|| all.clone()),
            https: at(&value("HTTPS_PROXY")).or(all),
            direct: NoProxy::parse(&value("NO_PROXY")),
        }
    }
}

/// The proxy at this address; `None` when it is not that of a proxy.
fn at(address: &str) -> Option<Proxy> {
    Proxy::new(address).ok()
}

#[cfg(test)]
mod tests {
    use super::{Arc, Proxies, Rules, Uri};

    /// The proxies for `http` and `https` to this host.
    fn hosts(environment: &[(&str, &str)], host: &str) -> [Option<String>; 2] {
        let value = |name: &str| environment.iter().find(|(known, _)| *known == name);
        let rules =
            Rules::from_environment(|name| value(name).map(|(_, value)| (*value).to_owned()));
        let proxies = Proxies(Arc::new(rules));
        ["http", "https"].map(|scheme| {
            let uri: Uri = format!("{scheme}://{host}/").parse().unwrap();
            proxies.of(&uri).unwrap().map(|proxy| proxy.host().to_owned())
        })
    }

    #[test]
    fn the_environment_names_proxies() {
        let (one, other) = (Some("one".to_owned()), Some("other".to_owned()));
        let all = ("all_proxy", "one:3128");
        assert_eq!(hosts(&[], "example.com"), [None, None]);
        assert_eq!(hosts(&[all], "example.com"), [one.clone(), one.clone()]);
        let https = ("HTTPS_PROXY", "http://user:password@other");
        assert_eq!(hosts(&[all, https], "example.com"), [one.clone(), other.clone()]);
        assert_eq!(hosts(&[https], "example.com"), [None, other]);
        let unset = ("HTTP_PROXY", "");
        assert_eq!(hosts(&[all, unset], "example.com"), [one.clone(), one]);
        assert_eq!(hosts(&[all, ("REQUEST_METHOD", "GET")], "example.com"), [None, None]);
    }

    #[test]
    fn some_hosts_are_reached_without_one() {
        let all = ("ALL_PROXY", "http://one");
        for host in ["localhost", "127.0.0.1", "[::1]", "direct.example.com"] {
            let direct = ("no_proxy", "other.example.com, direct.example.com");
            assert_eq!(hosts(&[all, direct], host), [None, None], "{host}");
        }
    }
}
