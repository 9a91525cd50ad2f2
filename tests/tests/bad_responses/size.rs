//! An answer of 200 MB: no more of it is read than the limit says.

use bytes::Bytes;
use deskpro_client::Error;
use deskpro_client::runtime::DecodeFault;
use deskpro_tests::{KEY, Part, RawServer, without_proxy};

const TOTAL: u64 = 200 << 20;

/// What lies between the server and the limit: the buffers of the two sockets, and then some.
const BUFFERS: u64 = 24 << 20;

/// A server that answers with 200 MB of tickets that never end.
async fn server(status: &str, length: &str) -> RawServer {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nX-Served-By: 7\r\n{length}\r\n"
    );
    let parts = vec![
        Part::Send(Bytes::from(head)),
        Part::Send(Bytes::from_static(br#"{"code": "not_found", "data": ["#)),
        Part::Repeat(
            Bytes::from(r#"{"id": 13, "subject": "Printer on fire"},"#.repeat(1000)),
            TOTAL,
        ),
    ];
    RawServer::start(parts).await.expect("a free port")
}

const LENGTHS: [&str; 2] = ["Content-Length: 209715231\r\n", "Connection: close\r\n"];

#[tokio::test]
async fn a_success_is_read_up_to_the_limit() {
    for (length, limit) in LENGTHS.into_iter().flat_map(|it| [(it, 1 << 20), (it, 100)]) {
        let server = server("200 OK", length).await;
        let client = without_proxy(server.url(), KEY).body_limit(limit).build().unwrap();
        let error = client.tickets().list().send().await.unwrap_err();
        let Error::Decode(error) = error else { panic!("{error}") };
        assert!(
            matches!(error.fault(), DecodeFault::TooLarge { limit: it } if *it == limit),
            "{error}"
        );
        assert_eq!((error.response().status(), error.response().body().len()), (200, limit));
        assert_eq!(error.response().head().header("x-served-by"), Some("7"));
        assert!(error.response().body().starts_with(br#"{"code": "not_found", "data": ["#));
        assert!(server.sent() < limit as u64 + BUFFERS, "{} bytes were read", server.sent());
    }
}

#[tokio::test]
async fn the_limit_is_32_mib_unless_set() {
    let server = server("200 OK", LENGTHS[0]).await;
    let client = without_proxy(server.url(), KEY).build().unwrap();
    let error = client.tickets().get(13).send().await.unwrap_err();
    assert_eq!(error.response().map(|it| it.body().len()), Some(32 << 20));
    assert!(server.sent() < (32 << 20) + BUFFERS, "{} bytes were read", server.sent());
    let expected =
        "tickets.get: GET /tickets/13 answered 200, but the body is longer than 33554432 bytes";
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn a_refusal_is_read_up_to_the_limit() {
    for (status, code) in [("404 Not Found", 404), ("500 Internal Server Error", 500)] {
        let server = server(status, LENGTHS[1]).await;
        let client = without_proxy(server.url(), KEY).body_limit(1 << 16).build().unwrap();
        let error = client.tickets().get(13).send().await.unwrap_err();
        assert_eq!(matches!(error, Error::Api(_)), code == 404, "{error}");
        assert_eq!((error.status(), error.code()), (Some(code), "not_found"));
        assert_eq!(error.response().map(|it| it.body().len()), Some(1 << 16));
        assert!(server.sent() < (1 << 16) + BUFFERS, "{} bytes were read", server.sent());
    }
}
