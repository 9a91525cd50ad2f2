//! What every transport does.

use std::sync::mpsc;

use deskpro_runtime::transport::{BodyEnd, TransportErrorKind as Kind};
use tokio::io::AsyncWriteExt;

use crate::{
    requests::{Made, SOON, broken, failed, get, request, whole, with_body},
    server::{Server, comes, ok, read_request, until_closed},
};

/// Tests of what every transport does, for one of them.
macro_rules! behaviours {
    ($made:expr) => {
        tests_of! { behaviours, $made;
            every_status_is_an_answer,
            requests_go_as_they_are_given,
            bodies_go_with_their_length,
            a_connection_is_used_again,
            a_head_is_answered_without_a_body,
            no_more_than_the_limit_is_read,
            time_is_up_before_an_answer,
            time_is_up_within_a_body,
            nobody_listens,
            a_connection_that_closes_is_no_answer,
            a_body_that_is_cut_is_no_whole_body,
        }
    };
}

/// Tests of what every transport does that waits, for one of them.
#[cfg(any(feature = "hyper", feature = "reqwest"))]
macro_rules! waiting {
    ($made:expr) => {
        tests_of! { behaviours, $made; a_request_that_nobody_waits_for_is_given_up }
    };
}

/// One test for each of these functions of a module.
macro_rules! tests_of {
    ($module:ident, $made:expr; $($test:ident),* $(,)?) => {
        $(
            #[tokio::test]
            async fn $test() {
                crate::$module::$test($made).await;
            }
        )*
    };
}

pub(crate) async fn every_status_is_an_answer(made: Made) {
    let server = Server::answering(|request| {
        let status = request.split(['/', ' ']).nth(2).unwrap();
        format!("HTTP/1.1 {status} So\r\nlocation: /there\r\ncontent-length: 2\r\n\r\nso")
    });
    let transport = (made.plain)();
    for status in [200, 201, 301, 302, 307, 308, 400, 401, 404, 407, 429, 500, 503, 599] {
        let answer = whole(&transport, with_body("POST", &server.url(&format!("/{status}")), "x"));
        let answer = answer.await;
        assert_eq!(answer.status, status);
        assert_eq!(answer.headers["location"], "/there");
        assert_eq!(answer.body, "so", "{status}");
    }
    assert_eq!(server.requests().len(), 14, "each was sent once, and nothing was followed");
}

pub(crate) async fn requests_go_as_they_are_given(made: Made) {
    let server = Server::answering(|_| ok("{}"));
    let transport = (made.plain)();
    for method in ["GET", "DELETE", "OPTIONS"] {
        let mut request = request(method, &server.url("/api/v2/tickets?x=%20y&x=z"));
        request.http.headers_mut().insert("authorization", "key 2:SECRET".parse().unwrap());
        request.http.headers_mut().append("x-two", "one".parse().unwrap());
        request.http.headers_mut().append("x-two", "other".parse().unwrap());
        whole(&transport, request).await;
    }
    for (request, method) in server.requests().iter().zip(["GET", "DELETE", "OPTIONS"]) {
        let line = format!("{method} /api/v2/tickets?x=%20y&x=z HTTP/1.1\r\n");
        assert!(request.starts_with(&line), "{request}");
        assert!(request.contains(&format!("\r\nhost: {}\r\n", server.address)), "{request}");
        assert!(request.contains("\r\nauthorization: key 2:SECRET\r\n"), "{request}");
        assert!(request.contains("\r\naccept: application/json\r\n"), "{request}");
        assert!(request.contains("\r\nuser-agent: test\r\n"), "{request}");
        assert!(request.contains("\r\nx-two: one\r\n"), "{request}");
        assert!(request.contains("\r\nx-two: other\r\n"), "{request}");
        assert!(!request.contains("content-length"), "{request}");
        assert!(request.ends_with("\r\n\r\n"), "{request}");
    }
}

pub(crate) async fn bodies_go_with_their_length(made: Made) {
    let server = Server::answering(|_| ok("{}"));
    let transport = (made.plain)();
    let long = "It burns. ".repeat(100_000);
    for (method, body) in
        [("POST", ""), ("PUT", ""), ("PUT", "short"), ("POST", &long), ("DELETE", "reason")]
    {
        whole(&transport, with_body(method, &server.url("/"), body.to_owned())).await;
        let request = server.requests().pop().unwrap();
        let (head, sent) = request.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with(method), "{head}");
        assert!(head.contains(&format!("\r\ncontent-length: {}", body.len())), "{head}");
        assert!(!head.contains("transfer-encoding"), "{head}");
        assert!(sent == body, "{} bytes of {}", sent.len(), body.len());
    }
}

