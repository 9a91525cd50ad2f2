//! Files over real connections.

use std::{
    fs, io,
    pin::Pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering::SeqCst},
    },
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use deskpro_runtime::{
    Auth, Client, ClientBuilder, Empty, Upload,
    transport::{HyperTransport, TransportErrorKind},
};
use futures_util::{Stream, StreamExt, stream};
use tokio::{io::AsyncReadExt, io::AsyncWriteExt, net::TcpStream};

use crate::{
    folder::Folder,
    helpdesk::{API, Failed, TicketError},
    server::{Server, body_length, read_head},
    upload_sources::{pieces, upload, without_boundaries},
};

const CREATED: &[u8] = b"HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n";

fn builder(server: &Server) -> ClientBuilder<Client> {
    ClientBuilder::new(format!("http://{}", server.address), Auth::key("2:SECRET"), &API)
        .transport(HyperTransport::without_proxy().unwrap())
}

fn client(server: &Server) -> Client {
    builder(server).build().unwrap()
}

/// What a server got of a request.
struct Received {
    head: String,
    body: Vec<u8>,
    is_whole: bool,
}

async fn receive(stream: &mut TcpStream) -> Option<Received> {
    let (head, mut body) = read_head(stream).await?;
    let length = body_length(&head);
    let mut buffer = vec![0; 65_536];
    while body.len() < length {
        match stream.read(&mut buffer).await {
            Ok(0) | Err(_) => break,
            Ok(read) => body.extend_from_slice(&buffer[..read]),
        }
    }
    Some(Received { is_whole: body.len() == length, head, body })
}

type Log = Arc<Mutex<Vec<Received>>>;

/// A server that takes files and answers with what `answer` makes of how many came before.
async fn taking(answer: fn(usize) -> &'static [u8]) -> (Server, Log) {
    let log = Log::default();
    let record = log.clone();
    let server = Server::start(move |mut stream, _| {
        let log = record.clone();
        async move {
            while let Some(received) = receive(&mut stream).await {
                let before = {
                    let mut log = log.lock().unwrap();
                    log.push(received);
                    log.len() - 1
                };
                if stream.write_all(answer(before)).await.is_err() {
                    return;
                }
            }
        }
    })
    .await;
    (server, log)
}

#[tokio::test]
async fn whatever_a_file_is_made_of_its_length_is_said_and_kept() {
    let folder = Folder::new("whatever_a_file_is_made_of_its_length_is_said_and_kept");
    let content = "It burns".repeat(50_000);
    let path = folder.write("a.txt", &content);
    let (server, log) = taking(|_| CREATED).await;
    let client = client(&server);
    let bytes = Bytes::from(content.clone());
    let halves = stream::iter([Ok(bytes.slice(..100_001)), Ok(bytes.slice(100_001..))]);
    for file in [
        Upload::new("a.txt", bytes.clone()),
        Upload::file(path).unwrap(),
        Upload::stream("a.txt", 400_000, halves),
        Upload::reader("a.txt", 400_000, io::Cursor::new(bytes)),
    ] {
        upload(&client, file).send::<Empty, TicketError>().await.unwrap();
    }
    assert_eq!(server.connections(), 1);
    let log = log.lock().unwrap();
    assert_eq!(log.len(), 4);
    for Received { head, body, is_whole } in log.iter() {
        assert!(is_whole, "{head}");
        assert!(head.contains("\r\ncontent-length: 4002"), "{head}");
        assert!(!head.contains("transfer-encoding"), "{head}");
        let kind = head.lines().find(|line| line.starts_with("content-type: ")).unwrap();
        let expected = "--\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\
                        Content-Type: application/octet-stream\r\n\r\n";
        let body = without_boundaries(kind, std::str::from_utf8(body).unwrap());
        assert_eq!(body, format!("{expected}{content}\r\n----\r\n"));
    }
}

#[tokio::test]
async fn a_lie_about_the_length_breaks_the_request_off_and_ends_the_connection() {
    let folder = Folder::new("a_lie_about_the_length_breaks_the_request_off");
    let path = folder.write("a.txt", "It burns");
    let changed = Upload::file(&path).unwrap();
    fs::write(path, "It burned").unwrap();
    let (server, log) = taking(|_| CREATED).await;
    let client = client(&server);
    let lies = [
        (Upload::stream("a", 8, pieces(&["It burn"])), "ended after 7 of its 8 bytes"),
        (Upload::stream("a", 8, pieces(&["It burns", "!"])), "has more than its 8 bytes"),
        (Upload::reader("a", 8, io::empty()), "ended after 0 of its 8 bytes"),
        (changed, "had 8 bytes and has 9 now"),
    ];
    for (file, expected) in lies {
        let failed: Failed = upload(&client, file).send::<Empty, _>().await.unwrap_err();
        let Failed::Transport(error) = &failed else { panic!("{failed}") };
        assert_eq!(error.error().kind(), TransportErrorKind::RequestBody, "{failed}");
        let address = server.address;
        let expected = format!(
            "blobs.upload: POST /blobs got no answer from {address}: a file of the request {expected}"
        );
        assert_eq!(failed.to_string(), expected);
        upload(&client, ("a", "A")).send::<Empty, TicketError>().await.unwrap();
    }
    let log = log.lock().unwrap();
    let whole: Vec<_> = log.iter().filter(|received| received.is_whole).collect();
    assert_eq!(whole.len(), 4);
    let is_honest = |body: &[u8]| String::from_utf8_lossy(body).contains("\r\n\r\nA\r\n--");
    assert!(whole.iter().all(|received| is_honest(&received.body)));
    // One for the first, and another one after each lie.
    assert!(server.connections() >= 5, "{}", server.connections());
}

