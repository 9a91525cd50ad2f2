//! Files that come over real connections.

use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::SeqCst},
    },
    time::Duration,
};

use deskpro_runtime::{
    Auth, Client, ClientBuilder, Content, DecodeFault, Download, RequestFault,
    transport::{HyperTransport, TransportErrorKind},
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::{
    downloads::download,
    folder::Folder,
    helpdesk::{API, Failed, TicketError, get},
    server::{Server, ok, read_head},
};

fn builder(server: &Server) -> ClientBuilder<Client> {
    ClientBuilder::new(format!("http://{}", server.address), Auth::key("2:SECRET"), &API)
        .transport(HyperTransport::without_proxy().unwrap())
}

async fn begun(server: &Server) -> Download<TicketError> {
    download(&builder(server).build().unwrap()).await.unwrap()
}

/// A server that writes this and closes the connection.
async fn cutting(answer: &'static str) -> Server {
    Server::start(move |mut stream, _| async move {
        read_head(&mut stream).await;
        stream.write_all(answer.as_bytes()).await.unwrap();
    })
    .await
}

#[tokio::test]
async fn a_download_that_was_read_leaves_its_connection_to_the_next() {
    let folder = Folder::new("a_download_that_was_read_leaves_its_connection_to_the_next");
    let server = Server::answering(|_| ok(&"It burns".repeat(50_000))).await;
    let client = builder(&server).build().unwrap();
    let saved = download(&client).await.unwrap().save(folder.path("a.txt")).await.unwrap();
    assert_eq!(saved, 400_000);
    let content = fs::read_to_string(folder.path("a.txt")).unwrap();
    assert_eq!(content, "It burns".repeat(50_000));
    let whole = get(&client, 13).send::<Content, TicketError>().await.unwrap();
    assert_eq!(whole.bytes.len(), 400_000);
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_body_that_is_cut_is_never_taken_for_the_whole() {
    for (answer, length) in [
        ("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nIt burns", Some(10)),
        ("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n8\r\nIt burns\r\n", None),
    ] {
        let mut download = begun(&cutting(answer).await).await;
        assert_eq!(download.content_length(), length);
        assert_eq!(download.next().await.unwrap().unwrap(), "It burns");
        let failed = download.next().await.unwrap().unwrap_err();
        let Failed::Decode(error) = &failed else { panic!("{failed}") };
        let DecodeFault::Interrupted { received: 8, length: known, error } = error.fault() else {
            panic!("{failed}")
        };
        assert_eq!((*known, error.kind()), (length, TransportErrorKind::Closed));
        assert!(download.next().await.is_none());
    }
}

#[tokio::test]
async fn a_body_that_stands_still_is_waited_for_as_long_as_the_time_out() {
    let server = Server::start(|mut stream, _| async move {
        read_head(&mut stream).await;
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nIt").await.unwrap();
        std::future::pending::<()>().await;
    })
    .await;
    let client = builder(&server).timeout(Duration::from_millis(200)).build().unwrap();
    let failed = download(&client).await.unwrap().bytes().await.unwrap_err();
    assert!(failed.is_timeout(), "{failed}");
    let end = "answered 200, but the body broke off after 2 of 10 bytes: time was up";
    assert!(failed.to_string().ends_with(end), "{failed}");
}

/// A server that sends a file of this length; says how much of it was taken, and when the other side
/// has closed the connection.
async fn sending(length: u64) -> (Server, Arc<AtomicU64>, tokio::sync::mpsc::Receiver<()>) {
    let (closed, is_closed) = tokio::sync::mpsc::channel(1);
    let written = Arc::new(AtomicU64::new(0));
    let count = written.clone();
    let server = Server::start(move |mut stream, _| {
        let (closed, count) = (closed.clone(), count.clone());
        async move {
            read_head(&mut stream).await;
            let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n");
            stream.write_all(head.as_bytes()).await.unwrap();
            let piece = vec![b'x'; 65_536];
            while count.load(SeqCst) < length {
                if stream.write_all(&piece).await.is_err() {
                    break;
                }
                count.fetch_add(piece.len() as u64, SeqCst);
            }
            // Nothing comes from the other side but its end.
            if !matches!(stream.read(&mut [0; 16]).await, Ok(1..)) {
                let _ = closed.send(()).await;
            }
        }
    })
    .await;
    (server, written, is_closed)
}

const LENGTH: u64 = 300 * 1024 * 1024;

#[tokio::test]
async fn a_download_that_is_dropped_closes_its_connection() {
    let (server, written, mut is_closed) = sending(LENGTH).await;
    let mut download = begun(&server).await;
    download.next().await.unwrap().unwrap();
    drop(download);
    is_closed.recv().await.unwrap();
    assert!(written.load(SeqCst) < 64 * 1024 * 1024);
}

#[tokio::test]
async fn what_is_too_long_by_its_own_account_is_not_read() {
    let (server, written, mut is_closed) = sending(LENGTH).await;
    let mut download = begun(&server).await.limit(LENGTH - 1);
    let failed = download.next().await.unwrap().unwrap_err();
    let end = "answered 200, but the body is longer than 314572799 bytes";
    assert!(failed.to_string().ends_with(end), "{failed}");
    assert_eq!(download.received(), 0);
    // Closed although the download is still there.
    is_closed.recv().await.unwrap();
    assert!(written.load(SeqCst) < 64 * 1024 * 1024);
}

#[tokio::test]
async fn of_300_megabytes_no_more_is_in_flight_than_buffers_hold() {
    let (server, written, _) = sending(LENGTH).await;
    let mut download = begun(&server).await;
    let mut most = 0;
    while let Some(piece) = download.next().await {
        piece.unwrap();
        most = most.max(written.load(SeqCst).saturating_sub(download.received()));
    }
    assert_eq!((download.received(), download.content_length()), (LENGTH, Some(LENGTH)));
    // Mostly buffers of the operating system.
    assert!(most < 32 * 1024 * 1024, "{most} bytes were in flight");
}

#[tokio::test]
async fn a_download_that_rests_stops_the_sender() {
    let (server, written, _) = sending(LENGTH).await;
    let mut download = begun(&server).await;
    download.next().await.unwrap().unwrap();
    // As long as the sender gets on, it is waited for.
    let mut before = u64::MAX;
    while written.load(SeqCst) != before {
        before = written.load(SeqCst);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(before < 64 * 1024 * 1024, "{before} bytes were taken");
}

#[tokio::test]
async fn an_asynchronous_client_is_not_waited_for() {
    let server = Server::answering(|_| ok("It burns")).await;
    let client = builder(&server).build().unwrap();
    let failed = download(&client).wait().unwrap_err();
    let Failed::Request(error) = &failed else { panic!("{failed}") };
    assert_eq!(error.fault(), &RequestFault::NotBlocking);
    assert!(server.requests().is_empty());
}
