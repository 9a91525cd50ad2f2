//! What a test can look at afterwards.

use crate::ask::{ask, library_desk, request, send, tell};
use serde_json::json;

#[test]
fn requests_are_remembered_in_order_with_what_they_meant() {
    let desk = library_desk().seed("people", 1).build().unwrap();
    ask(&desk, "GET /lib/people?page=2&count=5");
    tell(&desk, "PUT /lib/shelves", &json!({ "name": "Sea" }));
    tell(&desk, "PUT /lib/shelves", &json!({}));
    ask(&desk, "DELETE /lib/people");
    ask(&desk, "GET /elsewhere");

    let received = desk.requests();
    let seen: Vec<String> = received.iter().map(|request| format!("{request:?}")).collect();
    assert_eq!(
        seen,
        [
            "GET /lib/people?page=2&count=5 (0 bytes) people.list -> 200",
            r#"PUT /lib/shelves (14 bytes) shelves.create -> 201"#,
            "PUT /lib/shelves (2 bytes) shelves.create -> 400 invalid_input",
            "DELETE /lib/people (0 bytes) -> 405 method_not_allowed",
            "GET /elsewhere (0 bytes) -> 404 not_found",
        ]
    );
    assert_eq!(received[1].json(), Some(json!({ "name": "Sea" })));
    assert_eq!(received[1].header("content-type"), Some("application/json"));
    assert_eq!(received[0].json(), None);
}

#[test]
fn secrets_are_not_remembered() {
    let desk = library_desk().build().unwrap();
    let sent = request("GET /lib/people")
        .header("X-Ticket", "9:HIDDEN")
        .header("Cookie", "session=HIDDEN")
        .header("Proxy-Authorization", "Basic HIDDEN")
        .header("X-Shown", "yes");
    send(&desk, sent, "");
    let sent = http::Request::get("/lib/people").header("Authorization", "Bearer HIDDEN");
    send(&desk, sent, "");

    let received = desk.requests();
    assert_eq!(received[0].header("Authorization"), Some("key ***"));
    assert_eq!(received[0].header("X-Ticket"), Some("***"));
    assert_eq!(received[0].header("X-Shown"), Some("yes"));
    assert_eq!(received[1].header("authorization"), Some("***"));
    for request in received {
        assert!(request.headers.iter().all(|(_, value)| !value.contains("HIDDEN")), "{request:?}");
    }
}

#[test]
fn memory_of_what_was_received_is_bounded() {
    let desk = library_desk().build().unwrap();
    tell(&desk, "PUT /lib/shelves", &json!({ "name": "x".repeat(200_000) }));
    assert_eq!(desk.requests()[0].body.len(), 64 << 10);
    for _ in 0..10_001 {
        ask(&desk, "GET /nowhere");
    }
    let received = desk.requests();
    assert_eq!((received.len(), received[0].path.as_str()), (10_000, "/nowhere"));
}
