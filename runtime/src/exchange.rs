//! From a request to its answer, without doing any input or output.
//!
//! What one request takes may be more than one HTTP request: the other verb, a redirect, or the
//! resource that a `Location` names. [`Exchange`] decides, whoever drives it sends.

use std::{fmt, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, Uri, header};

use crate::{
    Client, Method, Operation, Request, RequestError, RequestLine, Response, VerbRule,
    body::JSON,
    created::is_without_data,
    location::{resolve, same_origin},
    request::Parts,
    trace,
    transport::{RawResponse, TransportRequest},
};

/// How many redirects are followed for one request.
const MAX_REDIRECTS: u8 = 5;

/// A request on its way: takes answers and says what to do next.
///
/// # Examples
///
/// A driver of one's own, here one that blocks:
///
/// ```
/// use deskpro_runtime::{
///     Exchange, Request, RequestError, Response, Step,
///     transport::{RawResponse, TransportRequest},
/// };
///
/// fn drive(
///     request: Request,
///     mut send: impl FnMut(TransportRequest) -> RawResponse,
/// ) -> Result<Response, RequestError> {
///     let (mut exchange, mut next) = Exchange::start(request)?;
///     loop {
///         match exchange.answered(send(next)) {
///             Step::Send(request) => next = request,
///             Step::Done(response) => return Ok(response),
///         }
///     }
/// }
/// ```
pub struct Exchange {
    client: Client,
    operation: &'static Operation,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Option<(HeaderValue, Bytes)>,
    timeout: Duration,
    /// The answer to the first verb, while the other one is tried.
    refused_verb: Option<Response>,
    redirects: u8,
    location: Location,
    /// The names of the query parameters, while the body holds them.
    query_in_body: Option<String>,
    keeps_unknown: bool,
}

/// Whether the resource that a `Location` names is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Location {
    NotWanted,
    Wanted,
    Asked,
}

/// What to do next.
#[derive(Debug)]
pub enum Step {
    /// Send this and hand its answer to [`Exchange::answered`].
    Send(TransportRequest),
    /// This is the answer.
    Done(Response),
}

impl Exchange {
    /// Begins with a request: returns what to send first.
    ///
    /// # Errors
    ///
    /// When the request holds something that cannot be sent.
    pub fn start(request: Request) -> Result<(Self, TransportRequest), RequestError> {
        let parts = request.parts();
        let uri = parts.check().and_then(|()| parts.uri());
        let uri = uri.map_err(|fault| RequestError::new(request.line(), fault))?;
        let query = parts.query_in_body.then(|| (parts.query_names(), parts.query_json()));
        let Parts {
            client, operation, headers, body, timeout, follow_location, keeps_unknown, ..
        } = request.into_parts();
        let (method, body, query_in_body) = match query {
            Some((names, json)) => {
                (Method::Post, Some((HeaderValue::from_static(JSON), json.into())), Some(names))
            }
            None => {
                let method = client.method(operation);
                (method, body.finish(method), None)
            }
        };
        let exchange = Self {
            method,
            uri,
            headers,
            body,
            timeout,
            refused_verb: None,
            redirects: 0,
            location: if follow_location { Location::Wanted } else { Location::NotWanted },
            query_in_body,
            keeps_unknown,
            operation,
            client,
        };
        let first = exchange.transport_request();
        Ok((exchange, first))
    }

    /// Takes the answer to the last request.
    pub fn answered(&mut self, raw: RawResponse) -> Step {
        let response = Response::new(self.line(), raw)
            .following_location(self.location == Location::Asked)
            .keeping_unknown(self.keeps_unknown);
        trace::answered(&response);
        if self.may_take_other_verb(&response) {
            self.method = self.method.swapped();
            trace::other_verb(self.operation, self.method);
            self.refused_verb = Some(response);
            return self.send();
        }
        let response = self.settle_verb(response);
        if let Some(uri) = self.redirect(&response) {
            self.redirects += 1;
            self.uri = uri;
            // The others mean: the same there. Without its body a query would ask for everything.
            if self.query_in_body.is_some() && response.status() == 303 {
                self.turn_into_get();
            }
            return self.send();
        }
        if let Some(uri) = self.location_to_ask(&response) {
            self.location = Location::Asked;
            self.uri = uri;
            self.turn_into_get();
            return self.send();
        }
        Step::Done(response)
    }

    /// Goes on with a `GET` without a body.
    fn turn_into_get(&mut self) {
        self.method = Method::Get;
        self.body = None;
        self.query_in_body = None;
    }

