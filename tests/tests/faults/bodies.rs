//! Bodies that break off, do not go on, or never end.

use std::time::Duration;

use deskpro_client::Upload;
use deskpro_client::runtime::transport::TransportErrorKind as Failure;
use deskpro_tests::{Part, RawServer};
use futures_util::future::join_all;

use crate::fault::{Fault, in_time, patient};
use crate::outcome::{Outcome, seen};

/// More than any client should read: 2 GB.
const ENORMOUS: u64 = 2 << 30;

const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"data\": {\"id\": 13, ";
const CHUNKED: &str =
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n14\r\n{\"data\": {\"id\": 13, \r\n";
const REFUSED: &str =
    "HTTP/1.1 404 Not Found\r\nContent-Length: 1000\r\n\r\n{\"code\": \"not_found\", \"mess";

#[tokio::test]
async fn a_body_that_breaks_off() {
    for text in [OK, CHUNKED] {
        Fault::text(text).ends_in(&[Outcome::Broken(200, Failure::Closed)]).await;
        // Of a connection that is reset, what it carried may be lost before it could be read.
        let reset = Fault::new([Part::text(text), Part::Reset]);
        let lost = Outcome::Unanswered(Failure::Closed);
        reset.ends_in(&[Outcome::Broken(200, Failure::Closed), lost]).await;
    }
    Fault::text(REFUSED).ends_in(&[Outcome::Refused(404)]).await;
}

#[tokio::test]
async fn a_body_that_does_not_go_on() {
    let stalled = [
        (OK, Outcome::Broken(200, Failure::Timeout)),
        (CHUNKED, Outcome::Broken(200, Failure::Timeout)),
        (REFUSED, Outcome::Refused(404)),
    ];
    join_all(stalled.map(|(text, outcome)| async move {
        // The head has to come in time, also on a machine that is busy.
        let stalled = Fault::new([Part::text(text), Part::Wait]).timeout(2000);
        stalled.ends_in(&[outcome]).await;
    }))
    .await;
}

#[tokio::test]
async fn a_body_byte_by_byte_that_takes_too_long() {
    let rest = Part::Drip(" ".repeat(900).into(), Duration::from_millis(20));
    let slow = Fault::new([Part::text(OK), rest]).timeout(2000);
    slow.ends_in(&[Outcome::Broken(200, Failure::Timeout)]).await;
}

#[tokio::test]
async fn an_enormous_body() {
    let length = format!("Content-Length: {ENORMOUS}\r\n");
    let tickets = || Part::Repeat(r#"{"id": 13},"#.repeat(1000).into(), ENORMOUS);
    for (status, outcome) in [
        ("200 OK", Outcome::TooLarge(200)),
        ("404 Not Found", Outcome::Refused(404)),
        ("500 Internal Server Error", Outcome::Undocumented(500)),
    ] {
        for framing in [length.as_str(), "Connection: close\r\n"] {
            let head = format!("HTTP/1.1 {status}\r\n{framing}\r\n{{\"data\": [");
            Fault::new([Part::text(head), tickets()]).ends_in(&[outcome]).await;
        }
    }
}

#[tokio::test]
async fn an_enormous_body_in_chunks() {
    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    let chunks = Part::Repeat("a\r\n{\"id\": 13}\r\n".repeat(1000).into(), ENORMOUS);
    Fault::new([Part::text(head), chunks]).ends_in(&[Outcome::TooLarge(200)]).await;
    let chunk = Part::Repeat("{\"id\": 13}".repeat(1000).into(), ENORMOUS);
    let one = Fault::new([Part::text(format!("{head}80000000\r\n")), chunk]);
    one.ends_in(&[Outcome::TooLarge(200)]).await;
}

#[tokio::test]
async fn an_answer_while_the_request_is_still_sent() {
    let text = "HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    let lost = [Outcome::Unanswered(Failure::Closed), Outcome::Unanswered(Failure::Io)];
    for (parts, may_be_lost) in [
        (vec![Part::text(text), Part::Wait], false),
        // What was not read when the connection was broken off can take the answer with it.
        (vec![Part::text(text), Part::Reset], true),
    ] {
        let server = RawServer::hasty(parts).await.expect("a free port");
        let file = Upload::new("trace.log", vec![b'x'; 64 << 20]);
        let sent = patient(&server).blobs().create_temporary(file).send();
        let seen = seen(in_time(sent).await);
        let is_answered = seen.outcome == Outcome::Undocumented(413);
        assert!(is_answered || (may_be_lost && lost.contains(&seen.outcome)), "{seen:#?}");
        seen.assert_discreet();
        assert_eq!(server.requests().len(), 1);
    }
}
