//! Whatever comes, there is an answer.

use crate::ask::{library_desk, request, send};
use bytes::Bytes;
use deskpro_mock::Helpdesk;

fn desk() -> Helpdesk {
    library_desk()
        .seed("shelves", 1)
        .seed("books", 1)
        .seed("people", 1)
        .build()
        .unwrap()
}

fn create(desk: &Helpdesk, body: &str) -> u16 {
    let request = request("PUT /lib/shelves/1/books").header("Content-Type", "application/json");
    send(desk, request, body).status
}

#[test]
fn unusual_methods_are_not_allowed() {
    let desk = desk();
    for method in [
        "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get",
    ] {
        let answer = send(&desk, request(&format!("{method} /lib/people")), "");
        assert_eq!(
            (answer.status, answer.allow.as_deref()),
            (405, Some("GET, PUT")),
            "{method}"
        );
        let answer = send(&desk, request(&format!("{method} /lib/nowhere")), "");
        assert_eq!((answer.status, answer.allow), (404, None), "{method}");
    }
}

#[test]
fn deep_json_is_refused() {
    let desk = desk();
    let deep = |depth: usize| {
        format!(
            "{{\"title\":\"A\",\"extra\":{}{}}}",
            "[".repeat(depth),
            "]".repeat(depth)
        )
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
    let response = desk.answer(
        request
            .body(Bytes::from_static(b"{\"title\":\"\xff\"}"))
            .unwrap(),
    );
    assert_eq!(response.status(), 400);
    let mut request = http::Request::get("/lib/people")
        .body(Bytes::new())
        .unwrap();
    let garbage = http::HeaderValue::from_bytes(b"key \xff\xfe").unwrap();
    request
        .headers_mut()
        .insert("Authorization", garbage.clone());
    request.headers_mut().insert("Host", garbage);
    assert_eq!(desk.answer(request).status(), 401);
}

#[test]
fn long_paths_and_queries_are_answered() {
    let desk = desk();
    let path = "/a".repeat(20_000);
    assert_eq!(
        send(&desk, request(&format!("GET /lib{path}")), "").status,
        404
    );
    let query = "page=1&".repeat(5_000);
    assert_eq!(
        send(&desk, request(&format!("GET /lib/people?{query}")), "").status,
        200
    );
    let ids = "1,".repeat(20_000);
    let answer = send(&desk, request(&format!("GET /lib/people?ids={ids}")), "");
    assert_eq!(answer.each("id"), [1]);
}
