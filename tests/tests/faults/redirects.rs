//! Redirects that lead nowhere.

use deskpro_tests::{Part, RawServer};

use crate::fault::{in_time, patient, send};
use crate::kind::Kind;
use crate::outcome::Outcome;

/// How many redirects are followed: those of what only reads, and those that mean the same request at
/// another place.
fn followed(kind: Kind, status: u16) -> usize {
    match (kind, status) {
        (Kind::Read | Kind::Page, _) | (_, 303 | 307 | 308) => 10,
        (Kind::Delete | Kind::Update | Kind::Create, _) => 0,
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
            assert_eq!(server.count(kind.path()), 1 + followed(kind, status), "{kind:?}");
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
        assert_eq!(server.requests().len(), 1 + followed(kind, 302), "{kind:?}");
        assert_eq!(server.count(kind.path()), 1, "{kind:?}");
    }
}

#[tokio::test]
async fn to_another_server() {
    for kind in Kind::ALL {
        let there =
            RawServer::start([Part::text(kind.answer("200 OK"))]).await.expect("a free port");
        let server = RawServer::start([redirect(307, &there.url())]).await.expect("a free port");
        let seen = send(kind, &patient(&server)).await;
        in_time(server.hung_up()).await;
        match kind {
            // What sends nothing is asked for there, without the key.
            Kind::Read | Kind::Page => {
                assert_eq!(seen.outcome, Outcome::Success, "{kind:?}: {seen:?}");
                let [asked] = &there.requests()[..] else { panic!("{kind:?} was not asked") };
                let mut headers = asked.headers.clone();
                headers.retain(|name| name != "accept-encoding");
                assert_eq!(headers, ["accept", "user-agent", "host"]);
            }
            Kind::Delete | Kind::Update | Kind::Create => {
                assert_eq!(seen.outcome, Outcome::Undocumented(307), "{kind:?}: {seen:?}");
                assert_eq!((server.requests().len(), there.connections()), (1, 0), "{kind:?}");
            }
        }
    }
}
