//! Bodies that are not what was promised.

use bytes::Bytes;
use deskpro_runtime::{
    Auth, Client, DecodeFault, Deleted, Envelope, Page,
    transport::{
        BodyEnd, MemoryTransport, RawResponse, TransportError, TransportErrorKind as Kind,
    },
};

use crate::helpdesk::{
    Failed, Ticket, TicketError, answering, builder, delete, get, helpdesk, list, response,
    with_header,
};

#[tokio::test]
async fn an_error_says_what_was_wrong_and_keeps_the_answer() {
    for (body, message) in [
        ("", "answered 200, but without a body: expected "),
        ("  ", "answered 200, but expected "),
        ("<html></html>", "answered 200, but expected "),
        (r#"{"data": {"id": 1}"#, "answered 200, but expected "),
        (r#"{"data": {"id": 1}} {}"#, "answered 200, but expected "),
        (r#"{"data": 7}"#, "answered 200, but data: expected "),
        (r#"{"data": {"id": {}}}"#, "answered 200, but data.id: expected "),
        ("\"text\"", "answered 200, but expected an object with the member `data`, found "),
        ("{\"data\": {\"subject\": \"\u{1}\"}}", "answered 200, but data.subject: expected "),
    ] {
        let failed: Failed =
            get(&answering(200, body), 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
        let Failed::Decode(error) = &failed else { panic!("{body}: {failed}") };
        assert_eq!(error.response().body(), body);
        assert_eq!(error.response().status(), 200);
        let start = format!("tickets.get: GET /tickets/13 {message}");
        assert!(failed.to_string().starts_with(&start), "{failed}");
    }
}

#[tokio::test]
async fn an_error_names_the_content_type_of_what_is_no_json() {
    let (client, _) =
        helpdesk(|_| with_header(response(200, "<html>"), "content-type", "text/html"));
    let failed: Failed = list(&client).send::<Page<Ticket>, _>().await.unwrap_err();
    let text = failed.to_string();
    assert!(
        text.starts_with("tickets.list: GET /tickets answered 200 (text/html), but "),
        "{text}"
    );
}

#[tokio::test]
async fn a_body_that_is_not_utf_8_is_refused() {
    let (client, _) = helpdesk(|_| {
        http::Response::new(Bytes::from_static(b"{\"data\": {\"subject\": \"\xff\"}}"))
    });
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert!(matches!(failed, Failed::Decode(_)), "{failed}");
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_cut() {
    let transport = MemoryTransport::new(|request| match request.uri().path() {
        "/api/v2/tickets" => response(200, r#"{"data": [{"id": 1}, {"id": 2}]}"#),
        _ => response(400, r#"{"code": "invalid_input", "message": "a long message"}"#),
    });
    let client: Client = builder().body_limit(26).transport(transport).build().unwrap();
    let failed: Failed = list(&client).send::<Page<Ticket>, _>().await.unwrap_err();
    assert_eq!(
        failed.to_string(),
        "tickets.list: GET /tickets answered 200, but the body is longer than 26 bytes"
    );
    assert_eq!(failed.response().unwrap().body(), r#"{"data": [{"id": 1}, {"id""#);

    let failed: Failed = get(&client, 1).send::<Envelope<Ticket>, _>().await.unwrap_err();
    let Failed::Api(TicketError::InvalidInput(refusal)) = failed else { panic!("{failed}") };
    assert!(refusal.body_was_cut());
    assert_eq!(refusal.body().len(), 26);
}

#[tokio::test]
async fn a_body_that_breaks_off_keeps_status_and_what_came() {
    for (kind, is_timeout) in [(Kind::Closed, false), (Kind::Timeout, true)] {
        let transport = MemoryTransport::fallible(move |_| {
            let error = TransportError::new(kind, "it broke");
            let whole = RawResponse::from(response(200, r#"{"data": {"id": 13}}"#));
            Ok(RawResponse { ended: BodyEnd::Broken(error), ..whole })
        });
        let client: Client = builder().transport(transport).build().unwrap();
        let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
        let Failed::Decode(error) = &failed else { panic!("{failed}") };
        assert!(matches!(error.fault(), DecodeFault::Broken(error) if error.kind() == kind));
        assert_eq!(failed.is_timeout(), is_timeout);
        assert_eq!(error.response().body(), r#"{"data": {"id": 13}}"#);
        let gone = delete(&client, 13).send::<Deleted, TicketError>().await;
        assert!(matches!(gone, Err(Failed::Decode(_))));
    }
}

#[tokio::test]
async fn no_answer_is_a_transport_error_or_a_timeout() {
    for (kind, is_timeout) in [(Kind::Connect, false), (Kind::Timeout, true)] {
        let transport =
            MemoryTransport::fallible(move |_| Err(TransportError::new(kind, "nobody there")));
        let client = Client::builder("https://support.example.com", Auth::none())
            .transport(transport)
            .build()
            .unwrap();
        let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
        assert_eq!(failed.is_timeout(), is_timeout);
        let (Failed::Transport(error) | Failed::Timeout(error)) = &failed else {
            panic!("{failed}")
        };
        assert_eq!(error.error().kind(), kind);
        let expected =
            "tickets.get: GET /tickets/13 got no answer from support.example.com: nobody there";
        assert_eq!(failed.to_string(), expected);
    }
}
