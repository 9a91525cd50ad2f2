//! Why a request did not do what it was to do.

use std::{fmt, time::Duration};

use crate::{
    Attempt, DecodeError, Refused, RequestError, RequestFault, RequestLine, Response, Undocumented,
    attempt::elapsed, transport::TransportError,
};

/// Why a request did not do what it was to do.
///
/// `E` is the operation's own error: a closed enum of all documented refusals. Every error names
/// operation, method and path, and what the helpdesk calls the request where it says so; none holds
/// credentials or the values of a request.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use deskpro_runtime::{Error, Refused};
///
/// /// How long to wait before asking again, if that makes sense.
/// fn pause<E: Refused>(error: &Error<E>) -> Option<Duration> {
///     match error {
///         Error::Timeout(_) => Some(Duration::from_secs(1)),
///         _ if error.is_rate_limited() || error.is_maintenance() => {
///             Some(error.retry_after().unwrap_or(Duration::from_secs(60)))
///         }
///         _ => None,
///     }
/// }
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Error<E> {
    /// The helpdesk refused, in one of the ways that are documented for the operation.
    Api(E),
    /// The helpdesk refused with a status that is not documented for the operation.
    Undocumented(Box<Undocumented>),
    /// The helpdesk answered with success, but the answer is not as described.
    Decode(Box<DecodeError>),
    /// There was no answer.
    Transport(Box<Unanswered>),
    /// There was no answer in time.
    Timeout(Box<Unanswered>),
    /// The request was not sent.
    Request(Box<RequestError>),
}

/// A request that got no answer.
#[derive(Debug, Clone)]
pub struct Unanswered {
    request: RequestLine,
    server: Box<str>,
    error: TransportError,
    attempts: Vec<Attempt>,
}

impl Unanswered {
    pub(crate) fn new(
        request: RequestLine,
        server: &str,
        error: TransportError,
        attempts: Vec<Attempt>,
    ) -> Self {
        Self { request, server: server.into(), error, attempts }
    }

    /// The HTTP requests that were sent, in order.
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }

    /// How long all of them took together, waits between them included.
    pub fn elapsed(&self) -> Duration {
        elapsed(&self.attempts)
    }

    /// The server that was asked: `support.example.com`, with a port where the address has one.
    pub fn server(&self) -> &str {
        &self.server
    }

    /// The request that got no answer.
    pub fn request(&self) -> &RequestLine {
        &self.request
    }

    /// Why.
    pub fn error(&self) -> &TransportError {
        &self.error
    }
}

/// Why there is no answer: the part of [`Error`] that knows no operation.
#[derive(Debug, Clone)]
pub enum Failure {
    /// The request was not sent.
    Request(RequestError),
    /// There was no answer.
    Unanswered(Unanswered),
}

impl<E> From<Failure> for Error<E> {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Request(error) => Self::Request(Box::new(error)),
            Failure::Unanswered(error) => match error.error.kind().is_timeout() {
                true => Self::Timeout(Box::new(error)),
                false => Self::Transport(Box::new(error)),
            },
        }
    }
}

impl<E> Error<E> {
    /// Whether time was up, before an answer or within one.
    pub fn is_timeout(&self) -> bool {
        match self {
            Self::Timeout(_) => true,
            Self::Decode(error) => error.is_timeout(),
            _ => false,
        }
    }
}

impl<E: Refused> Error<E> {
    /// The answer, where there was one.
    pub fn response(&self) -> Option<&Response> {
        match self {
            Self::Api(error) => Some(error.refusal().response()),
            Self::Undocumented(refusal) => Some(refusal.response()),
            Self::Decode(error) => Some(error.response()),
            Self::Transport(_) | Self::Timeout(_) | Self::Request(_) => None,
        }
    }

    /// The request: operation, method and path.
    pub fn request(&self) -> &RequestLine {
        match self {
            Self::Api(error) => error.refusal().request(),
            Self::Undocumented(refusal) => refusal.request(),
            Self::Decode(error) => error.response().request(),
            Self::Transport(error) | Self::Timeout(error) => error.request(),
            Self::Request(error) => error.request(),
        }
    }

