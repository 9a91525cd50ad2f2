//! It is what is sent, and nothing is sent for it.

use std::{
    pin::Pin,
    task::{Context, Waker},
};

use bytes::Bytes;
use deskpro_runtime::{
    ApiFacts, Auth, Call, Client, ClientBuilder, Created, Credentials, CredentialsFuture, DryRun,
    Empty, Envelope, Error, IntoBatch, Limits, Method, Operation, Request, RequestError,
    RequestFault, Response, ResponseFuture, Undocumented, Upload, VerbRule,
    transport::{MemoryTransport, Transport, TransportFuture, TransportRequest},
};
use http::HeaderMap;

use crate::helpdesk::{
    API, Ticket, TicketError, answering, builder, create, delete, get, helpdesk, list, response,
    update,
};

type Shown = (String, String, Vec<(String, String)>, String);

/// What is the same in all requests that are the same, of which a form's boundary is none.
fn shown(method: &http::Method, url: &http::Uri, headers: &HeaderMap, body: &[u8]) -> Shown {
    let kind = headers.get("content-type").map_or("", |kind| kind.to_str().unwrap());
    let boundary = kind.split_once("boundary=").map_or("----", |(_, boundary)| boundary);
    let plain = |text: &str| text.replace(boundary, "BOUNDARY");
    let mut headers: Vec<_> = headers
        .iter()
        .map(|(name, value)| (name.to_string(), plain(value.to_str().unwrap())))
        .collect();
    headers.sort();
    let body = plain(&String::from_utf8_lossy(body));
    (method.to_string(), url.to_string(), headers, body)
}

fn of(dry_run: &DryRun) -> Shown {
    let body = dry_run.body().as_bytes().unwrap();
    shown(dry_run.method(), dry_run.url(), dry_run.headers(), body)
}

/// Asks for both, the same request each time.
async fn both(transport: &MemoryTransport, request: Request) -> (Shown, Shown) {
    let before = transport.requests().len();
    let asked: ResponseFuture<Response, Box<Undocumented>> = request.send();
    let dry_run = asked.dry_run().unwrap();
    assert_eq!(transport.requests().len(), before);
    let _ = asked.await;
    let sent = transport.requests().remove(before);
    (of(&dry_run), shown(sent.method(), sent.uri(), sent.headers(), sent.body()))
}

#[tokio::test]
async fn it_is_what_is_sent_first() {
    static KNOWS: ApiFacts = ApiFacts { query_in_body: Some("X-Query"), ..API };
    static HEAD: Operation = Operation {
        name: "tickets.head",
        method: Method::Head,
        path: "/tickets",
        negotiable: false,
        repeatable: true,
        success: &[200],
    };
    let transport = MemoryTransport::new(|_| response(404, ""));
    let builder: ClientBuilder<Client> =
        ClientBuilder::new("https://example.com/desk", Auth::key("2:SECRET"), &KNOWS);
    let client: Client =
        builder.header("x-brand", "1").transport(transport.clone()).build().unwrap();
    for request in [
        list(&client).query("count", &50).query("search", &"a b&c").query_list("ids", [1, 2]),
        list(&client).query("email", &"a@example.com").query_in_body(),
        get(&client, 13).header("x-brand", "2").header("accept-language", "de"),
        create(&client),
        create(&client).follow_location::<Ticket, TicketError>().into_request(),
        create(&client).body("text/csv", "a,b"),
        create(&client).file("file", ("a.txt", Bytes::from_static(b"\xFF\x00"))),
        update(&client, 13),
        delete(&client, 13),
        Request::new(&client, &HEAD, &[]),
    ] {
        let (dry_run, sent) = both(&transport, request).await;
        assert_eq!(dry_run, sent);
    }
}

#[tokio::test]
async fn its_method_is_the_one_that_the_client_has_learnt() {
    let (client, transport) = helpdesk(|request| match *request.method() {
        http::Method::POST => response(201, "{}"),
        _ => response(405, ""),
    });
    assert_eq!(create(&client).dry_run().unwrap().method(), "PUT");
    let _: Created<Ticket> = create(&client).send::<_, TicketError>().await.unwrap();
    assert_eq!(create(&client).dry_run().unwrap().method(), "POST");
    let swapped = builder().verbs(VerbRule::Swapped).transport(transport).build().unwrap();
    assert_eq!(create(&swapped).dry_run().unwrap().method(), "POST");
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused_as_it_is_when_it_is_sent() {
    let client = answering(200, "");
    for request in [
        list(&client).query_list("ids", [0_u64; 0]),
        list(&client).header("host", "a"),
        list(&client).query("search", &"x".repeat(100_000)),
        list(&client).query_in_body(),
        create(&client).file("file", ("", "x")),
    ] {
        let dry: RequestError = request.dry_run().unwrap_err();
        let called = Call::<Empty, TicketError>::new(request.clone()).dry_run().unwrap_err();
        let asked = request.clone().send::<Empty, TicketError>().dry_run().unwrap_err();
        let sent = request.send::<Empty, TicketError>().await.unwrap_err();
        let Error::Request(sent) = sent else { panic!("{sent}") };
        assert_eq!([&dry, &called, &asked], [&*sent; 3]);
    }
}

#[tokio::test]
async fn no_limit_counts_it_and_nobody_is_asked_for_credentials() {
    struct Silent;
    impl Credentials for Silent {
        fn current(&self, _: Option<&Auth>) -> CredentialsFuture {
            panic!("asked for credentials");
        }
    }
    let (_, transport) = helpdesk(|_| panic!("something was sent"));
    let client: Client = builder()
        .limits(Limits::new().hourly(0))
        .credentials(Silent)
        .transport(transport)
        .build()
        .unwrap();
    for _ in 0..3 {
        let dry_run = get(&client, 13).dry_run().unwrap();
        let authorization = &dry_run.headers()["authorization"];
        assert_eq!((authorization.to_str().unwrap(), authorization.is_sensitive()), ("***", true));
        assert!(dry_run.curl_with_secrets().contains("'authorization: ***'"));
    }
}

#[tokio::test]
async fn what_can_be_sent_only_once_still_can() {
    let (client, transport) = helpdesk(|_| response(201, "{}"));
    let lines = futures_util::stream::iter([Ok(Bytes::from_static(b"It burns"))]);
    let request = create(&client).file("file", Upload::stream("a.txt", 8, lines));
    let length = request.dry_run().unwrap().body().len();
    let asked = request.clone().send::<Created<Ticket>, TicketError>();
    assert_eq!(asked.dry_run().unwrap().body().len(), length);
    asked.await.unwrap();
    let sent = transport.requests().remove(0);
    assert_eq!(sent.body().len() as u64, length);
    assert!(sent.body().windows(8).any(|bytes| bytes == b"It burns"));
    assert_eq!(request.dry_run().unwrap_err().fault(), &RequestFault::Spent);
}

/// Never answers.
struct Idle;

impl Transport for Idle {
    fn call(&self, _: TransportRequest) -> TransportFuture {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn what_was_begun_is_no_longer_known() {
    let client: Client = builder().transport(Idle).build().unwrap();
    let mut asked = get(&client, 13).send::<Envelope<Ticket>, TicketError>();
    assert!(asked.dry_run().is_ok());
    assert!(Pin::new(&mut asked).poll(&mut Context::from_waker(Waker::noop())).is_pending());
    let error = asked.dry_run().unwrap_err();
    assert_eq!(error.fault(), &RequestFault::Begun);
    assert_eq!(
        error.to_string(),
        "tickets.get: GET /tickets/{id} was not sent: it was begun already"
    );
}