pub(crate) async fn a_connection_is_used_again(made: Made) {
    let server = Server::answering(|_| ok(r#"{"data": []}"#));
    let transport = (made.plain)();
    for _ in 0..3 {
        whole(&transport, get(&server.url("/"))).await;
    }
    assert_eq!((server.requests().len(), server.connections()), (3, 1));
}

pub(crate) async fn a_head_is_answered_without_a_body(made: Made) {
    let server = Server::answering(|request| match request.starts_with("HEAD ") {
        // The length is that of what a `GET` would be answered with.
        true => "HTTP/1.1 200 OK\r\ncontent-length: 7\r\n\r\n".to_owned(),
        false => ok("{}"),
    });
    let transport = (made.plain)();
    let answer = whole(&transport, request("HEAD", &server.url("/"))).await;
    assert_eq!(
        (&*answer.body, &answer.headers["content-length"]),
        (&b""[..], &"7".parse().unwrap())
    );
    assert_eq!(whole(&transport, get(&server.url("/"))).await.body, "{}");
    assert_eq!(server.connections(), 1);
}

pub(crate) async fn no_more_than_the_limit_is_read(made: Made) {
    const LIMIT: usize = 100_000;
    for head in [
        "HTTP/1.1 200 OK\r\ncontent-length: 209715200\r\n\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n",
        "HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n",
    ] {
        let (closed, is_closed) = mpsc::channel();
        let server = Server::start(move |mut stream, _| {
            let closed = closed.clone();
            async move {
                read_request(&mut stream).await;
                let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x10000));
                let _ = stream.write_all(head.as_bytes()).await;
                // Until nobody takes it any more.
                while stream.write_all(chunk.as_bytes()).await.is_ok() {}
                closed.send(()).unwrap();
            }
        });
        let mut request = get(&server.url("/"));
        request.body_limit = LIMIT;
        let answer = (made.plain)().call(request).await.unwrap();
        assert!(matches!(answer.ended, BodyEnd::TooLarge), "{answer:?}");
        assert_eq!(answer.body.len(), LIMIT);
        comes(is_closed).await;
    }
    let server = Server::answering(|_| ok(&"x".repeat(LIMIT)));
    let mut request = get(&server.url("/"));
    request.body_limit = LIMIT;
    assert_eq!(whole(&(made.plain)(), request).await.body.len(), LIMIT);
}

pub(crate) async fn time_is_up_before_an_answer(made: Made) {
    let server = Server::start(|mut stream, _| async move {
        read_request(&mut stream).await;
        until_closed(stream).await;
    });
    let mut request = get(&server.url("/"));
    request.timeout = SOON;
    assert_eq!(failed(&(made.plain)(), request).await, Kind::Timeout);
}

pub(crate) async fn time_is_up_within_a_body(made: Made) {
    let server = Server::start(|mut stream, _| async move {
        read_request(&mut stream).await;
        stream
            .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"data\": ")
            .await
            .unwrap();
        until_closed(stream).await;
    });
    let mut request = get(&server.url("/"));
    request.timeout = SOON;
    let answer = (made.plain)().call(request).await.unwrap();
    assert_eq!((answer.status.as_u16(), &*answer.body), (200, &b"{\"data\": "[..]));
    assert_eq!(broken(&answer).kind(), Kind::Timeout);
}

pub(crate) async fn nobody_listens(made: Made) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    drop(listener);
    let error = (made.plain)().call(get(&url)).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Connect, "{error}");
    assert!(error.to_string().starts_with("no connection came about: "), "{error}");
}

pub(crate) async fn a_connection_that_closes_is_no_answer(made: Made) {
    for part in ["", "HTTP/1.1 200 OK\r\ncontent-"] {
        let server = Server::start(move |mut stream, _| async move {
            read_request(&mut stream).await;
            stream.write_all(part.as_bytes()).await.unwrap();
        });
        assert_eq!(failed(&(made.plain)(), get(&server.url("/"))).await, Kind::Closed, "{part}");
    }
}

pub(crate) async fn a_body_that_is_cut_is_no_whole_body(made: Made) {
    for answer in [
        "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"data\": {\"id\": 13}}",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n14\r\n{\"data\": {\"id\": 13}}\r\n",
    ] {
        let server = Server::start(move |mut stream, _| async move {
            read_request(&mut stream).await;
            stream.write_all(answer.as_bytes()).await.unwrap();
        });
        let answer = (made.plain)().call(get(&server.url("/"))).await.unwrap();
        assert_eq!(broken(&answer).kind(), Kind::Closed, "{answer:?}");
        assert_eq!(answer.body, r#"{"data": {"id": 13}}"#);
    }
}

#[cfg(any(feature = "hyper", feature = "reqwest"))]
pub(crate) async fn a_request_that_nobody_waits_for_is_given_up(made: Made) {
    let (closed, is_closed) = mpsc::channel();
    let server = Server::start(move |mut stream, seen| {
        let closed = closed.clone();
        async move {
            let request = read_request(&mut stream).await.unwrap();
            seen.lock().unwrap().push(request);
            until_closed(stream).await;
            closed.send(()).unwrap();
        }
    });
    let transport = (made.plain)();
    let mut request = transport.call(get(&server.url("/")));
    while server.requests().is_empty() {
        assert!(futures_util::FutureExt::now_or_never(&mut request).is_none());
        tokio::task::yield_now().await;
    }
    drop(request);
    comes(is_closed).await;
}
