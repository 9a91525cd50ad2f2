//! A server that is never the same twice.

use deskpro_client::runtime::transport::TransportErrorKind as Failure;
use deskpro_tests::{Part, RawServer};

use crate::fault::{patient, persistent, send};
use crate::kind::Kind;
use crate::outcome::Outcome;

/// What the server does, one request after the other.
const SEQUENCE: [(&str, Outcome); 8] = [
    ("200 OK", Outcome::Success),
    ("423 Locked", Outcome::Refused(423)),
    ("429 Too Many Requests", Outcome::Refused(429)),
    ("500 Internal Server Error", Outcome::Undocumented(500)),
    ("201 Created", Outcome::Success),
    ("503 Service Unavailable", Outcome::Undocumented(503)),
    ("401 Unauthorized", Outcome::Refused(401)),
    ("200 OK", Outcome::Success),
];

#[tokio::test]
async fn each_request_gets_its_own_answer() {
    for kind in Kind::ALL {
        let server = RawServer::answering(move |asked| {
            let (status, _) = SEQUENCE[asked.number % SEQUENCE.len()];
            vec![Part::text(kind.answer(status)), Part::Keep]
        });
        let server = server.await.expect("a free port");
        let client = patient(&server);
        for (place, (status, outcome)) in SEQUENCE.into_iter().enumerate() {
            let seen = send(kind, &client).await;
            assert_eq!(seen.outcome, outcome, "{kind:?} {status}: {seen:?}");
            assert_eq!(server.count(kind.path()), place + 1, "{kind:?} {status}");
        }
        assert_eq!(server.connections(), 1, "they are kept");
    }
}

#[tokio::test]
async fn after_a_fault_the_next_request_is_served() {
    for kind in Kind::ALL {
        let server = RawServer::answering(move |asked| match asked.number {
            0 => vec![Part::Reset],
            1 => vec![Part::text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"da")],
            2 => vec![Part::text("nonsense\r\n\r\n")],
            _ => vec![Part::text(kind.answer("200 OK")), Part::Keep],
        });
        let server = server.await.expect("a free port");
        let client = patient(&server);
        for (place, outcome) in [
            Outcome::Unanswered(Failure::Closed),
            Outcome::Broken(200, Failure::Closed),
            Outcome::Unanswered(Failure::Other),
            Outcome::Success,
        ]
        .into_iter()
        .enumerate()
        {
            assert_eq!(send(kind, &client).await.outcome, outcome, "{kind:?}");
            assert_eq!(server.count(kind.path()), place + 1, "{kind:?}");
        }
    }
}

#[tokio::test]
async fn what_may_be_sent_again_gets_through() {
    for kind in Kind::ALL {
        let server = RawServer::answering(move |asked| match asked.number {
            0 => vec![Part::text(kind.answer("429 Too Many Requests")), Part::Keep],
            1 => vec![Part::text(kind.answer("423 Locked")), Part::Keep],
            2 => vec![Part::Reset],
            3 => vec![Part::text("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"da")],
            4 => vec![Part::text(kind.answer("502 Bad Gateway")), Part::Keep],
            _ => vec![Part::text(kind.answer("200 OK")), Part::Keep],
        });
        let server = server.await.expect("a free port");
        let seen = send(kind, &persistent(&server)).await;
        let (outcome, attempts) = match kind {
            Kind::Read | Kind::Page | Kind::Delete => (Outcome::Success, 6),
            // After the third nobody knows whether it was done.
            Kind::Create | Kind::Update => (Outcome::Unanswered(Failure::Closed), 3),
        };
        assert_eq!(seen.outcome, outcome, "{kind:?}: {seen:?}");
        assert_eq!(server.count(kind.path()), attempts, "{kind:?}");
    }
}

#[tokio::test]
async fn a_verb_that_is_not_allowed_is_exchanged_once() {
    for (kind, verbs) in [
        (Kind::Read, ["GET"].as_slice()),
        (Kind::Page, &["GET"]),
        (Kind::Delete, &["DELETE"]),
        (Kind::Update, &["POST", "PUT"]),
        (Kind::Create, &["PUT", "POST"]),
    ] {
        let refused = Part::text(kind.answer("405 Method Not Allowed"));
        let server = RawServer::start([refused, Part::Keep]).await.expect("a free port");
        let seen = send(kind, &patient(&server)).await;
        assert_eq!(seen.outcome, Outcome::Refused(405), "{kind:?}: {seen:?}");
        let sent: Vec<String> = server.requests().into_iter().map(|asked| asked.method).collect();
        assert_eq!(sent, verbs, "{kind:?}");
    }
}
