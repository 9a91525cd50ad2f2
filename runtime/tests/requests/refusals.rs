//! Answers that say no.

use std::time::Duration;

use deskpro_runtime::{Created, Envelope, Refused};

use crate::helpdesk::{
    Code, Failed, Ticket, TicketError, answering, create, get, helpdesk, response, with_header,
};

async fn refused(status: u16, body: &'static str) -> Failed {
    create(&answering(status, body)).send::<Created<Ticket>, _>().await.unwrap_err()
}

#[tokio::test]
async fn the_detailed_error_of_the_guide() {
    let failed = refused(
        400,
        r#"{
            "status": 400, "code": "invalid_input", "message": "Request input is invalid.",
            "errors": {
                "fields": {
                    "subject": {"errors": [{"code": "required", "message": "This value should not be blank."}]},
                    "date": {
                        "errors": [{"code": "invalid_date", "message": "This date is invalid"}],
                        "fields": {"day": {"errors": [{"code": "out_of_range", "message": "1 to 31"}]}}
                    }
                }
            }
        }"#,
    )
    .await;
    assert_eq!(
        failed.to_string(),
        "tickets.create: PUT /tickets answered 400 invalid_input: Request input is invalid. \
         (subject: This value should not be blank. [required], and 2 more)"
    );
    let Failed::Api(TicketError::InvalidInput(refusal)) = failed else { panic!("{failed}") };
    let leaves: Vec<(String, Code)> =
        refusal.errors().map(|error| (error.path().to_owned(), error.code())).collect();
    assert_eq!(
        leaves,
        [
            ("subject".to_owned(), Code::Required),
            ("date".to_owned(), Code::Unknown("invalid_date".to_owned())),
            ("date.day".to_owned(), Code::Unknown("out_of_range".to_owned())),
        ]
    );
    let day: Vec<_> = refusal.field("date.day").collect();
    assert_eq!((day.len(), day[0].message(), day[0].raw_code()), (1, "1 to 31", "out_of_range"));
    assert_eq!(refusal.field("day").count(), 0);
    assert!(refusal.has_code("out_of_range") && refusal.has_code("invalid_input"));
    assert!(!refusal.has_code("dupe_ticket"));
    assert!(refusal.tree().fields.get("date").unwrap().fields.contains_key("day"));
}

#[tokio::test]
async fn one_error_is_shown_without_a_count() {
    let failed = refused(
        400,
        r#"{"code": "invalid_input", "message": "Request input is invalid.", "errors":
            {"fields": {"subject": {"errors": {"code": "required", "message": "This value should not be blank."}}}}}"#,
    )
    .await;
    assert_eq!(
        failed.to_string(),
        "tickets.create: PUT /tickets answered 400 invalid_input: Request input is invalid. \
         (subject: This value should not be blank. [required])"
    );
}

#[tokio::test]
async fn a_duplicate_is_found_below_the_refusals_own_code() {
    let failed = refused(
        400,
        r#"{"code": "invalid_input", "errors":
            {"errors": [{"code": "dupe_ticket", "message": "Duplicate ticket."}]}}"#,
    )
    .await;
    assert!(failed.has_code("dupe_ticket"));
    assert!(!failed.has_code("duplicate_ticket"));
    assert!(failed.to_string().ends_with("400: invalid_input (Duplicate ticket. [dupe_ticket])"));
}

#[tokio::test]
async fn every_body_is_kept_and_none_is_required() {
    for body in [
        "",
        "<html>Bad gateway</html>",
        "[]",
        "null",
        r#"{"errors": null}"#,
        r#"{"errors": []}"#,
        r#"{"errors": {"errors": [{}], "fields": null}}"#,
        r#"{"code": null, "message": 7}"#,
        r#"{"code": "a", "#,
        "\u{0}\u{feff}",
    ] {
        let failed = refused(400, body).await;
        let Failed::Api(error) = &failed else { panic!("{body}: {failed}") };
        let refusal = error.refusal();
        assert_eq!(refusal.body(), body);
        assert_eq!((refusal.status(), refusal.body_was_cut()), (400, false));
        assert!(refusal.code().len() <= 1, "{body}");
        assert!(failed.to_string().starts_with("tickets.create: PUT /tickets answered 400"));
    }
}

#[tokio::test]
async fn the_status_of_the_body_may_be_another_one() {
    let failed = refused(500, r#"{"status": 400, "code": "invalid_input"}"#).await;
    let Failed::Undocumented(refusal) = failed else { panic!("{failed}") };
    assert_eq!((refusal.status(), refusal.body_status()), (500, Some(400)));
    assert_eq!(refusal.raw_code(), Some("invalid_input"));
}

#[tokio::test]
async fn a_code_may_be_a_message() {
    let failed =
        refused(404, r##"{"code": "#3432 Not Found", "message": "#3432 Not Found"}"##).await;
    assert!(matches!(failed, Failed::Api(TicketError::NotFound(_))));
    assert_eq!(failed.code(), "#3432 Not Found");
    assert_eq!(failed.to_string(), "tickets.create: PUT /tickets answered 404: #3432 Not Found");
}

#[tokio::test]
async fn an_undocumented_status_keeps_the_same_data() {
    let (client, _) = helpdesk(|_| {
        let page = response(502, "<html>Bad gateway</html>");
        with_header(with_header(page, "content-type", "text/html"), "x-request-id", "7")
    });
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert_eq!(
        failed.to_string(),
        "tickets.get: GET /tickets/13 answered 502 (text/html) (request id 7)"
    );
    let Failed::Undocumented(refusal) = failed else { panic!("{failed}") };
    assert_eq!(refusal.headers()["x-request-id"], "7");
    assert_eq!(refusal.body(), "<html>Bad gateway</html>");
    assert_eq!(refusal.request().operation().name, "tickets.get");
}

#[tokio::test]
async fn rate_limits_and_maintenance_are_told_apart() {
    let limited = [(429, ""), (403, r#"{"code": "rate_limits"}"#)];
    for (status, body) in limited {
        let failed = refused(status, body).await;
        assert!(failed.is_rate_limited() && !failed.is_maintenance(), "{failed}");
    }
    let failed = refused(403, r#"{"code": "no_permission"}"#).await;
    assert!(!failed.is_rate_limited() && !failed.is_maintenance());
    let failed = refused(423, "").await;
    assert!(failed.is_maintenance() && !failed.is_rate_limited());
}

#[tokio::test]
async fn the_time_to_wait_is_read_in_both_forms() {
    for wait in ["90", "Sun, 06 Nov 1994 08:51:07 GMT"] {
        let (client, _) = helpdesk(move |_| {
            let limited = with_header(response(429, ""), "retry-after", wait);
            with_header(limited, "date", "Sun, 06 Nov 1994 08:49:37 GMT")
        });
        let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
        assert_eq!(failed.retry_after(), Some(Duration::from_secs(90)), "{wait}");
    }
    assert_eq!(refused(429, "").await.retry_after(), None);
}

#[tokio::test]
async fn a_helpdesks_text_cannot_break_the_line_of_a_log() {
    let failed = refused(400, "{\"code\": \"a\\nb\", \"message\": \"c\\u001b[31m\\r\\nd\"}").await;
    assert_eq!(
        failed.to_string(),
        "tickets.create: PUT /tickets answered 400 a\\nb: c\\u{1b}[31m\\r\\nd"
    );
}
