//! Files that are saved: whole under their name, or not at all.

use std::{fs, io, time::Duration};

use bytes::Bytes;
use deskpro_runtime::{Download, SaveError, transport::TransportErrorKind};
use futures_channel::mpsc;

use crate::{
    downloads::download,
    folder::Folder,
    helpdesk::TicketError,
    piecemeal::{Piece, Piecemeal},
};

fn file(end: Option<TransportErrorKind>) -> Piecemeal {
    Piecemeal::file(&[], &["It ", "burns"], end)
}

/// A download that begins with one piece and goes on with what is sent then.
async fn open() -> (Download<TicketError>, mpsc::UnboundedSender<Piece>) {
    let (sender, receiver) = mpsc::unbounded();
    sender.unbounded_send(Ok(Bytes::from_static(b"It "))).unwrap();
    let transport = Piecemeal::new(200, &[], receiver);
    (download(&transport.client()).await.unwrap(), sender)
}

/// Waits until a folder is so.
async fn until(folder: &Folder, is_so: impl Fn(&[String]) -> bool) {
    while !is_so(&folder.names()) {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

/// Whether a folder holds nothing but a file that has not got its name, with something in it.
fn is_partial(folder: &Folder, names: &[String]) -> bool {
    let [name] = names else { return false };
    assert!(name.starts_with(".deskpro-") && name.ends_with(".part"), "{name}");
    fs::metadata(folder.path(name)).is_ok_and(|metadata| metadata.len() == 3)
}

#[tokio::test]
async fn a_file_is_saved_in_place_of_what_is_there() {
    let folder = Folder::new("a_file_is_saved_in_place_of_what_is_there");
    let path = folder.write("a.txt", "something older and longer");
    let download_ = download(&file(None).client()).await.unwrap();
    assert_eq!(download_.save(&path).await.unwrap(), 8);
    assert_eq!(fs::read_to_string(&path).unwrap(), "It burns");

    let blocking = download(&file(None).client()).wait().unwrap();
    assert_eq!(blocking.save(folder.path("b.txt")).unwrap(), 8);
    assert_eq!(fs::read_to_string(folder.path("b.txt")).unwrap(), "It burns");

    // What was taken before is not written.
    let mut rest = download(&file(None).client()).await.unwrap();
    rest.next().await.unwrap().unwrap();
    assert_eq!(rest.save(folder.path("c.txt")).await.unwrap(), 5);
    assert_eq!(fs::read_to_string(folder.path("c.txt")).unwrap(), "burns");

    let empty = Piecemeal::file(&[], &[], None);
    let saved = download(&empty.client()).await.unwrap().save(folder.path("d.txt")).await;
    assert_eq!(saved.unwrap(), 0);
    assert_eq!(folder.names(), ["a.txt", "b.txt", "c.txt", "d.txt"]);
}

#[tokio::test]
async fn it_has_another_name_until_it_is_complete() {
    let folder = Folder::new("it_has_another_name_until_it_is_complete");
    let (download, rest) = open().await;
    let path = folder.path("a.txt");
    let saving = tokio::spawn(async move { download.save(path).await.unwrap() });
    until(&folder, |names| is_partial(&folder, names)).await;
    rest.unbounded_send(Ok(Bytes::from_static(b"burns"))).unwrap();
    drop(rest);
    assert_eq!(saving.await.unwrap(), 8);
    assert_eq!(folder.names(), ["a.txt"]);
}

#[tokio::test]
async fn what_breaks_off_leaves_nothing_behind_and_what_was_there_alone() {
    let folder = Folder::new("what_breaks_off_leaves_nothing_behind");
    let path = folder.write("a.txt", "older");
    let cut = file(Some(TransportErrorKind::Closed));
    let error = download(&cut.client()).await.unwrap().save(&path).await.unwrap_err();
    assert!(matches!(error, SaveError::Download(_)));
    let expected = "tickets.get: GET /tickets/13 answered 200, \
                    but the body broke off after 8 bytes: it went wrong";
    assert_eq!(error.to_string(), expected);
    assert_eq!(folder.names(), ["a.txt"]);

    let cut = file(Some(TransportErrorKind::Closed));
    let error = download(&cut.client()).wait().unwrap().save(&path).unwrap_err();
    assert_eq!(error.to_string(), expected);
    assert_eq!(folder.names(), ["a.txt"]);
    assert_eq!(fs::read_to_string(path).unwrap(), "older");
}

#[tokio::test]
async fn dropping_it_leaves_nothing_behind() {
    let folder = Folder::new("dropping_it_leaves_nothing_behind");
    let (download, _rest) = open().await;
    let path = folder.path("a.txt");
    let saving = tokio::spawn(async move { download.save(path).await.map(drop) });
    until(&folder, |names| is_partial(&folder, names)).await;
    saving.abort();
    assert!(saving.await.unwrap_err().is_cancelled());
    until(&folder, <[String]>::is_empty).await;
}

#[tokio::test]
async fn where_no_file_can_be_none_is_saved() {
    let folder = Folder::new("where_no_file_can_be_none_is_saved");
    let is_folder = "the file could not be written: a file cannot be saved as a folder";
    for (path, kind, expected) in [
        (folder.path(""), io::ErrorKind::IsADirectory, is_folder),
        (folder.path(".."), io::ErrorKind::IsADirectory, is_folder),
        (folder.path("no/a.txt"), io::ErrorKind::NotFound, "the file could not be written: "),
    ] {
        let asynchronous = download(&file(None).client()).await.unwrap().save(&path).await;
        let blocking = download(&file(None).client()).wait().unwrap().save(&path);
        for error in [asynchronous.unwrap_err(), blocking.unwrap_err()] {
            assert!(error.to_string().starts_with(expected), "{error}");
            let SaveError::Write(error) = error else { panic!("{error}") };
            assert_eq!(error.kind(), kind);
        }
    }
    assert!(folder.names().is_empty());
}

/// Takes three bytes and no more.
struct Full(Vec<u8>);

impl io::Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > 3 {
            return Err(io::Error::new(io::ErrorKind::StorageFull, "full"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_writer_gets_what_comes_and_may_fail() {
    let mut written = Vec::new();
    let download_ = download(&file(None).client()).await.unwrap();
    assert_eq!(download_.save_to(&mut written).await.unwrap(), 8);
    assert_eq!(written, b"It burns");

    let (mut one, mut other) = (Full(Vec::new()), Full(Vec::new()));
    let asynchronous = download(&file(None).client()).await.unwrap().save_to(&mut one).await;
    let blocking = download(&file(None).client()).wait().unwrap().save_to(&mut other);
    for error in [asynchronous.unwrap_err(), blocking.unwrap_err()] {
        assert_eq!(error.to_string(), "the file could not be written: full");
        assert!(
            matches!(error, SaveError::Write(error) if error.kind() == io::ErrorKind::StorageFull)
        );
    }
    assert_eq!((one.0, other.0), (b"It ".to_vec(), b"It ".to_vec()));
}
