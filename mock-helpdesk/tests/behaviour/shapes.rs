//! What is read after something was written.

use crate::ask::{Answer, NOON, ask, library_desk, tell};
use deskpro_mock::Helpdesk;
use serde_json::{Value, json};

fn desk() -> Helpdesk {
    library_desk().seed("shelves", 1).seed("people", 2).build().unwrap()
}

fn create(desk: &Helpdesk, body: &Value) -> Answer {
    let answer = tell(desk, "PUT /lib/shelves/1/books", body);
    assert_eq!(answer.status, 201, "{}", answer.text);
    answer
}

#[test]
fn what_nobody_has_written_has_the_least_value_of_its_type() {
    let made = create(&desk(), &json!({ "title": "A", "format": "html" }));
    assert_eq!(
        made.data(),
        &json!({
            "id": 1,
            "title": "A",
            "shelf": 1,
            "author": 1,
            "reader": null,
            "status": "new",
            "labels": [],
            "leaves": [],
            "leaves_count": 0,
            "price": null,
            "is_lent": false,
            "printed": null,
            "bought": null,
            "isbn": "",
            "size": null,
            "fields": {},
            "more": null,
            "date_created": NOON,
            "date_updated": null,
        })
    );
}

#[test]
fn references_are_ids_however_they_were_written() {
    let desk = desk();
    let author = |written: Value| {
        create(&desk, &json!({ "title": "A", "author": written })).data()["author"].clone()
    };
    assert_eq!(author(json!(2)), 2);
    assert_eq!(author(json!("somebody2@example.com")), 2, "known by address");
    assert_eq!(author(json!("SOMEBODY2@example.com")), 2);
    assert_eq!(author(json!("new@example.com")), 3, "made by address");
    assert_eq!(author(json!("new@example.com")), 3);
    assert_eq!(author(json!({ "name": "Newer", "email": "newer@example.com" })), 4);
    assert_eq!(author(json!({ "name": "Other", "email": "newer@example.com" })), 4);
    assert_eq!(author(json!({ "name": "Nameless" })), 5);
    assert_eq!(author(json!({ "name": "Nameless" })), 6);
    assert_eq!(
        ask(&desk, "GET /lib/people/4").data(),
        &json!({ "id": 4, "name": "Newer", "primary_email": "newer@example.com", "date_created": NOON })
    );
    let reader = create(&desk, &json!({ "title": "A", "reader": "2" }));
    assert_eq!(reader.data()["reader"], 2);
}

#[test]
fn children_written_with_an_object_become_objects_of_their_own() {
    let desk = desk();
    let leaves = json!([{ "text": "Call me Ishmael." }, { "text": "Some years ago" }]);
    let made = create(&desk, &json!({ "title": "A", "author": 2, "leaves": leaves }));
    assert_eq!(made.data()["leaves"], json!([1, 2]));
    let answer = ask(&desk, "GET /lib/shelves/1/books/1/leaves");
    assert_eq!(answer.each("text"), ["Call me Ishmael.", "Some years ago"]);
    assert_eq!(answer.each("book"), [1, 1]);
    let added = tell(&desk, "PUT /lib/shelves/1/books/1/leaves", &json!({ "text": "never mind" }));
    assert_eq!((&added.data()["book"], &added.data()["author"]), (&json!(1), &json!(2)));
}

#[test]
fn custom_values_are_wrapped_and_merged() {
    let desk = desk();
    let made = create(
        &desk,
        &json!({ "title": "A", "fields": { "7": "Ground floor", "8": [1, 2], "9": null } }),
    );
    assert_eq!(
        made.data()["fields"],
        json!({
            "7": { "value": "Ground floor", "aliases": [] },
            "8": { "value": [1, 2], "aliases": [] },
        })
    );
    let line = "POST /lib/shelves/1/books/1?follow_location=1";
    let changed = tell(&desk, line, &json!({ "fields": { "7": "First floor" } }));
    assert_eq!(changed.data()["fields"]["7"], json!({ "value": "First floor", "aliases": [] }));
    assert_eq!(changed.data()["fields"]["8"]["value"], json!([1, 2]));
}

#[test]
fn objects_are_filled_up_and_kept_on_update() {
    let desk = desk();
    let made = create(&desk, &json!({ "title": "A", "size": { "width": "12" } }));
    assert_eq!(made.data()["size"], json!({ "width": 12, "height": null, "unit": "" }));
    let line = "POST /lib/shelves/1/books/1?follow_location=1";
    let changed = tell(&desk, line, &json!({ "size": { "width": 3, "height": 4 } }));
    assert_eq!(changed.data()["size"], json!({ "width": 3, "height": 4, "unit": "" }));
    let cleared = tell(&desk, line, &json!({ "size": null }));
    assert_eq!(cleared.data()["size"], json!(null));
}

#[test]
fn scalars_are_read_in_one_form() {
    let body = json!({
        "title": "A", "price": "1.5", "is_lent": 1, "bought": "2025-05-01T10:00:00+02:00",
        "printed": "2025-05-01", "labels": ["a"], "more": { "a": [null] },
    });
    let made = create(&desk(), &body);
    let read = |field: &str| made.data()[field].clone();
    assert_eq!(read("price"), 1.5);
    assert_eq!(read("is_lent"), true);
    assert_eq!(read("bought"), "2025-05-01T08:00:00+0000");
    assert_eq!(read("printed"), "2025-05-01");
    assert_eq!(read("labels"), json!(["a"]));
    assert_eq!(read("more"), json!({ "a": [null] }));
}
