//! Answers without an envelope: bare JSON, text, files.

use bytes::Bytes;
use deskpro_runtime::{
    Bare, Content, DecodeFault, Error, FromResponse, Id, Json, Request, Text,
    transport::{BodyEnd, MemoryTransport, RawResponse},
};

use crate::helpdesk::with_header;
use crate::helpdesk::{Failed, Ticket, TicketError, answering, builder, get, helpdesk, response};

async fn sent<T: FromResponse>(request: Request) -> Result<T, Failed> {
    request.send::<T, TicketError>().await
}

async fn failed<T: FromResponse>(request: Request) -> String {
    match sent::<T>(request).await {
        Ok(_) => "nothing failed".to_owned(),
        Err(error) => error.to_string(),
    }
}

#[tokio::test]
async fn a_bare_answer_is_the_value() {
    let bare: Bare<Ticket> = sent(get(&answering(200, r#" {"id": 13} "#), 13)).await.unwrap();
    assert_eq!((bare.data.id, bare.response().status()), (Id::from(13), 200));
    let bare: Bare<Json> = sent(get(&answering(200, "[]"), 13)).await.unwrap();
    assert_eq!(bare.data, Json::Array(Vec::new()));
    let bare: Bare<Vec<u64>> = sent(get(&answering(200, "[1, 2]"), 13)).await.unwrap();
    assert_eq!(bare.data, [1, 2]);
}

#[tokio::test]
async fn a_bare_answer_that_is_something_else_is_an_error_with_its_place() {
    for (body, expected) in [
        ("", "but without a body: expected an object, found the end of the text (byte 0)"),
        ("<html>", "but expected an object, found '<' (byte 0)"),
        ("null", "but expected the resource, found null (byte 0)"),
        (r#"{"id": []}"#, "but id: expected an integer, found a list (byte 7)"),
        (r#"{"id": 1} x"#, "but expected the end of the JSON, found 'x' (byte 10)"),
    ] {
        let error = failed::<Bare<Ticket>>(get(&answering(200, body), 13)).await;
        assert_eq!(error.split_once("answered 200, ").unwrap().1, expected, "{body}");
    }
}

#[tokio::test]
async fn text_is_utf_8_with_or_without_a_byte_order_mark() {
    for (body, expected) in [
        ("a;b\r\n\u{e9};1", "a;b\r\n\u{e9};1"),
        ("\u{feff}a", "a"),
        ("", ""),
        ("a\u{feff}", "a\u{feff}"),
    ] {
        let text: Text = sent(get(&answering(200, body), 13)).await.unwrap();
        assert_eq!((text.text.as_str(), text.response().status()), (expected, 200));
    }
}

#[tokio::test]
async fn text_that_is_not_utf_8_is_an_error_with_its_place() {
    let (client, _) = helpdesk(|_| http::Response::new(Bytes::from_static(b"ab\xe9")));
    let error = failed::<Text>(get(&client, 13)).await;
    assert!(error.ends_with("expected text in UTF-8, found a byte that is not UTF-8 (byte 2)"));
}

#[tokio::test]
async fn a_file_has_bytes_a_kind_and_a_name() {
    let (client, _) = helpdesk(|_| {
        let file = http::Response::new(Bytes::from_static(b"\xff\x00"));
        let file = with_header(file, "content-type", "image/png");
        with_header(file, "content-disposition", "attachment; filename=\"a b.png\"")
    });
    let content: Content = sent(get(&client, 13)).await.unwrap();
    assert_eq!(content.bytes, b"\xff\x00"[..]);
    assert_eq!(content.content_type(), Some("image/png"));
    assert_eq!(content.file_name().as_deref(), Some("a b.png"));
    assert_eq!(content.response().status(), 200);
    assert!(format!("{content:?}").starts_with("Content { bytes: 2 bytes, "));

    let content: Content = sent(get(&answering(200, ""), 13)).await.unwrap();
    assert_eq!((content.content_type(), content.file_name()), (None, None));
    assert!(content.bytes.is_empty());
}

#[tokio::test]
async fn what_breaks_off_is_no_file_and_no_text() {
    let transport = MemoryTransport::fallible(|_| {
        let mut raw = RawResponse::from(response(200, "half"));
        raw.ended = BodyEnd::TooLarge;
        Ok(raw)
    });
    let client = builder().transport(transport).build().unwrap();
    for error in [
        sent::<Content>(get(&client, 13)).await.map(drop).unwrap_err(),
        sent::<Text>(get(&client, 13)).await.map(drop).unwrap_err(),
        sent::<Bare<Json>>(get(&client, 13)).await.map(drop).unwrap_err(),
    ] {
        let Error::Decode(error) = error else { panic!("{error}") };
        assert!(matches!(error.fault(), DecodeFault::TooLarge { limit: 4 }));
    }
}
