//! Bodies that are read while they come, with every transport.

use std::sync::{Arc, mpsc};

use deskpro_runtime::transport::TransportErrorKind as Kind;
use tokio::{
    io::AsyncWriteExt,
    sync::{
        Mutex,
        mpsc::{UnboundedSender, unbounded_channel},
    },
};

use crate::{
    requests::{Made, SOON, get, piece},
    server::{Server, comes, read_request, until_closed},
};

/// Tests of bodies that are read while they come, for one transport.
macro_rules! open_bodies {
    ($made:expr) => {
        tests_of! { open_bodies, $made;
            an_open_body_comes_piece_by_piece,
            an_open_body_breaks_off,
            an_open_body_may_pause_no_longer_than_the_time_out,
            an_open_body_that_nobody_reads_is_not_sent,
        }
    };
}

/// A server that sends the second half of a body when it is told to, and a way to tell it.
fn halting(second: &'static str) -> (Server, UnboundedSender<()>) {
    let (go_on, goes_on) = unbounded_channel();
    let goes_on = Arc::new(Mutex::new(goes_on));
    let server = Server::start(move |mut stream, _| {
        let goes_on = goes_on.clone();
        async move {
            read_request(&mut stream).await;
            let first = "HTTP/1.1 206 Partial\r\nx-a: b\r\ncontent-length: 10\r\n\r\nfirst";
            stream.write_all(first.as_bytes()).await.unwrap();
            goes_on.lock().await.recv().await;
            stream.write_all(second.as_bytes()).await.unwrap();
        }
    });
    (server, go_on)
}

pub(crate) async fn an_open_body_comes_piece_by_piece(made: Made) {
    let (server, go_on) = halting("again");
    let mut request = get(&server.url("/"));
    // It is no limit for whoever reads piece by piece.
    request.body_limit = 1;
    let mut answer = (made.plain)().open(request).await.unwrap();
    assert_eq!((answer.status.as_u16(), &answer.headers["x-a"]), (206, &"b".parse().unwrap()));
    assert_eq!(piece(&mut answer).await, Some(Ok("first".to_owned())));
    go_on.send(()).unwrap();
    assert_eq!(piece(&mut answer).await, Some(Ok("again".to_owned())));
    assert_eq!(piece(&mut answer).await, None);
}

pub(crate) async fn an_open_body_breaks_off(made: Made) {
    let (server, go_on) = halting("ag");
    let mut answer = (made.plain)().open(get(&server.url("/"))).await.unwrap();
    assert_eq!(piece(&mut answer).await, Some(Ok("first".to_owned())));
    go_on.send(()).unwrap();
    assert_eq!(piece(&mut answer).await, Some(Ok("ag".to_owned())));
    assert_eq!(piece(&mut answer).await, Some(Err(Kind::Closed)));
    assert_eq!(piece(&mut answer).await, None);
}

pub(crate) async fn an_open_body_may_pause_no_longer_than_the_time_out(made: Made) {
    let (server, _go_on) = halting("");
    let mut request = get(&server.url("/"));
    request.timeout = SOON;
    let mut answer = (made.plain)().open(request).await.unwrap();
    assert_eq!(piece(&mut answer).await, Some(Ok("first".to_owned())));
    assert_eq!(piece(&mut answer).await, Some(Err(Kind::Timeout)));
    assert_eq!(piece(&mut answer).await, None);
}

pub(crate) async fn an_open_body_that_nobody_reads_is_not_sent(made: Made) {
    let (closed, is_closed) = mpsc::channel();
    let server = Server::start(move |mut stream, _| {
        let closed = closed.clone();
        async move {
            read_request(&mut stream).await;
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nfirst").await.unwrap();
            until_closed(stream).await;
            closed.send(()).unwrap();
        }
    });
    let transport = (made.plain)();
    let mut answer = transport.open(get(&server.url("/"))).await.unwrap();
    assert_eq!(piece(&mut answer).await, Some(Ok("first".to_owned())));
    drop(answer);
    comes(is_closed).await;
}
