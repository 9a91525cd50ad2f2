//! A request as a value: all that is sent, nothing sent yet.

mod content;
mod held;
mod parameters;
mod query;

use std::{
    fmt::{self, Display},
    time::Duration,
};

use http::HeaderMap;

use self::{held::Held, parameters::Parameters};

use crate::{
    Call, Client, DryRun, Envelope, FromResponse, Items, Method, Operation, Pages, Refused,
    RequestError, RequestFault, RequestLine, ResponseFuture, RetryPolicy, body::Body,
    exchange::Allowance, header_rule::custom_header, path, path::Path,
};

/// A request that can be added to and then sent.
///
/// Generated code wraps it, one type per operation. A part that cannot be sent, such as an empty
/// path parameter, is remembered and reported by `send` as
/// [`Error::Request`](crate::Error::Request); nothing is sent then.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Auth, Client, Method, Operation, Request};
/// # use deskpro_runtime::transport::MemoryTransport;
///
/// static LIST: Operation = Operation {
///     name: "tickets.list",
///     method: Method::Get,
///     path: "/tickets",
///     negotiable: false,
///     repeatable: true,
///     success: &[200],
/// };
///
/// # let transport = MemoryTransport::new(|_| Default::default());
/// let client = Client::builder("https://support.example.com/api/v2", Auth::none())
/// #   .transport(transport)
///     .build()?;
/// let request = Request::of(&client, &LIST).query("count", &50).query_list("ids", [1, 2]);
/// assert_eq!(request.line().to_string(), "tickets.list: GET /tickets?count&ids");
/// # Ok::<_, deskpro_runtime::BuildError>(())
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct Request(Held);

#[derive(Clone)]
pub(crate) struct Parts {
    pub(crate) client: Client,
    pub(crate) operation: &'static Operation,
    /// The path below the base path, encoded.
    pub(crate) path: Path,
    pub(crate) query: Parameters,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
    pub(crate) pace: Allowance,
    pub(crate) follow_location: bool,
    pub(crate) query_in_body: bool,
    pub(crate) keeps_unknown: bool,
    /// The first fault found.
    pub(crate) fault: Option<RequestFault>,
}

impl Request {
    /// A request of this operation; the parameters fill its path's placeholders in order.
    pub fn new(
        client: &Client,
        operation: &'static Operation,
        parameters: &[&dyn Display],
    ) -> Self {
        let (path, fault) = match path::fill(operation.path, parameters) {
            Ok(path) => (path, None),
            Err(fault) => (Path::Template(operation.path), Some(fault)),
        };
        Self(Held::new(Parts {
            client: client.clone(),
            operation,
            path,
            query: Parameters::default(),
            headers: HeaderMap::new(),
            body: Body::default(),
            pace: client.settings().pace,
            follow_location: false,
            query_in_body: false,
            keeps_unknown: client.settings().keeps_unknown,
            fault,
        }))
    }

    /// A request of an operation whose path has no placeholder.
    #[inline]
    pub fn of(client: &Client, operation: &'static Operation) -> Self {
        Self::new(client, operation, &[])
    }

    /// A request of an operation with one placeholder in its path, for what becomes a `P`.
    #[inline]
    pub fn at<P: Display>(
        client: &Client,
        operation: &'static Operation,
        parameter: impl Into<P>,
    ) -> Self {
        Self::new(client, operation, &[&parameter.into()])
    }

