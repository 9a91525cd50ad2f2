//! Settings while they are collected, and what is checked of them.

use std::sync::Arc;

use http::{HeaderMap, HeaderName, HeaderValue, header};

use super::ApiFacts;
use crate::{
    Auth, BuildError, Credentials, Drift, Limits, RetryBudget, RetryPolicy, VerbRule,
    base_url::{BaseUrl, is_version},
    client::Settings,
    clock::Clock,
    exchange::Allowance,
    header_rule::custom_header,
    limits::Gate,
    retry::{OnRetry, RetryTokens},
    transport::{Transport, TransportRequest},
    verb_rule::VerbMemory,
};

/// The settings so far, unchecked.
pub(super) struct Draft {
    pub(super) base_url: String,
    pub(super) auth: Auth,
    pub(super) api: &'static ApiFacts,
    pub(super) version: Option<String>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) user_agent: String,
    pub(super) pace: Allowance,
    pub(super) redirects: u8,
    pub(super) retry_budget: RetryBudget,
    pub(super) on_retry: Option<OnRetry>,
    pub(super) limits: Option<Limits>,
    pub(super) clock: Option<Arc<dyn Clock>>,
    pub(super) body_limit: usize,
    pub(super) keeps_unknown: bool,
    pub(super) drift: Option<Drift>,
    pub(super) traces_paths: bool,
    pub(super) verbs: VerbRule,
    pub(super) transport: Option<Box<dyn Transport>>,
    /// Makes a transport where none is given.
    pub(super) default_transport: fn(&BaseUrl) -> Result<Box<dyn Transport>, BuildError>,
    pub(super) credentials: Option<Box<dyn Credentials>>,
    pub(super) allow_plain_http: bool,
}

impl Draft {
    /// What holds unless it is set.
    pub(super) fn new(base_url: String, auth: Auth, api: &'static ApiFacts) -> Self {
        Self {
            base_url,
            auth,
            api,
            version: None,
            headers: Vec::new(),
            user_agent: concat!("deskpro-rs/", env!("CARGO_PKG_VERSION")).to_owned(),
            pace: Allowance {
                timeout: TransportRequest::TIMEOUT,
                connect_timeout: Some(TransportRequest::CONNECT_TIMEOUT),
                total_timeout: None,
                retries: RetryPolicy::new(),
            },
            redirects: 10,
            retry_budget: RetryBudget::default(),
            on_retry: None,
            limits: None,
            clock: None,
            body_limit: TransportRequest::BODY_LIMIT,
            keeps_unknown: false,
            drift: None,
            traces_paths: false,
            verbs: VerbRule::default(),
            transport: None,
            default_transport,
            credentials: None,
            allow_plain_http: false,
        }
    }

    /// The settings, if they can be used.
    pub(super) fn check(self) -> Result<Settings, BuildError> {
        let base_url = self.check_base_url()?;
        let headers = self.check_headers()?;
        let query_in_body = self.api.query_in_body.map(header_name).transpose()?;
        let Allowance { timeout, connect_timeout, total_timeout, .. } = self.pace;
        let timeouts = [Some(timeout), connect_timeout, total_timeout];
        if timeouts.into_iter().flatten().any(|timeout| timeout.is_zero()) {
            return Err(BuildError::Timeout);
        }
        let transport = match self.transport {
            Some(transport) => transport,
            None => (self.default_transport)(&base_url)?,
        };
        Ok(Settings {
            address: base_url.to_text(),
            base_url,
            headers,
            pace: self.pace,
            redirects: self.redirects,
            retry_tokens: RetryTokens::new(self.retry_budget),
            on_retry: self.on_retry,
            gate: self.limits.map(Gate::new),
            clock: self.clock.unwrap_or_else(|| transport.clock()),
            body_limit: self.body_limit,
            keeps_unknown: self.keeps_unknown,
            drift: self.drift,
            traces_paths: self.traces_paths,
            query_in_body,
            verbs: self.verbs,
            verb_memory: VerbMemory::default(),
            transport,
            credentials: self.credentials,
        })
    }

    fn check_base_url(&self) -> Result<BaseUrl, BuildError> {
        if let Some(version) = &self.version {
            if !self.api.date_pinned {
                return Err(BuildError::Version { fault: "this API has no versions" });
            }
            if !is_version(version) {
                return Err(BuildError::Version { fault: "it is not a day written as YYYYMMDD" });
            }
        }
        let base_url = BaseUrl::parse(&self.base_url, self.api.base_path, self.version.as_deref())?;
        if base_url.is_exposed() && !self.allow_plain_http {
            return Err(BuildError::PlainHttp);
        }
        Ok(base_url)
    }

    fn check_headers(&self) -> Result<HeaderMap, BuildError> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        if let Some(value) = self.auth.header().map_err(|fault| BuildError::Auth { fault })? {
            headers.insert(header::AUTHORIZATION, value);
        }
        for (name, value) in self.api.headers {
            add(&mut headers, name, value, false)?;
        }
        add(&mut headers, header::USER_AGENT.as_str(), &self.user_agent, false)?;
        for (name, value) in &self.headers {
            add(&mut headers, name, value, true)?;
        }
        Ok(headers)
    }
}

fn add(
    headers: &mut HeaderMap,
    name: &str,
    value: &str,
    sensitive: bool,
) -> Result<(), BuildError> {
    let (name, mut value): (HeaderName, HeaderValue) = custom_header(name, value)
        .map_err(|fault| BuildError::Header { name: name.into(), fault })?;
    value.set_sensitive(sensitive);
    headers.insert(name, value);
    Ok(())
}

fn header_name(name: &str) -> Result<HeaderName, BuildError> {
    let fault = "that is not a header's name";
    HeaderName::try_from(name).map_err(|_| BuildError::Header { name: name.into(), fault })
}

/// The transport of a client that was given none.
#[cfg(feature = "hyper")]
fn default_transport(base_url: &BaseUrl) -> Result<Box<dyn Transport>, BuildError> {
    use crate::transport::{HyperTransport, has_tls};
    let tls = if base_url.needs_tls() { has_tls() } else { Ok(()) };
    match tls.and_then(|()| HyperTransport::new()) {
        Ok(transport) => Ok(Box::new(transport)),
        Err(error) => Err(BuildError::Transport(error)),
    }
}

#[cfg(all(
    not(feature = "hyper"),
    feature = "fetch",
    target_arch = "wasm32",
    target_os = "unknown"
))]
fn default_transport(_: &BaseUrl) -> Result<Box<dyn Transport>, BuildError> {
    Ok(Box::new(crate::transport::FetchTransport::new()))
}

#[cfg(not(any(
    feature = "hyper",
    all(feature = "fetch", target_arch = "wasm32", target_os = "unknown")
)))]
fn default_transport(_: &BaseUrl) -> Result<Box<dyn Transport>, BuildError> {
    Err(BuildError::NoTransport)
}
