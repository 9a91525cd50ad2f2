//! The spans around operations.

use deskpro_runtime::{
    Envelope, Response,
    transport::{MemoryTransport, TransportError, TransportErrorKind},
};

use super::log::Log;
use crate::helpdesk::{
    Failed, Ticket, TicketError, answering, builder, get, helpdesk, response, with_header,
};

/// What the span says when the helpdesk answers so.
async fn told(transport: MemoryTransport) -> String {
    let client = builder().transport(transport).without_retries().build().unwrap();
    let (log, _guard) = Log::listen();
    let _ = get(&client, 13).send::<Envelope<Ticket>, TicketError>().await;
    log.spans("operation").concat()
}

#[tokio::test]
async fn a_success_says_no_more_than_the_status() {
    let (_, transport) =
        helpdesk(|_| with_header(response(200, r#"{"data": {"id": 13}}"#), "x-request-id", "8f3c"));
    assert_eq!(
        told(transport).await,
        "operation { deskpro.operation=\"tickets.get\" \
         http.response.header.x-request-id=\"8f3c\" http.response.status_code=200 \
         otel.kind=\"internal\" otel.name=\"tickets.get\" server.address=\"support.example.com\" \
         server.port=443 url.template=\"/tickets/{id}\" }"
    );
}

#[tokio::test]
async fn a_failure_says_what_it_was() {
    for (status, body, error) in
        [(404, "", "404"), (200, "<html>", "\"DecodeError\""), (200, "{}", "\"DecodeError\"")]
    {
        let (_, transport) = helpdesk(move |_| response(status, body));
        let told = told(transport).await;
        assert!(told.contains(&format!(" error.type={error} ")), "{told}");
        assert!(told.contains(" otel.status_code=\"ERROR\" "), "{told}");
    }
    let broken = MemoryTransport::fallible(|_| {
        Err(TransportError::new(TransportErrorKind::Timeout, "time was up"))
    });
    let told = told(broken).await;
    assert!(told.contains(" error.type=Timeout "), "{told}");
    assert!(told.contains(" otel.status_code=\"ERROR\" "), "{told}");
}

#[tokio::test]
async fn what_is_not_sent_has_a_span_too_and_none_of_an_http_request() {
    let client = answering(200, "");
    let (log, _guard) = Log::listen();
    let request = get(&client, 13).header("host", "SECRET");
    request.send::<Envelope<Ticket>, TicketError>().await.unwrap_err();
    let lines = log.lines();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains(" error.type=\"RequestError\" "), "{lines:?}");
    assert!(!lines[0].contains("SECRET"), "{lines:?}");
}

#[tokio::test]
async fn whoever_keeps_the_answer_does_not_keep_the_span_open() {
    let client = answering(200, r#"{"data": {"id": 13}}"#);
    let (log, _guard) = Log::listen();
    let asked = get(&client, 13).send::<Envelope<Ticket>, TicketError>();
    let (_, kept) = asked.with_response().await.unwrap();
    let whole: Response = get(&client, 14).send::<_, TicketError>().await.unwrap();
    assert_eq!(log.spans("operation").len(), 2);
    drop((kept, whole));

    let client = answering(404, "");
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert_eq!(log.spans("operation").len(), 3);
    drop(failed);
}
