//! The spans around HTTP requests.

use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use deskpro_runtime::{
    Call, Content, Created, Empty, Envelope,
    transport::{BodyEnd, MemoryTransport, RawResponse, TransportError, TransportErrorKind},
};

use super::log::Log;
use crate::helpdesk::{
    Ticket, TicketError, builder, create, delete, get, helpdesk, response, with_header,
};

const HTTP: &str = "operation>http_request";

/// What a field of these spans says, span by span.
fn field(spans: &[String], name: &str) -> Vec<Option<String>> {
    let value = |span: &String| {
        let (_, value) = span.split_once(&format!(" {name}="))?;
        Some(value.split(" }").next()?.split(' ').next()?.to_owned())
    };
    spans.iter().map(value).collect()
}

#[tokio::test]
async fn one_says_what_opentelemetry_wants_to_know_and_nothing_confidential() {
    let (client, _) = helpdesk(|_| with_header(response(201, "{}"), "x-correlation-id", "8f3c"));
    let (log, _guard) = Log::listen();
    let request = create(&client).query("search", &"SECRET").header("x-more", "SECRET");
    let _: Created<Ticket> = request.send::<_, TicketError>().await.unwrap();
    assert_eq!(
        log.spans(HTTP),
        ["operation>http_request { deskpro.operation=\"tickets.create\" \
          http.request.body.size=21 http.request.method=\"PUT\" http.response.body.size=2 \
          http.response.header.x-request-id=\"8f3c\" http.response.status_code=201 \
          otel.kind=\"client\" otel.name=PUT /tickets server.address=\"support.example.com\" \
          server.port=443 url.scheme=\"https\" url.template=\"/tickets\" }"]
    );
    assert!(!log.lines().concat().contains("SECRET"), "{:?}", log.lines());
}

#[tokio::test]
async fn each_after_the_first_says_how_many_there_were() {
    let count = AtomicUsize::new(0);
    let (client, _) = helpdesk(move |_| match count.fetch_add(1, Ordering::SeqCst) {
        0 => response(429, ""),
        1 => response(405, ""),
        2 => with_header(response(307, ""), "location", "/api/v2/other"),
        _ => response(201, "{}"),
    });
    let (log, _guard) = Log::listen();
    let _: Created<Ticket> = create(&client).send::<_, TicketError>().await.unwrap();
    let spans = log.spans(HTTP);
    let some = |texts: [&str; 4]| texts.map(|text| Some(text.to_owned()));
    assert_eq!(
        field(&spans, "http.request.resend_count"),
        [None, Some("1".into()), Some("2".into()), Some("3".into())]
    );
    assert_eq!(field(&spans, "http.response.status_code"), some(["429", "405", "307", "201"]));
    assert_eq!(
        field(&spans, "otel.status_code"),
        [Some("\"ERROR\"".into()), Some("\"ERROR\"".into()), None, None]
    );
    assert_eq!(field(&spans, "error.type")[..2], [Some("429".into()), Some("405".into())]);
    // Where a redirect leads is none of the operation's path.
    assert!(spans[2].contains(" otel.name=POST /tickets "), "{spans:?}");
    assert!(spans[3].contains(" otel.name=\"POST\" "), "{spans:?}");
    assert_eq!(field(&spans, "url.template")[3], None);
    assert_eq!(log.spans("operation").len(), 1);
}

#[tokio::test]
async fn what_breaks_is_an_error_whatever_the_status() {
    let outcomes: [fn() -> Result<RawResponse, TransportError>; 3] = [
        || Err(TransportError::new(TransportErrorKind::Closed, "the connection was closed")),
        || {
            let error = TransportError::new(TransportErrorKind::Timeout, "time was up");
            let whole = RawResponse::from(response(200, "{"));
            Ok(RawResponse { ended: BodyEnd::Broken(error), ..whole })
        },
        || Ok(RawResponse::from(http::Response::new(Bytes::from_static(b"12345678901")))),
    ];
    for (outcome, expected) in outcomes.into_iter().zip(["Closed", "Timeout", "\"TooLarge\""]) {
        let transport = MemoryTransport::fallible(move |_| outcome());
        let builder = builder().transport(transport).without_retries().body_limit(10);
        let client = builder.build().unwrap();
        let (log, _guard) = Log::listen();
        delete(&client, 13).send::<Empty, TicketError>().await.unwrap_err();
        let spans = log.spans(HTTP);
        assert_eq!(field(&spans, "error.type"), [Some(expected.to_owned())]);
        assert_eq!(field(&spans, "otel.status_code"), [Some("\"ERROR\"".to_owned())]);
    }
}

