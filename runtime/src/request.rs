//! A request as a value: all that is sent, nothing sent yet.

use std::{
    fmt::{self, Display},
    time::Duration,
};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue};
use percent_encoding::utf8_percent_encode;

use crate::{
    Call, Client, Encode, Envelope, FromResponse, IntoSet, Items, Operation, Pages, Refused,
    RequestFault, RequestLine, ResponseFuture,
    body::Body,
    header_rule::custom_header,
    path::{self, RESERVED},
    to_json,
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
/// let request = Request::new(&client, &LIST, &[]).query("count", &50).query_list("ids", [1, 2]);
/// assert_eq!(request.line().to_string(), "tickets.list: GET /tickets?count&ids");
/// # Ok::<_, deskpro_runtime::BuildError>(())
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct Request(Box<Parts>);

#[derive(Clone)]
pub(crate) struct Parts {
    pub(crate) client: Client,
    pub(crate) operation: &'static Operation,
    /// The path below the base path, encoded.
    pub(crate) path: String,
    /// Names and values, both encoded.
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
    pub(crate) timeout: Duration,
    pub(crate) follow_location: bool,
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
            Err(fault) => (operation.path.to_owned(), Some(fault)),
        };
        Self(Box::new(Parts {
            client: client.clone(),
            operation,
            path,
            query: Vec::new(),
            headers: HeaderMap::new(),
            body: Body::default(),
            timeout: client.settings().timeout,
            follow_location: false,
            fault,
        }))
    }

    /// Sets a query parameter, replacing an earlier one of the same name.
    pub fn query(mut self, name: &str, value: &dyn Display) -> Self {
        let value = encoded(&value.to_string());
        self.0.set_query(name, value);
        self
    }

    /// Sets a query parameter to what becomes a `T`, as [`query`](Self::query) does.
    #[inline]
    pub fn query_into<T: Display>(self, name: &str, value: impl Into<T>) -> Self {
        self.query(name, &value.into())
    }

    /// Sets a query parameter to several values, joined with commas: `ids=1,2,3` (GUIDE).
    ///
    /// An empty list is a fault: the helpdesk would answer as if it were not given, with
    /// everything.
    pub fn query_list<T: Display>(
        mut self,
        name: &str,
        values: impl IntoIterator<Item = T>,
    ) -> Self {
        let values: Vec<String> =
            values.into_iter().map(|value| encoded(&value.to_string())).collect();
        if values.is_empty() {
            self.0.set_fault(RequestFault::EmptyList { name: name.into() });
        }
        self.0.set_query(name, values.join(","));
        self
    }

    /// Sets a query parameter to what become several `T`s, as [`query_list`](Self::query_list)
    /// does.
    #[inline]
    pub fn query_list_into<T: Display>(
        self,
        name: &str,
        values: impl IntoIterator<Item = impl Into<T>>,
    ) -> Self {
        self.query_list(name, values.into_iter().map(Into::into))
    }

    /// Sets a member of the JSON body, replacing an earlier one of the same name.
    ///
    /// A value that is [absent](Encode::is_absent) takes the member out.
    pub fn field(mut self, name: &str, value: &dyn Encode) -> Self {
        self.0.body.set_field(name, value);
        self
    }

    /// Sets a member of the JSON body to what becomes a `T`, as [`field`](Self::field) does.
    #[inline]
    pub fn field_into<T: Encode>(self, name: &str, value: impl Into<T>) -> Self {
        self.field(name, &value.into())
    }

    /// Sets a nullable member of the JSON body to a `T`, or clears it.
    #[inline]
    pub fn field_set<T: Encode>(self, name: &str, value: impl IntoSet<T>) -> Self {
        self.field(name, &value.into_set())
    }

    /// Sets a member of the JSON body to a list of what become `T`s.
    #[inline]
    pub fn field_list<T: Encode>(
        self,
        name: &str,
        values: impl IntoIterator<Item = impl Into<T>>,
    ) -> Self {
        let values: Vec<T> = values.into_iter().map(Into::into).collect();
        self.field(name, &values)
    }

    /// Sets the whole body to this value, in place of its members.
    pub fn body_json(self, value: &dyn Encode) -> Self {
        self.body("application/json", to_json(value))
    }

    /// Sets the whole body.
    pub fn body(mut self, content_type: &str, body: impl Into<Bytes>) -> Self {
        match HeaderValue::try_from(content_type) {
            Ok(content_type) => self.0.body = Body::Whole { content_type, bytes: body.into() },
            Err(_) => self.0.set_fault(RequestFault::Header {
                name: "content-type".into(),
                fault: "its value holds control characters",
            }),
        }
        self
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

    /// How long the HTTP request may take, in place of the client's time-out.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.0.timeout = timeout;
        self
    }

    /// Sends the request.
    ///
    /// Nothing happens before the future is polled.
    pub fn send<T: FromResponse, E: Refused>(self) -> ResponseFuture<T, E> {
        ResponseFuture::new(self)
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
        let Parts { operation, path, query, .. } = &*self.0;
        let names: Vec<&str> = query.iter().map(|(name, _)| name.as_str()).collect();
        let path = match names.is_empty() {
            true => path.clone(),
            false => format!("{path}?{}", names.join("&")),
        };
        RequestLine::new(operation, operation.method, &path)
    }

    pub(crate) fn parts(&self) -> &Parts {
        &self.0
    }

    pub(crate) fn set_fault(&mut self, fault: RequestFault) {
        self.0.set_fault(fault);
    }

    pub(crate) fn into_parts(self) -> Parts {
        *self.0
    }

    /// The value of a query parameter, as it was encoded.
    pub(crate) fn query_value(&self, name: &str) -> Option<&str> {
        self.0.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl Parts {
    fn set_query(&mut self, name: &str, value: String) {
        let name = encoded(name);
        match self.query.iter_mut().find(|(known, _)| *known == name) {
            Some((_, old)) => *old = value,
            None => self.query.push((name, value)),
        }
    }

    fn set_fault(&mut self, fault: RequestFault) {
        self.fault.get_or_insert(fault);
    }
}

/// Shows what is asked for; of body and headers no more than the names.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts { operation, path, query, headers, body, fault, .. } = self.parts();
        let query: Vec<String> =
            query.iter().map(|(name, value)| format!("{name}={value}")).collect();
        f.debug_struct("Request")
            .field("operation", &operation.name)
            .field("path", path)
            .field("query", &query.join("&"))
            .field("headers", &headers.keys().map(http::HeaderName::as_str).collect::<Vec<_>>())
            .field("body", body)
            .field("fault", fault)
            .finish_non_exhaustive()
    }
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}
