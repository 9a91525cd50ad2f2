//! A download for those who block.

use std::{
    fmt,
    io::{self, Read, Write},
    path::Path,
};

use bytes::{Buf, Bytes, BytesMut};

use super::{Download, SaveError, partial_file::PartialFile};
use crate::{DecodeFault, Error, ResponseHead, blocking::block_on};

/// A [`Download`] that is waited for without a runtime: a reader, and an iterator of pieces.
///
/// What [`DownloadFuture::wait`](crate::DownloadFuture::wait) gives. All that is said of [`Download`] holds
/// here too; reading fails with an [`io::Error`] around the [`Error`].
///
/// # Examples
///
/// ```
/// use std::io;
///
/// use deskpro_runtime::{Call, Content, Refused};
///
/// fn print<E>(call: Call<Content, E>) -> Result<u64, Box<dyn std::error::Error>>
/// where
///     E: Refused + std::error::Error + Send + Sync + 'static,
/// {
///     let mut download = call.send().stream().wait()?;
///     Ok(io::copy(&mut download, &mut io::stdout())?)
/// }
/// ```
#[must_use = "a download that is dropped closes its connection"]
pub struct BlockingDownload<E> {
    download: Download<E>,
    /// What is left of a piece that was read in part.
    piece: Bytes,
}

impl<E> BlockingDownload<E> {
    pub(super) fn new(download: Download<E>) -> Self {
        Self { download, piece: Bytes::new() }
    }

    /// What kind of file it is, where the helpdesk says so: `image/png`.
    pub fn content_type(&self) -> Option<&str> {
        self.download.content_type()
    }

    /// The name of the file, where the helpdesk gives one; it is a name and no path.
    pub fn file_name(&self) -> Option<String> {
        self.download.file_name()
    }

    /// How many bytes the file has, where the helpdesk says so.
    pub fn content_length(&self) -> Option<u64> {
        self.download.content_length()
    }

    /// Status and headers.
    pub fn response(&self) -> &ResponseHead {
        self.download.response()
    }

    /// How many bytes came so far.
    pub fn received(&self) -> u64 {
        self.download.received()
    }

    /// How many bytes the file may have; see [`Download::limit`].
    pub fn limit(mut self, bytes: u64) -> Self {
        self.download = self.download.limit(bytes);
        self
    }

    /// Tells of every piece; see [`Download::on_progress`].
    pub fn on_progress(mut self, tell: impl FnMut(u64, Option<u64>) + Send + 'static) -> Self {
        self.download = self.download.on_progress(tell);
        self
    }

    /// The rest of the file, in memory; see [`Download::bytes`].
    ///
    /// # Errors
    ///
    /// When the rest does not come or is too long.
    pub fn bytes(mut self) -> Result<Bytes, Error<E>> {
        self.download.inflow.limit_memory(self.download.body_limit);
        let mut bytes = BytesMut::new();
        for piece in self {
            bytes.extend_from_slice(&piece?);
        }
        Ok(bytes.freeze())
    }

    /// Writes the rest of the file, and says how many bytes that were.
    ///
    /// # Errors
    ///
    /// When the rest does not come or is too long, or cannot be written. What was written before stays.
    pub fn save_to(self, writer: &mut impl Write) -> Result<u64, SaveError<E>> {
        let mut written = 0_u64;
        for piece in self {
            let piece = piece?;
            writer.write_all(&piece)?;
            written = written.saturating_add(piece.len() as u64);
        }
        writer.flush()?;
        Ok(written)
    }

    /// Saves the rest of the file at this path, in place of what is there; see [`Download::save`]. Nothing
    /// that is half-written is ever there, and nothing is left behind.
    ///
    /// # Errors
    ///
    /// When the rest does not come or is too long, or cannot be written.
    pub fn save(self, path: impl AsRef<Path>) -> Result<u64, SaveError<E>> {
        let mut file = PartialFile::create(path.as_ref())?;
        let written = self.save_to(&mut file)?;
        file.keep()?;
        Ok(written)
    }
}

impl<E> Iterator for BlockingDownload<E> {
    type Item = Result<Bytes, Error<E>>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.piece.is_empty() {
            true => block_on(self.download.next()),
            false => Some(Ok(std::mem::take(&mut self.piece))),
        }
    }
}

impl<E: std::error::Error + Send + Sync + 'static> Read for BlockingDownload<E> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.piece.is_empty() {
            match block_on(self.download.next()) {
                None => return Ok(0),
                Some(piece) => self.piece = piece.map_err(io_error)?,
            }
        }
        let length = self.piece.len().min(buffer.len());
        self.piece.split_to(length).copy_to_slice(buffer.get_mut(..length).unwrap_or_default());
        Ok(length)
    }
}

fn io_error<E: std::error::Error + Send + Sync + 'static>(error: Error<E>) -> io::Error {
    let kind = match &error {
        _ if error.is_timeout() => io::ErrorKind::TimedOut,
        Error::Decode(decode) => match decode.fault() {
            DecodeFault::TooLarge { .. } => io::ErrorKind::FileTooLarge,
            DecodeFault::Interrupted { .. } => io::ErrorKind::UnexpectedEof,
            _ => io::ErrorKind::Other,
        },
        _ => io::ErrorKind::Other,
    };
    io::Error::new(kind, error)
}

/// Shows how far it is, not what is in the file.
impl<E> fmt::Debug for BlockingDownload<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BlockingDownload").field(&self.download).finish()
    }
}
