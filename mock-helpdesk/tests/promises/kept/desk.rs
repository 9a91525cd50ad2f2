//! Helpdesks, and what must be true of their every answer.

use std::sync::OnceLock;

use bytes::Bytes;
use deskpro_mock::{Builder, Dialect, Helpdesk, MockHelpdesk};
use deskpro_spec::api::Api;
use deskpro_spec::{Sources, load};
use http::{HeaderValue, Request, Response, header};
use serde_json::Value;

/// The most that an answer to a small request may hold, in bytes.
const MUCH: usize = 4 << 20;

/// The description of the Deskpro API.
pub(crate) fn api() -> &'static Api {
    static API: OnceLock<Api> = OnceLock::new();
    API.get_or_init(|| load(&Sources::builtin()).expect("the built-in description"))
}

/// A helpdesk with two of everything.
pub(crate) fn desk(dialect: Dialect) -> Helpdesk {
    static FULL: OnceLock<Builder> = OnceLock::new();
    let full = || {
        let names = api().resources.iter().map(|resource| resource.name.as_str());
        names.fold(MockHelpdesk::builder(), |desk, name| desk.seed(name, 2))
    };
    FULL.get_or_init(full).clone().dialect(dialect).build().expect("a helpdesk")
}

/// Asks, and checks what holds for every answer. Who says nothing else has the right key.
pub(crate) fn ask(desk: &Helpdesk, mut request: Request<Bytes>) -> Response<Bytes> {
    let key = format!("key {}", MockHelpdesk::KEY);
    let key = HeaderValue::from_str(&key).expect("a key");
    request.headers_mut().entry(header::AUTHORIZATION).or_insert(key);
    let line = format!("{} {}", request.method(), request.uri());
    let method = request.method().clone();
    let answer = desk.answer(request);
    let (status, body) = (answer.status(), answer.body());
    assert!(status.as_u16() >= 200 && !status.is_server_error(), "{line}: {status}");
    assert!(body.len() <= MUCH, "{line}: {} bytes", body.len());
    if method == http::Method::HEAD || status == http::StatusCode::NO_CONTENT {
        assert!(body.is_empty(), "{line}: {status} with a body");
        return answer;
    }
    let content_type = answer.headers().get(header::CONTENT_TYPE);
    assert_eq!(content_type.is_none(), body.is_empty(), "{line}: {status} {content_type:?}");
    let is_json = content_type.is_some_and(|it| it == "application/json");
    if is_json {
        let json: Value = serde_json::from_slice(body).expect("JSON");
        if status.is_client_error() {
            assert_refusal(&line, status.as_u16(), &json);
        }
    }
    assert!(is_json || !status.is_client_error(), "{line}: {status} without JSON");
    answer
}

/// A refusal says its status, and why, by a code and for people.
fn assert_refusal(line: &str, status: u16, json: &Value) {
    assert_eq!(json["status"], status, "{line}: {json}");
    assert!(json["code"].as_str().is_some_and(|it| !it.is_empty()), "{line}: {json}");
    assert!(json["message"].as_str().is_some_and(|it| !it.is_empty()), "{line}: {json}");
    assert!(api().status(status).is_some(), "{line}: the description has no {status}");
    assert!(json.get("errors").is_none_or(is_tree), "{line}: {json}");
}

/// Whether this is a tree of errors as the guide shows it.
fn is_tree(node: &Value) -> bool {
    let is_error = |error: &Value| error["code"].is_string() && error["message"].is_string();
    let errors = node.get("errors").map(|errors| errors.as_array());
    let fields = node.get("fields").map(|fields| fields.as_object());
    errors.is_none_or(|all| all.is_some_and(|all| all.iter().all(is_error)))
        && fields.is_none_or(|all| all.is_some_and(|all| all.values().all(is_tree)))
}