#[tokio::test]
async fn a_path_is_named_where_that_is_wanted_and_a_query_never() {
    for (wanted, expected) in [(false, None), (true, Some("\"/api/v2/tickets/13\""))] {
        let (_, transport) = helpdesk(|_| response(200, r#"{"data": {"id": 13}}"#));
        let client = builder().trace_paths(wanted).transport(transport).build().unwrap();
        let (log, _guard) = Log::listen();
        let request = get(&client, 13).query("search", &"SECRET");
        request.send::<Envelope<Ticket>, TicketError>().await.unwrap();
        assert_eq!(field(&log.spans(HTTP), "url.path"), [expected.map(str::to_owned)]);
        let lines = log.lines().concat();
        assert!(!lines.contains("SECRET") && !lines.contains("search"), "{lines}");
    }
}

#[tokio::test]
async fn that_of_a_file_ends_when_the_file_begins_and_that_of_the_operation_with_the_file() {
    let (client, _) = helpdesk(|_| response(200, "0123456789"));
    let (log, _guard) = Log::listen();
    let call = Call::<Content, TicketError>::new(get(&client, 13));
    let mut download = call.send().stream().await.unwrap().limit(5);
    let spans = log.spans(HTTP);
    assert_eq!(field(&spans, "http.response.status_code"), [Some("200".to_owned())]);
    assert_eq!(field(&spans, "http.response.body.size"), [None]);
    assert!(log.spans("operation").is_empty());
    download.next().await.unwrap().unwrap_err();
    drop(download);
    let spans = log.spans("operation");
    assert_eq!(field(&spans, "error.type"), [Some("\"DecodeError\"".to_owned())]);
}

#[cfg(feature = "hyper")]
#[tokio::test]
async fn the_port_and_the_version_are_those_of_the_connection() {
    use deskpro_runtime::{Auth, ClientBuilder, transport::HyperTransport};

    use crate::{
        helpdesk::API,
        server::{Server, ok},
    };

    let server = Server::answering(|_| ok(r#"{"data": {"id": 13}}"#)).await;
    let url = format!("http://{}", server.address);
    let client: deskpro_runtime::Client = ClientBuilder::new(url, Auth::none(), &API)
        .transport(HyperTransport::without_proxy().unwrap())
        .build()
        .unwrap();
    let (log, _guard) = Log::listen();
    get(&client, 13).send::<Envelope<Ticket>, TicketError>().await.unwrap();
    let spans = log.spans(HTTP);
    assert_eq!(field(&spans, "network.protocol.version"), [Some("\"1.1\"".to_owned())]);
    assert_eq!(field(&spans, "server.port"), [Some(server.address.port().to_string())]);
    assert_eq!(field(&spans, "url.scheme"), [Some("\"http\"".to_owned())]);
}

#[cfg(feature = "blocking")]
#[test]
fn a_transport_that_blocks_tells_the_version_too() {
    use std::{
        io::{Read, Write},
        net::TcpListener,
        thread,
    };

    use deskpro_runtime::{Auth, Client, ClientBuilder, transport::BlockingTransport};

    use crate::helpdesk::API;

    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        assert!(stream.read(&mut [0; 4096]).unwrap() > 0);
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").unwrap();
    });
    let client: Client = ClientBuilder::new(url, Auth::none(), &API)
        .transport(BlockingTransport::builder().without_proxy().build().unwrap())
        .build()
        .unwrap();
    let (log, _guard) = Log::listen();
    get(&client, 13).send::<Empty, TicketError>().wait().unwrap();
    let spans = log.spans(HTTP);
    assert_eq!(field(&spans, "network.protocol.version"), [Some("\"1.1\"".to_owned())]);
    server.join().unwrap();
}
