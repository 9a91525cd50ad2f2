//! HEAD, OPTIONS and PATCH, and a POST that means a GET.

use crate::ask::{Answer, ask, library_desk, request, send, tell};
use bytes::Bytes;
use deskpro_mock::{Dialect, Failure, Helpdesk};
use serde_json::{Value, json};

fn desk() -> Helpdesk {
    library_desk().seed("people", 3).build().unwrap()
}

#[test]
fn head_is_answered_as_get_without_the_body() {
    let desk = desk();
    for path in ["people/2", "people?count=2", "people/9", "people?never_heard_of=1"] {
        let get = ask(&desk, &format!("GET /lib/{path}"));
        let head = request(&format!("HEAD /lib/{path}")).body(Bytes::new()).unwrap();
        let head = desk.answer(head);
        assert_eq!(head.status(), get.status, "{path}");
        assert_eq!(head.headers()["Content-Length"], get.text.len().to_string(), "{path}");
        assert_eq!(head.headers()["Content-Type"], "application/json", "{path}");
        assert!(head.body().is_empty(), "{path}");
    }
    assert_eq!(desk.requests().last().unwrap().operation.as_deref(), Some("people.list"));
    let nowhere = ask(&desk, "HEAD /lib/shelves/1/books/1/lend");
    assert_eq!((nowhere.status, nowhere.text.as_str()), (405, ""));
    assert_eq!(nowhere.allow.as_deref(), Some("POST"));
}

#[test]
fn a_head_may_fail() {
    let desk = desk();
    desk.fail_next(Failure::code("too_fast"));
    let head = ask(&desk, "HEAD /lib/people");
    assert_eq!((head.status, head.text.as_str()), (429, ""));
    assert_eq!(desk.requests()[0].code.as_deref(), Some("too_fast"));
}

#[test]
fn described_methods_are_taken() {
    let desk = desk();
    let head = ask(&desk, "HEAD /lib/proxy/weather");
    assert_eq!((head.status, head.text.as_str()), (200, ""));
    assert_eq!(desk.requests()[0].operation.as_deref(), Some("proxies.head"));
    let options = ask(&desk, "OPTIONS /lib/proxy/news");
    assert_eq!((options.status, options.text.as_str()), (200, ""));
    assert_eq!(options.allow.as_deref(), Some("GET, PATCH, HEAD, OPTIONS"));
    assert_eq!(tell(&desk, "PATCH /lib/proxy/news", &json!([1])).status, 204);
    let other = ask(&desk, "DELETE /lib/proxy/news");
    assert_eq!((other.status, other.allow.as_deref()), (405, Some("GET, PATCH, HEAD, OPTIONS")));
}

#[test]
fn paths_of_enumerations_have_no_other_values() {
    let desk = desk();
    assert_eq!(ask(&desk, "GET /lib/proxy/weather").status, 200);
    assert_eq!(ask(&desk, "GET /lib/proxy/sports").refusal(), (404, "not_found"));
    assert_eq!(ask(&desk, "GET /lib/proxy/about").body["data"], json!(null));
}

fn post_query(desk: &Helpdesk, path: &str, body: &Value) -> Answer {
    let request = request(&format!("POST /lib/{path}")).header("X-Query-Body", "1");
    send(desk, request.header("Content-Type", "application/json"), &body.to_string())
}

#[test]
fn a_query_may_be_in_the_body() {
    for dialect in [Dialect::Guide, Dialect::Live] {
        let desk = library_desk().seed("people", 3).dialect(dialect).build().unwrap();
        let body = json!({ "count": 1, "page": "2", "ids": [1, "3"] });
        let posted = post_query(&desk, "people", &body);
        let got = ask(&desk, "GET /lib/people?count=1&ids=1,3&page=2");
        assert_eq!((posted.status, posted.each("id")), (200, got.each("id")));
        assert_eq!(posted.each("id"), [3]);
        assert_eq!(desk.requests()[0].operation.as_deref(), Some("people.list"));
        let named = json!({ "name": "Somebody 2", "is_new": true });
        assert_eq!(post_query(&desk, "people", &named).each("id"), [2]);
        assert_eq!(post_query(&desk, "people?page=2", &json!({ "count": 2 })).each("id"), [3]);
        assert_eq!(post_query(&desk, "people", &json!({})).each("id").len(), 3);
    }
}

#[test]
fn a_query_in_the_body_is_checked_as_one() {
    let desk = desk();
    for wrong in [
        json!({ "never_heard_of": 1 }),
        json!({ "count": 51 }),
        json!({ "page": null }),
        json!({ "ids": { "a": 1 } }),
        json!("text"),
    ] {
        assert_eq!(post_query(&desk, "people", &wrong).refusal(), (400, "bad_request"), "{wrong}");
    }
    let request = request("POST /lib/people").header("X-Query-Body", "1");
    let answer = send(&desk, request.header("Content-Type", "application/json"), "{");
    assert_eq!(answer.refusal(), (400, "invalid_json_body"));
}

#[test]
fn the_header_means_nothing_where_it_is_not_described() {
    let desk = library_desk().seed("people", 1).dialect(Dialect::Live).build().unwrap();
    assert_eq!(post_query(&desk, "shelves", &json!({ "name": "Sea" })).status, 201);
    assert_eq!(post_query(&desk, "shelves", &json!({ "page": 1 })).refusal().1, "invalid_input");
    let request = request("POST /lib/people").header("X-Query-Body", "0");
    let request = request.header("Content-Type", "application/json");
    assert_eq!(send(&desk, request, r#"{"name":"New"}"#).status, 201);
}
