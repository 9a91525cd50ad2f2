//! Answers without what one would expect in them.

use deskpro_client::Error;
use deskpro_client::people::CreatePersonError;
use deskpro_tests::{answering, client, json_response};
use serde_json::{Value, json};

use crate::desk::{desk, lines, silent};

#[tokio::test]
async fn quirk_09_an_update_is_answered_with_nothing() {
    let (client, transport) = silent(204);
    let updated = client.tickets().update(13).is_hold(true).send().await.unwrap();
    assert_eq!((updated.data, updated.location.as_deref()), (None, None));
    assert_eq!(lines(&transport), ["POST /api/v2/tickets/13"]);
    // Actions are as silent.
    client.tickets().lock(13).send().await.unwrap();
    client.people().add_permissions(4, true).send().await.unwrap();
}

#[tokio::test]
async fn quirk_09_the_resource_comes_where_it_is_asked_for() {
    let (client, transport) = client(|request| match request.method().as_str() {
        "GET" => json_response(200, r#"{"data": {"id": 13, "subject": "Fire"}}"#),
        _ => {
            let mut answer = json_response(204, "");
            let at =
                http::HeaderValue::from_static("https://support.example.com/api/v2/tickets/13");
            answer.headers_mut().insert("location", at);
            answer
        }
    });
    let updated = client.tickets().update(13).is_hold(true).follow_location().send().await.unwrap();
    assert_eq!(updated.data.subject, "Fire");
    assert_eq!(lines(&transport)[1..], ["GET /api/v2/tickets/13"]);
}

#[tokio::test]
async fn quirk_10_a_delete_is_answered_200_or_204_with_any_body() {
    for (status, body) in
        [(204, ""), (200, ""), (200, "[]"), (200, "{}"), (200, r#"{"data": [], "meta": {}}"#)]
    {
        let deleted = answering(status, body).tickets().delete(13).send().await;
        assert_eq!(deleted.unwrap().response().status(), status, "{body}");
    }
    let error = answering(404, "").tickets().delete(13).send().await.unwrap_err();
    assert_eq!(error.status(), Some(404));
}

#[tokio::test]
async fn quirk_11_whether_data_is_a_list_is_known_beforehand() {
    let one = json!({"data": {"id": 13}}).to_string();
    let many = json!({"data": [{"id": 13}]}).to_string();
    assert_eq!(answering(200, one).tickets().get(13).send().await.unwrap().data.id.get(), 13);
    assert_eq!(answering(200, many.clone()).tickets().list().send().await.unwrap().data.len(), 1);
    let error = answering(200, many).tickets().get(13).send().await.unwrap_err();
    let Error::Decode(error) = error else { panic!("{error}") };
    assert_eq!(error.invalid().map(|invalid| invalid.path()), Some("data"));
}

#[tokio::test]
async fn quirk_41_parts_of_an_answer_may_be_missing() {
    for body in [
        json!({"data": [{"id": 13}]}),
        json!({"data": [{"id": 13}], "meta": null, "linked": null, "links": []}),
        json!([{"id": 13}]),
    ] {
        let page = answering(200, body.to_string()).tickets().list().send().await.unwrap();
        assert_eq!(
            (page.data[0].id.get(), page.meta.total, page.linked.is_empty()),
            (13, None, true)
        );
    }
    let created = answering(201, json!({"data": {"id": 13}}).to_string());
    let created = created.tickets().create("Fire", 4).send().await.unwrap();
    assert_eq!(created.id().map(|id| id.get()), Some(13));
    let created = answering(201, "").tickets().create("Fire", 4).send().await.unwrap();
    assert_eq!((created.id(), created.location.as_deref()), (None, None));
}

#[tokio::test]
async fn quirk_41_what_is_no_json_is_an_error_that_keeps_it() {
    for body in ["<html>Log in</html>", "OK", "{\"data\": "] {
        let error = answering(200, body).tickets().get(13).send().await.unwrap_err();
        let Error::Decode(error) = error else { panic!("{error}") };
        assert_eq!(
            (error.response().status(), error.response().body().as_ref()),
            (200, body.as_bytes())
        );
    }
}

#[tokio::test]
async fn quirk_42_an_error_keeps_status_headers_and_body() {
    let body = json!({"status": 400, "code": "invalid_input", "message": "No.", "more": [1, 2]});
    let sent = body.to_string();
    let (client, _) = client(move |_| {
        let mut answer = json_response(400, sent.clone());
        answer.headers_mut().insert("x-request-id", http::HeaderValue::from_static("7"));
        answer
    });
    let error = client.people().create("new@example.com").send().await.unwrap_err();
    let Error::Api(CreatePersonError::InvalidInput(refusal)) = &error else { panic!("{error}") };
    assert_eq!(
        (refusal.status(), refusal.code(), refusal.message()),
        (400, "invalid_input", Some("No."))
    );
    assert_eq!(refusal.headers()["x-request-id"], "7");
    let kept: Value = serde_json::from_slice(refusal.body()).unwrap();
    assert_eq!(kept, body);
    assert_eq!(
        error.to_string(),
        "people.create: PUT /people answered 400 invalid_input: No. (request id 7)"
    );
    let (client, _) = desk(418, json!({"tea": true}));
    let error = client.tickets().get(13).send().await.unwrap_err();
    assert!(matches!(error, Error::Undocumented(_)) && error.status() == Some(418));
}
