//! Which span is within which, and when one is entered.

use std::{
    pin::Pin,
    task::{Context, Waker},
};

use deskpro_runtime::{
    Client, Envelope,
    transport::{Transport, TransportFuture, TransportRequest},
};
use tracing::{Event, Instrument, Metadata, Subscriber, span};

use super::log::Log;
use crate::helpdesk::{Ticket, TicketError, builder, get, response};

/// Tells of what it does, and lets others do something in between.
struct Telling;

impl Transport for Telling {
    fn call(&self, request: TransportRequest) -> TransportFuture {
        let path = request.http.uri().path().to_owned();
        tracing::info!(target: "test", "called {path}");
        Box::pin(async move {
            tokio::task::yield_now().await;
            tracing::info!(target: "test", "polled {path}");
            Ok(response(200, r#"{"data": {"id": 13}}"#).into())
        })
    }
}

fn client() -> Client {
    builder().transport(Telling).build().unwrap()
}

#[tokio::test]
async fn what_a_transport_tells_is_within_the_spans_of_its_request() {
    let client = client();
    let (log, _guard) = Log::listen();
    let one = get(&client, 1).send::<Envelope<Ticket>, TicketError>();
    let other = get(&client, 2).send::<Envelope<Ticket>, TicketError>();
    let outer = tracing::info_span!(target: "test", "outer");
    let (one, other) = tokio::join!(one.instrument(outer), other);
    one.unwrap();
    other.unwrap();
    // Both were on their way at the same time, in an order that nobody promised.
    let mut events = log.events();
    events.sort();
    let answered = "operation DEBUG message=answered deskpro.operation=\"tickets.get\" \
                    http.request.method=\"GET\" url.template=\"/tickets/{id}\" \
                    http.response.status_code=200 http.response.body.size=20";
    assert_eq!(
        events,
        [
            answered,
            "operation>http_request INFO message=called /api/v2/tickets/2",
            "operation>http_request INFO message=polled /api/v2/tickets/2",
            &format!("outer>{answered}"),
            "outer>operation>http_request INFO message=called /api/v2/tickets/1",
            "outer>operation>http_request INFO message=polled /api/v2/tickets/1",
        ]
    );
}

#[tokio::test]
async fn a_span_is_within_the_one_that_is_entered_when_the_answer_is_first_asked_for() {
    let client = client();
    let (log, _guard) = Log::listen();
    let asked = tracing::info_span!(target: "test", "made")
        .in_scope(|| get(&client, 1).send::<Envelope<Ticket>, TicketError>());
    asked.instrument(tracing::info_span!(target: "test", "awaited")).await.unwrap();
    assert_eq!(log.spans("awaited>operation").len(), 1);
    assert_eq!(log.spans("awaited>operation>http_request").len(), 1);
}

#[tokio::test]
async fn a_request_that_nobody_waits_for_any_longer_closes_its_spans() {
    let client = client();
    let (log, _guard) = Log::listen();
    let mut asked = get(&client, 1).send::<Envelope<Ticket>, TicketError>();
    let mut context = Context::from_waker(Waker::noop());
    assert!(Pin::new(&mut asked).poll(&mut context).is_pending());
    assert!(log.spans("operation>http_request").is_empty());
    drop(asked);
    assert_eq!(log.spans("operation>http_request").len(), 1);
    assert_eq!(log.spans("operation").len(), 1);
}

#[tokio::test]
async fn where_nobody_wants_spans_none_are_made() {
    let client = client();
    let _guard = tracing::subscriber::set_default(Deaf);
    get(&client, 1).send::<Envelope<Ticket>, TicketError>().await.unwrap();
}

/// Wants nothing.
struct Deaf;

impl Subscriber for Deaf {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        false
    }

    fn new_span(&self, span: &span::Attributes<'_>) -> span::Id {
        panic!("a span was made: {span:?}");
    }

    fn record(&self, _: &span::Id, values: &span::Record<'_>) {
        panic!("something was recorded: {values:?}");
    }

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &Event<'_>) {
        panic!("something was told: {event:?}");
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}
