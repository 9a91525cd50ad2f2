//! Connections that fail, before an answer and within one.

use std::net::TcpListener;
use std::time::{Duration, Instant};

use bytes::Bytes;
use deskpro_client::runtime::transport::TransportErrorKind;
use deskpro_client::runtime::{DecodeFault, Unanswered};
use deskpro_client::tickets::GetTicketError;
use deskpro_client::{Envelope, Error, tickets::Ticket};
use deskpro_tests::{KEY, Part, RawServer, without_proxy};

type Answer = Result<Envelope<Ticket>, Error<GetTicketError>>;

async fn get(url: String, timeout: Duration) -> Answer {
    let client = without_proxy(url, KEY).timeout(timeout).build().unwrap();
    client.tickets().get(13).send().await
}

/// Gets a ticket from a server that does this.
async fn ask(parts: Vec<Part>) -> Answer {
    let server = RawServer::start(parts).await.unwrap();
    get(server.url(), Duration::from_secs(30)).await
}

fn text(text: &'static str) -> Part {
    Part::Send(Bytes::from_static(text.as_bytes()))
}

const HEAD: &str =
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
const HALF: &str = r#"{"data": {"id": 13, "#;

#[track_caller]
fn unanswered(answer: Answer) -> Unanswered {
    match answer {
        Err(Error::Transport(error) | Error::Timeout(error)) => *error,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn refused() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let answer = get(url, Duration::from_secs(30)).await;
    assert!(matches!(answer, Err(Error::Transport(_))), "{answer:?}");
    let error = unanswered(answer);
    assert_eq!(error.error().kind(), TransportErrorKind::Connect);
    assert!(
        error.to_string().starts_with("tickets.get: GET /tickets/13 got no answer from 127.0.0.1:"),
        "{error}"
    );
    assert!(std::error::Error::source(&error).is_some());
}

#[tokio::test]
async fn an_unknown_host() {
    let client =
        without_proxy("http://no-such-host.invalid", KEY).allow_plain_http().build().unwrap();
    let answer = client.tickets().get(13).send().await;
    assert_eq!(unanswered(answer).error().kind(), TransportErrorKind::Connect);
}

#[tokio::test]
async fn closed_or_broken_off_before_the_answer() {
    for parts in [vec![], vec![Part::Reset], vec![text("HTTP/1.1 200 OK\r\nContent-Ty")]] {
        let answer = ask(parts.clone()).await;
        assert!(matches!(answer, Err(Error::Transport(_))), "{parts:?}: {answer:?}");
        let error = unanswered(answer);
        assert_eq!(error.error().kind(), TransportErrorKind::Closed, "{parts:?}: {error}");
    }
}

#[tokio::test]
async fn something_else_than_http() {
    for words in
        ["220 mail.example.com ESMTP\r\n", "\u{1}\u{2}\u{3}\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n"]
    {
        let answer = ask(vec![text(words)]).await;
        assert!(matches!(answer, Err(Error::Transport(_))), "{words:?}: {answer:?}");
    }
}

#[tokio::test]
async fn closed_or_broken_off_within_the_body() {
    for parts in [vec![text(HEAD), text(HALF)], vec![text(HEAD), text(HALF), Part::Reset]] {
        let is_reset = parts.len() == 3;
        let answer = ask(parts).await;
        // Of a connection that is reset, what it carried may be lost before it could be read.
        if is_reset && matches!(answer, Err(Error::Transport(_))) {
            continue;
        }
        let Err(Error::Decode(error)) = answer else { panic!("{answer:?}") };
        let DecodeFault::Broken(fault) = error.fault() else { panic!("{error}") };
        assert_eq!(fault.kind(), TransportErrorKind::Closed, "{error}");
        assert_eq!(error.response().status(), 200);
        assert_eq!(error.response().head().header("content-length"), Some("1000"));
        assert!(is_reset || error.response().body() == HALF, "{error}");
        assert!(error.to_string().contains("the body broke off"), "{error}");
    }
}

#[tokio::test]
async fn broken_off_within_a_refusal() {
    let head =
        "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
    let answer = ask(vec![text(head), text(r#"{"code": "not_found", "mess"#)]).await;
    let Err(Error::Api(GetTicketError::NotFound(refusal))) = answer else { panic!("{answer:?}") };
    assert!(refusal.body_was_cut());
    assert_eq!(refusal.body(), r#"{"code": "not_found", "mess"#);
}

#[tokio::test]
async fn no_answer_in_time() {
    for parts in [vec![Part::Wait], vec![text("HTTP/1.1 200 OK\r\n"), Part::Wait]] {
        let server = RawServer::start(parts).await.unwrap();
        let start = Instant::now();
        let answer = get(server.url(), Duration::from_millis(100)).await;
        assert!(start.elapsed() < Duration::from_secs(20));
        assert!(
            matches!(&answer, Err(error @ Error::Timeout(_)) if error.is_timeout()),
            "{answer:?}"
        );
        assert_eq!(unanswered(answer).error().kind(), TransportErrorKind::Timeout);
    }
}

#[tokio::test]
async fn no_end_of_the_answer_in_time() {
    let server = RawServer::start([text(HEAD), text(HALF), Part::Wait]).await.unwrap();
    let answer = get(server.url(), Duration::from_millis(300)).await;
    let error = answer.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    let Error::Decode(error) = error else { panic!("{error}") };
    assert_eq!((error.response().status(), error.response().body()), (200, &Bytes::from(HALF)));
}