#[tokio::test]
async fn a_file_is_sent_again_when_the_helpdesk_is_overloaded() {
    let folder = Folder::new("a_file_is_sent_again_when_the_helpdesk_is_overloaded");
    let path = folder.write("a.txt", "It burns".repeat(20_000));
    let (server, log) = taking(|before| match before {
        0 => b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n",
        _ => CREATED,
    })
    .await;
    let told = Arc::new(Mutex::new(Vec::new()));
    let record = told.clone();
    let file = Upload::file(path).unwrap();
    let file = file.on_progress(move |sent, _| record.lock().unwrap().push(sent));
    let empty: Empty = upload(&client(&server), file).send::<_, TicketError>().await.unwrap();
    assert_eq!(empty.response().attempts().len(), 2);
    let log = log.lock().unwrap();
    let [first, second] = &log[..] else { panic!("{} requests", log.len()) };
    assert!(first.is_whole && second.is_whole);
    assert_eq!(first.body, second.body);
    let once = [65_536, 131_072, 160_000];
    assert_eq!(*told.lock().unwrap(), [once, once].concat());
}

/// A stream that notes when it is dropped.
struct Watched<S>(S, Arc<AtomicBool>);

impl<S: Stream + Unpin> Stream for Watched<S> {
    type Item = S::Item;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<S::Item>> {
        self.0.poll_next_unpin(context)
    }
}

impl<S> Drop for Watched<S> {
    fn drop(&mut self) {
        self.1.store(true, SeqCst);
    }
}

#[tokio::test]
async fn a_stream_that_stands_still_is_dropped_when_time_is_up() {
    let (server, _) = taking(|_| CREATED).await;
    let dropped = Arc::new(AtomicBool::new(false));
    let still = Watched(pieces(&["It "]).chain(stream::pending()), dropped.clone());
    let request = upload(&client(&server), Upload::stream("a", 8, still));
    let request = request.timeout(Duration::from_millis(100));
    let failed: Failed = request.send::<Empty, _>().await.unwrap_err();
    assert!(failed.is_timeout(), "{failed}");
    // The connection's own task drops it, soon.
    while !dropped.load(SeqCst) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn a_refusal_that_comes_before_the_end_of_a_file_is_heard() {
    let server = Server::start(|mut stream, _| async move {
        read_head(&mut stream).await;
        let refusal =
            b"HTTP/1.1 404 Not Found\r\ncontent-length: 20\r\n\r\n{\"code\":\"not_found\"}";
        stream.write_all(refusal).await.unwrap();
        std::future::pending::<()>().await;
    })
    .await;
    let piece = Bytes::from(vec![b'x'; 65_536]);
    let endless = stream::repeat_with(move || Ok(piece.clone()));
    let file = Upload::stream("a", 1 << 40, endless);
    let failed: Failed = upload(&client(&server), file).send::<Empty, _>().await.unwrap_err();
    assert!(matches!(failed, Failed::Api(TicketError::NotFound(_))), "{failed}");
}

#[tokio::test]
async fn of_300_megabytes_no_more_is_in_flight_than_buffers_hold() {
    const PIECE: usize = 64 * 1024;
    const PIECES: u64 = 4800;
    let received = Arc::new(AtomicU64::new(0));
    let counted = received.clone();
    let server = Server::start(move |mut stream, _| {
        let counted = counted.clone();
        async move {
            let (head, body) = read_head(&mut stream).await.unwrap();
            counted.fetch_add(body.len() as u64, SeqCst);
            let mut buffer = vec![0; PIECE];
            while counted.load(SeqCst) < body_length(&head) as u64 {
                let read = stream.read(&mut buffer).await.unwrap();
                counted.fetch_add(read as u64, SeqCst);
            }
            stream.write_all(CREATED).await.unwrap();
        }
    })
    .await;
    let most = Arc::new(AtomicU64::new(0));
    let (ahead, arrived, piece) = (most.clone(), received.clone(), Bytes::from(vec![b'x'; PIECE]));
    let content = stream::iter(0..PIECES).map(move |number| {
        let made = (number + 1) * PIECE as u64;
        ahead.fetch_max(made.saturating_sub(arrived.load(SeqCst)), SeqCst);
        Ok(piece.clone())
    });
    let length = PIECES * PIECE as u64;
    let told = Arc::new(AtomicU64::new(0));
    let record = told.clone();
    let file = Upload::stream("a.bin", length, content)
        .on_progress(move |sent, _| record.store(sent, SeqCst));
    let request = upload(&client(&server), file).timeout(Duration::from_secs(600));
    request.send::<Empty, TicketError>().await.unwrap();
    assert_eq!((length, told.load(SeqCst)), (314_572_800, 314_572_800));
    assert!((1..1000).contains(&(received.load(SeqCst) - length)), "head and end of the form");
    // Mostly buffers of the operating system.
    let most = most.load(SeqCst);
    assert!(most < 32 * 1024 * 1024, "{most} bytes were in flight");
}
