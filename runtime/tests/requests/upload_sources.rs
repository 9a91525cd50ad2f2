//! Files that are not in memory: read when they are sent, and as long as they were said to be.

use std::{
    error::Error as _,
    fs,
    io::{self, Cursor, Read},
    time::Duration,
};

use bytes::Bytes;
use deskpro_runtime::{
    Client, Empty, Method, Operation, Request, Upload,
    transport::{MemoryTransport, TransportErrorKind},
};
use futures_util::{Stream, stream};

use crate::{
    folder::Folder,
    helpdesk::{Failed, TicketError, helpdesk, response},
};

pub(crate) static UPLOAD: Operation = Operation {
    name: "blobs.upload",
    method: Method::Post,
    path: "/blobs",
    negotiable: true,
    repeatable: true,
    success: &[201],
};

pub(crate) fn upload(client: &Client, upload: impl Into<Upload>) -> Request {
    Request::new(client, &UPLOAD, &[]).file("file", upload)
}

/// A stream of these pieces.
pub(crate) fn pieces(
    pieces: &[&'static str],
) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static {
    let pieces: Vec<_> =
        pieces.iter().map(|piece| Ok(Bytes::from_static(piece.as_bytes()))).collect();
    stream::iter(pieces)
}

/// The body of a request without its boundaries.
pub(crate) fn without_boundaries(content_type: &str, body: &str) -> String {
    let (_, boundary) = content_type.split_once("boundary=").unwrap();
    body.replace(boundary, "")
}

fn bodies(transport: &MemoryTransport) -> Vec<String> {
    let requests = transport.requests();
    let body = |request: &http::Request<Bytes>| {
        let content_type = request.headers()["content-type"].to_str().unwrap();
        without_boundaries(content_type, std::str::from_utf8(request.body()).unwrap())
    };
    requests.iter().map(body).collect()
}

async fn failed(request: Request) -> Failed {
    request.send::<Empty, TicketError>().await.map(drop).unwrap_err()
}

#[tokio::test]
async fn files_streams_and_readers_are_parts_like_bytes() {
    let folder = Folder::new("files_streams_and_readers_are_parts_like_bytes");
    let path = folder.write("c.txt", "It smokes");
    let (client, transport) = helpdesk(|_| response(201, ""));
    let request = upload(&client, ("a.txt", "It burns"))
        .file("b", Upload::stream("b.txt", 8, pieces(&["It ", "", "burns"])))
        .file("c", Upload::file(&path).unwrap().content_type("text/plain"))
        .file("d", Upload::reader("d.txt", 8, Cursor::new("It glows")))
        .file("e", Upload::file(&path).unwrap().file_name("e.txt"))
        .file("f", Upload::reader("f.txt", 0, io::empty()))
        .field("title", &"Fire");
    request.send::<Empty, TicketError>().await.unwrap();
    let part = |name: &str, kind: &str, content: &str| {
        format!(
            "--\r\nContent-Disposition: form-data; name=\"{name}\"\r\n{kind}\r\n{content}\r\n",
            name = name.replace('/', "\"; filename=\"")
        )
    };
    let unknown = "Content-Type: application/octet-stream\r\n";
    let expected = [
        part("title", "", "Fire"),
        part("file/a.txt", unknown, "It burns"),
        part("b/b.txt", unknown, "It burns"),
        part("c/c.txt", "Content-Type: text/plain\r\n", "It smokes"),
        part("d/d.txt", unknown, "It glows"),
        part("e/e.txt", unknown, "It smokes"),
        part("f/f.txt", unknown, ""),
        "----\r\n".to_owned(),
    ];
    assert_eq!(bodies(&transport), [expected.concat()]);
}

#[test]
fn what_is_no_file_is_none_from_the_start() {
    let folder = Folder::new("what_is_no_file_is_none_from_the_start");
    let error = Upload::file(folder.path("nothing.txt")).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::NotFound);
    assert!(error.to_string().contains("nothing.txt cannot be sent: "), "{error}");
    let error = Upload::file(folder.path("")).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::IsADirectory);
    assert!(error.to_string().ends_with(" cannot be sent: it is a folder"), "{error}");
    #[cfg(unix)]
    assert_eq!(Upload::file("/dev/null").unwrap_err().kind(), io::ErrorKind::InvalidInput);

    let upload = Upload::file(folder.write("a.txt", "It burns")).unwrap();
    assert_eq!((upload.len(), upload.is_empty()), (8, false));
    assert_eq!(format!("{upload:?}"), r#"Upload("a.txt", 8 bytes)"#);
}