    /// Sets a header, replacing the client's. Its value is never shown.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match custom_header(name, value) {
            Ok((name, mut value)) => {
                value.set_sensitive(true);
                self.0.headers.insert(name, value);
            }
            Err(fault) => self.0.set_fault(RequestFault::Header { name: name.into(), fault }),
        }
        self
    }

    /// How long an HTTP request may take, in place of the client's
    /// [time-out](crate::ClientBuilder::timeout).
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.0.pace.timeout = timeout;
        self
    }

    /// How long it may take until there is a connection, in place of the client's
    /// [time-out](crate::ClientBuilder::connect_timeout).
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.0.pace.connect_timeout = Some(timeout);
        self
    }

    /// How long all of it may take, retries and waits included, in place of the client's
    /// [time-out](crate::ClientBuilder::total_timeout).
    pub fn total_timeout(mut self, timeout: Duration) -> Self {
        self.0.pace.total_timeout = Some(timeout);
        self
    }

    /// When the request is sent again, in place of the client's [policy](crate::ClientBuilder::retries).
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::{Call, Error, FromResponse, Refused, RetryPolicy};
    ///
    /// async fn once<A: FromResponse, E: Refused>(call: Call<A, E>) -> Result<A, Error<E>> {
    ///     call.with(|request| request.retries(RetryPolicy::off())).send().await
    /// }
    /// ```
    pub fn retries(mut self, policy: RetryPolicy) -> Self {
        self.0.pace.retries = policy;
        self
    }

    /// Keeps the members of the answer that the description does not know, in the
    /// [`Extra`](crate::Extra) of each object; they are dropped unless this is set.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::{Call, Error, FromResponse, Refused, Request};
    ///
    /// async fn whole<A: FromResponse, E: Refused>(call: Call<A, E>) -> Result<A, Error<E>> {
    ///     call.with(Request::keep_unknown).send().await
    /// }
    /// ```
    pub fn keep_unknown(mut self) -> Self {
        self.0.keeps_unknown = true;
        self
    }

    /// Sends the request.
    ///
    /// Nothing happens before the future is polled.
    pub fn send<T: FromResponse, E: Refused>(self) -> ResponseFuture<T, E> {
        ResponseFuture::new(self)
    }

    /// What would be sent first, without sending anything: see [`DryRun`].
    ///
    /// # Errors
    ///
    /// When the request holds something that cannot be sent.
    pub fn dry_run(&self) -> Result<DryRun, RequestError> {
        DryRun::of(self.clone())
    }

    /// The pages of a list from this one on.
    pub fn pages<T, E>(self) -> Pages<T, E> {
        Pages::new(self)
    }

    /// The items of a list from this page on.
    pub fn items<T, E>(self) -> Items<T, E> {
        Items::new(self)
    }

    /// Asks for the whole resource in answer to a create or an update. Where the helpdesk answers
    /// with no more than its address, the resource is asked for next.
    ///
    /// When the second of the two is refused, the error is
    /// [`Error::Undocumented`](crate::Error::Undocumented) and
    /// [`Response::follows_location`](crate::Response::follows_location) is true: the create or
    /// update itself had succeeded.
    pub fn follow_location<T, E>(mut self) -> Call<Envelope<T>, E> {
        self.0.follow_location = true;
        Call::new(self.query("follow_location", &1))
    }

    /// What errors and logs call this request.
    pub fn line(&self) -> RequestLine {
        self.0.line(match self.0.query_in_body {
            true => Method::Post,
            false => self.0.operation.method,
        })
    }

    pub(crate) fn parts(&self) -> &Parts {
        &self.0
    }

    pub(crate) fn set_fault(&mut self, fault: RequestFault) {
        self.0.set_fault(fault);
    }

    pub(crate) fn into_parts(self) -> Parts {
        self.0.into_parts()
    }
}

impl Parts {
    /// What errors and logs call this request when it is sent with this method.
    pub(crate) fn line(&self, method: Method) -> RequestLine {
        RequestLine::new(self.operation, method, &self.path, &self.query_names())
    }

    fn set_fault(&mut self, fault: RequestFault) {
        self.fault.get_or_insert(fault);
    }
}

/// Shows what is asked for; of query, body and headers no more than the names.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts { operation, path, query, headers, body, fault, .. } = self.parts();
        let query: Vec<&str> = query.iter().map(|(name, _)| name).collect();
        f.debug_struct("Request")
            .field("operation", &operation.name)
            .field("path", &&**path)
            .field("query", &query)
            .field("headers", &headers.keys().map(http::HeaderName::as_str).collect::<Vec<_>>())
            .field("body", body)
            .field("fault", fault)
            .finish_non_exhaustive()
    }
}
