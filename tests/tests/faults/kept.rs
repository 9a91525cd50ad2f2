//! Connections that are kept, and then are not there any more.

use deskpro_client::runtime::transport::TransportErrorKind as Failure;
use deskpro_tests::{Part, RawServer};

use crate::fault::{in_time, patient, send};
use crate::kind::Kind;
use crate::outcome::Outcome;

#[tokio::test]
async fn one_that_was_closed_while_it_was_idle_is_not_used_again() {
    for kind in Kind::ALL {
        // Nothing in the answer says that the connection will be closed.
        let server =
            RawServer::start([Part::text(kind.answer("200 OK"))]).await.expect("a free port");
        let client = patient(&server);
        for round in 1..=3 {
            assert_eq!(send(kind, &client).await.outcome, Outcome::Success, "{kind:?}");
            in_time(server.hung_up()).await;
            assert_eq!((server.count(kind.path()), server.connections()), (round, round));
        }
    }
}

#[tokio::test]
async fn one_that_is_closed_when_the_next_request_comes() {
    for parts in [vec![], vec![Part::Reset]] {
        for kind in Kind::ALL {
            let parts = parts.clone();
            let server = RawServer::answering(move |asked| match asked.number {
                0 => vec![Part::text(kind.answer("200 OK")), Part::Keep],
                _ => parts.clone(),
            });
            let server = server.await.expect("a free port");
            let client = patient(&server);
            assert_eq!(send(kind, &client).await.outcome, Outcome::Success, "{kind:?}");
            let seen = send(kind, &client).await;
            // It was read, and nobody knows whether it was done.
            assert_eq!(seen.outcome, Outcome::Unanswered(Failure::Closed), "{kind:?}: {seen:?}");
            assert_eq!(server.count(kind.path()), 2, "{kind:?}");
        }
    }
}
