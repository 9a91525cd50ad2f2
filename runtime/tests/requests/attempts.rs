//! What an answer or an error says about how it came.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use deskpro_runtime::{
    Attempt, Bare, Batch, BatchResults, Call, Client, Content, Created, Deleted, Empty, Envelope,
    Error, FromResponse, Json, Limits, Method, Operation, Page, Response, ResponseHead,
    RetryPolicy, Text, Undocumented, Updated,
    transport::{MemoryTransport, TransportError, TransportErrorKind},
};

use crate::helpdesk::{Failed, Ticket, TicketError, builder, get, helpdesk, response, with_header};

const BODY: &str = r#"{"data": {"id": 13}}"#;

/// A client whose first request is answered 503 and all others so.
fn client(status: u16, body: &'static str) -> Client {
    let count = AtomicUsize::new(0);
    let (client, _) = helpdesk(move |_| match count.fetch_add(1, Ordering::SeqCst) {
        0 => response(503, ""),
        _ => with_header(response(status, body), "x-request-id", "8f3c"),
    });
    client
}

async fn answer<T: FromResponse>(body: &'static str) -> T {
    get(&client(200, body), 13).send::<T, TicketError>().await.unwrap()
}

fn statuses(attempts: &[Attempt]) -> Vec<Option<u16>> {
    attempts.iter().map(|attempt| attempt.status).collect()
}

fn told(head: &ResponseHead) -> (u16, Option<&str>, Vec<Option<u16>>) {
    (head.status(), head.request_id(), statuses(head.attempts()))
}

#[tokio::test]
async fn every_kind_of_answer_has_its_head() {
    let expected = (200, Some("8f3c"), vec![Some(503), Some(200)]);
    assert_eq!(told(answer::<Envelope<Ticket>>(BODY).await.response()), expected);
    assert_eq!(told(answer::<Page<Ticket>>("[]").await.response()), expected);
    assert_eq!(told(answer::<Created<Ticket>>(BODY).await.response()), expected);
    assert_eq!(told(answer::<Updated<Ticket>>("").await.response()), expected);
    assert_eq!(told(answer::<Deleted>("").await.response()), expected);
    assert_eq!(told(answer::<Empty>("").await.response()), expected);
    assert_eq!(told(answer::<Bare<Json>>(BODY).await.response()), expected);
    assert_eq!(told(answer::<Text>("a,b").await.response()), expected);
    assert_eq!(told(answer::<Content>("a,b").await.response()), expected);
    assert_eq!(told(answer::<Response>("").await.head()), expected);
    let (_, response) = answer::<(Envelope<Ticket>, Response)>(BODY).await;
    assert_eq!((told(response.head()), &response.body()[..]), (expected, BODY.as_bytes()));
}

#[tokio::test]
async fn so_have_the_answers_to_a_batch() {
    static BATCH: Operation = Operation {
        name: "batch.send",
        method: Method::Post,
        path: "/batch",
        negotiable: false,
        repeatable: true,
        success: &[200],
    };
    let client = client(
        200,
        r#"{"responses": {"r0": {"headers": {"status-code": 200, "x-request-id": "8f3d"},
            "data": {"id": 13}}}}"#,
    );
    let mut batch: Batch<Box<Undocumented>> = Batch::new(&client, &BATCH);
    let queued = batch.add(Call::<Envelope<Ticket>, TicketError>::new(get(&client, 13)));
    let results: BatchResults = batch.send().await.unwrap();
    let whole = results.response().unwrap().head().clone();
    assert_eq!(told(&whole), (200, Some("8f3c"), vec![Some(503), Some(200)]));
    let part = results.take(queued).unwrap();
    assert_eq!(told(part.response()), (200, Some("8f3d"), vec![]));
}

#[tokio::test]
async fn every_error_with_an_answer_says_how_it_came() {
    for (status, body, text) in [
        (
            404,
            r#"{"code": "not_found", "message": "Not found."}"#,
            "tickets.get: GET /tickets/13 answered 404 not_found: Not found. (request id 8f3c)",
        ),
        (418, "", "tickets.get: GET /tickets/13 answered 418 (request id 8f3c)"),
        (
            200,
            r#"{"data": 7}"#,
            "tickets.get: GET /tickets/13 answered 200, but data: expected an object, found 7 \
             (byte 9) (request id 8f3c)",
        ),
    ] {
        let client = client(status, body);
        let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
        assert_eq!(failed.to_string(), text);
        assert_eq!(failed.request_id(), Some("8f3c"));
        assert_eq!(statuses(failed.attempts()), [Some(503), Some(status)]);
        assert_eq!(failed.elapsed(), failed.response().unwrap().head().elapsed());
        assert_eq!(failed.elapsed(), failed.attempts()[1].waited);
    }
}

#[tokio::test]
async fn an_error_without_an_answer_says_how_often_there_was_none() {
    let transport = MemoryTransport::fallible(|_| {
        Err(TransportError::new(TransportErrorKind::Timeout, "time was up"))
    });
    let retries = RetryPolicy::new().attempts(2);
    let client: Client = builder().retries(retries).transport(transport.clone()).build().unwrap();
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    let kinds: Vec<_> = failed.attempts().iter().map(|attempt| attempt.error).collect();
    assert_eq!(kinds, [Some(TransportErrorKind::Timeout); 2]);
    assert_eq!((failed.request_id(), failed.response().is_none()), (None, true));
    let waits: Duration = transport.simulated_clock().waits().iter().sum();
    let Error::Timeout(unanswered) = &failed else { panic!("{failed}") };
    assert_eq!((failed.elapsed(), unanswered.elapsed()), (waits, waits));
}

#[tokio::test]
async fn what_a_limit_kept_from_being_sent_again_says_what_was_sent() {
    let (_, transport) = helpdesk(|_| response(503, ""));
    let limits = Limits::new().hourly(1).fail_fast();
    let client: Client = builder().limits(limits).transport(transport).build().unwrap();
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert_eq!(statuses(failed.attempts()), [Some(503)]);
    let text = failed.to_string();
    assert!(
        text.starts_with("tickets.get: GET /tickets/13 was not sent again: the client's limit")
    );

    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    assert!(failed.attempts().is_empty() && failed.elapsed().is_zero());
    let text = failed.to_string();
    assert!(text.starts_with("tickets.get: GET /tickets/13 was not sent: the client's limit"));
}
