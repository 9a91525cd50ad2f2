//! Keys that may not do everything.

use bytes::Bytes;
use deskpro_mock::{Helpdesk, Permissions};
use serde_json::Value;

use crate::ask::library_desk;

fn desk() -> Helpdesk {
    library_desk()
        .seed("people", 3)
        .seed("shelves", 1)
        .key("1:ALL")
        .key_with("2:READ", Permissions::read_only())
        .key_with("3:SOME", Permissions::only(["people.*", "shelves.list", "books.*"]))
        .build()
        .unwrap()
}

/// Status and code of the answer to this key.
fn asked(desk: &Helpdesk, key: &str, line: &str) -> (u16, String) {
    let (method, path) = line.split_once(' ').unwrap();
    let request = http::Request::builder()
        .method(method)
        .uri(path)
        .header("Authorization", format!("key {key}"))
        .header("Content-Type", "application/json");
    let body = if method == "PUT" { r#"{"name":"Sea"}"# } else { "" };
    let answer = desk.answer(request.body(Bytes::from_static(body.as_bytes())).unwrap());
    let said: Value = serde_json::from_slice(answer.body()).unwrap_or_default();
    (answer.status().as_u16(), said["code"].as_str().unwrap_or_default().to_owned())
}

#[test]
fn what_a_key_may_not_do_is_refused_and_not_done() {
    let desk = desk();
    let status = |key: &str, line: &str| asked(&desk, key, line).0;
    for (key, line, expected) in [
        ("2:READ", "GET /lib/people", 200),
        ("2:READ", "GET /lib/people/1", 200),
        ("2:READ", "HEAD /lib/people", 200),
        ("2:READ", "DELETE /lib/shelves/1", 403),
        ("2:READ", "PUT /lib/shelves", 403),
        ("3:SOME", "GET /lib/people/1", 200),
        ("3:SOME", "GET /lib/shelves", 200),
        ("3:SOME", "GET /lib/shelves/1", 403),
        ("3:SOME", "GET /lib/shelves/1/books", 200),
        ("3:SOME", "DELETE /lib/shelves/1", 403),
        ("4:NONE", "GET /lib/people", 401),
        ("1:ALL", "GET /lib/shelves/1", 200),
        ("1:ALL", "PUT /lib/shelves", 201),
        ("1:ALL", "DELETE /lib/shelves/1", 204),
        ("2:READ", "GET /lib/nowhere", 404),
    ] {
        assert_eq!(status(key, line), expected, "{key}: {line}");
    }
}

#[test]
fn a_refusal_has_the_code_of_the_description() {
    let desk = deskpro_mock::MockHelpdesk::builder()
        .key_with("2:READ", Permissions::read_only())
        .build()
        .unwrap();
    let refused = asked(&desk, "2:READ", "DELETE /api/v2/tickets/1");
    assert_eq!(refused, (403, "access_denied".to_owned()));
}

#[test]
fn what_no_operation_is_called_is_a_mistake() {
    let built = |permissions: Permissions| library_desk().key_with("1:A", permissions).build();
    let only = built(Permissions::only(["poeple.*"])).unwrap_err().to_string();
    assert_eq!(only, "the description has no operation `poeple.*`");
    let without = built(Permissions::all().without(["people.gett"])).unwrap_err().to_string();
    assert_eq!(
        without,
        "the description has no operation `people.gett`: did you mean `people.get`?"
    );
}
