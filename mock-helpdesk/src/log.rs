//! What was received, for tests to look at.

use std::collections::VecDeque;
use std::fmt;

use bytes::Bytes;
use serde_json::{Value, json};

use crate::problems;
use crate::query::Query;

/// How many requests are remembered; the oldest are forgotten first.
const REQUESTS: usize = 10_000;

/// How much of all bodies together is remembered, in bytes; the oldest requests are forgotten first.
const BODIES: usize = 64 << 20;

/// How much of a body is remembered, in bytes.
const BODY: usize = 64 << 10;

/// How much of a body is shown as text, in bytes.
const SHOWN: usize = 4 << 10;

/// A request that the helpdesk received, and how it answered.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Received {
    /// Which request it is, counted from 1.
    pub number: u64,
    /// When it came, by the helpdesk's clock, in the API's format: `2025-05-01T08:02:02+0000`.
    pub at: String,
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
    /// The message of that refusal: what is wrong with the request.
    pub message: Option<String>,
    /// The detailed errors of that refusal, as the API sends them.
    pub errors: Option<Value>,
    /// Whether a [`Failure`](crate::Failure) met it.
    pub is_forced: bool,
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

    /// What is wrong with its input, a line each: `person: This value should not be blank. (required)`.
    pub fn problems(&self) -> Vec<String> {
        self.errors.as_ref().map(problems::of).unwrap_or_default()
    }

    /// Whether its query has this parameter with this value.
    pub(crate) fn asks(&self, name: &str, value: &str) -> bool {
        Query::parse(&self.query).is_ok_and(|query| query.has(name, value))
    }

    /// Whether a test would not expect it: it means no operation, or the helpdesk refuses it of its own
    /// accord.
    pub fn is_unexpected(&self) -> bool {
        !self.is_forced && (self.operation.is_none() || self.status >= 400)
    }

    /// The request line, the operation and how it was answered.
    pub(crate) fn line(&self) -> String {
        let mark = if self.query.is_empty() { "" } else { "?" };
        let operation = self.operation.as_deref().unwrap_or("no operation");
        let code = self.code.as_ref().map_or_else(String::new, |code| format!(" {code}"));
        let Self { method, path, query, status, .. } = self;
        format!("{operation}: {method} {path}{mark}{query} -> {status}{code}")
    }

    /// All that is remembered, as JSON.
    pub(crate) fn to_json(&self) -> Value {
        let shown = self.body.get(..SHOWN).unwrap_or(&self.body);
        json!({
            "number": self.number,
            "at": self.at,
            "method": self.method,
            "path": self.path,
            "query": self.query,
            "headers": self.headers,
            "body": String::from_utf8_lossy(shown),
            "body_bytes": self.body.len(),
            "operation": self.operation,
            "status": self.status,
            "code": self.code,
            "message": self.message,
            "errors": self.errors,
            "problems": self.problems(),
            "is_forced": self.is_forced,
            "is_unexpected": self.is_unexpected(),
        })
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
pub(crate) struct Log {
    requests: VecDeque<Received>,
    /// The bytes of their bodies.
    bytes: usize,
    /// How many there ever were.
    count: u64,
}

impl Log {
    /// Remembers a request, and says which it is.
    pub(crate) fn push(&mut self, mut received: Received) -> u64 {
        if received.body.len() > BODY {
            // A copy, so that the rest is freed.
            received.body = Bytes::copy_from_slice(received.body.get(..BODY).unwrap_or_default());
        }
        self.count += 1;
        received.number = self.count;
        self.bytes += received.body.len();
        self.requests.push_back(received);
        while self.requests.len() > REQUESTS || self.bytes > BODIES {
            let Some(oldest) = self.requests.pop_front() else { break };
            self.bytes = self.bytes.saturating_sub(oldest.body.len());
        }
        self.count
    }

    /// What is remembered, the oldest first.
    pub(crate) fn all(&self) -> Vec<Received> {
        self.requests.iter().cloned().collect()
    }

    /// What came after the request of this number, the oldest first.
    pub(crate) fn after(&self, number: u64) -> impl Iterator<Item = &Received> {
        self.requests.iter().filter(move |received| received.number > number)
    }

    /// Forgets all requests; their numbers go on.
    pub(crate) fn clear(&mut self) {
        self.requests.clear();
        self.bytes = 0;
    }
}
