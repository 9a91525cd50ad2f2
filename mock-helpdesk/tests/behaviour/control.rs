//! What the helpdesk says of itself.

use bytes::Bytes;
use deskpro_mock::{Failure, Helpdesk};
use http::Response;
use serde_json::{Value, json};

use crate::ask::{NOON, ask, library_desk, tell};

fn desk() -> Helpdesk {
    library_desk().seed("people", 2).build().unwrap()
}

/// Asks without a key.
fn raw(desk: &Helpdesk, line: &str, body: &str) -> Response<Bytes> {
    let (method, path) = line.split_once(' ').unwrap();
    let request = http::Request::builder().method(method).uri(path);
    let request = request.header("Content-Type", "application/json");
    desk.answer(request.body(Bytes::copy_from_slice(body.as_bytes())).unwrap())
}

fn json_of(desk: &Helpdesk, line: &str) -> Value {
    serde_json::from_slice(raw(desk, line, "").body()).unwrap()
}

#[test]
fn it_says_that_it_is_ready_and_what_it_is() {
    let desk = desk();
    let ready = json_of(&desk, "GET /__mock/ready");
    assert_eq!((&ready["ready"], &ready["dialect"]), (&json!(true), &json!("guide")));
    assert_eq!(ready["base_path"], "/lib");
    let page = raw(&desk, "GET /__mock", "");
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    assert!(page.headers()["content-security-policy"].to_str().unwrap().contains("default-src"));
    assert!(page.body().starts_with(b"<!DOCTYPE html>"));
    assert_eq!(desk.requests(), [], "none of this is remembered");
    for (line, status) in [
        ("POST /__mock/ready", 405),
        ("DELETE /__mock", 405),
        ("GET /__mock/elsewhere", 404),
        ("GET /__mocking", 404),
    ] {
        assert_eq!(raw(&desk, line, "").status(), status, "{line}");
    }
    assert_eq!(desk.requests()[0].path, "/__mocking");
}

#[test]
fn it_shows_what_it_received() {
    let desk = desk();
    ask(&desk, "GET /lib/people?page=2");
    tell(&desk, "PUT /lib/shelves", &json!({}));
    desk.fail_next(Failure::code("too_fast"));
    ask(&desk, "GET /lib/people");
    let shown = json_of(&desk, "GET /__mock/requests");
    assert_eq!(shown["requests"].as_array().unwrap().len(), 3);
    let first = &shown["requests"][0];
    for (name, value) in [
        ("number", json!(1)),
        ("at", json!(NOON)),
        ("method", json!("GET")),
        ("path", json!("/lib/people")),
        ("query", json!("page=2")),
        ("operation", json!("people.list")),
        ("status", json!(200)),
        ("code", Value::Null),
        ("is_forced", json!(false)),
        ("is_unexpected", json!(false)),
    ] {
        assert_eq!(first[name], value, "{name}");
    }
    let second = &shown["requests"][1];
    assert_eq!(
        (&second["code"], &second["is_unexpected"]),
        (&json!("invalid_input"), &json!(true))
    );
    assert_eq!(second["errors"]["fields"]["name"]["errors"][0]["code"], "required");
    assert_eq!(second["body"], "{}");
    let rest = json_of(&desk, "GET /__mock/requests?after=2");
    assert_eq!(rest["requests"][0]["number"], 3);
    assert_eq!(rest["requests"][0]["is_forced"], true);
    assert_eq!(raw(&desk, "GET /__mock/requests?after=x", "").status(), 400);
    assert_eq!(raw(&desk, "GET /__mock/requests?page=2", "").status(), 400);
    assert_eq!(raw(&desk, "DELETE /__mock/requests", "").status(), 204);
    assert_eq!(json_of(&desk, "GET /__mock/requests"), json!({ "requests": [] }));
}

#[test]
fn it_is_told_to_fail_and_to_stop() {
    let desk = desk();
    let told = raw(&desk, "POST /__mock/failures", r#"{ "status": 503, "times": 1 }"#);
    assert_eq!(told.status(), 201);
    let both = r#"[{ "code": "too_fast", "on": "people.list" }, { "kind": "html_page" }]"#;
    assert_eq!(raw(&desk, "POST /__mock/failures", both).status(), 201);
    assert_eq!(
        json_of(&desk, "GET /__mock/failures"),
        json!({ "failures": [
            { "status": 503, "times": 1 },
            { "code": "too_fast", "on": "people.list" },
            { "kind": "html_page" },
        ] })
    );
    let statuses = ["/lib/people", "/lib/people", "/lib/people/1"]
        .map(|path| ask(&desk, &format!("GET {path}")).status);
    assert_eq!(statuses, [503, 429, 502]);
    assert_eq!(raw(&desk, "DELETE /__mock/failures", "").status(), 204);
    assert_eq!(ask(&desk, "GET /lib/people").status, 200);
}

#[test]
fn what_is_no_failure_is_said_to_be_none_and_nothing_is_taken() {
    let desk = desk();
    for (body, message) in [
        ("", "EOF while parsing"),
        ("7", "invalid type"),
        (r#"{ "stats": 4 }"#, "unknown field `stats`"),
        (r#"[{ "status": 500 }, { "kind": "rest" }]"#, "did you mean `reset`?"),
        (
            r#"[{ "status": 500 }, { "status": 500, "on": "people.lst" }]"#,
            "did you mean `people.list`?",
        ),
    ] {
        let answer = raw(&desk, "POST /__mock/failures", body);
        let said = String::from_utf8_lossy(answer.body()).into_owned();
        assert_eq!(answer.status(), 400, "{body}");
        assert!(said.contains(message), "{body}: {said}");
    }
    let request = http::Request::post("/__mock/failures").header("Content-Type", "text/plain");
    let answer = desk.answer(request.body(Bytes::from_static(br#"{ "status": 500 }"#)).unwrap());
    assert_eq!(answer.status(), 400, "what a page of another site could send");
    assert_eq!(desk.waiting_failures(), []);
}

#[test]
fn it_forgets_everything_when_it_is_reset() {
    let desk = desk();
    tell(&desk, "PUT /lib/shelves", &json!({ "name": "Sea" }));
    ask(&desk, "DELETE /lib/people/1");
    desk.fail(Failure::status(500));
    assert_eq!(raw(&desk, "POST /__mock/reset", "").status(), 204);
    assert_eq!((desk.requests(), desk.waiting_failures()), (vec![], vec![]));
    assert_eq!(ask(&desk, "GET /lib/people").body["meta"]["total"], 2);
    assert_eq!(ask(&desk, "GET /lib/shelves").body["meta"]["total"], 0);
}
