//! Answers are of the described types, whatever was written and however little examples show.

use crate::ask::{ask, tell};
use crate::deskpro::full;
use deskpro_mock::{Dialect, MockHelpdesk};
use serde_json::{Value, json};

/// What is read of a picture is an object, what is written is text.
#[test]
fn what_is_written_otherwise_than_it_is_read_leaves_what_was_read() {
    let desk = full().build().unwrap();
    let sent = json!({ "title": "Sales", "avatar": "picture" });
    let made = tell(&desk, "PUT /api/v2/chat_departments?follow_location=1", &sent);
    assert_eq!((made.status, &made.data()["avatar"]), (200, &Value::Null));
    let seeded = ask(&desk, "GET /api/v2/people/1").data()["avatar"].clone();
    assert!(seeded["default_url_pattern"].is_string());
    let line = "POST /api/v2/people/1?follow_location=1";
    let changed = tell(&desk, line, &json!({ "avatar": "picture" }));
    assert!(changed.status == 400 || changed.data()["avatar"] == seeded, "{}", changed.text);
}

#[test]
fn pages_of_free_values_say_which_page_they_are() {
    let flat = json!({ "total": 0, "page": 2, "per_page": 5, "total_pages": 1 });
    let line = "GET /api/v2/glossary/words?page=2&count=5";
    assert_eq!(ask(&full().build().unwrap(), line).body["meta"], flat);
    let live = ask(&full().dialect(Dialect::Live).build().unwrap(), line);
    assert_eq!(live.body["meta"]["pagination"]["current_page"], 2);
}

#[test]
fn seeds_have_what_examples_leave_out() {
    let desk = full().build().unwrap();
    let person = ask(&desk, "GET /api/v2/people/1");
    let number = &person.data()["phone_numbers"][0];
    assert_eq!(number["number"], "+44 20 7946 0000");
    for name in ["extension", "label", "person", "type"] {
        assert!(number.get(name).is_some(), "{name}: {number}");
    }
}

#[test]
fn whole_numbers_may_have_a_point() {
    let desk = full().build().unwrap();
    let sent = json!({ "subject": "A", "person": 1.0, "department": 2.0 });
    let made = tell(&desk, "PUT /api/v2/tickets?follow_location=1", &sent);
    assert_eq!((made.status, &made.data()["department"]), (200, &json!(2)), "{}", made.text);
    let sent = json!({ "subject": "A", "person": 1, "department": 1.5 });
    let refused = tell(&desk, "PUT /api/v2/tickets", &sent);
    assert_eq!(refused.error_at(&["department"]), "bad_choice");
}

/// Ids are numbers of 64 bits with sign, as PHP has them. Of languages there are none, so that nothing is
/// known of their ids.
#[test]
fn ids_end_where_the_numbers_of_php_do() {
    let desk = MockHelpdesk::builder().seed("people", 1).build().unwrap();
    for (id, made, listed) in [(i64::MAX as u64, 201, 200), (i64::MAX as u64 + 1, 400, 400)] {
        let sent = json!({ "subject": "A", "person": 1, "language": id });
        assert_eq!(tell(&desk, "PUT /api/v2/tickets", &sent).status, made, "{id}");
        assert_eq!(ask(&desk, &format!("GET /api/v2/tickets?star={id}")).status, listed, "{id}");
    }
}

#[test]
fn null_clears_an_entry_of_a_map() {
    let desk = full().build().unwrap();
    let line = "POST /api/v2/tickets/1?follow_location=1";
    let set = tell(&desk, line, &json!({ "fields": { "8": "First floor" } }));
    assert_eq!(set.data()["fields"]["8"]["value"], "First floor");
    let cleared = tell(&desk, line, &json!({ "fields": { "8": null } }));
    assert_eq!(cleared.data()["fields"].get("8"), None);
}
