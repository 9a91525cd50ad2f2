//! Bodies that are read while they are sent, with every transport.

use std::{io, sync::Arc};

use deskpro_runtime::{
    Auth, Client, Empty, Error, Method, Operation, Request, Undocumented, Upload,
    transport::{Transport, TransportErrorKind as Kind},
};

use crate::{
    requests::Made,
    server::{Server, ok},
};

/// Tests of bodies that are read while they are sent, for one transport.
macro_rules! files {
    ($made:expr) => {
        tests_of! { files, $made;
            what_is_not_in_memory_goes_with_its_length_too,
            what_is_not_as_long_as_it_was_said_to_be_is_not_sent_to_its_end,
        }
    };
}

static UPLOAD: Operation = Operation {
    name: "blobs.upload",
    method: Method::Post,
    path: "/blobs",
    negotiable: false,
    repeatable: false,
    success: &[200],
};

async fn upload(
    server: &Server,
    transport: &Arc<dyn Transport>,
    file: Upload,
) -> Result<Empty, Error<Box<Undocumented>>> {
    let client: Client = Client::builder(server.url(""), Auth::none())
        .transport(transport.clone())
        .without_retries()
        .build()
        .unwrap();
    Request::new(&client, &UPLOAD, &[]).file("file", file).send().await
}

pub(crate) async fn what_is_not_in_memory_goes_with_its_length_too(made: Made) {
    let server = Server::answering(|_| ok(""));
    let transport = (made.plain)();
    let content = "It burns. ".repeat(50_000);
    for _ in 0..2 {
        let file = Upload::reader("a.txt", 500_000, io::Cursor::new(content.clone()));
        upload(&server, &transport, file).await.unwrap();
    }
    for request in server.requests() {
        let (head, body) = request.split_once("\r\n\r\n").unwrap();
        assert!(head.contains(&format!("\r\ncontent-length: {}", body.len())), "{head}");
        assert!(!head.contains("transfer-encoding"), "{head}");
        assert!(body.contains(&content), "{} bytes", body.len());
    }
    assert_eq!((server.requests().len(), server.connections()), (2, 1));
}

pub(crate) async fn what_is_not_as_long_as_it_was_said_to_be_is_not_sent_to_its_end(made: Made) {
    let server = Server::answering(|_| ok(""));
    let transport = (made.plain)();
    for (content, expected) in [
        ("It burn", "a file of the request ended after 7 of its 8 bytes"),
        ("It burns!", "a file of the request has more than its 8 bytes"),
    ] {
        let file = Upload::reader("a.txt", 8, io::Cursor::new(content));
        let failed = upload(&server, &transport, file).await.unwrap_err();
        let Error::Transport(error) = &failed else { panic!("{failed}") };
        assert_eq!(error.error().kind(), Kind::RequestBody);
        assert_eq!(error.error().to_string(), expected);
    }
    assert!(server.requests().is_empty(), "{:?}", server.requests());
}
