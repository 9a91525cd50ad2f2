//! Settings to client.

mod draft;

use std::{fmt, marker::PhantomData, sync::Arc, time::Duration};

use self::draft::Draft;
use crate::{
    Auth, BuildError, Client, Credentials, Drift, Limits, Retry, RetryBudget, RetryPolicy,
    VerbRule, clock::Clock, retry::OnRetry, transport::Transport,
};

/// What a description says about a whole API; generated clients hold one of these.
#[derive(Debug, Clone, Copy)]
pub struct ApiFacts {
    /// The name of the API.
    pub title: &'static str,
    /// What comes between the helpdesk's address and a path: `/api/v2`.
    pub base_path: &'static str,
    /// Whether a date may follow the base path, to pin the shape of answers.
    pub date_pinned: bool,
    /// Headers that go with every request.
    pub headers: &'static [(&'static str, &'static str)],
    /// The header with which a `GET` can be sent as `POST`, with its query in the body.
    pub query_in_body: Option<&'static str>,
}

impl ApiFacts {
    /// Nothing known.
    pub(crate) const NONE: Self =
        Self { title: "", base_path: "", date_pinned: true, headers: &[], query_in_body: None };
}

/// Builds a client; `C` is the generated client around [`Client`].
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<C> {
    draft: Draft,
    client: PhantomData<fn() -> C>,
}

impl<C: From<Client>> ClientBuilder<C> {
    /// Starts with the helpdesk's address, such as `https://support.example.com`.
    ///
    /// A path is kept, the API's base path is added unless it is there already.
    pub fn new(base_url: impl Into<String>, auth: Auth, api: &'static ApiFacts) -> Self {
        Self { draft: Draft::new(base_url.into(), auth, api), client: PhantomData }
    }

    /// Pins the shape of answers to a day, `YYYYMMDD`: the helpdesk takes the closest version that
    /// is not younger (REF).
    pub fn version(mut self, date: impl Into<String>) -> Self {
        self.draft.version = Some(date.into());
        self
    }

