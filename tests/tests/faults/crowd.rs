//! Many requests at once.

use std::collections::BTreeSet;

use deskpro_tests::{Part, RawServer};
use futures_util::stream::{self, StreamExt};

use crate::fault::{in_time, patient};

const REQUESTS: u64 = 10_000;
const IN_FLIGHT: usize = 256;

#[tokio::test]
async fn each_of_ten_thousand_requests_gets_its_own_answer() {
    let server = RawServer::answering(|asked| {
        let id = asked.path.rsplit('/').next().unwrap_or_default();
        let body = format!(r#"{{"data": {{"id": {id}, "subject": "Ticket {id}"}}}}"#);
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len());
        vec![Part::text(head + &body), Part::Keep]
    });
    let server = server.await.expect("a free port");
    let client = patient(&server);
    let answers = stream::iter(1..=REQUESTS).map(|id| {
        let client = &client;
        async move {
            let ticket = client.tickets().get(id).send().await.expect("a ticket").data;
            assert_eq!((ticket.id.get(), ticket.subject), (id, format!("Ticket {id}")));
            id
        }
    });
    let answered: BTreeSet<u64> = in_time(answers.buffer_unordered(IN_FLIGHT).collect()).await;
    assert!(answered.into_iter().eq(1..=REQUESTS), "none is lost");

    let paths: BTreeSet<String> = server.requests().into_iter().map(|asked| asked.path).collect();
    assert_eq!(paths.len(), 10_000);
    assert_eq!(server.requests().len(), 10_000, "none is sent twice");
    // A connection may be opened while another one becomes free.
    assert!(server.connections() <= 2 * IN_FLIGHT, "{} connections", server.connections());
}
