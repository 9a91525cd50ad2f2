//! Connections that do not come about, or end before an answer.

use std::time::Duration;

use deskpro_client::Upload;
use deskpro_client::runtime::transport::TransportErrorKind as Failure;
use deskpro_tests::{KEY, Part, RawServer, without_proxy};
use tokio::net::TcpSocket;

use crate::fault::{Fault, client, in_time, send};
use crate::kind::Kind;
use crate::outcome::{Outcome, seen};

#[tokio::test]
async fn nobody_listens() {
    // As long as the socket is there, nobody else can listen at its port.
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.bind(([127, 0, 0, 1], 0).into()).expect("a free port");
    let url = format!("http://{}", socket.local_addr().expect("it has a port"));
    let client = without_proxy(url, KEY).build().expect("valid settings");
    for kind in Kind::ALL {
        let seen = send(kind, &client).await;
        assert_eq!(seen.outcome, Outcome::Unanswered(Failure::Connect), "{seen:?}");
    }
}

#[tokio::test]
async fn accepted_and_closed() {
    Fault::deaf([]).ends_in(&[Outcome::Unanswered(Failure::Closed)]).await;
    Fault::new([]).ends_in(&[Outcome::Unanswered(Failure::Closed)]).await;
}

#[tokio::test]
async fn accepted_and_broken_off() {
    Fault::deaf([Part::Reset]).ends_in(&[Outcome::Unanswered(Failure::Closed)]).await;
    Fault::new([Part::Reset]).ends_in(&[Outcome::Unanswered(Failure::Closed)]).await;
}

#[tokio::test]
async fn accepted_and_silent() {
    Fault::new([Part::Wait]).timeout(300).ends_in(&[Outcome::TimedOut]).await;
    Fault::deaf([Part::Wait]).timeout(300).ends_in(&[Outcome::TimedOut]).await;
}

#[tokio::test]
async fn a_file_that_nobody_reads() {
    let server = RawServer::deaf([Part::Freeze]).await.expect("a free port");
    let client = client(&server, Duration::from_millis(500), 1 << 20);
    // More than the buffers of two sockets hold.
    let file = Upload::new("trace.log", vec![b'x'; 64 << 20]);
    let seen = seen(in_time(client.blobs().create_temporary(file).send()).await);
    assert_eq!((seen.outcome, server.connections()), (Outcome::TimedOut, 1), "{seen:?}");
}
