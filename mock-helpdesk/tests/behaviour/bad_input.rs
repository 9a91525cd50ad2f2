//! Whatever comes, there is an answer.

use crate::ask::{library_desk, request, send};
use bytes::Bytes;
use deskpro_mock::{Dialect, Helpdesk};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Value, json};

fn desk() -> Helpdesk {
    library_desk().seed("shelves", 1).seed("books", 1).seed("people", 1).build().unwrap()
}

fn create(desk: &Helpdesk, body: &str) -> u16 {
    let request = request("PUT /lib/shelves/1/books").header("Content-Type", "application/json");
    send(desk, request, body).status
}

#[test]
fn unusual_methods_are_not_allowed() {
    let desk = desk();
    for method in ["PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"] {
        let answer = send(&desk, request(&format!("{method} /lib/people")), "");
        assert_eq!((answer.status, answer.allow.as_deref()), (405, Some("GET, PUT")), "{method}");
        let answer = send(&desk, request(&format!("{method} /lib/nowhere")), "");
        assert_eq!((answer.status, answer.allow), (404, None), "{method}");
    }
}

/// The guide demands the content type; live helpdesks understand the official client in PHP, which
/// says none.
#[test]
fn json_without_content_type_is_taken_where_helpdesks_do() {
    let desk = |dialect| library_desk().dialect(dialect).seed("shelves", 1).build().unwrap();
    let body = r#"{"title":"A"}"#;
    let put = send(&desk(Dialect::Guide), request("PUT /lib/shelves/1/books"), body);
    assert_eq!(put.refusal(), (400, "bad_request"));
    let live = desk(Dialect::Live);
    assert_eq!(send(&live, request("POST /lib/shelves/1/books"), body).status, 201);
    let batch = r#"{"requests":["/lib/shelves/1"]}"#;
    assert_eq!(send(&live, request("POST /lib/batch"), batch).status, 200);
    let text = request("POST /lib/shelves/1/books").header("Content-Type", "text/plain");
    assert_eq!(send(&live, text, body).refusal(), (400, "bad_request"));
}

#[test]
fn deep_json_is_refused() {
    let desk = desk();
    let deep = |depth: usize| {
        format!("{{\"title\":\"A\",\"more\":{}{}}}", "[".repeat(depth), "]".repeat(depth))
    };
    assert_eq!(create(&desk, &deep(100)), 201);
    assert_eq!(create(&desk, &deep(100_000)), 400);
}

#[test]
fn great_bodies_are_refused() {
    let desk = desk();
    let body = format!("{{\"title\":\"{}\"}}", "x".repeat(11 << 20));
    assert_eq!(create(&desk, &body), 400);
    let body = format!("{{\"title\":\"{}\"}}", "x".repeat(9 << 20));
    assert_eq!(create(&desk, &body), 201);
}

#[test]
fn many_mistakes_and_repeated_names_are_answered() {
    let desk = desk();
    let fields: Vec<String> = (0..50_000).map(|i| format!("\"f{i}\":{i}")).collect();
    assert_eq!(create(&desk, &format!("{{{}}}", fields.join(","))), 400);
    assert_eq!(create(&desk, r#"{"title":"A","title":"B"}"#), 201);
    assert_eq!(create(&desk, "{\"title\":\"\\ud800\"}"), 400);
    assert_eq!(create(&desk, "{\"title\":\"\\u0000\"}"), 201);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let desk = desk();
    let request = request("PUT /lib/shelves/1/books").header("Content-Type", "application/json");
    let response = desk.answer(request.body(Bytes::from_static(b"{\"title\":\"\xff\"}")).unwrap());
    assert_eq!(response.status(), 400);
    let mut request = http::Request::get("/lib/people").body(Bytes::new()).unwrap();
    let garbage = http::HeaderValue::from_bytes(b"key \xff\xfe").unwrap();
    request.headers_mut().insert("Authorization", garbage.clone());
    request.headers_mut().insert("Host", garbage);
    assert_eq!(desk.answer(request).status(), 401);
}

#[test]
fn long_paths_and_queries_are_answered() {
    let desk = desk();
    let path = "/a".repeat(20_000);
    assert_eq!(send(&desk, request(&format!("GET /lib{path}")), "").status, 404);
    let query = "page=1&".repeat(5_000);
    assert_eq!(send(&desk, request(&format!("GET /lib/people?{query}")), "").status, 200);
    let ids = "1,".repeat(20_000);
    let answer = send(&desk, request(&format!("GET /lib/people?ids={ids}")), "");
    assert_eq!(answer.each("id"), [1]);
}

/// Any JSON of a few levels, with names that the description knows and others.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
        "[a-z]{1,3}@example\\.com".prop_map(Value::from),
        "20[0-9]{2}-[0-9]{2}-[0-9]{2}(T[0-9:]{0,8}[Z+0-9]{0,5})?".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(any_name(), inner, 0..4).prop_map(|entries| json!(entries)),
        ]
    })
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        "title|author|reader|status|labels|leaves|price|is_lent|printed|bought|size|fields|more",
        "requests|payload|method|name|email|born|year|day|text|width|height|days|id|value|person|mood|url",
        "\\PC{0,4}",
    ]
}

