//! Refusals whose codes, statuses and trees are not where one would look.

use deskpro_client::Error;
use deskpro_client::errors::ValidationCode;
use deskpro_client::tickets::{CreateTicketError, GetTicketError};
use deskpro_client::{Client, Refused};
use deskpro_tests::answering;
use serde_json::{Value, json};

async fn get(client: Client) -> Error<GetTicketError> {
    client.tickets().get(3432).send().await.unwrap_err()
}

async fn create(status: u16, body: Value) -> Error<CreateTicketError> {
    let client = answering(status, body.to_string());
    client.tickets().create("Printer on fire", 4).send().await.unwrap_err()
}

#[tokio::test]
async fn quirk_15_a_code_may_be_the_message_or_missing() {
    let same = "#3432 Not Found";
    let horizon = json!({"status": 404, "code": same, "message": same, "errors": null});
    let error = get(answering(404, horizon.to_string())).await;
    assert!(matches!(error, Error::Api(GetTicketError::NotFound(_))), "{error:?}");
    assert_eq!(error.code(), same);
    // The same code for another ticket, and the one of older helpdesks.
    for code in ["#7 Not Found", "not_found"] {
        let error = get(answering(404, json!({ "code": code }).to_string())).await;
        assert!(matches!(error, Error::Api(GetTicketError::NotFound(_))), "{code}");
    }
    for body in [
        json!({"status": 404, "message": "Gone."}),
        json!({"code": null}),
        json!({"code": "new_code"}),
    ] {
        let error = get(answering(404, body.to_string())).await;
        let Error::Api(GetTicketError::OtherNotFound(refusal)) = error else { panic!("{error}") };
        assert_eq!(refusal.raw_code(), body["code"].as_str());
    }
}

#[tokio::test]
async fn quirk_15_errors_may_be_null_absent_a_list_or_an_object() {
    let item = json!({"code": "bad_choice", "message": "No."});
    for errors in [
        json!({"fields": {"department": {"errors": [item]}}}),
        json!({"fields": {"department": {"errors": item}}, "errors": null}),
        json!({"fields": {"department": {"errors": {"0": item}, "fields": []}}, "errors": []}),
    ] {
        let error = create(400, json!({"code": "invalid_input", "errors": errors})).await;
        let Error::Api(CreateTicketError::InvalidInput(refusal)) = &error else {
            panic!("{error}")
        };
        let leaves: Vec<_> = refusal.errors().map(|it| (it.path().to_owned(), it.code())).collect();
        assert_eq!(leaves, [("department".to_owned(), ValidationCode::BadChoice)], "{errors}");
    }
    for body in [json!({"code": "invalid_input"}), json!({"code": "invalid_input", "errors": null})]
    {
        let Error::Api(error) = create(400, body).await else { panic!() };
        assert_eq!(error.refusal().errors().count(), 0);
    }
}

#[tokio::test]
async fn quirk_16_the_status_in_the_body_may_be_another() {
    let body = json!({"status": 400, "code": "invalid_input", "message": "No."});
    let error = create(500, body).await;
    let Error::Undocumented(refusal) = &error else { panic!("{error}") };
    assert_eq!(
        (refusal.status(), refusal.body_status(), refusal.code()),
        (500, Some(400), "invalid_input")
    );
}

#[tokio::test]
async fn quirk_16_a_proxy_answers_in_html() {
    let page = "<html><h1>502 Bad Gateway</h1></html>";
    let error = get(answering(502, page)).await;
    let Error::Undocumented(refusal) = &error else { panic!("{error}") };
    assert_eq!((refusal.status(), refusal.raw_code(), refusal.message()), (502, None, None));
    assert_eq!(refusal.body().as_ref(), page.as_bytes());
    let error = get(answering(404, page)).await;
    assert!(matches!(error, Error::Api(GetTicketError::OtherNotFound(_))), "{error}");
}

#[tokio::test]
async fn quirk_17_a_rate_limit_is_429_or_403_with_a_code() {
    let old = json!({"status": 403, "code": "rate_limits", "message": "Your limit for api calls is exhausted."});
    let old = get(answering(403, old.to_string())).await;
    assert!(matches!(old, Error::Api(GetTicketError::RateLimits(_))), "{old:?}");
    let new = get(answering(429, "")).await;
    assert!(matches!(new, Error::Api(GetTicketError::TooManyRequests(_))), "{new:?}");
    assert!(old.is_rate_limited() && new.is_rate_limited());
    assert_eq!((old.retry_after(), new.retry_after()), (None, None));
    let forbidden = get(answering(403, r#"{"code": "no_permission"}"#)).await;
    assert!(!forbidden.is_rate_limited());
}

#[tokio::test]
async fn quirk_26_a_duplicate_ticket_is_told_within_the_tree() {
    let body = json!({"status": 400, "code": "invalid_input", "message": "Request input is invalid.",
        "errors": {"errors": [{"code": "dupe_ticket", "message": "Duplicate ticket."}]}});
    let error = create(400, body).await;
    assert!(error.has_code("dupe_ticket") && error.has_code("invalid_input"));
    assert!(!error.has_code("duplicate_ticket"));
    let Error::Api(CreateTicketError::InvalidInput(refusal)) = &error else { panic!("{error}") };
    let root = refusal.field("").next().unwrap();
    assert_eq!((root.code(), root.message()), (ValidationCode::DupeTicket, "Duplicate ticket."));
    // However deep it is.
    let deep = json!({"code": "invalid_input", "errors": {"fields": {"a": {"fields": {"b": {"errors":
        [{"code": "dupe_ticket"}]}}}}}});
    assert!(create(400, deep).await.has_code("dupe_ticket"));
    assert!(!create(400, json!({"code": "invalid_input"})).await.has_code("dupe_ticket"));
}
