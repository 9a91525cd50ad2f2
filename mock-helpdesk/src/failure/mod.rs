//! Answers that a test asks for: refusals by code or status, and bodies that are none.

use std::collections::VecDeque;

use bytes::Bytes;
use deskpro_spec::api::Api;
use http::{Response, StatusCode};
use serde_json::{Value, json};

use crate::Dialect;
use crate::refuse::Refusal;
use crate::response;

/// An answer that is forced upon the next request, or the next request of one operation.
///
/// ```
/// use deskpro_mock::Failure;
///
/// let limited = Failure::status(429).with_retry_after(30).on("tickets.list");
/// let maintenance_page = Failure::html_page().with_status(503);
/// # let _ = (limited, maintenance_page);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    kind: Kind,
    operation: Option<String>,
    status: Option<u16>,
    message: Option<String>,
    errors: Option<Value>,
    retry_after: Option<u64>,
}

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Code(String),
    Status,
    HtmlPage,
    EmptyBody,
    CutOff,
    WrongType,
    HugeBody(usize),
}

impl Failure {
    /// A refusal with this code; status and message are those of the description. A code that it
    /// does not know comes with 400. The request is not carried out.
    pub fn code(code: impl Into<String>) -> Self {
        Self::new(Kind::Code(code.into()))
    }

    /// A refusal with this status; code and message are the first that the description has for it.
    /// The request is not carried out.
    pub fn status(status: u16) -> Self {
        Self { status: Some(status), ..Self::new(Kind::Status) }
    }

    /// A page for people with status 502, as proxies send it. The request is not carried out.
    pub fn html_page() -> Self {
        Self { status: Some(502), ..Self::new(Kind::HtmlPage) }
    }

    /// The right answer without its body. The request is carried out.
    pub fn empty_body() -> Self {
        Self::new(Kind::EmptyBody)
    }

    /// The right answer with the first half of its body. The request is carried out.
    pub fn cut_off() -> Self {
        Self::new(Kind::CutOff)
    }

    /// The right answer, but for text where the data should be. The request is carried out.
    pub fn wrong_type() -> Self {
        Self::new(Kind::WrongType)
    }

    /// The right answer, but for data of so many bytes, at most 1 GiB. The request is carried out.
    pub fn huge_body(bytes: usize) -> Self {
        Self::new(Kind::HugeBody(bytes.min(1 << 30)))
    }

    /// Only for this operation, such as `tickets.list`, whatever comes in between; on its own or
    /// in a batch. The batch as a whole is called `batch`.
    #[must_use]
    pub fn on(mut self, operation: impl Into<String>) -> Self {
        self.operation = Some(operation.into());
        self
    }

    /// With this status; one that is no final HTTP status becomes 500.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// With this message, where the answer has one.
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// With these detailed errors, where the answer has a code: the value of `errors`.
    #[must_use]
    pub fn with_errors(mut self, errors: Value) -> Self {
        self.errors = Some(errors);
        self
    }

    /// With `Retry-After`, in seconds.
    #[must_use]
    pub fn with_retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    fn new(kind: Kind) -> Self {
        Self { kind, operation: None, status: None, message: None, errors: None, retry_after: None }
    }

    /// The answer, where the request is not carried out.
    pub(crate) fn instead(&self, api: &Api, dialect: Dialect) -> Option<Response<Bytes>> {
        let mut refusal = match &self.kind {
            Kind::Code(code) => Refusal::with_code(api, code, 400),
            Kind::Status => Refusal::with_status(api, self.status.unwrap_or(500)),
            Kind::HtmlPage => {
                let status = self.status.unwrap_or(502);
                return Some(self.finish(response::with_body(status, "text/html", HTML.into())));
            }
            Kind::EmptyBody | Kind::CutOff | Kind::WrongType | Kind::HugeBody(_) => return None,
        };
        refusal.status = self.status.unwrap_or(refusal.status);
        refusal.message = self.message.clone().unwrap_or(refusal.message);
        refusal.errors = self.errors.clone().map(Box::new);
        Some(self.finish(refusal.response(dialect)))
    }

    /// The answer, made from the right one, where the request was carried out.
    pub(crate) fn spoil(&self, api: &Api, mut right: Response<Bytes>) -> Response<Bytes> {
        let data = |data: String| Bytes::from(json!({ &api.envelope.data: data }).to_string());
        let body = match &self.kind {
            Kind::CutOff => right.body().slice(..right.body().len() / 2),
            Kind::WrongType => data("This is text.".to_owned()),
            Kind::HugeBody(bytes) => data("x".repeat(*bytes)),
            Kind::EmptyBody | Kind::Code(_) | Kind::Status | Kind::HtmlPage => Bytes::new(),
        };
        *right.body_mut() = body;
        self.finish(right)
    }

    fn finish(&self, mut response: Response<Bytes>) -> Response<Bytes> {
        if let Some(status) = self.status {
            let status = StatusCode::from_u16(status).ok().filter(|it| !it.is_informational());
            *response.status_mut() = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        }
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(http::header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

const HTML: &str = "<!DOCTYPE html>\n<html><head><title>Bad gateway</title></head>\
    <body><h1>The helpdesk cannot be reached</h1></body></html>\n";

/// Failures that wait for their request, in the order they were asked for.
#[derive(Debug, Default)]
pub(crate) struct Failures(VecDeque<Failure>);

impl Failures {
    /// Adds one.
    pub(crate) fn push(&mut self, failure: Failure) {
        self.0.push_back(failure);
    }

    /// The first that is meant for this operation, or for any.
    pub(crate) fn take(&mut self, operation: Option<&str>) -> Option<Failure> {
        let is_meant = |failure: &Failure| {
            failure.operation.is_none() || failure.operation.as_deref() == operation
        };
        let index = self.0.iter().position(is_meant)?;
        self.0.remove(index)
    }

    /// Those that still wait.
    pub(crate) fn waiting(&self) -> Vec<Failure> {
        self.0.iter().cloned().collect()
    }
}
