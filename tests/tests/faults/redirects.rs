//! Redirects that lead nowhere.

use deskpro_tests::{Part, RawServer};

use crate::fault::{in_time, patient, send};
use crate::kind::Kind;
use crate::outcome::Outcome;

/// How many redirects are followed: those of what only reads.
fn followed(kind: Kind) -> usize {
    match kind {
        Kind::Read | Kind::Page => 5,
        Kind::Delete | Kind::Update | Kind::Create => 0,
    }
}

fn redirect(status: u16, location: &str) -> Part {
    Part::text(format!("HTTP/1.1 {status} X\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"))
}

#[tokio::test]
async fn in_a_circle() {
    for status in [301, 302, 303, 307, 308] {
        for kind in Kind::ALL {
            let server = RawServer::answering(move |asked| {
                vec![
                    redirect(status, &format!("{}?round={}", asked.path, asked.number)),
                    Part::Keep,
                ]
            });
            let server = server.await.expect("a free port");
            let seen = send(kind, &patient(&server)).await;
            assert_eq!(seen.outcome, Outcome::Undocumented(status), "{kind:?}: {seen:?}");
            assert_eq!(server.count(kind.path()), 1 + followed(kind), "{kind:?}");
        }
    }
}

#[tokio::test]
async fn from_one_to_the_other_and_back() {
    for kind in Kind::ALL {
        let server = RawServer::answering(|asked| {
            let there = if asked.path == "/there" { "/back" } else { "/there" };
            vec![redirect(302, there), Part::Keep]
        });
        let server = server.await.expect("a free port");
        let seen = send(kind, &patient(&server)).await;
        assert_eq!(seen.outcome, Outcome::Undocumented(302), "{kind:?}: {seen:?}");
        assert_eq!(server.requests().len(), 1 + followed(kind), "{kind:?}");
        assert_eq!(server.count(kind.path()), 1, "{kind:?}");
    }
}

#[tokio::test]
async fn to_another_server() {
    let other = RawServer::start([Part::text("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")]);
    let other = other.await.expect("a free port");
    for kind in Kind::ALL {
        let server = RawServer::start([redirect(307, &other.url())]).await.expect("a free port");
        let seen = send(kind, &patient(&server)).await;
        assert_eq!(seen.outcome, Outcome::Undocumented(307), "{kind:?}: {seen:?}");
        in_time(server.hung_up()).await;
        assert_eq!((server.requests().len(), other.connections()), (1, 0), "{kind:?}");
    }
}
