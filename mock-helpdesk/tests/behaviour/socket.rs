//! The same over a real connection.

use std::time::Duration;

use deskpro_mock::{Failure, MockHelpdesk};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::ask::library;

/// Sends one request, and reads until the helpdesk closes the connection.
async fn exchange(helpdesk: &MockHelpdesk, head: &str, body: &[u8]) -> String {
    let mut stream = TcpStream::connect(helpdesk.address()).await.unwrap();
    let key = MockHelpdesk::KEY;
    let host = helpdesk.address();
    let length = body.len();
    let head = format!(
        "{head} HTTP/1.1\r\nHost: {host}\r\nAuthorization: key {key}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(body).await.unwrap();
    let mut answer = Vec::new();
    timeout(Duration::from_secs(60), stream.read_to_end(&mut answer)).await.unwrap().unwrap();
    String::from_utf8(answer).unwrap()
}

#[tokio::test]
async fn requests_are_answered_over_http() {
    let helpdesk = MockHelpdesk::builder().api(library()).seed("people", 1).start().await.unwrap();
    assert_eq!(helpdesk.url(), format!("http://{}", helpdesk.address()));

    let list = exchange(&helpdesk, "GET /lib/people", b"").await;
    assert!(list.starts_with("HTTP/1.1 200 OK\r\n"), "{list}");
    assert!(list.contains("content-type: application/json\r\n"), "{list}");
    assert!(list.contains(r#""primary_email":"somebody@example.com""#), "{list}");

    let made = exchange(&helpdesk, "PUT /lib/shelves", br#"{"name":"Sea"}"#).await;
    assert!(made.starts_with("HTTP/1.1 201 Created\r\n"), "{made}");
    let location = format!("location: {}/lib/shelves/1\r\n", helpdesk.url());
    assert!(made.contains(&location), "{made}");

    helpdesk.fail_next(Failure::status(429).with_retry_after(2));
    let limited = exchange(&helpdesk, "GET /lib/people", b"").await;
    assert!(limited.starts_with("HTTP/1.1 429 Too Many Requests\r\n"), "{limited}");
    assert!(limited.contains("retry-after: 2\r\n"), "{limited}");

    let statuses: Vec<u16> = helpdesk.requests().iter().map(|request| request.status).collect();
    assert_eq!(statuses, [200, 201, 429]);
}

#[tokio::test]
async fn a_body_of_100_megabytes_is_refused_and_heard() {
    let helpdesk = MockHelpdesk::builder().api(library()).start().await.unwrap();
    let body = vec![b' '; 100 << 20];
    let answer = exchange(&helpdesk, "PUT /lib/shelves", &body).await;
    assert!(answer.starts_with("HTTP/1.1 400 Bad Request\r\n"), "{answer}");
    assert!(answer.contains("The body is longer than 10485760 bytes"), "{answer}");
    let answer = exchange(&helpdesk, "GET /lib/people", b"").await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
}

#[tokio::test]
async fn garbage_does_no_harm() {
    let helpdesk = MockHelpdesk::builder().api(library()).start().await.unwrap();
    for garbage in [
        &b"\x16\x03\x01\x02\x00"[..],
        b"GET\r\n\r\n",
        b"\r\n\r\n\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
    ] {
        let mut stream = TcpStream::connect(helpdesk.address()).await.unwrap();
        stream.write_all(garbage).await.unwrap();
        stream.shutdown().await.unwrap();
        let mut answer = Vec::new();
        // The connection may be reset, which is an answer too.
        let _ = timeout(Duration::from_secs(10), stream.read_to_end(&mut answer)).await.unwrap();
    }
    let answer = exchange(&helpdesk, "GET /lib/people", b"").await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
}

#[tokio::test]
async fn shutdown_closes_the_port_even_with_an_idle_client() {
    let helpdesk = MockHelpdesk::builder().api(library()).start().await.unwrap();
    let address = helpdesk.address();
    let idle = TcpStream::connect(address).await.unwrap();
    timeout(Duration::from_secs(10), helpdesk.shutdown()).await.unwrap();
    assert!(TcpStream::connect(address).await.is_err());
    drop(idle);
}

#[tokio::test]
async fn a_head_has_the_length_of_the_body_that_does_not_come() {
    let helpdesk = MockHelpdesk::builder().api(library()).seed("people", 1).start().await.unwrap();
    let get = exchange(&helpdesk, "GET /lib/people", b"").await;
    let (head, body) = get.split_once("\r\n\r\n").unwrap();
    let length = format!("content-length: {}\r\n", body.len());
    assert!(head.contains(length.trim_end()), "{head}");
    let head = exchange(&helpdesk, "HEAD /lib/people", b"").await;
    assert!(head.starts_with("HTTP/1.1 200 OK\r\n") && head.contains(&length), "{head}");
    assert!(head.ends_with("\r\n\r\n"), "{head}");
    let options = exchange(&helpdesk, "OPTIONS /lib/proxy/news", b"").await;
    assert!(options.contains("allow: GET, PATCH, HEAD, OPTIONS\r\n"), "{options}");
}

#[tokio::test]
async fn dropping_it_closes_the_port() {
    let helpdesk = MockHelpdesk::builder().api(library()).start().await.unwrap();
    let address = helpdesk.address();
    drop(helpdesk);
    let closed = async {
        while TcpStream::connect(address).await.is_ok() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(Duration::from_secs(10), closed).await.unwrap();
}

/// A client that blocks the only thread of the test's runtime gets its answer all the same.
#[tokio::test]
async fn blocking_clients_are_served() {
    use std::io::{Read, Write};
    let helpdesk = MockHelpdesk::builder().api(library()).start().await.unwrap();
    let mut stream = std::net::TcpStream::connect(helpdesk.address()).unwrap();
    stream.write_all(b"GET /lib/people HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 401 Unauthorized\r\n"), "{answer}");
}

/// All that arrives, and how it ends.
async fn arriving(helpdesk: &MockHelpdesk, head: &str) -> (String, std::io::Result<usize>) {
    let mut stream = TcpStream::connect(helpdesk.address()).await.unwrap();
    let key = MockHelpdesk::KEY;
    let head = format!("{head} HTTP/1.1\r\nHost: a\r\nAuthorization: key {key}\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let ended = timeout(Duration::from_secs(60), stream.read_to_end(&mut answer)).await.unwrap();
    (String::from_utf8(answer).unwrap(), ended)
}

#[tokio::test]
async fn connections_break_as_a_test_wants() {
    let helpdesk = MockHelpdesk::builder().api(library()).seed("people", 3).start().await.unwrap();
    let whole = exchange(&helpdesk, "GET /lib/people", b"").await;
    let (_, body) = whole.split_once("\r\n\r\n").unwrap();

    helpdesk.fail_next(Failure::truncated());
    let (answer, ended) = arriving(&helpdesk, "GET /lib/people").await;
    let (head, half) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.contains(&format!("content-length: {}", body.len())), "{head}");
    assert_eq!((half, ended.is_ok()), (&body[..body.len() / 2], true));

    helpdesk.fail_next(Failure::reset());
    let (answer, ended) = arriving(&helpdesk, "GET /lib/people").await;
    assert_eq!(answer, "");
    assert_eq!(ended.unwrap_err().kind(), std::io::ErrorKind::ConnectionReset);

    assert!(exchange(&helpdesk, "GET /lib/people", b"").await.starts_with("HTTP/1.1 200 OK"));
    helpdesk.helpdesk().assert_received(["people.list"; 4]);
}

#[tokio::test]
async fn a_stalled_answer_stays_until_the_client_gives_up_or_the_helpdesk_stops() {
    let helpdesk = MockHelpdesk::builder().api(library()).seed("people", 3).start().await.unwrap();
    helpdesk.fail(Failure::stalled());
    let mut stream = TcpStream::connect(helpdesk.address()).await.unwrap();
    let key = MockHelpdesk::KEY;
    let head = format!("GET /lib/people HTTP/1.1\r\nHost: a\r\nAuthorization: key {key}\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let ended = timeout(Duration::from_millis(300), stream.read_to_end(&mut answer)).await;
    assert!(ended.is_err(), "it does not end by itself");
    assert!(answer.starts_with(b"HTTP/1.1 200 OK\r\n"), "{answer:?}");
    timeout(Duration::from_secs(10), helpdesk.shutdown()).await.unwrap();
    let ended = timeout(Duration::from_secs(10), stream.read_to_end(&mut answer)).await;
    assert!(ended.is_ok(), "the helpdesk took it along");
}

#[tokio::test]
async fn a_slow_answer_holds_up_nobody_else() {
    let helpdesk = MockHelpdesk::builder().api(library()).seed("people", 3).start().await.unwrap();
    helpdesk.fail_next(Failure::slow(Duration::from_secs(3600)));
    let slow = timeout(Duration::from_millis(200), arriving(&helpdesk, "GET /lib/people")).await;
    assert!(slow.is_err());
    assert!(exchange(&helpdesk, "GET /lib/people", b"").await.starts_with("HTTP/1.1 200 OK"));
}

#[tokio::test]
async fn who_stops_within_long_bodies_keeps_nobody_else_waiting() {
    let helpdesk = MockHelpdesk::builder().api(library()).seed("people", 1).start().await.unwrap();
    let key = MockHelpdesk::KEY;
    let head = format!(
        "PUT /lib/shelves HTTP/1.1\r\nHost: a\r\nAuthorization: key {key}\r\n\
         Content-Type: application/json\r\nContent-Length: 9000000\r\n\r\n"
    );
    let mut stopped = Vec::new();
    for _ in 0..20 {
        let mut stream = TcpStream::connect(helpdesk.address()).await.unwrap();
        stream.write_all(head.as_bytes()).await.unwrap();
        stream.write_all(&vec![b' '; 100_000]).await.unwrap();
        stopped.push(stream);
    }
    let made = exchange(&helpdesk, "PUT /lib/shelves", br#"{"name":"Sea"}"#).await;
    assert!(made.starts_with("HTTP/1.1 201 Created\r\n"), "{made}");
    drop(stopped);
    let body = [&b" ".repeat(100_000)[..], br#"{"name":"Sea"}"#].concat();
    let made = exchange(&helpdesk, "PUT /lib/shelves", &body).await;
    assert!(made.starts_with("HTTP/1.1 201 Created\r\n"), "{made}");
}
