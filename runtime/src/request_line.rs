//! What an error says about the request it answers.

use std::fmt;

use crate::{Method, Operation, shown::Shown};

/// Operation, method and path of a request, for errors and logs.
///
/// The path is below the base path and names the query parameters without their values:
/// `tickets.list: GET /tickets?page&count`. A long one, which a redirect may lead to, is shown up to
/// its 300th character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestLine {
    operation: &'static Operation,
    method: Method,
    path: Box<str>,
}

impl RequestLine {
    /// `names` are those of the query parameters, with `&` between.
    pub(crate) fn new(
        operation: &'static Operation,
        method: Method,
        path: &str,
        names: &str,
    ) -> Self {
        let path = match names {
            "" => path.into(),
            _ => format!("{path}?{names}").into(),
        };
        Self { operation, method, path }
    }

    /// The operation that was asked for.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The method that was sent: not always the operation's, see [`VerbRule`](crate::VerbRule).
    pub fn method(&self) -> Method {
        self.method
    }

    /// The path below the base path, with the names of the query parameters, also where the query was
    /// sent in the body.
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for RequestLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {}", self.operation, self.method, Shown(&self.path))
    }
}
