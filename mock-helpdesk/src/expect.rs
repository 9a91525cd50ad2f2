//! What a test expects to have been received, compared with what was.

use std::fmt::{self, Write};

use serde_json::Value;

use crate::Received;

/// A request that a test expects.
///
/// Text stands for the operation, `tickets.list`, or for method and path, `GET /api/v2/tickets`.
///
/// ```
/// use deskpro_mock::Expected;
/// use serde_json::json;
///
/// let created = Expected::operation("tickets.create")
///     .with_json(json!({ "subject": "Printer on fire" }))
///     .with_status(201);
/// let listed = Expected::from("GET /api/v2/tickets").with_query("page", "2");
/// # let _ = (created, listed);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    request: Request,
    query: Vec<(String, String)>,
    json: Option<Value>,
    status: Option<u16>,
}

#[derive(Debug, Clone, PartialEq)]
enum Request {
    Operation(String),
    Line { method: String, path: String },
}

impl Expected {
    /// A request of this operation, such as `tickets.list`.
    pub fn operation(name: impl Into<String>) -> Self {
        Self::new(Request::Operation(name.into()))
    }

    /// A request of this method to this path, as it is sent: `GET`, `/api/v2/tickets`.
    pub fn line(method: impl Into<String>, path: impl Into<String>) -> Self {
        Self::new(Request::Line { method: method.into(), path: path.into() })
    }

    /// With this query parameter among others; the value is compared after decoding.
    #[must_use]
    pub fn with_query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// With just this JSON in its body; the order of members does not matter.
    #[must_use]
    pub fn with_json(mut self, json: Value) -> Self {
        self.json = Some(json);
        self
    }

    /// Answered with this status.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    fn new(request: Request) -> Self {
        Self { request, query: Vec::new(), json: None, status: None }
    }

    /// Whether this is what was received.
    fn is(&self, received: &Received) -> bool {
        let is_request = match &self.request {
            Request::Operation(name) => received.operation.as_ref() == Some(name),
            Request::Line { method, path } => received.method == *method && received.path == *path,
        };
        is_request
            && self.status.is_none_or(|status| received.status == status)
            && self.json.as_ref().is_none_or(|json| received.json().as_ref() == Some(json))
            && self.query.iter().all(|(name, value)| received.asks(name, value))
    }
}

impl From<&str> for Expected {
    fn from(text: &str) -> Self {
        match text.split_once(' ') {
            Some((method, path)) => Self::line(method, path),
            None => Self::operation(text),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.request {
            Request::Operation(name) => f.write_str(name)?,
            Request::Line { method, path } => write!(f, "{method} {path}")?,
        }
        for (name, value) in &self.query {
            write!(f, " with {name}={value}")?;
        }
        if let Some(json) = &self.json {
            write!(f, " with {json}")?;
        }
        self.status.map_or(Ok(()), |status| write!(f, " -> {status}"))
    }
}

/// The difference between what was expected and what was received. Its text has a line for each request:
/// `=` for one that was expected and came, `+` for one that was not expected, `-` for one that did not
/// come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch(String);

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Mismatch {}

/// Compares in order: what comes between two that are expected is not expected itself.
pub(crate) fn compare(expected: &[Expected], received: &[Received]) -> Result<(), Mismatch> {
    let mut rest = expected.iter().peekable();
    let mut lines = String::new();
    let mut is_same = true;
    for received in received {
        let is_expected = rest.next_if(|expected| expected.is(received)).is_some();
        is_same &= is_expected;
        let mark = if is_expected { '=' } else { '+' };
        let _ = writeln!(lines, "{mark} {}", shown(received));
    }
    for missing in rest {
        is_same = false;
        let _ = writeln!(lines, "- {missing}");
    }
    match is_same {
        true => Ok(()),
        false => Err(Mismatch(format!("other requests were received than expected:\n{lines}"))),
    }
}

/// Names what no test would expect.
pub(crate) fn unexpected(received: &[Received]) -> Result<(), Mismatch> {
    let unexpected = received.iter().filter(|received| received.is_unexpected());
    let lines: String = unexpected.map(|received| format!("+ {}\n", shown(received))).collect();
    match lines.is_empty() {
        true => Ok(()),
        false => Err(Mismatch(format!("unexpected requests were received:\n{lines}"))),
    }
}

/// A request with what is wrong with it, as far as that says more than its code.
fn shown(received: &Received) -> String {
    let mut shown = received.line();
    for said in received.message.iter().cloned().chain(received.problems()) {
        let _ = write!(shown, "\n    {said}");
    }
    shown
}
