//! Bodies that are no JSON, for every operation.

use deskpro_client::Client;
use deskpro_spec::api::{Payload, Shape};
use deskpro_tests::{CALLS, client, description, operations};
use http::Response;

/// A client whose every request is answered with 200 and this.
fn answering(content_type: &'static str, body: Vec<u8>) -> Client {
    let (client, _) = client(move |_| {
        let response = Response::builder().header("content-type", content_type);
        response.header("x-served-by", "proxy 7").body(body.clone().into()).expect("a response")
    });
    client
}

/// Every operation that is answered with JSON has to fail, keep everything, and say this.
async fn assert_unreadable(content_type: &'static str, body: impl Into<Vec<u8>>, says: &str) {
    let body: Vec<u8> = body.into();
    let client = answering(content_type, body.clone());
    for call in CALLS.iter().filter(|call| call.is_json) {
        let failed = match call.send(&client).await {
            Ok(answer) => panic!("{} takes {content_type}: {answer:?}", call.name),
            Err(failed) => failed,
        };
        assert_eq!((failed.kind.as_str(), failed.status()), ("Decode", 200), "{}", call.name);
        assert_eq!(failed.header("content-type"), Some(content_type));
        assert_eq!(failed.header("x-served-by"), Some("proxy 7"));
        assert_eq!(failed.response.as_ref().map(|it| it.body().to_vec()), Some(body.clone()));
        assert!(failed.display.starts_with(call.name), "{}", failed.display);
        assert!(failed.display.contains(says), "{says} is not in: {}", failed.display);
        assert!(failed.display.len() < 1000, "{}", failed.display);
    }
}

#[tokio::test]
async fn html() {
    let page = "<!DOCTYPE html>\n<html><body><h1>Please log in</h1></body></html>";
    assert_unreadable("text/html; charset=utf-8", page, "answered 200 (text/html; charset=utf-8)")
        .await;
    // Also where it claims to be JSON.
    assert_unreadable("application/json", page, "found").await;
}

#[tokio::test]
async fn something_else_than_text() {
    assert_unreadable("image/png", b"\x89PNG\r\n\x1a\n\0\0\0".to_vec(), "(image/png)").await;
}

#[tokio::test]
async fn json_that_is_cut_off() {
    for body in [r#"{"data": [{"id": 1, "subject": "Pri"#, r#"{"data": {"id": 1}"#, r#"{"da"#, "{"]
    {
        assert_unreadable("application/json", body, "expected").await;
    }
}

#[tokio::test]
async fn json_that_goes_on() {
    assert_unreadable("application/json", r#"{"data": []} {"data": []}"#, "expected").await;
    assert_unreadable("application/json", "[]<br />", "expected").await;
}

#[tokio::test]
async fn json_that_is_not_utf_8() {
    assert_unreadable(
        "application/json",
        b"{\"meta\": {\"x\": \"Caf\xe9\"}, \"data\": {}}".to_vec(),
        "UTF-8",
    )
    .await;
    assert_unreadable("application/json", b"{\"d\xffta\": []}".to_vec(), "UTF-8").await;
}

#[tokio::test]
async fn json_that_is_nested_too_deeply() {
    for open in ["[", r#"{"data":"#] {
        assert_unreadable("application/json", open.repeat(200_000), "expected").await;
    }
    let meta = format!(r#"{{"data": [], "meta": {}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    assert_unreadable("application/json", meta, "expected").await;
}

#[tokio::test]
async fn nothing_is_success_where_nothing_is_expected() {
    let client = answering("application/json", Vec::new());
    let api = description();
    for (call, (name, operation)) in CALLS.iter().zip(operations(&api)) {
        assert_eq!(call.name, name);
        // Where nothing is returned, or only the address of what is, or a file that may be empty.
        let mut successes = operation.success.iter();
        let may_be_nothing = successes.any(|it| matches!(it.shape, Shape::Empty | Shape::Created));
        let answer = call.send(&client).await;
        assert_eq!(answer.is_ok(), may_be_nothing || !call.is_json, "{name}: {answer:?}");
        if let Err(failed) = answer {
            assert_eq!((failed.kind.as_str(), failed.status()), ("Decode", 200));
            assert!(failed.display.contains("without a body"), "{}", failed.display);
        }
    }
}

#[tokio::test]
async fn texts_and_files_are_taken_as_they_are() {
    let client = answering("text/html", b"<html>".to_vec());
    for call in CALLS.iter().filter(|call| !call.is_json) {
        let answer = call.send(&client).await.unwrap_or_else(|it| panic!("{}", it.display));
        assert_eq!(answer.header("content-type"), Some("text/html"), "{}", call.name);
    }
    // A file is whatever it is; a text has to be one.
    let client = answering("image/png", vec![0xff]);
    let api = description();
    for (call, (name, operation)) in CALLS.iter().zip(operations(&api)) {
        let answer = call.send(&client).await;
        assert_eq!(answer.is_ok(), operation.returns == Payload::Bytes, "{name}: {answer:?}");
    }
}

#[tokio::test]
async fn json_under_another_name_is_json() {
    for content_type in ["text/html", "text/plain; charset=utf-8", "application/hal+json"] {
        let client = answering(content_type, br#"{"data": [{"id": 13}]}"#.to_vec());
        let page = client.tickets().list().send().await.unwrap();
        assert_eq!(page.data[0].id.get(), 13);
    }
}
