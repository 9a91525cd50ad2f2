//! Files when a request is sent again: what can be sent only once is not.

use std::{
    io::Cursor,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use deskpro_runtime::{
    Auth, Client, Credentials, CredentialsFuture, Empty, Limits, RequestFault, Upload,
    transport::{
        MemoryTransport, RequestBody, Transport, TransportError, TransportFuture, TransportRequest,
    },
};

use crate::{
    folder::Folder,
    helpdesk::{Failed, TicketError, builder, helpdesk, response, with_header},
    upload_sources::{pieces, upload},
};

const CONTENT: &str = "It burns";

fn stream() -> Upload {
    Upload::stream("a.txt", 8, pieces(&["It ", "burns"]))
}

fn reader() -> Upload {
    Upload::reader("a.txt", 8, Cursor::new(CONTENT))
}

/// Answers first so, then with success.
fn first(status: u16) -> (Client, MemoryTransport) {
    let answered = AtomicUsize::new(0);
    helpdesk(move |_| match answered.fetch_add(1, Ordering::SeqCst) {
        0 => with_header(response(status, ""), "location", "/api/v2/blobs/other"),
        _ => response(201, ""),
    })
}

/// With which status a request ended, and what was sent as what.
async fn outcome(
    (client, transport): (Client, MemoryTransport),
    file: Upload,
) -> (u16, Vec<String>) {
    let status = match upload(&client, file).send::<Empty, TicketError>().await {
        Ok(empty) => empty.response().status(),
        Err(error) => error.status().unwrap(),
    };
    let requests = transport.requests();
    for request in &requests {
        let body = std::str::from_utf8(request.body()).unwrap();
        assert!(body.contains("\r\n\r\nIt burns\r\n--"), "{body}");
    }
    let lines =
        requests.iter().map(|request| format!("{} {}", request.method(), request.uri().path()));
    (status, lines.collect())
}

#[tokio::test]
async fn bytes_and_files_are_sent_again_streams_and_readers_are_not() {
    let folder = Folder::new("bytes_and_files_are_sent_again_streams_and_readers_are_not");
    let path = folder.write("a.txt", CONTENT);
    for (status, second) in [
        (503, "POST /api/v2/blobs"),
        (429, "POST /api/v2/blobs"),
        (405, "PUT /api/v2/blobs"),
        (307, "POST /api/v2/blobs/other"),
    ] {
        for file in [
            Upload::new("a.txt", CONTENT),
            Upload::new("a.txt", CONTENT).on_progress(|_, _| {}),
            Upload::file(&path).unwrap(),
        ] {
            let sent = ["POST /api/v2/blobs".to_owned(), second.to_owned()].to_vec();
            assert_eq!(outcome(first(status), file).await, (201, sent), "{status}");
        }
        for file in [stream(), reader()] {
            let sent = ["POST /api/v2/blobs".to_owned()].to_vec();
            assert_eq!(outcome(first(status), file).await, (status, sent), "{status}");
        }
    }
}

struct Renewed;

impl Credentials for Renewed {
    fn current(&self, refused: Option<&Auth>) -> CredentialsFuture {
        let auth = Auth::bearer(if refused.is_some() { "NEW" } else { "OLD" });
        Box::pin(std::future::ready(Ok(auth)))
    }
}

#[tokio::test]
async fn refused_credentials_stand_where_the_body_is_gone() {
    let folder = Folder::new("refused_credentials_stand_where_the_body_is_gone");
    let path = folder.write("a.txt", CONTENT);
    for (file, expected, sent) in
        [(Upload::file(&path).unwrap(), 201, 2), (stream(), 401, 1), (reader(), 401, 1)]
    {
        let transport = MemoryTransport::new(|request| {
            match request.headers()["authorization"] == "Bearer NEW" {
                true => response(201, ""),
                false => response(401, ""),
            }
        });
        let client = builder().credentials(Renewed).transport(transport.clone()).build().unwrap();
        let (status, lines) = outcome((client, transport), file).await;
        assert_eq!((status, lines.len()), (expected, sent));
    }
}

#[tokio::test]
async fn a_clone_that_comes_second_is_not_sent() {
    for file in [stream(), reader()] {
        let (client, transport) = helpdesk(|_| response(201, ""));
        let request = upload(&client, file);
        let again = request.clone();
        request.send::<Empty, TicketError>().await.unwrap();
        let failed: Failed = again.send::<Empty, _>().await.unwrap_err();
        let Failed::Request(error) = &failed else { panic!("{failed}") };
        assert_eq!(error.fault(), &RequestFault::Spent);
        let expected = "blobs.upload: POST /blobs was not sent: \
                        a file of it can be sent only once, and was";
        assert_eq!(failed.to_string(), expected);
        assert_eq!(transport.requests().len(), 1);
    }
}

#[tokio::test]
async fn what_was_not_sent_is_not_spent() {
    let transport = MemoryTransport::new(|_| response(201, ""));
    let limits = Limits::new().hourly(1).fail_fast();
    let client: Client = builder().limits(limits).transport(transport.clone()).build().unwrap();
    upload(&client, ("a", "A")).send::<Empty, TicketError>().await.unwrap();
    let request = upload(&client, stream());
    let failed: Failed = request.clone().send::<Empty, _>().await.unwrap_err();
    assert!(failed.is_rate_limited(), "{failed}");
    transport.simulated_clock().advance(Duration::from_secs(2 * 3600));
    request.send::<Empty, TicketError>().await.unwrap();
    assert_eq!(transport.requests().len(), 2);
}

#[tokio::test]
async fn progress_is_told_piece_by_piece_and_begins_again_with_a_retry() {
    let folder = Folder::new("progress_is_told_piece_by_piece_and_begins_again_with_a_retry");
    let content = vec![b'x'; 150_000];
    let path = folder.write("a.bin", &content);
    let by_64_kib = [(65_536, 150_000), (131_072, 150_000), (150_000, 150_000)];
    let by_bytes = [(3, 8), (8, 8)];
    let twice = |told: &[(u64, u64)]| [told, told].concat();
    for (file, expected) in [
        (Upload::new("a", content.clone()), twice(&by_64_kib)),
        (Upload::file(path).unwrap(), twice(&by_64_kib)),
        (Upload::reader("a", 150_000, Cursor::new(content)), by_64_kib.to_vec()),
        (Upload::stream("a", 8, pieces(&["It ", "", "burns"])), by_bytes.to_vec()),
        (Upload::new("a", ""), Vec::new()),
    ] {
        let (client, _) = first(503);
        let told = Arc::new(Mutex::new(Vec::new()));
        let record = told.clone();
        let file =
            file.on_progress(move |sent, length| record.lock().unwrap().push((sent, length)));
        let _ = upload(&client, file).send::<Empty, TicketError>().await;
        assert_eq!(*told.lock().unwrap(), expected);
    }
}

/// Keeps what bodies say of themselves, instead of sending them.
#[derive(Clone, Default)]
struct Bodies(Arc<Mutex<Vec<RequestBody>>>);

impl Transport for Bodies {
    fn call(&self, request: TransportRequest) -> TransportFuture {
        self.0.lock().unwrap().push(request.http.into_body());
        let other = deskpro_runtime::transport::TransportErrorKind::Other;
        Box::pin(std::future::ready(Err(TransportError::new(other, "not sent"))))
    }
}

#[tokio::test]
async fn a_body_says_how_long_it_is_and_whether_it_can_be_repeated() {
    let folder = Folder::new("a_body_says_how_long_it_is_and_whether_it_can_be_repeated");
    let path = folder.write("a.txt", CONTENT);
    let bodies = Bodies::default();
    let client: Client = builder().transport(bodies.clone()).build().unwrap();
    for (file, is_in_memory, is_repeatable) in [
        (Upload::new("a.txt", CONTENT), true, true),
        (Upload::new("a.txt", CONTENT).on_progress(|_, _| {}), false, true),
        (Upload::file(path).unwrap(), false, true),
        (stream(), false, false),
        (reader(), false, false),
    ] {
        upload(&client, file).send::<Empty, TicketError>().await.unwrap_err();
        let body = bodies.0.lock().unwrap().pop().unwrap();
        assert_eq!(body.as_bytes().is_some(), is_in_memory);
        assert_eq!((body.is_repeatable(), body.is_empty()), (is_repeatable, false));
        assert_eq!(body.try_clone().is_some(), is_repeatable);
        let (length, shown) = (body.len(), format!("{body:?}"));
        assert_eq!(shown, format!("{length} bytes"));
        let bytes: Bytes = body.read().await.unwrap();
        assert_eq!(bytes.len() as u64, length);
    }
}

#[test]
fn a_body_is_read_by_those_who_block() {
    use std::io::Read;
    let mut reader = RequestBody::from("It burns").into_reader();
    let (mut start, mut rest) = ([0; 3], String::new());
    assert_eq!(reader.read(&mut start).unwrap(), 3);
    reader.read_to_string(&mut rest).unwrap();
    assert_eq!((&start, rest.as_str()), (b"It ", "burns"));
    assert_eq!(RequestBody::default().into_reader().read(&mut start).unwrap(), 0);
}
