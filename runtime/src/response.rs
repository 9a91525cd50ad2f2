//! An answer of the helpdesk, and what can be made of one.

use std::{fmt, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};

use crate::{
    Attempt, DecodeFault, Drift, JsonReader, RequestLine,
    attempt::elapsed,
    drift::Watch,
    request_id::request_id,
    retry_after::retry_after,
    trace::OperationSpan,
    transport::{BodyEnd, RawResponse},
};

/// An answered request: what was asked, and all that came back.
///
/// Cheap to clone. Can itself be what a request is sent for, where neither an envelope nor
/// anything else is expected of the body.
#[derive(Clone)]
pub struct Response {
    request: RequestLine,
    head: ResponseHead,
    body: Bytes,
    ended: BodyEnd,
    follows_location: bool,
    keeps_unknown: bool,
    watch: Option<Arc<Watch>>,
    /// The span of the operation, until the answer is read.
    span: OperationSpan,
}

/// Status and headers of an answer, and what it took to get it. Cheap to clone.
#[derive(Clone)]
pub struct ResponseHead {
    status: StatusCode,
    rest: Arc<Rest>,
}

#[derive(Clone)]
struct Rest {
    headers: HeaderMap,
    attempts: Vec<Attempt>,
}

/// What a successful answer can be turned into.
pub trait FromResponse: Sized {
    /// Reads the answer; only called when the status means success.
    ///
    /// # Errors
    ///
    /// When the body is not what is expected of it.
    fn from_response(response: &Response) -> Result<Self, DecodeFault>;
}

impl FromResponse for Response {
    fn from_response(response: &Response) -> Result<Self, DecodeFault> {
        Ok(response.clone())
    }
}

/// What is made of an answer, and the answer itself.
impl<T: FromResponse> FromResponse for (T, Response) {
    fn from_response(response: &Response) -> Result<Self, DecodeFault> {
        Ok((T::from_response(response)?, response.clone()))
    }
}

impl Response {
    pub(crate) fn new(request: RequestLine, raw: RawResponse) -> Self {
        let RawResponse { status, headers, body, ended } = raw;
        let head = ResponseHead::new(status, headers);
        let span = OperationSpan::default();
        Self {
            request,
            head,
            body,
            ended,
            follows_location: false,
            keeps_unknown: false,
            watch: None,
            span,
        }
    }

    /// The request that was answered.
    pub fn request(&self) -> &RequestLine {
        &self.request
    }

    /// Status and headers.
    pub fn head(&self) -> &ResponseHead {
        &self.head
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.head.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.head.headers()
    }

    /// The body as received; [`ended`](Self::ended) says whether it is the whole.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// How the body ended.
    pub fn ended(&self) -> &BodyEnd {
        &self.ended
    }

    /// Whether the status means success for the operation.
    pub fn is_success(&self) -> bool {
        self.request.operation().is_success(self.head.status)
    }

    /// Whether this answers the `GET` of a resource that was made or changed just before.
    ///
    /// If so, that had succeeded, whatever this answer says.
    pub fn follows_location(&self) -> bool {
        self.follows_location
    }

    /// The body, if it is the whole.
    ///
    /// # Errors
    ///
    /// When the body was too large or broke off.
    pub fn whole_body(&self) -> Result<&Bytes, DecodeFault> {
        match &self.ended {
            BodyEnd::Complete => Ok(&self.body),
            BodyEnd::TooLarge => Err(DecodeFault::TooLarge { limit: self.body.len() }),
            BodyEnd::Broken(error) => Err(DecodeFault::Broken(error.clone())),
        }
    }

    /// A reader of the body, if it is the whole: it keeps unknown members where that was asked for.
    ///
    /// # Errors
    ///
    /// When the body was too large or broke off.
    pub fn json(&self) -> Result<JsonReader<'_>, DecodeFault> {
        let json = JsonReader::new(self.whole_body()?).keeping_unknown(self.keeps_unknown);
        Ok(json.watched_by(self.watch.as_deref()))
    }

    /// How long the helpdesk asks to wait: the `Retry-After` header, in seconds or as a date.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        retry_after(self.headers())
    }

    /// The same answer, which took these HTTP requests.
    pub(crate) fn after(mut self, attempts: Vec<Attempt>) -> Self {
        Arc::make_mut(&mut self.head.rest).attempts = attempts;
        self
    }

    /// The same answer, whose body ended so.
    pub(crate) fn ending(self, ended: BodyEnd) -> Self {
        Self { ended, ..self }
    }

    pub(crate) fn keeping_unknown(mut self, keeps: bool) -> Self {
        self.keeps_unknown = keeps;
        self
    }

    /// The same answer, which is read under the eyes of whoever observes the client.
    pub(crate) fn observed_by(mut self, drift: Option<&Drift>) -> Self {
        self.watch = drift.map(|drift| Arc::new(Watch::new(drift, self.request.operation())));
        self
    }

    /// What is noted of this answer while it is read, if anything is.
    pub(crate) fn watch(&self) -> Option<&Watch> {
        self.watch.as_deref()
    }

    /// The same answer, which is read within the span of its operation.
    pub(crate) fn within(self, span: OperationSpan) -> Self {
        Self { span, ..self }
    }

    /// The span of the operation.
    pub(crate) fn span(&self) -> &OperationSpan {
        &self.span
    }

    /// The same answer, as that to another request.
    pub(crate) fn asked_by(&self, request: RequestLine) -> Self {
        Self { request, ..self.clone() }
    }

    pub(crate) fn following_location(mut self, follows: bool) -> Self {
        self.follows_location = follows;
        self
    }
}

impl ResponseHead {
    fn new(status: StatusCode, mut headers: HeaderMap) -> Self {
        // Cookies are credentials: they must not show up where somebody prints the headers.
        if let header::Entry::Occupied(mut cookies) = headers.entry(header::SET_COOKIE) {
            cookies.iter_mut().for_each(|cookie| cookie.set_sensitive(true));
        }
        Self { status, rest: Arc::new(Rest { headers, attempts: Vec::new() }) }
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.rest.headers
    }

    /// The HTTP requests that it took to get this answer, in order; the last one is the one that was
    /// answered so. None within a batch, whose answer took them.
    pub fn attempts(&self) -> &[Attempt] {
        &self.rest.attempts
    }

    /// How long all of them took together, waits between them included.
    pub fn elapsed(&self) -> Duration {
        elapsed(self.attempts())
    }

    /// The text of a header, when there is one and it is ASCII.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers().get(name)?.to_str().ok()
    }

    /// What the helpdesk calls this request, if it calls it anything: what its support can find it by.
    ///
    /// It is what `X-Request-Id` says, or one of the headers that other servers and content delivery
    /// networks have for it, such as `X-Correlation-Id` and `CF-Ray`.
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.headers())
    }

    /// The address of what was made or changed: the `Location` header.
    pub fn location(&self) -> Option<&str> {
        self.header("location")
    }
}

/// Shows the length of the body, not what is in it.
impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("request", &format_args!("{}", self.request))
            .field("head", &self.head)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for ResponseHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseHead")
            .field("status", &self.status())
            .field("headers", self.headers())
            .field("attempts", &self.attempts())
            .finish()
    }
}
