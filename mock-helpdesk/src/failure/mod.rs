//! What goes wrong because a test wants it to: refusals, bodies that are none, connections that break.

mod answer;
mod kind;
mod rule;
mod waiting;
mod when;

use std::time::Duration;

use serde_json::Value;

pub(crate) use answer::Verdict;
use kind::Kind;
pub use rule::ParseFailureError;
pub(crate) use waiting::Failures;
use when::When;

/// What goes wrong, and with which requests.
///
/// A failure is told to a helpdesk by [`fail_next`](crate::Helpdesk::fail_next), for one request, or by
/// [`fail`](crate::Helpdesk::fail), for all that it is meant for until the failures are
/// [cleared](crate::Helpdesk::clear_failures).
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use deskpro_mock::Failure;
///
/// let limited = Failure::status(429).with_retry_after(30).on("tickets.list");
/// let maintenance_page = Failure::html_page().with_status(503);
/// let now_and_then = Failure::reset().with_probability(0.05, 7);
/// let every_third = Failure::slow(Duration::from_secs(2)).on("tickets.*").every(3);
/// # let _ = (limited, maintenance_page, now_and_then, every_third);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    kind: Kind,
    when: When,
    status: Option<u16>,
    message: Option<String>,
    errors: Option<Value>,
    retry_after: Option<u64>,
    delay: Duration,
}

/// What goes wrong.
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

    /// A refusal with a code that no description knows, and status 400. The request is not carried
    /// out.
    pub fn unknown_code() -> Self {
        Self::code("never_heard_of")
    }

    /// A page for people with status 502, as proxies send it. The request is not carried out.
    pub fn html_page() -> Self {
        Self { status: Some(502), ..Self::new(Kind::HtmlPage) }
    }

    /// The right answer without its body. The request is carried out.
    pub fn empty_body() -> Self {
        Self::new(Kind::EmptyBody)
    }

    /// The right answer with the first half of its body, as if that were all. The request is carried
    /// out.
    pub fn cut_off() -> Self {
        Self::new(Kind::CutOff)
    }

    /// The right answer, but for a body that is no JSON. The request is carried out.
    pub fn malformed() -> Self {
        Self::new(Kind::Malformed)
    }

    /// The right answer, but for text where the data should be. The request is carried out.
    pub fn wrong_type() -> Self {
        Self::new(Kind::WrongType)
    }

    /// The right answer with a field in every object that no description knows. The request is
    /// carried out.
    pub fn unknown_field() -> Self {
        Self::new(Kind::UnknownField)
    }

    /// The right answer, but for data of so many bytes, at most 1 GiB. The request is carried out.
    pub fn huge_body(bytes: usize) -> Self {
        Self::new(Kind::HugeBody(bytes.min(1 << 30)))
    }

    /// The right answer, later. The request is carried out at once.
    pub fn slow(delay: Duration) -> Self {
        Self::new(Kind::Right).with_delay(delay)
    }

    /// The right answer, of which half of the body comes, and the end of the connection then. The
    /// request is carried out.
    pub fn truncated() -> Self {
        Self::new(Kind::Truncated)
    }

    /// The right answer, of which half of the body comes, and nothing more until the client gives up.
    /// The request is carried out.
    pub fn stalled() -> Self {
        Self::new(Kind::Stalled)
    }

    /// No answer: the connection is reset. The request is not carried out.
    pub fn reset() -> Self {
        Self::new(Kind::Reset)
    }
}

/// How it is worded.
impl Failure {
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

    /// So much later than it would come.
    #[must_use]
    pub fn with_delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }
}

/// Which requests it is meant for, and which of those it meets.
impl Failure {
    /// Only for this operation, such as `tickets.list`, whatever comes in between; on its own or
    /// in a batch. `tickets.*` are all of a resource. The batch as a whole is called `batch`.
    #[must_use]
    pub fn on(mut self, operation: impl Into<String>) -> Self {
        self.when.operation = Some(operation.into());
        self
    }

    /// Not for the first so many requests that it is meant for.
    #[must_use]
    pub fn after(mut self, requests: u64) -> Self {
        self.when.after = requests;
        self
    }

    /// For every nth of the requests that it is meant for: with 3 the third, the sixth and so on.
    #[must_use]
    pub fn every(mut self, nth: u64) -> Self {
        self.when.every = nth.max(1);
        self
    }

    /// For each request with this probability, from 0 to 1. The same seed meets the same requests.
    #[must_use]
    pub fn with_probability(mut self, probability: f64, seed: u64) -> Self {
        self.when.probability = Some((probability, seed));
        self
    }

    /// For so many requests at most.
    #[must_use]
    pub fn times(mut self, times: u64) -> Self {
        self.when.times = Some(times);
        self
    }

    /// The operation that it is only for.
    pub(crate) fn operation(&self) -> Option<&str> {
        self.when.operation.as_deref()
    }

    fn new(kind: Kind) -> Self {
        Self {
            kind,
            when: When::default(),
            status: None,
            message: None,
            errors: None,
            retry_after: None,
            delay: Duration::ZERO,
        }
    }
}
