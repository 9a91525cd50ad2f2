//! What the helpdesk says of itself, and how it is told to fail: for programs in any language, and for
//! people with a browser.

use bytes::Bytes;
use http::{Method, Response, header, request};
use serde_json::{Value, json};

use crate::{Dialect, Failure, Helpdesk, known, response};

/// The path below which the helpdesk speaks of itself. No request there needs a key, is remembered, or
/// fails.
///
/// | request | answer |
/// |---|---|
/// | `GET /__mock` | a page for people, which shows requests as they come |
/// | `GET /__mock/ready` | 200 as soon as requests are answered |
/// | `GET /__mock/requests?after=7` | what was received after the 7th request, at most 500 at once |
/// | `DELETE /__mock/requests` | forgets what was received |
/// | `GET /__mock/failures` | the failures that may still meet a request |
/// | `POST /__mock/failures` | adds a [failure](Failure::script), or a list of them, as JSON |
/// | `DELETE /__mock/failures` | forgets all failures |
/// | `POST /__mock/reset` | forgets all of this, and what was written |
pub const CONTROL: &str = "/__mock";

/// The page for people.
const PAGE: &str = include_str!("page.html");

/// How many requests are shown at once.
const SHOWN: usize = 500;

/// The answer to a request that is about the helpdesk itself; `None` when it is none.
pub(crate) fn answer(
    helpdesk: &Helpdesk,
    head: &request::Parts,
    body: &Bytes,
) -> Option<Response<Bytes>> {
    let rest = head.uri.path().strip_prefix(CONTROL)?;
    let method = &head.method;
    Some(match (rest, method) {
        ("" | "/", &Method::GET | &Method::HEAD) => page(),
        ("/ready", &Method::GET | &Method::HEAD) => json(200, &ready(helpdesk)),
        ("/requests", &Method::GET) => requests(helpdesk, head.uri.query().unwrap_or_default()),
        ("/requests", &Method::DELETE) => {
            helpdesk.clear_requests();
            response::empty(204)
        }
        ("/failures", &Method::GET) => json(200, &waiting(helpdesk)),
        ("/failures", &Method::POST) => fail(helpdesk, head, body),
        ("/failures", &Method::DELETE) => {
            helpdesk.clear_failures();
            response::empty(204)
        }
        ("/reset", &Method::POST) => {
            helpdesk.reset();
            response::empty(204)
        }
        ("" | "/" | "/ready" | "/requests" | "/failures" | "/reset", _) => {
            refusal(405, "another method is meant here")
        }
        // Not below it, but beside it: a path that only begins alike.
        (rest, _) if !rest.starts_with('/') => return None,
        _ => refusal(404, "below /__mock are ready, requests, failures and reset"),
    })
}

fn page() -> Response<Bytes> {
    let mut page =
        response::with_body(200, "text/html; charset=utf-8", Bytes::from_static(PAGE.as_bytes()));
    // What requests hold is shown, and must never run.
    let policy = "default-src 'none'; connect-src 'self'; script-src 'unsafe-inline'; \
        style-src 'unsafe-inline'; frame-ancestors 'none'";
    let policy = http::HeaderValue::from_static(policy);
    page.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    page
}

fn ready(helpdesk: &Helpdesk) -> Value {
    let api = helpdesk.api();
    let operations: usize = api.resources.iter().map(|it| it.operations.len()).sum();
    let dialect = match helpdesk.dialect() {
        Dialect::Guide => "guide",
        Dialect::Live => "live",
    };
    json!({
        "ready": true,
        "api": api.name,
        "base_path": api.base_path,
        "dialect": dialect,
        "operations": operations,
    })
}

/// `after=7`: what came later.
fn requests(helpdesk: &Helpdesk, query: &str) -> Response<Bytes> {
    let after = match query.strip_prefix("after=") {
        Some(number) => number.parse().ok(),
        None => Some(0).filter(|_| query.is_empty()),
    };
    let Some(after) = after else {
        return refusal(400, "the query is `after=` with the number of a request");
    };
    let requests = helpdesk.received_after(after, SHOWN, |received| received.to_json());
    json(200, &json!({ "requests": requests }))
}

fn waiting(helpdesk: &Helpdesk) -> Value {
    let failures = helpdesk.waiting_failures();
    json!({ "failures": failures.iter().map(Failure::to_json).collect::<Value>() })
}

/// Takes all that are sent, or none.
fn fail(helpdesk: &Helpdesk, head: &request::Parts, body: &Bytes) -> Response<Bytes> {
    // Pages of other sites can send a POST without asking first, but not with this type.
    let content_type = head.headers.get(header::CONTENT_TYPE).map(|value| value.as_bytes());
    if !content_type.is_some_and(|it| it.starts_with(b"application/json")) {
        return refusal(400, "the content type must be application/json");
    }
    let failures = match Failure::from_json(body) {
        Ok(failures) => failures,
        Err(error) => return refusal(400, &error.to_string()),
    };
    let named = failures.iter().filter_map(Failure::operation);
    let checked = named.into_iter().try_for_each(|name| known::check(helpdesk.api(), name));
    if let Err(problem) = checked {
        return refusal(400, &problem);
    }
    failures.into_iter().for_each(|failure| helpdesk.fail(failure));
    json(201, &waiting(helpdesk))
}

fn refusal(status: u16, message: &str) -> Response<Bytes> {
    json(status, &json!({ "message": message }))
}

fn json(status: u16, body: &Value) -> Response<Bytes> {
    response::with_body(status, "application/json", Bytes::from(body.to_string()))
}
