//! Files of any source to the helpdesk, and files as they come.

use std::{fs, io, path::Path};

use deskpro_client::{Bytes, Upload};
use deskpro_mock::Dialect;
use futures_util::stream;

use crate::desk::Desk;

const LOG: &str = "It burns.\n";

#[tokio::test]
async fn a_file_arrives_whole_whatever_it_is_made_of() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("printer.log");
    fs::write(&path, LOG).unwrap();
    let desk = Desk::start(Dialect::Live).await;
    let pieces = stream::iter([Ok(Bytes::from("It ")), Ok(Bytes::from("burns.\n"))]);
    for upload in [
        Upload::new("printer.log", LOG),
        Upload::file(&path).unwrap(),
        Upload::stream("printer.log", 10, pieces),
        Upload::reader("printer.log", 10, io::Cursor::new(LOG)),
    ] {
        let upload = upload.content_type("text/plain");
        let stored = desk.client.blobs().create_temporary(upload).send().await.unwrap();
        let stored = stored.data.unwrap();
        assert_eq!(
            (stored.filename.as_str(), stored.content_type.as_str()),
            ("printer.log", "text/plain")
        );
        assert_eq!(stored.filesize_readable, "10.00 B");
    }
    fs::remove_file(path).unwrap();
}

#[tokio::test]
async fn an_image_comes_as_a_whole_or_piece_by_piece() {
    let desk = Desk::start(Dialect::Live).await;
    let whole = desk.client.people().image(2).send().await.unwrap();
    let download = desk.client.people().image(2).send().stream().await.unwrap();
    assert!(!whole.bytes.is_empty());
    assert_eq!(download.content_type(), whole.content_type());
    assert_eq!(download.content_length(), Some(whole.bytes.len() as u64));
    assert_eq!(download.bytes().await.unwrap(), whole.bytes);

    let refused = desk.client.people().image(99).send().stream().await.unwrap_err();
    assert_eq!(refused.status(), Some(404));
}
