//! What is replayed is what was recorded.

use std::sync::Arc;

use bytes::Bytes;
use deskpro_runtime::{
    Client, Content, Created, Empty, Envelope, Page, Response, RetryPolicy, Text, Upload,
    clock::Clock,
    transport::{
        BodyEnd, Cassette, CassetteTransport, MemoryTransport, RawResponse, Script, Transport,
        TransportError, TransportErrorKind, TransportFuture, TransportRequest,
    },
};

use super::shelf::{client, player, recorder, shelf};
use crate::helpdesk::{
    Failed, Ticket, TicketError, builder, create, delete, get, list, response, with_header,
};

/// Everything that tells one outcome from another.
async fn outcome(client: &Client, id: u64) -> String {
    match get(client, id).send::<Response, TicketError>().await {
        Ok(response) => told(&response),
        Err(Failed::Transport(error) | Failed::Timeout(error)) => {
            format!("{:?} {}", error.error().kind(), error.error())
        }
        Err(failed) => told(failed.response().unwrap()),
    }
}

fn told(response: &Response) -> String {
    let mut headers: Vec<_> = response.headers().iter().collect();
    headers.sort_by_key(|(name, _)| name.as_str());
    let ended = match response.ended() {
        BodyEnd::Broken(error) => format!("{:?} {error}", error.kind()),
        ended => format!("{ended:?}"),
    };
    format!("{} {headers:?} {:?} {ended}", response.status(), response.body())
}

