//! A part of a body: where its bytes come from, how many there are, and who is told of them.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use futures_core::Stream;

use super::read_ahead::read_ahead;
use crate::transport::TransportError;

/// Bytes that are there, or that are read when they are sent.
///
/// Clones share a stream or a reader: whichever is sent first has it.
#[derive(Clone)]
pub(crate) struct Part {
    source: Source,
    length: u64,
    tell: Option<Tell>,
}

/// Who is told how many bytes of a part were handed out, and of how many.
pub(super) type Tell = Arc<dyn Fn(u64, u64) + Send + Sync>;

#[derive(Clone)]
enum Source {
    Bytes(Bytes),
    File(Arc<Path>),
    Stream(Once<Pieces>),
    Reader(Once<Box<dyn Read + Send>>),
}

/// What can be taken out once, by whichever clone comes first.
type Once<T> = Arc<Mutex<Option<T>>>;

/// Pieces as they come.
pub(super) type Pieces = Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>>;

/// What a part consists of when it is sent.
pub(super) enum Opened {
    Bytes(Bytes),
    Pieces(Pieces),
}

impl Part {
    pub(crate) fn bytes(bytes: Bytes) -> Self {
        Self { length: bytes.len() as u64, source: Source::Bytes(bytes), tell: None }
    }

    pub(crate) fn file(path: &Path, length: u64) -> Self {
        Self { source: Source::File(path.into()), length, tell: None }
    }

    pub(crate) fn stream(
        length: u64,
        stream: impl Stream<Item = io::Result<Bytes>> + Send + 'static,
    ) -> Self {
        Self { source: Source::Stream(once(Box::pin(stream))), length, tell: None }
    }

    pub(crate) fn reader(length: u64, reader: impl Read + Send + 'static) -> Self {
        Self { source: Source::Reader(once(Box::new(reader))), length, tell: None }
    }

    pub(crate) fn telling(self, tell: Arc<dyn Fn(u64, u64) + Send + Sync>) -> Self {
        Self { tell: Some(tell), ..self }
    }

    pub(crate) fn len(&self) -> u64 {
        self.length
    }

    /// The bytes, where they are in memory.
    pub(crate) fn as_bytes(&self) -> Option<&Bytes> {
        match &self.source {
            Source::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// The bytes, where they are in memory and nobody is told of them.
    pub(crate) fn plain(&self) -> Option<&Bytes> {
        self.as_bytes().filter(|_| self.tell.is_none())
    }

    pub(crate) fn is_repeatable(&self) -> bool {
        matches!(self.source, Source::Bytes(_) | Source::File(_))
    }

    /// Whether it could be sent only once, and was.
    pub(crate) fn is_spent(&self) -> bool {
        match &self.source {
            Source::Bytes(_) | Source::File(_) => false,
            Source::Stream(stream) => is_taken(stream),
            Source::Reader(reader) => is_taken(reader),
        }
    }

    pub(super) fn into_tell(self) -> Option<Tell> {
        self.tell
    }

    /// What is to be sent, now.
    pub(super) fn open(&self) -> io::Result<Opened> {
        let pieces = match &self.source {
            Source::Bytes(bytes) => return Ok(Opened::Bytes(bytes.clone())),
            Source::File(path) => {
                let (path, length) = (Arc::clone(path), self.length);
                read_ahead(move || open_file(&path, length))?
            }
            Source::Stream(stream) => take(stream)?,
            Source::Reader(reader) => {
                let reader = take(reader)?;
                read_ahead(move || Ok(reader))?
            }
        };
        Ok(Opened::Pieces(pieces))
    }
}

/// Opens a file that has to be as long as it was when the request was made.
fn open_file(path: &Path, length: u64) -> io::Result<File> {
    let file = File::open(path)?;
    let now = file.metadata()?.len();
    if now != length {
        let fault = format!("a file of the request had {length} bytes and has {now} now");
        return Err(TransportError::request_body(fault).into_io());
    }
    Ok(file)
}

fn once<T>(value: T) -> Once<T> {
    Arc::new(Mutex::new(Some(value)))
}

fn is_taken<T>(once: &Once<T>) -> bool {
    once.lock().unwrap_or_else(PoisonError::into_inner).is_none()
}

fn take<T>(once: &Once<T>) -> io::Result<T> {
    once.lock().unwrap_or_else(PoisonError::into_inner).take().ok_or_else(|| {
        let fault = "a file of the request can be sent only once, and was";
        TransportError::request_body(fault).into_io()
    })
}
