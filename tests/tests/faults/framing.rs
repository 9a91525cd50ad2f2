//! Bodies that are longer or shorter than their head says.

use deskpro_client::runtime::transport::TransportErrorKind as Failure;
use deskpro_tests::{Part, RawServer};

use crate::fault::{Fault, in_time, patient};
use crate::kind::Kind;
use crate::outcome::Outcome;

const HEAD: &str = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

#[tokio::test]
async fn more_is_promised_than_comes() {
    for kind in Kind::ALL {
        let length = kind.body().len() + 1;
        let text = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{}", kind.body());
        Fault::text(text).of([kind]).ends_in(&[Outcome::Broken(200, Failure::Closed)]).await;
    }
}

#[tokio::test]
async fn less_is_promised_than_comes() {
    let text = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"data\": {\"id\": 13}}";
    Fault::text(text).ends_in(&[Outcome::Unreadable(200)]).await;
    let text = "HTTP/1.1 204 No Content\r\n\r\n{\"data\": {\"id\": 13}}";
    Fault::text(text).of(Kind::READING).ends_in(&[Outcome::Unreadable(204)]).await;
}

#[tokio::test]
async fn what_is_left_of_an_answer_is_not_the_next_one() {
    let server = RawServer::answering(|asked| {
        let answer = |id: usize| {
            let body = format!(r#"{{"data": {{"id": {id}}}}}"#);
            format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len())
        };
        // Both at once, so that the second is there before the connection could be used again.
        vec![Part::text(answer(asked.number) + &answer(666)), Part::Keep]
    });
    let server = server.await.expect("a free port");
    let client = patient(&server);
    for number in 0..20 {
        let ticket = in_time(client.tickets().get(13).send()).await.expect("a ticket");
        assert_eq!(ticket.data.id.get(), number);
    }
    assert_eq!((server.requests().len(), server.connections()), (20, 20));
}

#[tokio::test]
async fn chunks_that_are_none() {
    for chunks in [
        "xyz\r\n",
        "-1\r\n{}\r\n",
        "FFFFFFFFFFFFFFFFFF\r\n{}\r\n",
        "2\r\n{}X\r\n0\r\n\r\n",
        "2\r\n{}0\r\n\r\n",
        "\r\n\r\n",
    ] {
        let fault = Fault::text(format!("{HEAD}{chunks}"));
        fault.ends_in(&[Outcome::Broken(200, Failure::Io)]).await;
    }
}

#[tokio::test]
async fn chunks_that_break_off() {
    for chunks in ["", "2", "2\r\n{", "2\r\n{}", "2\r\n{}\r\n", "2\r\n{}\r\n0\r\n", "5;a=b\r\n{}"] {
        let fault = Fault::text(format!("{HEAD}{chunks}"));
        fault.ends_in(&[Outcome::Broken(200, Failure::Closed)]).await;
    }
}

#[tokio::test]
async fn extensions_and_trailers_without_an_end() {
    const ENDLESS: u64 = 1 << 30;
    let endless = |beginning: &str, piece: &str| {
        let piece = Part::Repeat(piece.repeat(1000).into(), ENDLESS);
        Fault::new([Part::text(format!("{HEAD}{beginning}")), piece])
    };
    for (beginning, piece) in [("2;a=", "b"), ("0\r\n", "X-Trailer: 1\r\n")] {
        endless(beginning, piece).ends_in(&[Outcome::Broken(200, Failure::Io)]).await;
    }
    // A size may have as many zeros before it as there is time.
    let zeros = endless("", "0").of([Kind::Read, Kind::Create]).timeout(2000);
    zeros.ends_in(&[Outcome::Broken(200, Failure::Timeout)]).await;
}
