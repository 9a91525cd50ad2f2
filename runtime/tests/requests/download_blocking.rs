//! Files that are read by those who block.

use std::io::Read;

use deskpro_runtime::{BlockingDownload, transport::TransportErrorKind};

use crate::{
    downloads::download,
    helpdesk::{Failed, TicketError},
    piecemeal::Piecemeal,
};

#[test]
fn a_client_that_blocks_reads_it_piece_by_piece_and_byte_by_byte() {
    let begun = |end| -> BlockingDownload<TicketError> {
        let headers = [("content-length", "8"), ("content-type", "text/plain")];
        let transport = Piecemeal::file(&headers, &["It ", "", "burns"], end);
        download(&transport.client()).wait().unwrap()
    };
    let mut reader = begun(None);
    assert_eq!((reader.content_type(), reader.content_length()), (Some("text/plain"), Some(8)));
    assert_eq!((reader.file_name(), reader.response().status()), (None, 200));
    let mut start = [0; 2];
    assert_eq!((reader.read(&mut start).unwrap(), &start), (2, b"It"));
    assert_eq!(reader.received(), 3);
    // What was read in part is the next piece.
    assert_eq!(reader.next().unwrap().unwrap(), " ");
    let mut rest = String::new();
    reader.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "burns");
    assert!(reader.next().is_none());

    assert_eq!(begun(None).bytes().unwrap(), "It burns");
    let mut written = Vec::new();
    assert_eq!(begun(None).save_to(&mut written).unwrap(), 8);
    assert_eq!(written, b"It burns");

    for (limit, end, kind) in [
        (8, Some(TransportErrorKind::Timeout), std::io::ErrorKind::TimedOut),
        (8, Some(TransportErrorKind::Closed), std::io::ErrorKind::UnexpectedEof),
        (7, None, std::io::ErrorKind::FileTooLarge),
    ] {
        let error = begun(end).limit(limit).read_to_end(&mut Vec::new()).unwrap_err();
        assert_eq!(error.kind(), kind);
        let inner = error.downcast::<Failed>().unwrap();
        assert!(matches!(inner, Failed::Decode(_)), "{inner}");
    }
}
