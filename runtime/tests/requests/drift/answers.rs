//! What is found in one answer, and where.

use deskpro_runtime::{Envelope, Error};

use super::{Ticket, findings, observed};
use crate::helpdesk::{TicketError, get};

/// The findings in the answer to `tickets.get`, without the name of the operation.
async fn found(body: &'static str) -> Vec<String> {
    let (client, drift) = observed(200, body);
    let _: Result<Envelope<Ticket>, _> = get(&client, 7).send::<_, TicketError>().await;
    let findings = findings(&drift);
    findings.iter().map(|line| line.strip_prefix("tickets.get: ").unwrap().to_owned()).collect()
}

#[tokio::test]
async fn what_is_described_is_no_finding() {
    for body in [
        r#"{"data": {"id": 1, "subject": "a", "status": "open", "person": {"id": 2}, "labels": []}}"#,
        r#"{"data": {"id": "1", "priority": null, "person": null, "fields": [], "labels": {"3": "a"}}}"#,
        r#"{"data": {"subject": 7, "priority": "", "person": "", "labels": "", "is_hold": 1}}"#,
        r#"{"data": {"fields": {"7": {"value": "a"}, "name@example.com": {}}, "date_created": ""}}"#,
        r#"{"data": {}, "links": {"other": 1}, "meta": {"fql": null}, "linked": {"new": {"1": null}}}"#,
    ] {
        assert_eq!(found(body).await, [""; 0], "{body}");
    }
}

#[tokio::test]
async fn unknown_fields_have_their_paths_and_what_stood_there() {
    let body = r#"{
        "data": {
            "order_number": 7, "person": {"id": 1, "vip": true, "contacts": [
                {"value": "a", "kind": "phone"}, {"kind": null}, {"kind": ""}
            ]},
            "fields": {"7": {"value": "x", "since": "2016-07-12"}, "b c": {"since": null}},
            "new": {"inner": [{"order_number": 1}]}
        },
        "count": 1
    }"#;
    assert_eq!(
        found(body).await,
        [
            "count is not described: integer (once)",
            "data.fields.*.since is not described: null, date (2 times)",
            "data.new is not described: object (once)",
            "data.order_number is not described: integer (once)",
            "data.person.contacts[].kind is not described: null, text, empty_text (3 times)",
            "data.person.vip is not described: boolean (once)",
        ]
    );
}

#[tokio::test]
async fn names_that_may_be_data_are_not_kept() {
    let body = r#"{"data": {"7": 1, "name@example.com": 2, "Anna Example": 3, "key_12345": 4}}"#;
    assert_eq!(found(body).await, ["data.* is not described: integer (4 times)"]);
}

#[tokio::test]
async fn a_list_with_gaps_is_a_list() {
    let body = r#"{"data": {"person": {"contacts": {"3": {"new": 1}, "5": {"new": 1.5}}}}}"#;
    assert_eq!(
        found(body).await,
        ["data.person.contacts[].new is not described: integer, number (2 times)"]
    );
}

#[tokio::test]
async fn unknown_values_are_kept_where_they_look_like_names() {
    for (body, finding) in [
        (r#"{"data": {"status": "snoozed"}}"#, "the value `snoozed`, which"),
        (r#"{"data": {"status": "sn\u006fozed"}}"#, "the value `snoozed`, which"),
        (
            r#"{"data": {"status": "call 0123456"}}"#,
            "the value something that looks like no name, which",
        ),
    ] {
        assert_eq!(
            found(body).await,
            [format!("data.status has {finding} is not described: text (once)")],
            "{body}"
        );
    }
    assert_eq!(
        found(r#"{"data": {"priority": 3}}"#).await,
        ["data.priority has the value `3`, which is not described: integer (once)"]
    );
}

#[tokio::test]
async fn nulls_are_wrong_where_only_leniency_takes_them() {
    let body = r#"{"data": {
        "id": null, "subject": null, "status": null, "priority": null, "person": {"id": 1, "name": null},
        "labels": null, "fields": null, "urgency": null, "score": null, "is_hold": null,
        "date_created": null}}"#;
    let is_null = |name: &&str| format!("data.{name} is null, which is not described: null (once)");
    let expected: Vec<String> = [
        "date_created",
        "fields",
        "id",
        "is_hold",
        "labels",
        "person.name",
        "score",
        "status",
        "subject",
        "urgency",
    ]
    .iter()
    .map(is_null)
    .collect();
    assert_eq!(found(body).await, expected);
}

#[tokio::test]
async fn an_empty_text_is_no_value_of_an_enumeration_but_none() {
    assert_eq!(
        found(r#"{"data": {"status": ""}}"#).await,
        ["data.status is null, which is not described: empty_text (once)"]
    );
}

#[tokio::test]
async fn what_makes_an_answer_unreadable_is_a_finding_with_what_came_before() {
    let body = r#"{"data": {"new": 1, "person": {"id": 1, "name": ["a"]}, "later": 1}}"#;
    assert_eq!(
        found(body).await,
        [
            "data.new is not described: integer (once)",
            "data.person.name is of another kind than described: list (once)",
        ]
    );
    assert_eq!(
        found(r#"{"datum": 1}"#).await,
        [
            " is of another kind than described: object (once)".trim_start(),
            "datum is not described: integer (once)",
        ]
    );
}

#[tokio::test]
async fn what_is_no_json_is_no_finding() {
    for body in ["", "<html>", r#"{"data": {"new": 1"#, r#"{"data": nothing}"#] {
        let found = found(body).await;
        let expected: &[&str] = match body.contains("new") {
            true => &["data.new is not described: integer (once)"],
            false => &[],
        };
        assert_eq!(found, expected, "{body}");
    }
}

#[tokio::test]
async fn a_member_that_comes_twice_is_found_twice() {
    let body = r#"{"data": {"subject": null, "new": 1, "subject": null, "new": []}}"#;
    assert_eq!(
        found(body).await,
        [
            "data.new is not described: integer, empty_list (2 times)",
            "data.subject is null, which is not described: null (2 times)",
        ]
    );
}

#[tokio::test]
async fn answers_are_the_same_whether_somebody_observes_or_not() {
    let body = r#"{"data": {"id": 1, "subject": null, "status": "snoozed", "new": 1}}"#;
    let (client, _) = observed(200, body);
    let asked = get(&client, 7).keep_unknown().send::<Envelope<Ticket>, TicketError>();
    let ticket = asked.await.unwrap().data;
    assert_eq!(
        (ticket.id.get(), ticket.subject.as_str(), ticket.status.0.as_str()),
        (1, "", "snoozed")
    );
    assert_eq!(ticket.extra.len(), 1);
    let (client, _) = observed(200, r#"{"data": {"labels": 7}}"#);
    let error = get(&client, 7).send::<Envelope<Ticket>, TicketError>().await.unwrap_err();
    assert!(
        matches!(error, Error::Decode(error) if error.invalid().unwrap().path() == "data.labels")
    );
}
