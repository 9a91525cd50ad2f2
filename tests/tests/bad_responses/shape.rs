//! JSON of another shape than the one that is described.

use deskpro_client::Error;
use deskpro_client::runtime::{DecodeError, FromResponse, Refused};
use deskpro_client::{Client, ResponseFuture};
use deskpro_tests::answering;

async fn decode_error<T: FromResponse, E: Refused + std::fmt::Display>(
    answer: ResponseFuture<T, E>,
) -> Box<DecodeError> {
    match answer.await {
        Ok(_) => panic!("it was taken"),
        Err(Error::Decode(error)) => error,
        Err(other) => panic!("{other}"),
    }
}

/// Fails unless the answer is refused at this path, with these words.
fn assert_invalid(error: &DecodeError, body: &str, path: &str, says: &str) {
    assert_eq!(error.response().status(), 200);
    assert_eq!(error.response().body(), body);
    let invalid = error.invalid().unwrap_or_else(|| panic!("{error}"));
    assert_eq!(invalid.path(), path, "{body}: {error}");
    assert!(invalid.to_string().contains(says), "{says} is not in: {invalid}");
}

fn client(body: &str) -> Client {
    answering(200, body.to_owned())
}

#[tokio::test]
async fn where_one_resource_is_expected() {
    for (body, path, says) in [
        (r#"{"data": "This is text."}"#, "data", r#"found "This is text.""#),
        (r#"{"data": 7}"#, "data", "found 7"),
        (r#"{"data": null}"#, "data", "expected"),
        (r#"{"data": []}"#, "data", "expected"),
        (r#"{"data": [{"id": 13}]}"#, "data", "expected"),
        (r#"{"meta": {}, "linked": {}}"#, "", "`data`"),
        (r#"{"id": 13, "subject": "Printer on fire"}"#, "", "`data`"),
        ("[]", "", "`data`"),
        ("7", "", "`data`"),
        ("null", "", "`data`"),
        (r#"{"data": {"id": "thirteen"}}"#, "data.id", r#""thirteen""#),
        (r#"{"data": {"id": -1}}"#, "data.id", "-1"),
        (r#"{"data": {"id": 13.5}}"#, "data.id", "13.5"),
        (r#"{"data": {"id": 99999999999999999999}}"#, "data.id", "expected"),
        (r#"{"data": {"subject": {"en": "x"}}}"#, "data.subject", "expected"),
        (r#"{"data": {"is_hold": "perhaps"}}"#, "data.is_hold", r#""perhaps""#),
        (r#"{"data": {"labels": [["x"]]}}"#, "data.labels[0]", "expected"),
        (r#"{"data": {"person": {"id": {}}}}"#, "data.person.id", "expected"),
        (
            r#"{"data": {"waiting_times": [{}, {"start": "soon"}]}}"#,
            "data.waiting_times[1].start",
            "soon",
        ),
        (r#"{"data": {"fields": {"7": {"aliases": 7}}}}"#, "data.fields.7.aliases", "found 7"),
    ] {
        let error = decode_error(client(body).tickets().get(13).send()).await;
        assert_invalid(&error, body, path, says);
        let text = error.to_string();
        assert!(text.starts_with("tickets.get: GET /tickets/13 answered 200, but "), "{text}");
    }
}

#[tokio::test]
async fn where_a_page_is_expected() {
    for (body, path, says) in [
        (r#"{"data": "This is text."}"#, "data", r#"found "This is text.""#),
        (r#"{"data": 7}"#, "data", "expected"),
        (r#"{"meta": {"total": 1}}"#, "", "`data`"),
        (r#"{"data": [{"id": 1}, {"id": "two"}]}"#, "data[1].id", r#""two""#),
        (r#"{"data": [7]}"#, "data[0]", "expected"),
        (r#"[{"id": 1}, {"id": "two"}]"#, "[1].id", r#""two""#),
        ("true", "", "expected"),
    ] {
        let error = decode_error(client(body).tickets().list().send()).await;
        assert_invalid(&error, body, path, says);
    }
}

#[tokio::test]
async fn where_a_resource_may_come_along() {
    for (body, path) in [
        (r#"{"data": "This is text."}"#, "data"),
        (r#"{"data": {"id": "thirteen"}}"#, "data.id"),
        (r#"[{"id": 13}]"#, ""),
        ("7", ""),
    ] {
        let error = decode_error(client(body).tickets().create("No", 1).send()).await;
        assert_invalid(&error, body, path, "expected");
        let error = decode_error(client(body).tickets().update(13).send()).await;
        assert_invalid(&error, body, path, "expected");
    }
}

#[tokio::test]
async fn no_content_where_content_is_expected() {
    let client = answering(204, "");
    let error = decode_error(client.tickets().get(13).send()).await;
    assert_eq!((error.response().status(), error.response().body().len()), (204, 0));
    assert_eq!(error.response().head().header("content-type"), Some("application/json"));
    let text = error.to_string();
    assert!(
        text.starts_with("tickets.get: GET /tickets/13 answered 204, but without a body"),
        "{text}"
    );
    let error = decode_error(client.tickets().list().send()).await;
    assert_eq!(error.response().status(), 204);
    let error = decode_error(client.tickets().update(13).follow_location().send()).await;
    assert_eq!(error.response().status(), 204);
}
