//! A client of one helpdesk.

use std::{fmt, sync::Arc, time::Duration};

use http::{HeaderMap, HeaderName};

use crate::{
    Auth, ClientBuilder, Credentials, Drift, Method, Operation, VerbRule,
    base_url::BaseUrl,
    builder::ApiFacts,
    clock::Clock,
    exchange::Allowance,
    limits::Gate,
    retry::{OnRetry, RetryTokens},
    transport::Transport,
    verb_rule::VerbMemory,
};

/// A client of one helpdesk: its address, credentials and transport.
///
/// Cheap to clone; clones share connections and what was learnt about the helpdesk. Generated
/// clients wrap this one.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Auth, Client};
/// # let transport = deskpro_runtime::transport::MemoryTransport::new(|_| Default::default());
///
/// let client = Client::builder("https://support.example.com", Auth::key("2:ABC"))
///     .transport(transport)
///     .build()?;
/// assert_eq!(client.base_url(), "https://support.example.com");
/// # Ok::<_, deskpro_runtime::BuildError>(())
/// ```
#[derive(Clone)]
pub struct Client(Arc<Settings>);

/// What a client was built with, and what it has learnt.
pub(crate) struct Settings {
    pub(crate) base_url: BaseUrl,
    pub(crate) address: String,
    pub(crate) headers: HeaderMap,
    /// What a request may take unless it says otherwise.
    pub(crate) pace: Allowance,
    pub(crate) redirects: u8,
    pub(crate) retry_tokens: RetryTokens,
    pub(crate) on_retry: Option<OnRetry>,
    /// Where requests wait for their turn, when limits are to be kept.
    pub(crate) gate: Option<Gate>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) body_limit: usize,
    pub(crate) keeps_unknown: bool,
    /// Who collects what the description does not know.
    pub(crate) drift: Option<Drift>,
    /// Whether spans name whole paths.
    #[cfg_attr(not(feature = "tracing"), expect(dead_code, reason = "there are no spans"))]
    pub(crate) traces_paths: bool,
    /// The header that says that a body holds the query, where the API knows one.
    pub(crate) query_in_body: Option<HeaderName>,
    pub(crate) verbs: VerbRule,
    pub(crate) verb_memory: VerbMemory,
    pub(crate) transport: Box<dyn Transport>,
    /// Where credentials come from, when they are not among the headers.
    pub(crate) credentials: Option<Box<dyn Credentials>>,
}

impl Client {
    /// Starts to build a client for an API of which nothing is known but its address.
    ///
    /// Generated clients have a builder of their own.
    pub fn builder(base_url: impl Into<String>, auth: Auth) -> ClientBuilder<Self> {
        ClientBuilder::new(base_url, auth, &ApiFacts::NONE)
    }

    pub(crate) fn new(settings: Settings) -> Self {
        Self(Arc::new(settings))
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.0
    }

    /// The method to send this operation with, by what is set and what was learnt.
    pub(crate) fn method(&self, operation: &Operation) -> Method {
        let settings = self.settings();
        settings.verb_memory.method(settings.verbs, operation)
    }

    /// What the client's clock shows.
    pub(crate) fn now(&self) -> Duration {
        self.settings().clock.now()
    }

    /// Whether this is the same client: a clone, not one that was built like it.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// The address that paths are added to.
    pub fn base_url(&self) -> &str {
        &self.0.address
    }
}

impl AsRef<Client> for Client {
    fn as_ref(&self) -> &Client {
        self
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Settings { address, pace, body_limit, verbs, .. } = self.settings();
        f.debug_struct("Client")
            .field("base_url", address)
            .field("pace", pace)
            .field("body_limit", body_limit)
            .field("verbs", verbs)
            .finish_non_exhaustive()
    }
}