fn any_path() -> impl Strategy<Value = String> {
    let segment = prop_oneof![
        "shelves|books|leaves|people|members|me|online|newest|lend|show|photo|things|import|rules",
        "covers|csv|a.js|install|switches|turn|proxy|weather|batch|polish",
        "[0-3]|[0-9]{15,25}|%[0-9a-fA-F]{2}|[!-~&&[^?#]]{0,6}",
    ];
    vec(segment, 0..6).prop_map(|segments| format!("/lib/{}", segments.join("/")))
}

fn any_query() -> impl Strategy<Value = String> {
    let pair = "(page|count|ids|title|author|order_by|order_dir|follow_location)=[0-9a-z,%+-]{0,6}|[!-~&&[^#]]{0,9}";
    vec(pair, 0..3).prop_map(|pairs| pairs.join("&"))
}

proptest! {
    #[test]
    fn no_request_makes_the_helpdesk_fail(
        method in "GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS",
        path in any_path(),
        query in any_query(),
        body in any_json(),
        bytes in vec(any::<u8>(), 0..20),
        is_json in prop::bool::weighted(0.9),
    ) {
        let body = if is_json { body.to_string().into_bytes() } else { bytes };
        let request = request(&format!("{method} {path}?{query}"));
        let request = request.header("Content-Type", "application/json").body(Bytes::from(body));
        // Some of these texts are no address, which no server would hand on.
        if let Ok(request) = request {
            let status = SHARED.with(|desk| desk.answer(request)).status();
            prop_assert!(status.as_u16() < 500, "{}", status);
        }
    }

    #[test]
    fn every_body_is_taken_or_refused_and_reading_goes_on(
        mut body in btree_map(any_name(), any_json(), 0..2),
    ) {
        body.entry("title".to_owned()).or_insert(json!("A"));
        let body = json!(body);
        SHARED.with(|desk| {
            let request = request("PUT /lib/shelves/2/books?follow_location=1");
            let request = request.header("Content-Type", "application/json");
            let answer = send(desk, request, &body.to_string());
            prop_assert!([200, 400].contains(&answer.status), "{}", answer.text);
            let list = send(desk, crate::ask::request("GET /lib/shelves/2/books?count=50"), "");
            prop_assert_eq!(list.status, 200);
            Ok(())
        })?;
    }
}

/// Pieces of a form in any order.
fn any_form() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("--XX\r\n".to_owned()),
        Just("--XX--\r\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("Content-Disposition: form-data; name=\"title\"\r\n\r\n".to_owned()),
        Just("Content-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n".to_owned()),
        Just("Content-Type: image/png; charset=utf-8\r\n\r\n".to_owned()),
        "[ -~\r\n]{0,12}",
        "\\PC{0,4}",
    ];
    vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

/// What may stand where a batch has its requests.
fn any_requests() -> impl Strategy<Value = Value> {
    let url = (any_path(), any_query()).prop_map(|(path, query)| format!("{path}?{query}"));
    let url = prop_oneof![url, "[!-~ ]{0,8}"];
    let method = prop_oneof!["GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|get", "\\PC{0,4}"];
    let request = prop_oneof![
        url.clone().prop_map(Value::from),
        (url, method, any_json())
            .prop_map(|(url, method, it)| json!({ "url": url, "method": method, "payload": it })),
        any_json(),
    ];
    vec(request, 0..5).prop_map(Value::from)
}

proptest! {
    #[test]
    fn every_form_is_taken_or_refused(form in any_form()) {
        let request = request("PUT /lib/covers");
        let request = request.header("Content-Type", "multipart/form-data; boundary=XX");
        let status = SHARED.with(|desk| send(desk, request, &form)).status;
        prop_assert!([201, 400].contains(&status), "{status}");
    }

    #[test]
    fn every_batch_is_taken_or_refused(requests in any_requests()) {
        let request = request("POST /lib/batch").header("Content-Type", "application/json");
        let body = json!({ "requests": requests }).to_string();
        let answer = SHARED.with(|desk| send(desk, request, &body));
        prop_assert!([200, 400].contains(&answer.status), "{}", answer.text);
        for response in answer.body["responses"].as_array().into_iter().flatten() {
            let status = response["headers"]["status-code"].as_u64();
            prop_assert!(status.is_some_and(|status| status < 500), "{response}");
        }
    }
}

thread_local! {
    static SHARED: Helpdesk = desk_with_two_shelves();
}

fn desk_with_two_shelves() -> Helpdesk {
    library_desk().seed("shelves", 2).seed("books", 2).seed("people", 2).build().unwrap()
}
