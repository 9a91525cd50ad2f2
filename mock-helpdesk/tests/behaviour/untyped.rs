//! Resources of which nobody knows what they hold.

use crate::ask::{ask, library_desk, request, send, tell};
use deskpro_mock::Helpdesk;
use serde_json::json;

fn desk() -> Helpdesk {
    library_desk().seed("things", 2).seed("switches", 1).build().unwrap()
}

#[test]
fn what_is_sent_is_kept_as_it_is() {
    let desk = desk();
    let made = tell(&desk, "PUT /lib/things", &json!({ "name": "Kettle", "owner": "5" }));
    assert_eq!(made.data(), &json!({ "id": 3, "name": "Kettle", "owner": "5" }));
    assert_eq!(made.location.as_deref(), Some("http://desk.example.com/lib/things/3"));
    assert_eq!(tell(&desk, "POST /lib/things/3", &json!({ "owner": 1 })).status, 204);
    let kept = json!({ "id": 3, "name": "Kettle", "owner": 1 });
    assert_eq!(ask(&desk, "GET /lib/things/3").data(), &kept);
    assert_eq!(ask(&desk, "GET /lib/things").each("id"), [1, 2, 3]);
    assert_eq!(ask(&desk, "DELETE /lib/things/3").status, 204);
    assert_eq!(ask(&desk, "GET /lib/things/3").status, 404);
}

#[test]
fn what_is_sent_must_be_described() {
    let answer = tell(&desk(), "PUT /lib/things", &json!({ "nme": "Kettle" }));
    assert_eq!((answer.error_at(&[]), answer.error_at(&["name"])), ("extra_fields", "required"));
}

#[test]
fn what_is_made_up_is_what_examples_show() {
    let desk = desk();
    assert_eq!(ask(&desk, "GET /lib/things/2").data(), &json!({ "id": 2, "weight": 3 }));
    assert_eq!(ask(&desk, "GET /lib/switches").data(), &json!([{}]));
}

#[test]
fn any_json_is_kept_where_any_is_taken() {
    let desk = desk();
    let made = tell(&desk, "PUT /lib/things/import", &json!({ "id": 99, "deep": [{ "a": null }] }));
    assert_eq!(made.data(), &json!({ "id": 3, "deep": [{ "a": null }] }));
    assert_eq!(tell(&desk, "PUT /lib/things/import", &json!([1, 2])).data(), &json!({ "id": 4 }));
    for (content_type, body, code) in [
        ("application/json", "", "invalid_json_body"),
        ("application/json", "{", "invalid_json_body"),
        ("text/plain", "{}", "bad_request"),
    ] {
        let request = request("PUT /lib/things/import").header("Content-Type", content_type);
        assert_eq!(send(&desk, request, body).refusal(), (400, code), "{content_type} {body}");
    }
}

#[test]
fn actions_that_nobody_knows_answer_as_described_and_change_nothing() {
    let desk = desk();
    let before = ask(&desk, "GET /lib/things").text;
    let polished = ask(&desk, "POST /lib/things/1/polish");
    assert_eq!((polished.status, polished.data()), (200, &json!(null)));
    assert_eq!(ask(&desk, "DELETE /lib/things/1/picture").status, 204);
    assert_eq!(tell(&desk, "POST /lib/things/1/rules", &json!({ "strict": true })).status, 204);
    assert_eq!(ask(&desk, "GET /lib/things").text, before);
    assert_eq!(ask(&desk, "POST /lib/things/9/polish").status, 404);
    assert_eq!(ask(&desk, "DELETE /lib/things/9/picture").status, 404);
}

#[test]
fn an_action_may_name_what_nobody_has_listed() {
    let desk = desk();
    assert_eq!(ask(&desk, "PUT /lib/switches/light/turn").status, 204);
    assert_eq!(ask(&desk, "GET /lib/switches/light").status, 404);
    assert_eq!(ask(&desk, "GET /lib/switches/1").status, 200);
}

#[test]
fn what_lies_below_an_object_may_be_followed() {
    let desk = desk();
    let line = "POST /lib/things/1/rules";
    let changed = tell(&desk, line, &json!({}));
    let address = "http://desk.example.com/lib/things/1/rules";
    assert_eq!((changed.status, changed.location.as_deref()), (204, Some(address)));
    let followed = tell(&desk, &format!("{line}?follow_location=1"), &json!({}));
    assert_eq!(
        (followed.status, followed.location, &followed.body["data"]["id"]),
        (200, None, &json!(1))
    );
}
