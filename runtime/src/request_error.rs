//! Why a request was not sent.

use std::{fmt, time::Duration};

use crate::{Attempt, RequestLine};

/// A request that was not sent because it could not mean what was meant, or not sent again because a
/// limit does not allow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestError {
    request: RequestLine,
    fault: RequestFault,
    attempts: Vec<Attempt>,
}

/// What is wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestFault {
    /// A path parameter is empty, so that the path would be another one.
    EmptyPathParameter {
        /// Its name in the path's template.
        name: Box<str>,
    },
    /// A path parameter holds a control character.
    ControlCharacter {
        /// Its name in the path's template.
        name: Box<str>,
    },
    /// A segment of the path would be `.` or `..`, which lead to another path.
    DotSegment,
    /// The template of the path does not have as many placeholders as there are parameters.
    Template,
    /// A list in the query is empty: the helpdesk would answer as if it were not given.
    EmptyList {
        /// The name of the query parameter.
        name: Box<str>,
    },
    /// A header cannot be sent.
    Header {
        /// Its name.
        name: Box<str>,
        /// What is wrong with it.
        fault: &'static str,
    },
    /// A file has no name, so that the helpdesk would take it for not given.
    FileName {
        /// The name of the field that holds the file.
        name: Box<str>,
    },
    /// A file comes from a stream or a reader, which can be sent only once, and was.
    Spent,
    /// The query cannot be sent in the body.
    QueryInBody {
        /// Why.
        fault: &'static str,
    },
    /// The request cannot be part of a batch.
    Batch {
        /// Why.
        fault: &'static str,
    },
    /// The request belongs to another batch than the results that were asked for it.
    OtherBatch,
    /// It was to be waited for without a runtime, and the client's transport needs one.
    NotBlocking,
    /// What would be sent was asked for when the request was begun already.
    Begun,
    /// A limit that the client keeps has been reached; see [`Limits`](crate::Limits).
    Limit {
        /// How long it is until a request may be sent.
        wait: Duration,
    },
    /// The page to start from is not a number from 1.
    Page,
    /// Address, path and query together are not a URL, mostly because they are too long.
    Url,
}

impl RequestError {
    pub(crate) fn new(request: RequestLine, fault: RequestFault) -> Self {
        Self { request, fault, attempts: Vec::new() }
    }

    /// The same error, before which these HTTP requests were sent.
    pub(crate) fn after(self, attempts: Vec<Attempt>) -> Self {
        Self { attempts, ..self }
    }

    /// The HTTP requests that were sent, in order: none, unless a [limit](crate::Limits) kept the request
    /// from being sent again.
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }

    /// The request that was not sent.
    pub fn request(&self) -> &RequestLine {
        &self.request
    }

    /// What is wrong with it.
    pub fn fault(&self) -> &RequestFault {
        &self.fault
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let again = if self.attempts.is_empty() { "" } else { " again" };
        write!(f, "{} was not sent{again}: {}", self.request, self.fault)
    }
}

impl fmt::Display for RequestFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyPathParameter { name } => write!(f, "the path parameter `{name}` is empty"),
            Self::ControlCharacter { name } => {
                write!(f, "the path parameter `{name}` holds a control character")
            }
            Self::DotSegment => f.write_str("a segment of its path would be `.` or `..`"),
            Self::Template => f.write_str("its path template wants another number of parameters"),
            Self::EmptyList { name } => write!(f, "the list `{name}` in its query is empty"),
            Self::Header { name, fault } => write!(f, "its header {name:?}: {fault}"),
            Self::FileName { name } => write!(f, "the file `{name}` has no name"),
            Self::Spent => f.write_str("a file of it can be sent only once, and was"),
            Self::QueryInBody { fault } => {
                write!(f, "its query cannot be sent in the body: {fault}")
            }
            Self::Batch { fault } => write!(f, "it cannot be part of a batch: {fault}"),
            Self::OtherBatch => f.write_str("it belongs to another batch than these results"),
            Self::NotBlocking => f.write_str(
                "the client is asynchronous: `.await` the answer, or build the client with a transport \
                 that blocks",
            ),
            Self::Begun => f.write_str("it was begun already"),
            Self::Limit { wait: Duration::MAX } => {
                f.write_str("the client's limit lets nothing through")
            }
            Self::Limit { wait } => {
                write!(
                    f,
                    "the client's limit has been reached, for {} s",
                    wait.as_secs_f64().ceil()
                )
            }
            Self::Page => f.write_str("the page to start from is not a number from 1"),
            Self::Url => f.write_str("its URL is too long or malformed"),
        }
    }
}

impl std::error::Error for RequestError {}
