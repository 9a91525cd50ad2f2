//! Files in requests.

use bytes::Bytes;
use deskpro_runtime::{Clear, Client, Empty, Method, Operation, Request, Upload};

use crate::helpdesk::{TicketError, helpdesk, response};

static UPLOAD: Operation = Operation {
    name: "blobs.upload",
    method: Method::Post,
    path: "/blobs/temp",
    negotiable: false,
    repeatable: false,
    success: &[201],
};

fn upload(client: &Client) -> Request {
    Request::new(client, &UPLOAD, &[])
}

/// The content type and the parts of what is sent, without the lines with the boundary.
async fn sent(request: impl FnOnce(Request) -> Request) -> (String, Vec<String>) {
    let (client, transport) = helpdesk(|_| response(201, ""));
    request(upload(&client)).send::<Empty, TicketError>().await.unwrap();
    let request = transport.requests().remove(0);
    let content_type = request.headers()["content-type"].to_str().unwrap().to_owned();
    let boundary = content_type.split_once("boundary=").unwrap().1.to_owned();
    let body = String::from_utf8(request.into_body().to_vec()).unwrap();
    let body = body.strip_prefix(&format!("--{boundary}\r\n")).unwrap().to_owned();
    let body = body.strip_suffix(&format!("\r\n--{boundary}--\r\n")).unwrap().to_owned();
    let parts = body.split(&format!("\r\n--{boundary}\r\n")).map(str::to_owned).collect();
    (content_type, parts)
}

#[tokio::test]
async fn a_file_is_a_part_of_a_form() {
    let (content_type, parts) = sent(|request| request.file("file", ("a.txt", "It burns"))).await;
    assert!(content_type.starts_with("multipart/form-data; boundary="), "{content_type}");
    assert_eq!(
        parts,
        ["Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\
          Content-Type: application/octet-stream\r\n\r\nIt burns"]
    );
}

#[tokio::test]
async fn fields_are_text_parts_set_before_or_after() {
    let (_, parts) = sent(|request| {
        request
            .field("title", &"a \"b\"\n\u{e9}")
            .field("dropped", &"x")
            .file("file", Upload::new("a.png", vec![b'x'; 3]).content_type("image/png"))
            .field("is_inline", &true)
            .field_list::<u64>("ids", [1_u64, 2])
            .field_set::<String>("none", Clear)
            .field("dropped", &None::<String>)
    })
    .await;
    let part = |name: &str, value: &str| {
        format!("Content-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}")
    };
    assert_eq!(
        parts,
        [
            part("title", "a \"b\"\n\u{e9}"),
            part("is_inline", "true"),
            part("ids", "[1,2]"),
            part("none", "null"),
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\
             Content-Type: image/png\r\n\r\nxxx"
                .to_owned(),
        ]
    );
}

#[tokio::test]
async fn a_whole_body_gives_way_to_a_file_and_a_file_to_a_whole_body() {
    let (_, parts) =
        sent(|request| request.body("text/plain", "whole").file("file", ("a", "A"))).await;
    assert_eq!(parts.len(), 1);
    let (client, transport) = helpdesk(|_| response(201, ""));
    let request = upload(&client).file("file", ("a", "A")).body("text/plain", "whole");
    request.send::<Empty, TicketError>().await.unwrap();
    assert_eq!(transport.requests()[0].body(), &Bytes::from_static(b"whole"));
}

#[tokio::test]
async fn what_could_not_be_a_part_is_a_fault() {
    let (client, transport) = helpdesk(|_| response(201, ""));
    for (upload_, expected) in [
        (Upload::new("", "x"), "the file `file` has no name"),
        (
            Upload::new("a", "x").content_type("text/plain\r\nX: y"),
            "its header \"content-type\": its value holds control characters",
        ),
    ] {
        let request = upload(&client).file("file", upload_);
        let error = request.send::<Empty, TicketError>().await.unwrap_err().to_string();
        assert_eq!(error, format!("blobs.upload: POST /blobs/temp was not sent: {expected}"));
    }
    assert!(transport.requests().is_empty());
}

#[test]
fn debug_shows_names_and_no_content() {
    let (client, _) = helpdesk(|_| response(201, ""));
    let request = upload(&client).file("file", ("a.txt", "SECRET")).field("title", &"SECRET");
    let shown = format!("{request:?}");
    assert!(shown.contains(r#"["title", "file"]"#) && !shown.contains("SECRET"), "{shown}");
    assert_eq!(format!("{:?}", Upload::from(("a", "SECRET"))), "Upload(\"a\", 6 bytes)");
}
