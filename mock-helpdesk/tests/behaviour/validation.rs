//! What is wrong with a body, and how that is said.

use crate::ask::{Answer, ask, library_desk, request, send, tell};
use deskpro_mock::Helpdesk;
use serde_json::{Value, json};

fn desk() -> Helpdesk {
    library_desk().seed("shelves", 1).seed("books", 1).seed("people", 2).build().unwrap()
}

fn create(body: &Value) -> Answer {
    tell(&desk(), "PUT /lib/shelves/1/books", body)
}

#[test]
fn what_is_no_json_object_is_an_invalid_json_body() {
    for body in
        ["", "{", "{]", "[1]", "\"a\"", "null", "{\"title\":\"A\"} x", "\u{feff}{}", "{'a':1}"]
    {
        let request =
            request("PUT /lib/shelves/1/books").header("Content-Type", "application/json");
        let answer = send(&desk(), request, body);
        assert_eq!(answer.refusal(), (400, "invalid_json_body"), "{body:?}");
        assert_eq!(answer.body["message"], "Invalid JSON body");
        assert!(answer.body.get("errors").is_none());
    }
}

#[test]
fn the_content_type_must_be_json() {
    let status = |content_type: Option<&str>| {
        let mut request = request("PUT /lib/shelves");
        if let Some(content_type) = content_type {
            request = request.header("Content-Type", content_type);
        }
        send(&desk(), request, r#"{"name":"Sea"}"#).status
    };
    for right in ["application/json", "Application/JSON; charset=utf-8", "application/problem+json"]
    {
        assert_eq!(status(Some(right)), 201, "{right}");
    }
    for wrong in [None, Some("text/plain"), Some("application/x-www-form-urlencoded"), Some("")] {
        assert_eq!(status(wrong), 400, "{wrong:?}");
    }
}

#[test]
fn unknown_fields_are_named_at_the_root_and_within_objects() {
    let answer =
        create(&json!({ "title": "A", "b": 1, "a": 2, "id": 3, "size": { "width": 1, "x": 1 } }));
    assert_eq!(answer.refusal(), (400, "invalid_input"));
    assert_eq!(
        answer.body,
        json!({
            "status": 400,
            "code": "invalid_input",
            "message": "Request input is invalid.",
            "errors": {
                "errors": [
                    { "code": "extra_fields", "message": "Unexpected field names: a, b, id" },
                ],
                "fields": {
                    "size": {
                        "errors": [
                            { "code": "extra_fields", "message": "Unexpected field names: x" },
                        ],
                    },
                },
            },
        })
    );
}

#[test]
fn required_fields_must_be_there_and_not_blank() {
    for body in [
        json!({}),
        json!([]),
        json!({ "title": "" }),
        json!({ "title": " " }),
        json!({ "title": null }),
    ] {
        let answer = create(&body);
        assert_eq!(answer.error_at(&["title"]), "required", "{body}");
    }
    let answer = create(&json!({}));
    let error = &answer.body["errors"]["fields"]["title"]["errors"][0];
    assert_eq!(error["message"], "This value should not be blank.");
    assert!(answer.body["errors"].get("errors").is_none());
}

#[test]
fn an_update_needs_no_field_but_takes_no_field_of_creation() {
    let desk = desk();
    assert_eq!(tell(&desk, "POST /lib/shelves/1/books/1", &json!({})).status, 204);
    let answer = tell(&desk, "POST /lib/shelves/1/books/1", &json!({ "isbn": "1" }));
    assert_eq!(answer.error_at(&[]), "extra_fields");
    assert_eq!(create(&json!({ "title": "A", "isbn": "1" })).status, 201);
}

#[test]
fn values_of_the_wrong_kind_are_refused() {
    for (field, value) in [
        ("title", json!(1)),
        ("title", json!(["A"])),
        ("status", json!(5)),
        ("labels", json!("a")),
        ("labels", json!({ "0": "a" })),
        ("price", json!("much")),
        ("price", json!(true)),
        ("is_lent", json!("yes")),
        ("is_lent", json!(2)),
        ("reader", json!("somebody@example.com")),
        ("reader", json!(-1)),
        ("reader", json!(1.5)),
        ("author", json!(true)),
        ("author", json!([1])),
        ("fields", json!("a")),
        ("fields", json!([1])),
        ("size", json!(3)),
        ("size", json!([])),
    ] {
        let mut body = json!({ "title": "A" });
        body[field] = value;
        let answer = create(&body);
        assert_eq!(answer.error_at(&[field]), "bad_choice", "{body}");
    }
}

#[test]
fn values_of_the_right_kind_are_taken_in_all_their_forms() {
    for (field, value) in [
        ("status", json!("never_heard_of")),
        ("price", json!(1)),
        ("price", json!("1.5")),
        ("is_lent", json!(1)),
        ("is_lent", json!(false)),
        ("reader", json!(1)),
        ("reader", json!("2")),
        ("fields", json!({})),
        ("fields", json!([])),
        ("fields", json!({ "7": [1, "two", null] })),
        ("more", json!([{ "a": [] }])),
        ("size", json!({ "width": "12", "height": null })),
        ("bought", json!("2025-05-01T08:02:02")),
        ("printed", json!("2025-05-01")),
    ] {
        let mut body = json!({ "title": "A" });
        body[field] = value;
        let answer = create(&body);
        assert_eq!(answer.status, 201, "{body}: {}", answer.text);
    }
}

#[test]
fn null_is_taken_where_the_description_allows_it() {
    for field in ["reader", "price", "printed", "bought", "size", "more"] {
        assert_eq!(create(&json!({ "title": "A", field: null })).status, 201, "{field}");
    }
    for field in ["title", "author", "status", "labels", "is_lent", "fields"] {
        let answer = create(&json!({ "title": "A", field: null }));
        assert_eq!(answer.error_at(&[field]), "required", "{field}");
    }
}

#[test]
fn dates_must_be_dates() {
    for value in [json!("soon"), json!(""), json!("2025-02-30"), json!(1746086522), json!({})] {
        let answer = create(&json!({ "title": "A", "bought": value, "printed": value }));
        assert_eq!(answer.error_at(&["bought"]), "invalid_date", "{value}");
        assert_eq!(answer.error_at(&["printed"]), "invalid_date", "{value}");
    }
}

#[test]
fn numbers_must_be_in_range() {
    let lend =
        |days: Value| tell(&desk(), "POST /lib/shelves/1/books/1/lend", &json!({ "days": days }));
    assert_eq!(lend(json!(7)).status, 204);
    assert_eq!(lend(json!("7")).status, 204);
    for days in [json!(9_223_372_036_854_775_808_u64), json!("99999999999999999999"), json!(1e300)]
    {
        assert_eq!(lend(days.clone()).error_at(&["days"]), "out_of_range", "{days}");
    }
    for days in [json!(1.5), json!("a week"), json!([7])] {
        assert_eq!(lend(days.clone()).error_at(&["days"]), "bad_choice", "{days}");
    }
}

#[test]
fn nested_mistakes_are_told_in_a_nested_tree() {
    let author = json!({ "name": "", "email": 5, "born": { "day": "never" } });
    let answer = create(
        &json!({ "title": "A", "author": author, "leaves": [{ "text": "a" }, {}], "labels": ["a", 2] }),
    );
    assert_eq!(answer.error_at(&["author", "name"]), "required");
    assert_eq!(answer.error_at(&["author", "email"]), "bad_choice");
    assert_eq!(answer.error_at(&["author", "born", "day"]), "invalid_date");
    assert_eq!(answer.error_at(&["author", "born", "year"]), "required");
    assert_eq!(answer.error_at(&["labels", "labels_1"]), "bad_choice");
    assert_eq!(answer.error_at(&["leaves", "leaves_1", "text"]), "required");
    assert!(answer.body["errors"]["fields"]["leaves"]["fields"].get("leaves_0").is_none());
}

#[test]
fn choices_are_told_apart_by_kind() {
    for author in [json!(1), json!("new@example.com"), json!({ "name": "New" })] {
        assert_eq!(create(&json!({ "title": "A", "author": author })).status, 201, "{author}");
    }
    let answer = create(&json!({ "title": "A", "author": { "nme": "New" } }));
    assert_eq!(answer.error_at(&["author"]), "extra_fields");
    assert_eq!(answer.error_at(&["author", "name"]), "required");
}

#[test]
fn a_refused_request_changes_nothing() {
    let desk = desk();
    let body = json!({ "title": "A", "author": "new@example.com", "price": "much" });
    assert_eq!(tell(&desk, "PUT /lib/shelves/1/books", &body).status, 400);
    assert_eq!(ask(&desk, "GET /lib/shelves/1/books").body["meta"]["total"], 1);
    assert_eq!(ask(&desk, "GET /lib/people").body["meta"]["total"], 2);
}

#[test]
fn operations_without_a_body_take_none() {
    let desk = desk();
    assert_eq!(ask(&desk, "POST /lib/shelves/1/books/1/show").status, 200);
    assert_eq!(tell(&desk, "POST /lib/shelves/1/books/1/show", &json!({})).status, 200);
    let answer = tell(&desk, "POST /lib/shelves/1/books/1/show", &json!({ "a": 1 }));
    assert_eq!(answer.error_at(&[]), "extra_fields");
    assert_eq!(send(&desk, request("DELETE /lib/people/1/thumb"), "<html>").status, 204);
    assert_eq!(ask(&desk, "POST /lib/shelves/1/books/1/lend").error_at(&["days"]), "required");
}
