//! Codes that are not described.

use deskpro_runtime::{Call, Client, Envelope, Json, Undocumented};

use super::{findings, observed};
use crate::helpdesk::{TicketError, create};

async fn found(status: u16, body: &'static str) -> Vec<String> {
    let (client, drift) = observed(status, body);
    let _ = create(&client).send::<Envelope<Json>, TicketError>().await.unwrap_err();
    findings(&drift)
}

#[tokio::test]
async fn what_is_described_is_no_finding() {
    for (status, body) in [
        (400, r#"{"code": "invalid_input", "errors": {"fields": {"a": [{"code": "required"}]}}}"#),
        (400, r#"{"message": "no code"}"#),
        (404, r#"{"code": null}"#),
        (404, r#"{"code": ""}"#),
        (404, ""),
    ] {
        assert_eq!(found(status, body).await, [""; 0], "{body}");
    }
}

#[tokio::test]
async fn an_unknown_code_is_found_with_its_status() {
    let is_unknown = |what: &str| {
        format!("tickets.create: was refused with {what}, which is not described (once)")
    };
    for (status, body, what) in [
        (400, r#"{"code": "is_merged"}"#, "400 and `is_merged`"),
        (404, r#"{"code": "invalid_input"}"#, "404 and `invalid_input`"),
        (409, r#"{"code": "conflict"}"#, "409 and `conflict`"),
        (500, r#"{"code": "server_error"}"#, "500 and `server_error`"),
        (404, r##"{"code": "#3432 Not Found"}"##, "404 and something that looks like no name"),
        (409, r#"{"message": "Somebody else was faster."}"#, "409"),
    ] {
        assert_eq!(found(status, body).await, [is_unknown(what)], "{status} {body}");
    }
}

#[tokio::test]
async fn what_servers_in_between_say_is_no_finding() {
    for (status, body) in [(502, "<html>"), (409, "<html>"), (503, r#"{"message": "down"}"#)] {
        assert_eq!(found(status, body).await, [""; 0], "{status} {body}");
    }
}

#[tokio::test]
async fn unknown_validation_codes_are_found_with_the_parameter() {
    let body = r#"{"code": "invalid_input", "errors": {
        "errors": [{"code": "too_many", "message": "Anna Example has too many"}],
        "fields": {
            "subject": [{"code": "shouting"}, {"code": "required"}, {"code": "shouting"}],
            "fields": {"fields": {"fields_7": [{"code": "shouting"}]}},
            "anna@example.com": [{"code": "unknown person Anna"}]
        }}}"#;
    let line = |what: &str| format!("tickets.create: {what}");
    assert_eq!(
        found(400, body).await,
        [
            line("was refused for `too_many`, which is not described (once)"),
            line(
                "* was refused for something that looks like no name, which is not described (once)"
            ),
            line("fields.* was refused for `shouting`, which is not described (once)"),
            line("subject was refused for `shouting`, which is not described (2 times)"),
        ]
    );
}

#[tokio::test]
async fn a_request_made_by_hand_describes_no_refusals() {
    let (client, drift) = observed(400, r#"{"code": "is_merged"}"#);
    let by_hand = |client: &Client| Call::<Envelope<Json>, Box<Undocumented>>::new(create(client));
    by_hand(&client).send().await.unwrap_err();
    assert!(drift.is_empty());
}
