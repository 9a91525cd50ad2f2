//! Create, update and delete: statuses, `Location`, `follow_location`, verbs and credentials.

use crate::ask::{NOON, ask, library_desk, request, send, tell};
use deskpro_mock::Dialect;
use serde_json::json;

#[test]
fn create_answers_201_with_the_object_and_its_full_address() {
    let desk = library_desk().build().unwrap();
    let answer = tell(&desk, "PUT /lib/shelves", &json!({ "name": "Sea" }));
    assert_eq!(answer.status, 201);
    assert_eq!(answer.data(), &json!({ "id": 1, "name": "Sea" }));
    assert_eq!(answer.body["links"], json!({ "self": "/shelves/1" }));
    assert_eq!(answer.location.as_deref(), Some("http://desk.example.com/lib/shelves/1"));
    assert_eq!(ask(&desk, "GET /lib/shelves/1").data()["name"], "Sea");
}

#[test]
fn follow_location_answers_as_a_get_would() {
    let desk = library_desk().seed("shelves", 1).seed("books", 1).build().unwrap();
    let made = tell(&desk, "PUT /lib/shelves/1/books?follow_location=1", &json!({ "title": "A" }));
    let got = ask(&desk, "GET /lib/shelves/1/books/2");
    assert_eq!((made.status, made.location), (200, None));
    assert_eq!(made.body, got.body);

    let line = "POST /lib/shelves/1/books/2?follow_location=1";
    let changed = tell(&desk, line, &json!({ "title": "B" }));
    assert_eq!((changed.status, &changed.data()["title"]), (200, &json!("B")));

    let line = "POST /lib/shelves/1/books/2?follow_location=0";
    assert_eq!(tell(&desk, line, &json!({})).status, 204);
    let line = "POST /lib/shelves/1/books/2?follow_location=yes";
    assert_eq!(tell(&desk, line, &json!({})).refusal(), (400, "bad_request"));
}

#[test]
fn update_answers_204_with_the_address_and_changes_only_what_is_sent() {
    let desk = library_desk().seed("shelves", 1).seed("books", 2).build().unwrap();
    let before = ask(&desk, "GET /lib/shelves/1/books/2");
    let answer = tell(&desk, "POST /lib/shelves/1/books/2", &json!({ "status": "lost" }));
    assert_eq!((answer.status, answer.text.as_str()), (204, ""));
    let address = "http://desk.example.com/lib/shelves/1/books/2";
    assert_eq!(answer.location.as_deref(), Some(address));
    let mut expected = before.data().clone();
    expected["status"] = json!("lost");
    expected["date_updated"] = json!(NOON);
    assert_eq!(ask(&desk, "GET /lib/shelves/1/books/2").data(), &expected);
    assert_eq!(ask(&desk, "GET /lib/shelves/1/books").each("id"), [1, 2]);
}

#[test]
fn delete_answers_204_and_takes_everything_within_along() {
    let desk =
        library_desk().seed("shelves", 2).seed("books", 2).seed("leaves", 1).build().unwrap();
    let made = tell(&desk, "PUT /lib/shelves/1/books", &json!({ "title": "A" }));
    assert_eq!(made.data()["id"], 5);
    let answer = ask(&desk, "DELETE /lib/shelves/1");
    assert_eq!((answer.status, answer.text.as_str()), (204, ""));
    for gone in
        ["/shelves/1", "/shelves/1/books", "/shelves/1/books/5", "/shelves/1/books/1/leaves"]
    {
        assert_eq!(ask(&desk, &format!("GET /lib{gone}")).refusal(), (404, "not_found"), "{gone}");
    }
    assert_eq!(ask(&desk, "DELETE /lib/shelves/1").status, 404);
    let left = ask(&desk, "GET /lib/shelves");
    assert_eq!((left.each("id"), &left.body["meta"]["total"]), (vec![json!(2)], &json!(1)));
    let made = tell(&desk, "PUT /lib/shelves/2/books", &json!({ "title": "B" }));
    assert_eq!(made.data()["id"], 6, "ids are not given twice");
}

