//! What was received, for tests to look at.

use std::collections::VecDeque;
use std::fmt;

use bytes::Bytes;
use serde_json::Value;

/// How many requests are remembered; the oldest are forgotten first.
const REQUESTS: usize = 10_000;

/// How much of a body is remembered, in bytes.
const BODY: usize = 64 << 10;

/// A request that the helpdesk received, and how it answered.
#[derive(Clone, PartialEq)]
pub struct Received {
    /// The HTTP method: `GET`.
    pub method: String,
    /// The path as it was sent: `/api/v2/tickets`.
    pub path: String,
    /// The query as it was sent: `page=2&count=50`; empty when there is none.
    pub query: String,
    /// The headers, names in lower case. Secrets are masked.
    pub headers: Vec<(String, String)>,
    /// The body, or its first 64 KiB.
    pub body: Bytes,
    /// The operation that the request means, such as `tickets.list`, or `batch`; `None` when it
    /// means none.
    pub operation: Option<String>,
    /// The status that it was answered with.
    pub status: u16,
    /// The code of the refusal that it was answered with.
    pub code: Option<String>,
}

impl Received {
    /// The first header of this name, in any letter case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The body as JSON; `None` when it is none, or was longer than what is remembered.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }
}

/// Shows the size of the body only: bodies may hold what is not to be seen.
impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.query.is_empty() { "" } else { "?" };
        write!(f, "{} {}{mark}{}", self.method, self.path, self.query)?;
        write!(f, " ({} bytes)", self.body.len())?;
        if let Some(operation) = &self.operation {
            write!(f, " {operation}")?;
        }
        write!(f, " -> {}", self.status)?;
        self.code.as_ref().map_or(Ok(()), |code| write!(f, " {code}"))
    }
}

/// The latest requests.
#[derive(Debug, Default)]
pub(crate) struct Log(VecDeque<Received>);

impl Log {
    /// Remembers a request.
    pub(crate) fn push(&mut self, mut received: Received) {
        if received.body.len() > BODY {
            // A copy, so that the rest is freed.
            received.body = Bytes::copy_from_slice(received.body.get(..BODY).unwrap_or_default());
        }
        if self.0.len() >= REQUESTS {
            self.0.pop_front();
        }
        self.0.push_back(received);
    }

    /// What is remembered, the oldest first.
    pub(crate) fn all(&self) -> Vec<Received> {
        self.0.iter().cloned().collect()
    }
}
