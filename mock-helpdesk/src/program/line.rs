//! A line for every request.

use deskpro_mock::Received;
use serde_json::json;

/// How requests are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Log {
    Text,
    Json,
    Nothing,
}

impl Log {
    /// The format that the command line calls so.
    pub(crate) fn named(name: &str) -> Self {
        match name {
            "json" => Self::Json,
            "none" => Self::Nothing,
            _ => Self::Text,
        }
    }

    /// What makes the line of a request.
    pub(crate) fn line(self) -> Option<fn(&Received) -> String> {
        match self {
            Self::Text => Some(text),
            Self::Json => Some(json),
            Self::Nothing => None,
        }
    }
}

const RED: &str = "\x1b[31m";
const YELLOW: &str = "\x1b[33m";
const GREEN: &str = "\x1b[32m";
const PLAIN: &str = "\x1b[0m";

/// `404 GET /api/v2/tickets/7 tickets.get not_found: There is no such thing.`, and below it what is wrong
/// with the input; colours are taken out where nobody sees them.
fn text(received: &Received) -> String {
    let mark = if received.query.is_empty() { "" } else { "?" };
    let colour = match received.status {
        _ if received.is_forced => YELLOW,
        400.. => RED,
        _ => GREEN,
    };
    let Received { method, path, query, status, .. } = received;
    let operation = received.operation.as_deref().unwrap_or("no operation");
    let mut rest = format!("{method} {path}{mark}{query} {operation}");
    if received.is_forced {
        rest.push_str(" forced");
    }
    for (before, said) in [(" ", &received.code), (": ", &received.message)] {
        rest.extend(said.iter().flat_map(|said| [before, said]));
    }
    let problems = received.problems().into_iter().map(|it| format!("\n      {}", harmless(&it)));
    format!("{colour}{status}{PLAIN} {}{}", harmless(&rest), problems.collect::<String>())
}

/// What a client sends must not steer the terminal.
fn harmless(text: &str) -> String {
    let shown = text.chars().map(|character| match character.is_control() {
        true => character.escape_default().to_string(),
        false => character.to_string(),
    });
    shown.collect()
}

fn json(received: &Received) -> String {
    json!({
        "number": received.number,
        "at": received.at,
        "method": received.method,
        "path": received.path,
        "query": received.query,
        "operation": received.operation,
        "status": received.status,
        "code": received.code,
        "message": received.message,
        "errors": received.errors,
        "forced": received.is_forced,
    })
    .to_string()
}