#[tokio::test]
async fn statuses_headers_bodies_and_failures_are_the_same() {
    let broken = || TransportError::new(TransportErrorKind::Closed, "the connection was closed");
    let binary = http::HeaderValue::from_bytes(b"\xFF").unwrap();
    let mut odd =
        with_header(with_header(response(200, "a\r\n\u{e9}\t\0"), "x-a", "1"), "x-a", "2");
    odd.headers_mut().insert("x-binary", binary);
    let whole = || RawResponse::from(response(200, r#"{"data": {"id": 1"#));
    let image = http::Response::new(Bytes::from_static(b"\x89PNG\r\n\xFF"));
    let transport = Script::new()
        .on("/tickets/1", odd)
        .on("/tickets/2", RawResponse { ended: BodyEnd::Broken(broken()), ..whole() })
        .on("/tickets/3", RawResponse { ended: BodyEnd::TooLarge, ..whole() })
        .on("/tickets/4", TransportErrorKind::Timeout)
        .on("/tickets/5", broken())
        .on("/tickets/9", TransportErrorKind::RequestBody)
        .on("/tickets/6", image)
        .on("/tickets/7", (404, r#"{"code":"not_found","n":1.50,"b":"\u00e9","a":[]}"#))
        .on("/tickets/8", (204, ""))
        .into_transport();
    let path = shelf("outcomes.json");
    let recorder = recorder(&path, &transport);
    let recording = client(&recorder);
    let mut recorded = Vec::new();
    for id in 1..=9 {
        recorded.push(outcome(&recording, id).await);
    }
    drop((recorder, recording));
    assert_eq!(transport.requests().len(), 9);

    let replaying = client(&player(&path));
    for (id, recorded) in (1..).zip(recorded) {
        assert_eq!(outcome(&replaying, id).await, recorded);
    }
}

#[tokio::test]
async fn the_answers_to_the_same_request_come_in_their_order_and_once() {
    let transport = MemoryTransport::in_order([(503, ""), (200, r#"{"data": {"id": 13}}"#)]);
    let path = shelf("order.json");
    {
        let client = builder().transport(recorder(&path, &transport)).build().unwrap();
        get(&client, 13).send::<Envelope<Ticket>, TicketError>().await.unwrap();
    }
    let cassette = player(&path);
    let retries = RetryPolicy::new().attempts(2);
    let client: Client = builder().retries(retries).transport(cassette.clone()).build().unwrap();
    // Nobody waits for the retry: time is simulated.
    let ticket = get(&client, 13).send::<Envelope<Ticket>, TicketError>().await.unwrap();
    assert_eq!((ticket.data.id.get(), ticket.response().attempts().len()), (13, 2));
    cassette.assert_all_used().unwrap();
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    let text = failed.to_string();
    assert!(
        text.ends_with(
            "holds no recording of GET /api/v2/tickets/13 that is left: number 1 was replayed already"
        ),
        "{text}"
    );
}

#[tokio::test]
async fn every_kind_of_request_is_found_again() {
    async fn ask(client: &Client) {
        let listed = list(client).query("count", &50).query("search", &"a b&c");
        listed.send::<Page<Ticket>, TicketError>().await.unwrap();
        create(client).send::<Created<Ticket>, TicketError>().await.unwrap();
        let file = create(client).file("file", ("a.png", Bytes::from_static(b"\xFF\r\n")));
        file.send::<Created<Ticket>, TicketError>().await.unwrap();
        let lines = futures_util::stream::iter([Ok(Bytes::from_static(b"It burns"))]);
        let log = create(client).file("file", Upload::stream("a.txt", 8, lines));
        log.send::<Created<Ticket>, TicketError>().await.unwrap();
        let csv = create(client).body("text/csv", "a,b\n");
        csv.send::<Text, TicketError>().await.unwrap();
        let image = create(client).body("image/png", Bytes::from_static(b"\xFF"));
        image.send::<Content, TicketError>().await.unwrap();
        delete(client, 13).send::<Empty, TicketError>().await.unwrap();
    }
    let transport = MemoryTransport::new(|request| match *request.method() {
        http::Method::GET => response(200, r#"{"data": []}"#),
        _ => response(200, r#"{"data": {"id": 13}}"#),
    });
    let path = shelf("kinds.json");
    ask(&client(&recorder(&path, &transport))).await;
    let cassette = player(&path);
    ask(&client(&cassette)).await;
    cassette.assert_all_used().unwrap();
}

#[test]
fn it_serves_clients_that_block() {
    let transport = Script::new().on("/tickets/13", (200, r#"{"data": {"id": 13}}"#));
    let path = shelf("blocking.json");
    let ask = |cassette: &CassetteTransport| {
        let asked = get(&client(cassette), 13).send::<Envelope<Ticket>, TicketError>();
        assert_eq!(asked.wait().unwrap().data.id.get(), 13);
    };
    ask(&recorder(&path, &transport.into_transport()));
    ask(&player(&path));
}

#[tokio::test]
async fn a_body_that_is_opened_is_recorded_as_a_whole() {
    let transport = MemoryTransport::new(|_| response(200, "0123456789"));
    let path = shelf("opened.json");
    for cassette in [recorder(&path, &transport), player_after(&path, &transport).await] {
        let http = http::Request::get("https://support.example.com/a").body(Bytes::new()).unwrap();
        let mut request = TransportRequest::new(http);
        request.body_limit = 1_000;
        let open = cassette.open(request).await.unwrap();
        assert_eq!(open.read(100).await.body, "0123456789");
    }
}

/// A player of a recording of `GET /a`.
async fn player_after(path: &std::path::Path, transport: &MemoryTransport) -> CassetteTransport {
    let http = http::Request::get("https://support.example.com/a").body(Bytes::new()).unwrap();
    recorder(path, transport).open(TransportRequest::new(http)).await.unwrap();
    player(path)
}

#[tokio::test]
async fn the_limit_of_a_body_is_kept() {
    let transport = MemoryTransport::new(|_| response(200, "0123456789"));
    let path = shelf("limit.json");
    let ask = async |cassette: CassetteTransport, limit| {
        let client: Client = builder().body_limit(limit).transport(cassette).build().unwrap();
        get(&client, 1).send::<Response, TicketError>().await.unwrap()
    };
    ask(recorder(&path, &transport), 10).await;
    let whole = ask(player(&path), 10).await;
    assert!(matches!(whole.ended(), BodyEnd::Complete));
    let cut = ask(player(&path), 4).await;
    assert_eq!((cut.body(), matches!(cut.ended(), BodyEnd::TooLarge)), (&"0123".into(), true));
}

/// A transport that needs a runtime and has a clock of its own.
struct Asynchronous(MemoryTransport);

impl Transport for Asynchronous {
    fn call(&self, request: TransportRequest) -> TransportFuture {
        self.0.call(request)
    }

    fn clock(&self) -> Arc<dyn Clock> {
        self.0.clock()
    }
}

#[tokio::test]
async fn a_recorder_is_as_its_transport_and_a_player_needs_nothing() {
    let inner = MemoryTransport::new(|_| response(200, "{}"));
    let path = shelf("delegates.json");
    let recorder = Cassette::record(&path, Asynchronous(inner.clone())).open().unwrap();
    assert!(recorder.is_recording() && !recorder.is_blocking());
    recorder.clock().sleep(std::time::Duration::from_secs(5)).await;
    assert_eq!(inner.simulated_clock().waits().len(), 1);
    get(&client(&recorder), 1).send::<Response, TicketError>().await.unwrap();
    drop(recorder);
    let player = player(&path);
    assert!(!player.is_recording() && player.is_blocking());
    player.clock().sleep(std::time::Duration::from_secs(3600)).await;
}
