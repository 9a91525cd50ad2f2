//! From a request to its answer, without doing any input or output.
//!
//! What one request takes may be more than one HTTP request: the other verb, a retry, a redirect, or the
//! resource that a `Location` names. [`Exchange`] decides, whoever drives it sends and waits.

mod http_request;
mod pace;
mod redirect;
#[cfg(feature = "tracing")]
mod told;
mod verb;

use std::{fmt, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, Uri};

pub(crate) use self::pace::Allowance;
use self::pace::Pace;
use crate::{
    Client, Failure, Method, Operation, Request, RequestError, RequestLine, Response, Unanswered,
    body::JSON,
    request::Parts,
    trace,
    transport::{BodyEnd, RawResponse, RequestBody, TransportError, TransportRequest},
};

/// A request on its way: takes answers and says what to do next.
///
/// # Examples
///
/// A driver of one's own, here one that blocks:
///
/// ```
/// use deskpro_runtime::{
///     Exchange, Failure, Request, Response, Step,
///     transport::{RawResponse, TransportError, TransportRequest},
/// };
///
/// fn drive(
///     request: Request,
///     mut send: impl FnMut(TransportRequest) -> Result<RawResponse, TransportError>,
/// ) -> Result<Response, Failure> {
///     let (mut exchange, mut step) = Exchange::start(request).map_err(Failure::Request)?;
///     loop {
///         step = match step {
///             Step::Send(request) => exchange.answered(send(request)),
///             Step::Wait(pause) => {
///                 std::thread::sleep(pause);
///                 exchange.resume()
///             }
///             Step::Done(response) => return Ok(response),
///             Step::Failed(failure) => return Err(failure),
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
    body: Option<(HeaderValue, RequestBody)>,
    /// Whether the body was one that can be sent only once, and was.
    body_is_spent: bool,
    pace: Pace,
    /// The answer to the first verb, while the other one is tried.
    refused_verb: Option<Response>,
    redirects: u8,
    /// Whether an answer made a `GET` of the request.
    is_turned: bool,
    /// Whether a redirect led to another server, which gets no credentials.
    is_abroad: bool,
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
    /// Send this and hand what comes to [`Exchange::answered`].
    Send(TransportRequest),
    /// Wait so long by the client's clock, then [`Exchange::resume`].
    Wait(Duration),
    /// This is the answer.
    Done(Response),
    /// There is no answer.
    Failed(Failure),
}

impl Exchange {
    /// Begins with a request: returns what to do first.
    ///
    /// # Errors
    ///
    /// When the request holds something that cannot be sent.
    pub fn start(request: Request) -> Result<(Self, Step), RequestError> {
        let mut exchange = Self::begin(request)?;
        let first = exchange.send();
        Ok((exchange, first))
    }

    /// Begins with a request, of which nothing is sent yet.
    pub(crate) fn begin(request: Request) -> Result<Self, RequestError> {
        let parts = request.parts();
        let uri = parts.check().and_then(|()| parts.uri());
        let uri = uri.map_err(|fault| RequestError::new(request.line(), fault))?;
        let query = parts.query_in_body.then(|| (parts.query_names(), parts.query_json()));
        let Parts {
            client, operation, headers, body, pace, follow_location, keeps_unknown, ..
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
        Ok(Self {
            pace: Pace::begin(pace, client.now()),
            method,
            uri,
            headers,
            body,
            body_is_spent: false,
            refused_verb: None,
            redirects: 0,
            is_turned: false,
            is_abroad: false,
            location: if follow_location { Location::Wanted } else { Location::NotWanted },
            query_in_body,
            keeps_unknown,
            operation,
            client,
        })
    }

    /// Takes what came for the last request.
    pub fn answered(&mut self, outcome: Result<RawResponse, TransportError>) -> Step {
        match outcome {
            Ok(raw) => {
                let response = self.response(raw);
                trace::answered(&response);
                self.decide(response)
            }
            Err(error) => {
                self.pace.note(self.method, Err(error.kind()), self.client.now());
                trace::unanswered(&self.line(), &error);
                match self.retry_unanswered(&error) {
                    Some(wait) => wait,
                    None => Step::Failed(Failure::Unanswered(self.unanswered(error))),
                }
            }
        }
    }

    /// Takes the head of an answer that means success; its body is left to whoever wants it.
    pub(crate) fn opened(&mut self, status: StatusCode, headers: HeaderMap) -> Step {
        let (body, ended) = (Bytes::new(), BodyEnd::Complete);
        let response = self.response(RawResponse { status, headers, body, ended });
        trace::opened(&response);
        self.decide(response)
    }

    /// Whether a status means success for the operation.
    pub(crate) fn means_success(&self, status: StatusCode) -> bool {
        self.operation.is_success(status)
    }

    /// Notes what came for the last request.
    fn response(&mut self, raw: RawResponse) -> Response {
        self.pace.note(self.method, Ok(raw.status), self.client.now());
        Response::new(self.line(), raw)
            .following_location(self.location == Location::Asked)
            .keeping_unknown(self.keeps_unknown)
            .observed_by(self.client.settings().drift.as_ref())
    }

    /// Goes on after a wait.
    pub fn resume(&mut self) -> Step {
        self.send()
    }

    /// What an answer leads to.
    fn decide(&mut self, response: Response) -> Step {
        if let Some(step) = self.try_other_verb(&response) {
            return step;
        }
        if let Some(wait) = self.retry_answered(&response) {
            return wait;
        }
        let response = self.settle_verb(response);
        if let Some(step) = self.follow_redirect(&response).or_else(|| self.ask_location(&response))
        {
            return step;
        }
        Step::Done(response.after(self.pace.take_attempts()))
    }

    /// Goes on with a `GET` without a body.
    fn turn_into_get(&mut self) {
        self.method = Method::Get;
        self.is_turned = true;
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
            // What has no value may be one itself: `?token` of an address that was led to.
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, _)| name)
            .chain(self.query_in_body.as_deref())
            .filter(|name| !name.is_empty())
            .collect();
        RequestLine::new(self.operation, self.method, path, &names.join("&"))
    }

    /// The error for a request that gets no answer.
    fn unanswered(&mut self, error: TransportError) -> Unanswered {
        let server = self.uri.authority().map_or("", |authority| authority.as_str());
        Unanswered::new(self.line(), server, error, self.pace.take_attempts())
    }

    /// Takes note that the credentials of the last HTTP request were refused; it is sent with others.
    pub(crate) fn refused(&mut self, status: StatusCode) {
        let now = self.client.now();
        self.pace.note(self.method, Ok(status), now);
        self.pace.renewed(now);
    }

    /// The client whose transport the requests are for.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Whether the next request may carry credentials: not where a redirect led to another server.
    pub fn takes_credentials(&self) -> bool {
        !self.is_abroad
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