    /// How long one HTTP request may take until the end of its answer; 60 seconds unless set. For a
    /// [`Download`](crate::Download): until the body begins, and then from piece to piece.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.draft.pace.timeout = timeout;
        self
    }

    /// How long it may take until there is a connection, encryption included; 10 seconds unless set.
    ///
    /// It is part of what [`timeout`](Self::timeout) allows. A transport that cannot tell keeps the
    /// latter alone.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.draft.pace.connect_timeout = Some(timeout);
        self
    }

    /// How long a request may take in all, with its retries, redirects and waits; as long as each of
    /// these may take unless set. For a [`Download`](crate::Download): until the body begins.
    pub fn total_timeout(mut self, timeout: Duration) -> Self {
        self.draft.pace.total_timeout = Some(timeout);
        self
    }

    /// When a request is sent again; by [`RetryPolicy::new`] unless set.
    pub fn retries(mut self, policy: RetryPolicy) -> Self {
        self.draft.pace.retries = policy;
        self
    }

    /// Sends nothing again. The same as `.retries(RetryPolicy::off())`.
    pub fn without_retries(self) -> Self {
        self.retries(RetryPolicy::off())
    }

    /// How many retries all requests of the client may have together.
    pub fn retry_budget(mut self, budget: RetryBudget) -> Self {
        self.draft.retry_budget = budget;
        self
    }

    /// Tells of every retry, before it is waited for.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::{Auth, Client};
    /// # let transport = deskpro_runtime::transport::MemoryTransport::new(|_| Default::default());
    ///
    /// let client = Client::builder("https://support.example.com", Auth::key("2:ABC"))
    ///     .on_retry(|retry| {
    ///         eprintln!("{}: {}, again in {:?}", retry.request, retry.cause, retry.wait);
    ///     })
    /// #   .transport(transport)
    ///     .build()?;
    /// # Ok::<_, deskpro_runtime::BuildError>(())
    /// ```
    pub fn on_retry(mut self, tell: impl Fn(&Retry) + Send + Sync + 'static) -> Self {
        self.draft.on_retry = Some(OnRetry::new(tell));
        self
    }

    /// Keeps the limits of an API key, for all clones of the client together; none unless set.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.draft.limits = Some(limits);
        self
    }

    /// How many redirects are followed for one request; 10 unless set.
    ///
    /// Credentials go to the helpdesk's own server only. A redirect to another one is followed for what
    /// sends nothing, without credentials and without headers that were set.
    pub fn redirects(mut self, redirects: u8) -> Self {
        self.draft.redirects = redirects;
        self
    }

    /// Waits by this clock instead of the transport's.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.draft.clock = Some(Arc::new(clock));
        self
    }

    /// How many bytes of an answer's body are read; 32 MiB unless set.
    ///
    /// It is also the limit of what an error keeps of a body. A [`Download`](crate::Download) has a limit
    /// of its own.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.draft.body_limit = bytes;
        self
    }

    /// Whether members of objects that the description does not know are kept, in the
    /// [`Extra`](crate::Extra) of each object; they are dropped unless this is set.
    ///
    /// [`Request::keep_unknown`](crate::Request::keep_unknown) does so for a single request.
    pub fn keep_unknown(mut self, keep: bool) -> Self {
        self.draft.keeps_unknown = keep;
        self
    }

    /// Collects what answers say and the description does not know: unknown fields, values and codes, and
    /// nulls where there should be none. Nobody does unless this is set.
    ///
    /// [`Drift`] has an example, and says what is kept.
    pub fn observe(mut self, drift: &Drift) -> Self {
        self.draft.drift = Some(drift.clone());
        self
    }

    /// Whether the spans of HTTP requests name the whole path as `url.path`; they name no more than its
    /// template unless this is set, because a path holds ids and names.
    ///
    /// The query stays out of spans in any case. Without the feature `tracing` there are none.
    pub fn trace_paths(mut self, trace: bool) -> Self {
        self.draft.traces_paths = trace;
        self
    }

    /// Sends a header with every request. Its value is never shown. A later one of the same name
    /// replaces it.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.draft.headers.push((name.into(), value.into()));
        self
    }

    /// Says to the helpdesk which program asks.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.draft.user_agent = user_agent.into();
        self
    }

    /// How to treat operations whose method is not the same on all helpdesks.
    pub fn verbs(mut self, verbs: VerbRule) -> Self {
        self.draft.verbs = verbs;
        self
    }

    /// Makes a client for programs that are not asynchronous, with a
    /// [`BlockingTransport`](crate::transport::BlockingTransport): its futures have
    /// [`wait`](crate::ResponseFuture::wait), which takes the place of `.await`.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use deskpro_runtime::{Auth, Call, Client, Envelope, Json, Undocumented};
    ///
    /// # fn example(get: fn(&Client) -> Call<Envelope<Json>, Box<Undocumented>>)
    /// # -> Result<(), Box<dyn std::error::Error>> {
    /// let auth = Auth::key("2:ABC");
    /// let client: Client = Client::builder("https://support.example.com", auth).blocking().build()?;
    /// // What a generated client writes as `client.brands().get(7).send().wait()?`.
    /// let brand = get(&client).send().wait()?;
    /// # Ok(()) }
    /// ```
    #[cfg(feature = "blocking")]
    pub fn blocking(mut self) -> Self {
        self.draft.transport = None;
        self.draft.default_transport = |_| match crate::transport::BlockingTransport::new() {
            Ok(transport) => Ok(Box::new(transport)),
            Err(error) => Err(BuildError::Transport(error)),
        };
        self
    }

    /// Sends requests through this transport instead of the built-in one.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.draft.transport = Some(Box::new(transport));
        self
    }

    /// Asks for credentials before every HTTP request, in the place of those that it was begun with.
    ///
    /// For credentials that do not last; [`Credentials`] has an example. An
    /// [`Exchange`](crate::Exchange) that is driven by hand does not ask.
    pub fn credentials(mut self, credentials: impl Credentials) -> Self {
        self.draft.credentials = Some(Box::new(credentials));
        self
    }

    /// Allows plain `http` to other machines, over which anybody on the way can read the key.
    pub fn allow_plain_http(mut self) -> Self {
        self.draft.allow_plain_http = true;
        self
    }

    /// Checks the settings.
    ///
    /// # Errors
    ///
    /// When one of them cannot be used; nothing is sent.
    pub fn build(self) -> Result<C, BuildError> {
        self.draft.check().map(|settings| Client::new(settings).into())
    }
}

impl<C> fmt::Debug for ClientBuilder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").field("auth", &self.draft.auth).finish_non_exhaustive()
    }
}