    /// What errors and logs call the last request.
    pub fn line(&self) -> RequestLine {
        let path = self.uri.path();
        let path = self.client.settings().base_url.path_below(path).unwrap_or(path);
        let names: Vec<&str> = self
            .uri
            .query()
            .into_iter()
            .flat_map(|query| query.split('&'))
            .map(|pair| pair.split('=').next().unwrap_or_default())
            .chain(self.query_in_body.as_deref())
            .filter(|name| !name.is_empty())
            .collect();
        RequestLine::new(self.operation, self.method, path, &names.join("&"))
    }

    /// The server that the last request goes to.
    pub(crate) fn server(&self) -> &str {
        self.uri.authority().map_or("", |authority| authority.as_str())
    }

    /// The client whose transport the requests are for.
    pub fn client(&self) -> &Client {
        &self.client
    }

    fn send(&self) -> Step {
        Step::Send(self.transport_request())
    }

    fn transport_request(&self) -> TransportRequest {
        let settings = self.client.settings();
        let mut headers = settings.headers.clone();
        headers.extend(self.headers.clone());
        let mut bytes = Bytes::new();
        if let Some((content_type, body)) = &self.body {
            headers.insert(header::CONTENT_TYPE, content_type.clone());
            bytes = body.clone();
        }
        if let (Some(_), Some(name)) = (&self.query_in_body, &settings.query_in_body) {
            headers.insert(name.clone(), HeaderValue::from_static("1"));
        }
        let mut http = http::Request::new(bytes);
        *http.method_mut() = self.method.into();
        *http.uri_mut() = self.uri.clone();
        *http.headers_mut() = headers;
        TransportRequest { http, timeout: self.timeout, body_limit: settings.body_limit }
    }

    /// Whether the helpdesk may want the other of `PUT` and `POST`: 405 means that nothing was
    /// done, and `Allow`, where it is there, has to name the other one.
    fn may_take_other_verb(&self, response: &Response) -> bool {
        self.operation.negotiable
            && self.client.settings().verbs == VerbRule::Negotiate
            && self.refused_verb.is_none()
            && self.location != Location::Asked
            && response.status() == StatusCode::METHOD_NOT_ALLOWED
            && self.method != self.method.swapped()
            && allows(response.headers(), self.method.swapped())
    }

    /// The answer that counts after the other verb was tried, if it was.
    fn settle_verb(&mut self, response: Response) -> Response {
        match self.refused_verb.take() {
            Some(first) if response.status() == StatusCode::METHOD_NOT_ALLOWED => first,
            Some(_) if response.is_success() => {
                self.client.settings().verb_memory.worked(self.operation, self.method);
                response
            }
            _ => response,
        }
    }

    /// Where a redirect leads, when it is one to be followed: that of a `GET` or `HEAD`, to the same
    /// server.
    fn redirect(&self, response: &Response) -> Option<Uri> {
        let is_read =
            matches!(self.method, Method::Get | Method::Head) || self.query_in_body.is_some();
        if !is_read
            || !matches!(response.status(), 301 | 302 | 303 | 307 | 308)
            || self.redirects == MAX_REDIRECTS
        {
            return None;
        }
        let target = resolve(&self.uri, response.head().location()?)?;
        same_origin(&self.uri, &target).then_some(target)
    }

    /// Where to get the resource that was asked for with the request but not sent along.
    fn location_to_ask(&self, response: &Response) -> Option<Uri> {
        if self.location != Location::Wanted || !response.is_success() || !is_without_data(response)
        {
            return None;
        }
        let reference = response.head().location()?;
        let settings = self.client.settings();
        // The guide writes paths below the base path in its `links`: take them here too.
        let below_base = reference.starts_with('/')
            && !reference.starts_with("//")
            && settings.base_url.path_below(reference).is_none();
        let target = match below_base {
            true => format!("{}{reference}", settings.address).parse().ok()?,
            false => resolve(&self.uri, reference)?,
        };
        same_origin(&self.uri, &target).then_some(target)
    }
}

impl fmt::Debug for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exchange")
            .field("request", &format_args!("{}", self.line()))
            .field("redirects", &self.redirects)
            .field("location", &self.location)
            .finish_non_exhaustive()
    }
}

/// Whether `Allow` names a method, or is not there to say anything.
fn allows(headers: &HeaderMap, method: Method) -> bool {
    let mut values = headers.get_all(header::ALLOW).iter().peekable();
    values.peek().is_none()
        || values
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .any(|name| name.trim().eq_ignore_ascii_case(method.as_str()))
}
