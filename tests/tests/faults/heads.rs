//! Heads of answers that break off, never end, or are none.

use std::time::Duration;

use deskpro_client::runtime::transport::TransportErrorKind as Failure;
use deskpro_tests::Part;

use crate::fault::Fault;
use crate::kind::Kind;
use crate::outcome::Outcome;

/// More than any client should read: 1 GB.
const ENDLESS: u64 = 1 << 30;

const HALF: &str = "HTTP/1.1 200 OK\r\nContent-Ty";

/// Sends this over and over, behind a beginning.
fn endless(beginning: &str, piece: impl Into<String>) -> Fault {
    let piece = piece.into().repeat(1000);
    Fault::new([Part::text(beginning), Part::Repeat(piece.into(), ENDLESS)])
}

#[tokio::test]
async fn a_head_that_breaks_off() {
    Fault::text(HALF).ends_in(&[Outcome::Unanswered(Failure::Closed)]).await;
    let broken = Fault::new([Part::text(HALF), Part::Reset]);
    broken.ends_in(&[Outcome::Unanswered(Failure::Closed)]).await;
}

#[tokio::test]
async fn a_head_that_does_not_go_on() {
    let stalled = Fault::new([Part::text(HALF), Part::Wait]).timeout(300);
    stalled.ends_in(&[Outcome::TimedOut]).await;
}

#[tokio::test]
async fn an_answer_byte_by_byte() {
    for kind in Kind::ALL {
        let parts = [Part::Drip(kind.answer("200 OK").into(), Duration::from_millis(1))];
        Fault::new(parts).of([kind]).ends_in(&[Outcome::Success]).await;
    }
}

#[tokio::test]
async fn a_head_byte_by_byte_that_takes_too_long() {
    // Each byte comes in time, and yet the whole does not.
    let head = format!("HTTP/1.1 200 OK\r\nX-Filler: {}", "0".repeat(1000));
    let slow = Fault::new([Part::Drip(head.into(), Duration::from_millis(20))]).timeout(400);
    slow.ends_in(&[Outcome::TimedOut]).await;
}

#[tokio::test]
async fn something_else_than_http() {
    for words in [
        "220 mail.example.com ESMTP\r\n",
        "\u{1}\u{2}\u{3}\r\n\r\n",
        "<!DOCTYPE html><html></html>\r\n\r\n",
        "{\"data\": {\"id\": 13}}\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 99999 OK\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nbad name: 1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "\u{15}\u{3}\u{3}\0\u{2}\u{2}(",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ] {
        Fault::text(words).ends_in(&[Outcome::Unanswered(Failure::Other)]).await;
    }
}

#[tokio::test]
async fn headers_without_an_end() {
    for (beginning, piece) in [
        ("HTTP/1.1 200 OK\r\n", "X-Filler: 0123456789\r\n"),
        ("HTTP/1.1 200 OK\r\nX-Filler: ", "0123456789"),
        ("HTTP/1.1 200 OK\r\n", "x"),
        ("HTTP/1.1 200 ", "O"),
        ("", "H"),
        ("HTTP/1.1 404 Not Found\r\nSet-Cookie: ", "session=0123456789; "),
    ] {
        endless(beginning, piece).ends_in(&[Outcome::Unanswered(Failure::Other)]).await;
    }
}

#[tokio::test]
async fn a_storm_of_interim_answers() {
    for kind in Kind::ALL {
        let storm = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n".repeat(5000);
        let calm = Fault::new([Part::text(storm), Part::text(kind.answer("200 OK"))]).of([kind]);
        calm.ends_in(&[Outcome::Success]).await;
    }
    let interim = "HTTP/1.1 100 Continue\r\n\r\n";
    endless("", interim)
        .of([Kind::Read, Kind::Create])
        .timeout(500)
        .ends_in(&[Outcome::TimedOut])
        .await;
}

#[tokio::test]
async fn another_protocol() {
    let switch = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n";
    Fault::text(switch).ends_in(&[Outcome::Undocumented(101)]).await;
}
