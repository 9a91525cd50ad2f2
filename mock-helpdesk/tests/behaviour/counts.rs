//! Counts of what is held, by groups.

use crate::ask::{ask, library_desk, tell};
use crate::deskpro::empty;
use deskpro_mock::Helpdesk;
use serde_json::{Value, json};

fn counts(desk: &Helpdesk, line: &str) -> Value {
    let answer = ask(desk, &format!("GET /api/v2/{line}"));
    assert_eq!(answer.status, 200, "{line}: {}", answer.text);
    answer.data().clone()
}

fn group(count: u64, id: Option<u64>, value: Value, title: Option<&str>, kind: &str) -> Value {
    json!({
        "count": count,
        "id": id,
        "value": value,
        "type": kind,
        "title": title,
        "grouped_by": null,
        "nested": [],
    })
}

/// Five tickets: three of the department `Support`, three of whoever is called Jo.
fn desk() -> Helpdesk {
    let desk = empty().build().unwrap();
    for title in ["Support", "Sales"] {
        let department = json!({ "title": title });
        let made = tell(&desk, "PUT /api/v2/ticket_departments", &department);
        assert_eq!(made.status, 201, "{}", made.text);
    }
    for (subject, person, department, labels) in [
        ("1", "jo@example.com", 1, json!(["printer", "fire"])),
        ("2", "jo@example.com", 1, json!(["printer"])),
        ("3", "mo@example.com", 1, json!([])),
        ("4", "mo@example.com", 2, json!(["fire"])),
        ("5", "jo@example.com", 2, json!(["printer"])),
    ] {
        let person = json!({ "email": person, "name": person });
        let ticket = json!({ "subject": subject, "person": person, "department": department, "labels": labels });
        assert_eq!(tell(&desk, "PUT /api/v2/tickets", &ticket).status, 201);
    }
    desk
}

#[test]
fn all_are_counted_where_no_group_is_asked_for() {
    let desk = desk();
    let expected = json!({
        "count": 5,
        "id": null,
        "value": null,
        "type": null,
        "title": null,
        "grouped_by": null,
        "nested": [],
    });
    assert_eq!(counts(&desk, "tickets/counts"), expected);
    assert!(ask(&desk, "DELETE /api/v2/tickets/1").status < 300);
    assert_eq!(counts(&desk, "tickets/counts")["count"], 4);
    assert_eq!(counts(&desk, "tickets/2/messages/counts")["count"], 0);
    assert_eq!(counts(&desk, "people/counts?primary_email=jo@example.com")["count"], 1);
}

#[test]
fn groups_have_what_they_have_in_common() {
    let desk = desk();
    let by = counts(&desk, "tickets/counts?group_by=department");
    assert_eq!((&by["count"], &by["grouped_by"]), (&json!(5), &json!("department")));
    assert_eq!(
        by["nested"],
        json!([
            group(3, Some(1), json!(null), Some("Support"), "department"),
            group(2, Some(2), json!(null), Some("Sales"), "department"),
        ])
    );
    let by = counts(&desk, "tickets/counts?group_by=status");
    assert_eq!(by["nested"], json!([group(5, None, json!("awaiting_agent"), None, "status")]));
    let by = counts(&desk, "tickets/counts?group_by=labels");
    assert_eq!(
        by["nested"],
        json!([
            group(3, None, json!("printer"), None, "labels"),
            group(2, None, json!("fire"), None, "labels"),
            group(1, None, json!(null), None, "labels"),
        ])
    );
    let by = counts(&desk, "tickets/counts?group_by=date_created");
    assert_eq!(by["nested"], json!([group(5, None, json!("2025-05-01"), None, "date_created")]));
    let by = counts(&desk, "tickets/counts?group_by=colour");
    assert_eq!((&by["grouped_by"], &by["nested"]), (&json!("colour"), &json!([])));
}

#[test]
fn groups_have_groups_in_turn() {
    let by = counts(&desk(), "tickets/counts?group_by=department,person");
    let support = &by["nested"][0];
    assert_eq!((&support["count"], &support["grouped_by"]), (&json!(3), &json!("person")));
    assert_eq!(
        support["nested"],
        json!([
            group(2, Some(1), json!(null), Some("jo@example.com"), "person"),
            group(1, Some(2), json!(null), Some("mo@example.com"), "person"),
        ])
    );
}

#[test]
fn what_the_guide_calls_an_author_is_a_person() {
    let desk = empty().seed("articles", 4).seed("people", 2).build().unwrap();
    let by = counts(&desk, "articles/counts?group_by=author");
    let groups: Vec<_> = by["nested"].as_array().unwrap().iter().map(|it| &it["id"]).collect();
    assert_eq!(groups, [1, 2]);
    assert_eq!(by["nested"][0]["type"], "author");
}

#[test]
fn a_million_are_counted_at_once() {
    let desk = empty().seed("tickets", 1_000_000).build().unwrap();
    assert_eq!(counts(&desk, "tickets/counts")["count"], 1_000_000);
    let desk = library_desk().seed("shelves", 3).build().unwrap();
    assert_eq!(ask(&desk, "GET /lib/shelves").body["meta"]["total"], 3);
}
