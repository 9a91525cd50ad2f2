//! Why a request may be sent again.

use std::fmt;

use crate::{
    Refusal, Response,
    transport::{BodyEnd, TransportError, TransportErrorKind as Kind},
};

/// Why a request is sent again.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum RetryCause {
    /// There was no answer.
    Unanswered(TransportError),
    /// The answer's body broke off.
    Broken(TransportError),
    /// A rate limit was hit.
    RateLimited,
    /// The helpdesk is offline for maintenance.
    Maintenance,
    /// The answer's status says that it may be otherwise soon.
    Status(u16),
}

impl RetryCause {
    /// Why a request that got no answer may be sent again, if it may.
    pub(crate) fn of_error(repeatable: bool, error: &TransportError) -> Option<Self> {
        let may = match error.kind() {
            Kind::Connect | Kind::ConnectTimeout => true,
            Kind::Timeout | Kind::Closed | Kind::Io => repeatable,
            // What a proxy, a certificate, missing credentials or a body of another length were, they will
            // be.
            Kind::Proxy | Kind::Tls | Kind::Credentials | Kind::RequestBody | Kind::Other => false,
        };
        may.then(|| Self::Unanswered(error.clone()))
    }

    /// Why a request with this answer may be sent again, if it may.
    pub(crate) fn of_answer(repeatable: bool, response: &Response) -> Option<Self> {
        if response.is_success() {
            return match response.ended() {
                BodyEnd::Broken(error) if repeatable => Some(Self::Broken(error.clone())),
                _ => None,
            };
        }
        match response.status() {
            423 => Some(Self::Maintenance),
            429 => Some(Self::RateLimited),
            403 if is_rate_limit(response) => Some(Self::RateLimited),
            status @ (408 | 500 | 502 | 503 | 504) if repeatable => Some(Self::Status(status)),
            _ => None,
        }
    }

    /// Whether the helpdesk said that there were too many requests.
    pub(crate) fn is_rate_limit(&self) -> bool {
        matches!(self, Self::RateLimited)
    }
}

fn is_rate_limit(response: &Response) -> bool {
    Refusal::<String>::new(response.clone()).is_rate_limited()
}

impl fmt::Display for RetryCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unanswered(error) => error.fmt(f),
            Self::Broken(error) => write!(f, "the body broke off: {error}"),
            Self::RateLimited => f.write_str("a rate limit was hit"),
            Self::Maintenance => f.write_str("the helpdesk is offline for maintenance"),
            Self::Status(status) => write!(f, "the answer was {status}"),
        }
    }
}
