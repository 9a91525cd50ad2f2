//! The transport on hyper, against servers on this machine.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use deskpro_runtime::{
    Auth, Client, Created, DecodeFault, Empty, Envelope, Method, Operation, Page, Request,
    transport::{HyperTransport, TransportErrorKind as Kind},
};
use futures_util::FutureExt;
use tokio::io::AsyncWriteExt;

use crate::{
    helpdesk::{API, Failed, Ticket, TicketError, create, get, list},
    server::{Server, ok, read_request},
};

fn builder(url: String) -> deskpro_runtime::ClientBuilder<Client> {
    deskpro_runtime::ClientBuilder::new(url, Auth::key("2:SECRET"), &API)
        .transport(HyperTransport::without_proxy().unwrap())
}

fn client(server: &Server) -> Client {
    builder(format!("http://{}", server.address)).build().unwrap()
}

#[tokio::test]
async fn requests_are_sent_over_one_connection() {
    let server = Server::answering(|_| ok(r#"{"data": {"id": 13}}"#)).await;
    let client = client(&server);
    let ticket: Envelope<Ticket> = get(&client, 13).send::<_, TicketError>().await.unwrap();
    assert_eq!(ticket.data.id.get(), 13);
    let _: Created<Ticket> = create(&client).send::<_, TicketError>().await.unwrap();
    let [first, second] = server.requests().try_into().unwrap();
    assert!(first.starts_with("GET /api/v2/tickets/13 HTTP/1.1\r\n"), "{first}");
    assert!(first.contains("\r\nauthorization: key 2:SECRET\r\n"), "{first}");
    assert!(first.contains(&format!("\r\nhost: {}\r\n", server.address)), "{first}");
    assert!(second.starts_with("PUT /api/v2/tickets HTTP/1.1\r\n"), "{second}");
    assert!(second.contains("\r\ncontent-length: 21\r\n"), "{second}");
    assert!(second.ends_with("\r\n\r\n{\"subject\":\"Printer\"}"), "{second}");
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn files_are_sent_with_their_length() {
    let server = Server::answering(|_| ok(r#"{"data": {"id": 13}}"#)).await;
    let client = client(&server);
    let request = create(&client).file("file", ("a.txt", "It burns".repeat(10_000)));
    let _: Created<Ticket> = request.send::<_, TicketError>().await.unwrap();
    let [request] = server.requests().try_into().unwrap();
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    assert!(head.contains("\r\ncontent-type: multipart/form-data; boundary="), "{head}");
    assert!(head.contains(&format!("\r\ncontent-length: {}", body.len())), "{head}");
    assert!(!head.contains("transfer-encoding"), "{head}");
    assert!(body.len() > 80_000 && body.contains("name=\"subject\"\r\n\r\nPrinter\r\n"));
}

#[tokio::test]
async fn a_head_is_answered_without_a_body() {
    static HEAD: Operation = Operation {
        name: "tickets.head",
        method: Method::Head,
        path: "/tickets",
        negotiable: false,
        repeatable: true,
        success: &[200],
    };
    let server = Server::answering(|request| match request.starts_with("HEAD ") {
        // The length is that of what a `GET` would be answered with.
        true => "HTTP/1.1 200 OK\r\ncontent-length: 7\r\n\r\n".to_owned(),
        false => ok(r#"{"data": []}"#),
    })
    .await;
    let client = client(&server);
    let empty: Empty = Request::new(&client, &HEAD, &[]).send::<_, TicketError>().await.unwrap();
    assert_eq!(empty.response().header("content-length"), Some("7"));
    let page: Page<Ticket> = list(&client).send::<_, TicketError>().await.unwrap();
    assert!(page.data.is_empty());
    assert_eq!(server.connections(), 1);
}

/// Sends 200 MB as fast as they are taken; notes how many bytes that were.
async fn endless(head: &'static str) -> (Server, Arc<Mutex<usize>>) {
    const SIZE: usize = 200 * 1024 * 1024;
    let written = Arc::new(Mutex::new(0));
    let count = written.clone();
    let server = Server::start(move |mut stream, _| {
        let count = count.clone();
        async move {
            read_request(&mut stream).await;
            let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x10000));
            let _ = stream.write_all(head.as_bytes()).await;
            for _ in 0..SIZE / chunk.len() {
                if stream.write_all(chunk.as_bytes()).await.is_err() {
                    return;
                }
                *count.lock().unwrap() += chunk.len();
            }
        }
    })
    .await;
    (server, written)
}

#[tokio::test]
async fn of_200_megabytes_no_more_than_the_limit_is_kept() {
    const LIMIT: usize = 1024 * 1024;
    for head in [
        "HTTP/1.1 200 OK\r\ncontent-length: 209715200\r\n\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n",
        "HTTP/1.1 400 Bad Request\r\ntransfer-encoding: chunked\r\n\r\n",
    ] {
        let (server, written) = endless(head).await;
        let client: Client =
            builder(format!("http://{}", server.address)).body_limit(LIMIT).build().unwrap();
        let failed: Failed = list(&client).send::<Page<Ticket>, _>().await.unwrap_err();
        assert_eq!(failed.response().unwrap().body().len(), LIMIT);
        match &failed {
            Failed::Decode(error) => {
                assert!(matches!(error.fault(), DecodeFault::TooLarge { limit: LIMIT }));
            }
            Failed::Api(TicketError::OtherBadRequest(refusal)) => assert!(refusal.body_was_cut()),
            _ => panic!("{failed}"),
        }
        // What else was written stayed in the buffers of the connection, which was then closed.
        tokio::time::sleep(Duration::from_millis(100)).await;
        let taken = *written.lock().unwrap();
        assert!(taken < 16 * LIMIT, "{taken} bytes were taken");
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert_eq!(*written.lock().unwrap(), taken, "the connection is still open");
    }
}

#[tokio::test]
async fn time_is_up_before_an_answer_and_within_one() {
    for head in ["", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"data\": "] {
        let server = Server::start(move |mut stream, _| async move {
            read_request(&mut stream).await;
            stream.write_all(head.as_bytes()).await.unwrap();
            std::future::pending::<()>().await;
        })
        .await;
        let client: Client = builder(format!("http://{}", server.address))
            .timeout(Duration::from_millis(200))
            .build()
            .unwrap();
        let start = Instant::now();
        let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
        assert!(failed.is_timeout(), "{failed}");
        assert!(start.elapsed() < Duration::from_secs(10));
        assert_eq!(matches!(failed, Failed::Timeout(_)), head.is_empty(), "{failed}");
        assert_eq!(failed.status(), (!head.is_empty()).then_some(200));
        // A request's own time-out counts more than the client's.
        let quick = get(&client, 13).timeout(Duration::from_millis(1));
        assert!(quick.send::<Envelope<Ticket>, TicketError>().await.unwrap_err().is_timeout());
    }
}

#[tokio::test]
async fn connections_that_close_are_told_from_those_that_do_not_come_about() {
    let server = Server::start(|mut stream, _| async move {
        read_request(&mut stream).await;
    })
    .await;
    let failed: Failed = get(&client(&server), 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    let Failed::Transport(error) = &failed else { panic!("{failed}") };
    assert_eq!(error.error().kind(), Kind::Closed, "{failed}");

    let gone = server.address;
    drop(server);
    tokio::time::sleep(Duration::from_millis(50)).await;
    let client: Client = builder(format!("http://{gone}")).build().unwrap();
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    let Failed::Transport(error) = &failed else { panic!("{failed}") };
    assert_eq!(error.error().kind(), Kind::Connect, "{failed}");
    let start = format!(
        "tickets.get: GET /tickets/13 got no answer from {gone}: no connection came about: "
    );
    assert!(failed.to_string().starts_with(&start), "{failed}");
}

#[tokio::test]
async fn a_body_that_is_cut_is_no_whole_body() {
    for head in [
        "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"data\": {\"id\": 13}}",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n14\r\n{\"data\": {\"id\": 13}}\r\n",
    ] {
        let server = Server::start(move |mut stream, _| async move {
            read_request(&mut stream).await;
            stream.write_all(head.as_bytes()).await.unwrap();
        })
        .await;
        let failed: Failed =
            get(&client(&server), 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
        let Failed::Decode(error) = &failed else { panic!("{failed}") };
        assert!(
            matches!(error.fault(), DecodeFault::Broken(error) if error.kind() == Kind::Closed)
        );
        assert_eq!(error.response().body(), r#"{"data": {"id": 13}}"#);
    }
}

#[tokio::test]
async fn what_does_not_speak_tls_is_a_tls_error() {
    let server = Server::start(|mut stream, _| async move {
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
        std::future::pending::<()>().await;
    })
    .await;
    let client: Client = builder(format!("https://{}", server.address)).build().unwrap();
    let failed: Failed = get(&client, 13).send::<Envelope<Ticket>, _>().await.unwrap_err();
    let Failed::Transport(error) = &failed else { panic!("{failed}") };
    assert_eq!(error.error().kind(), Kind::Tls, "{failed}");
}

#[test]
fn outside_of_a_runtime_it_fails_without_a_panic() {
    let client: Client = builder("http://127.0.0.1:9".to_owned()).build().unwrap();
    let answer = get(&client, 13).send::<Envelope<Ticket>, TicketError>().now_or_never().unwrap();
    let failed = answer.unwrap_err();
    let end = "got no answer from 127.0.0.1:9: this needs a tokio runtime";
    assert!(failed.to_string().ends_with(end), "{failed}");
}