    /// The HTTP requests that were sent, in order: none where the request was not sent, and none within a
    /// batch, whose answer took them.
    pub fn attempts(&self) -> &[Attempt] {
        match self {
            Self::Transport(error) | Self::Timeout(error) => error.attempts(),
            Self::Request(error) => error.attempts(),
            _ => self.response().map_or(&[], |response| response.head().attempts()),
        }
    }

    /// How long all of them took together, waits between them included.
    pub fn elapsed(&self) -> Duration {
        elapsed(self.attempts())
    }

    /// What the helpdesk calls the request, where it answered and said so: see
    /// [`ResponseHead::request_id`](crate::ResponseHead::request_id).
    pub fn request_id(&self) -> Option<&str> {
        self.response()?.head().request_id()
    }

    /// The HTTP status, where there was an answer.
    pub fn status(&self) -> Option<u16> {
        self.response().map(Response::status)
    }

    /// The code of a refusal as the helpdesk spells it; empty where there is none.
    pub fn code(&self) -> &str {
        match self {
            Self::Api(error) => error.refusal().code(),
            Self::Undocumented(refusal) => refusal.code(),
            _ => "",
        }
    }

    /// Whether a code occurs anywhere in a refusal; see
    /// [`Refusal::has_code`](crate::Refusal::has_code).
    pub fn has_code(&self, code: &str) -> bool {
        match self {
            Self::Api(error) => error.refusal().has_code(code),
            Self::Undocumented(refusal) => refusal.has_code(code),
            _ => false,
        }
    }

    /// Whether a rate limit was hit: the helpdesk's, see
    /// [`Refusal::is_rate_limited`](crate::Refusal::is_rate_limited), or that which the client
    /// [keeps](crate::Limits).
    pub fn is_rate_limited(&self) -> bool {
        match self {
            Self::Request(error) => matches!(error.fault(), RequestFault::Limit { .. }),
            Self::Api(error) => error.refusal().is_rate_limited(),
            Self::Undocumented(refusal) => refusal.is_rate_limited(),
            _ => false,
        }
    }

    /// Whether the helpdesk is offline for maintenance.
    pub fn is_maintenance(&self) -> bool {
        match self {
            Self::Api(error) => error.refusal().is_maintenance(),
            Self::Undocumented(refusal) => refusal.is_maintenance(),
            _ => false,
        }
    }

    /// How long the helpdesk asks to wait, where it says so; or how long it is until the client's own
    /// limit lets a request through.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Request(error) => match error.fault() {
                RequestFault::Limit { wait } => Some(*wait),
                _ => None,
            },
            Self::Api(error) => error.refusal().retry_after(),
            Self::Undocumented(refusal) => refusal.retry_after(),
            _ => None,
        }
    }
}

impl<E: fmt::Display> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(f),
            Self::Undocumented(refusal) => refusal.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::Transport(error) | Self::Timeout(error) => error.fmt(f),
            Self::Request(error) => error.fmt(f),
        }
    }
}

impl<E: std::error::Error> std::error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Api(error) => error.source(),
            Self::Undocumented(refusal) => refusal.source(),
            Self::Decode(error) => error.source(),
            Self::Transport(error) | Self::Timeout(error) => error.source(),
            Self::Request(error) => error.source(),
        }
    }
}

impl fmt::Display for Unanswered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} got no answer from {}: {}", self.request, self.server, self.error)
    }
}

impl std::error::Error for Unanswered {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        std::error::Error::source(&self.error)
    }
}

#[cfg(test)]
mod tests {
    use super::{Error, Undocumented};

    #[test]
    fn an_error_is_small_enough_to_be_returned() {
        assert!(size_of::<Error<Box<Undocumented>>>() <= 32 + size_of::<Box<Undocumented>>());
    }
}