#[test]
fn the_other_verb_is_answered_405_with_allow() {
    let guide = library_desk().seed("shelves", 1).seed("books", 1).build().unwrap();
    let live = library_desk().dialect(Dialect::Live).seed("shelves", 1).seed("books", 1);
    let live = live.build().unwrap();
    let body = json!({ "title": "A" });

    let wrong = tell(&guide, "POST /lib/shelves/1/books", &body);
    assert_eq!(wrong.refusal(), (405, "method_not_allowed"));
    assert_eq!(wrong.allow.as_deref(), Some("GET, PUT"));
    let wrong = tell(&guide, "PUT /lib/shelves/1/books/1", &body);
    assert_eq!(wrong.allow.as_deref(), Some("GET, POST, DELETE"));

    assert_eq!(tell(&live, "POST /lib/shelves/1/books", &body).status, 201);
    assert_eq!(tell(&live, "PUT /lib/shelves/1/books/1", &body).status, 204);
    let wrong = tell(&live, "PUT /lib/shelves/1/books", &body);
    assert_eq!((wrong.status, wrong.allow.as_deref()), (405, Some("GET, POST")));
    assert_eq!(ask(&live, "GET /lib/shelves/1/books").body["meta"]["pagination"]["total"], 2);
}

#[test]
fn verbs_that_are_not_negotiable_are_the_same_in_both_dialects() {
    for dialect in [Dialect::Guide, Dialect::Live] {
        let desk = library_desk().dialect(dialect).seed("people", 1).build().unwrap();
        let body = json!({ "url": "https://example.com/a.png" });
        assert_eq!(tell(&desk, "PUT /lib/people/1/photo", &body).status, 204);
        assert_eq!(tell(&desk, "POST /lib/people/1/photo", &body).status, 405);
    }
}

#[test]
fn nobody_is_let_in_without_a_known_key() {
    let desk = library_desk().key("2:SECRET").key("3:OTHER").seed("people", 1).build().unwrap();
    let get = |name: &str, value: &str| {
        let request = http::Request::get("/lib/people").header(name, value);
        send(&desk, request, "").status
    };
    assert_eq!(get("Authorization", "key 2:SECRET"), 200);
    assert_eq!(get("authorization", "KEY 3:OTHER"), 200);
    assert_eq!(get("X-Ticket", "2:SECRET"), 200);
    for (name, value) in [
        ("Authorization", "key 2:WRONG"),
        ("Authorization", "2:SECRET"),
        ("Authorization", "token 2:SECRET"),
        ("Authorization", "key "),
        ("Authorization", "é"),
        ("X-Ticket", ""),
        ("X-Nothing", "2:SECRET"),
    ] {
        assert_eq!(get(name, value), 401, "{name}: {value}");
    }
    let answer = send(&desk, http::Request::get("/lib/people"), "");
    assert_eq!(answer.refusal(), (401, "unauthorized"));
    assert_eq!(answer.body["message"], "You must be authenticated.");
    assert_eq!(send(&desk, request("GET /lib/people"), "").status, 401, "the default key is off");
}

#[test]
fn addresses_keep_scheme_host_and_pinned_version() {
    let desk = library_desk().build().unwrap();
    let answer = tell(&desk, "PUT /lib/20161122/shelves", &json!({ "name": "Sea" }));
    let address = answer.location.unwrap();
    assert_eq!(address, "http://desk.example.com/lib/20161122/shelves/1");
    assert_eq!(ask(&desk, &format!("GET {address}")).status, 200);
    let request = http::Request::put("https://other.example.com:8443/lib/shelves")
        .header("X-Ticket", deskpro_mock::MockHelpdesk::KEY)
        .header("Content-Type", "application/json");
    let answer = send(&desk, request, r#"{"name":"Sky"}"#);
    assert_eq!(answer.location.as_deref(), Some("https://other.example.com:8443/lib/shelves/2"));
}