#[tokio::test]
async fn what_is_shorter_or_longer_than_it_said_is_an_error() {
    fn reader(text: &'static str) -> impl Read + Send {
        Cursor::new(text)
    }
    let (client, transport) = helpdesk(|_| response(201, ""));
    let shorter = "a file of the request ended after 7 of its 8 bytes";
    let longer = "a file of the request has more than its 8 bytes";
    for (file, expected) in [
        (Upload::stream("a", 8, pieces(&["It burn"])), shorter),
        (Upload::stream("a", 8, pieces(&["It burns", "!"])), longer),
        (Upload::stream("a", 8, pieces(&["It burns!"])), longer),
        (Upload::reader("a", 8, reader("It burn")), shorter),
        (Upload::reader("a", 8, reader("It burns!")), longer),
    ] {
        let Failed::Transport(error) = failed(upload(&client, file)).await else {
            panic!("{expected}")
        };
        assert_eq!(error.error().kind(), TransportErrorKind::RequestBody);
        assert_eq!(
            error.to_string(),
            format!("blobs.upload: POST /blobs got no answer from support.example.com: {expected}")
        );
    }
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn a_file_that_changed_since_it_was_chosen_is_an_error() {
    let folder = Folder::new("a_file_that_changed_since_it_was_chosen_is_an_error");
    let (client, transport) = helpdesk(|_| response(201, ""));
    for (now, expected) in [
        (Some("It burn"), "a file of the request had 8 bytes and has 7 now"),
        (Some("It burns!"), "a file of the request had 8 bytes and has 9 now"),
        (None, "a file of the request could not be read: "),
    ] {
        let path = folder.write("a.txt", "It burns");
        let request = upload(&client, Upload::file(&path).unwrap());
        match now {
            Some(content) => fs::write(&path, content).unwrap(),
            None => fs::remove_file(&path).unwrap(),
        }
        let Failed::Transport(error) = failed(request).await else { panic!("{expected}") };
        assert_eq!(error.error().kind(), TransportErrorKind::RequestBody);
        assert!(error.error().to_string().starts_with(expected), "{error}");
        assert_eq!(error.attempts().len(), 1, "what is wrong now will be wrong again");
    }
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn what_a_stream_or_a_reader_fails_with_is_the_cause() {
    struct Torn;
    impl Read for Torn {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::new(io::ErrorKind::TimedOut, "the tape is torn"))
        }
    }
    let (client, _) = helpdesk(|_| response(201, ""));
    let torn =
        stream::iter([Ok(Bytes::from_static(b"It")), Err(io::Error::other("the tape is torn"))]);
    for file in [Upload::stream("a", 8, torn), Upload::reader("a", 8, Torn)] {
        let Failed::Transport(error) = failed(upload(&client, file)).await else {
            panic!("no error")
        };
        assert_eq!(error.error().kind(), TransportErrorKind::RequestBody);
        let expected = "a file of the request could not be read: the tape is torn";
        assert_eq!(error.error().to_string(), expected);
        assert_eq!(error.source().unwrap().to_string(), "the tape is torn");
    }
}

#[tokio::test]
async fn a_stream_of_nothing_keeps_nobody_from_their_turn() {
    let (client, _) = helpdesk(|_| response(201, ""));
    let nothing = stream::repeat_with(|| Ok(Bytes::new()));
    let sending = upload(&client, Upload::stream("a", 8, nothing)).send::<Empty, TicketError>();
    assert!(tokio::time::timeout(Duration::from_millis(20), sending).await.is_err());
}

#[test]
fn a_client_that_blocks_sends_them_too() {
    let folder = Folder::new("a_client_that_blocks_sends_them_too");
    let path = folder.write("a.txt", "It burns");
    let (client, transport) = helpdesk(|_| response(201, ""));
    for file in [
        Upload::file(path).unwrap(),
        Upload::stream("a.txt", 8, pieces(&["It ", "burns"])),
        Upload::reader("a.txt", 8, Cursor::new("It burns")),
        Upload::new("a.txt", "It burns").on_progress(|_, _| {}),
    ] {
        upload(&client, file).send::<Empty, TicketError>().wait().unwrap();
    }
    let bodies = bodies(&transport);
    assert_eq!(bodies.len(), 4);
    for body in bodies {
        assert!(body.ends_with("\r\n\r\nIt burns\r\n----\r\n"), "{body}");
    }
}
