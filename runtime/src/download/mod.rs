//! Files as they come, piece by piece.

mod blocking;
mod error;
mod future;
mod inflow;
mod partial_file;
mod write_behind;

use std::{
    fmt,
    future::poll_fn,
    io,
    marker::PhantomData,
    path::Path,
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::{Bytes, BytesMut};
use futures_core::{FusedStream, Stream};

pub use self::{blocking::BlockingDownload, error::SaveError, future::DownloadFuture};
use self::{
    inflow::{Fault, Inflow},
    write_behind::WriteBehind,
};
use crate::{DecodeError, Error, Response, ResponseHead, file_name::file_name};

/// A file that is on its way: its head, and a stream of what is in it.
///
/// What [`ResponseFuture::stream`](crate::ResponseFuture::stream) gives. Status and headers are there, the
/// rest is read as fast as it is taken and no faster. Between two pieces no more time may pass than the
/// time-out of the request; its total time-out counted until the head came. Nothing is asked for again
/// once the body has begun.
///
/// The stream ends with the file, or after an error, never silently before the end: when the connection
/// fails, or fewer bytes come than `Content-Length` says, the error is
/// [`DecodeFault::Interrupted`](crate::DecodeFault::Interrupted), which says how many came. Dropping it
/// closes the connection.
///
/// There is no limit unless [`limit`](Self::limit) sets one, because what is read goes on at once and takes
/// up no memory; except for [`bytes`](Self::bytes).
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Call, Content, Error, Refused};
///
/// async fn count_lines<E: Refused>(call: Call<Content, E>) -> Result<usize, Error<E>> {
///     let mut download = call.send().stream().await?.limit(1 << 30);
///     let mut lines = 0;
///     while let Some(piece) = download.next().await {
///         lines += piece?.iter().filter(|byte| **byte == b'\n').count();
///     }
///     Ok(lines)
/// }
/// ```
#[must_use = "a download that is dropped closes its connection"]
pub struct Download<E> {
    response: Response,
    inflow: Inflow,
    /// What `bytes` reads unless a limit was set.
    body_limit: usize,
    outcome: PhantomData<fn() -> E>,
}

impl<E> Download<E> {
    /// What kind of file it is, where the helpdesk says so: `image/png`.
    pub fn content_type(&self) -> Option<&str> {
        self.response().header("content-type")
    }

    /// The name of the file, where the helpdesk gives one; see
    /// [`Content::file_name`](crate::Content::file_name). It is a name and no path.
    pub fn file_name(&self) -> Option<String> {
        file_name(self.response())
    }

    /// How many bytes the file has, where the helpdesk says so: `Content-Length`.
    pub fn content_length(&self) -> Option<u64> {
        self.inflow.length()
    }

    /// Status and headers.
    pub fn response(&self) -> &ResponseHead {
        self.response.head()
    }

    /// How many bytes came so far.
    pub fn received(&self) -> u64 {
        self.inflow.received()
    }

    /// How many bytes the file may have; as many as it likes unless set.
    ///
    /// When it has more, the error is [`DecodeFault::TooLarge`](crate::DecodeFault::TooLarge): at once
    /// where `Content-Length` says so, else with the piece that would go beyond.
    pub fn limit(mut self, bytes: u64) -> Self {
        self.inflow.set_limit(bytes);
        self
    }

    /// Tells with every piece how many bytes came so far, and of how many where the helpdesk says so.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::Download;
    ///
    /// fn shown<E>(download: Download<E>) -> Download<E> {
    ///     download.on_progress(|received, length| match length {
    ///         Some(length) => eprintln!("{received} of {length} bytes"),
    ///         None => eprintln!("{received} bytes"),
    ///     })
    /// }
    /// ```
    pub fn on_progress(mut self, tell: impl FnMut(u64, Option<u64>) + Send + 'static) -> Self {
        self.inflow.set_tell(Box::new(tell));
        self
    }

    /// The next piece, or `None` at the end of the file.
    ///
    /// # Errors
    ///
    /// When the rest does not come or is too long; there are no further pieces then.
    pub async fn next(&mut self) -> Option<Result<Bytes, Error<E>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The rest of the file, in memory: no more of it than the client's
    /// [`body_limit`](crate::ClientBuilder::body_limit) unless another [`limit`](Self::limit) was set.
    ///
    /// # Errors
    ///
    /// When the rest does not come or is too long.
    pub async fn bytes(mut self) -> Result<Bytes, Error<E>> {
        self.inflow.limit_memory(self.body_limit);
        let mut bytes = BytesMut::new();
        while let Some(piece) = self.next().await {
            bytes.extend_from_slice(&piece?);
        }
        Ok(bytes.freeze())
    }

    /// Writes the rest of the file, and says how many bytes that were.
    ///
    /// The writer is written to by whoever polls: one that blocks for long is better served by a thread, as
    /// [`save`](Self::save) does.
    ///
    /// # Errors
    ///
    /// When the rest does not come or is too long, or cannot be written. What was written before stays.
    pub async fn save_to(mut self, writer: &mut impl io::Write) -> Result<u64, SaveError<E>> {
        let before = self.received();
        while let Some(piece) = self.next().await {
            writer.write_all(&piece?)?;
        }
        writer.flush()?;
        Ok(self.received() - before)
    }

    /// Saves the rest of the file at this path, in place of what is there, and says how many bytes that
    /// were.
    ///
    /// It is written beside the path under another name, `.deskpro-*.part`, and renamed when it is
    /// complete and on the disk: nothing that is half-written is ever at the path. After an error, and soon
    /// after the future is dropped, the other file is gone too. A thread of its own writes, so that
    /// nobody is blocked.
    ///
    /// # Errors
    ///
    /// When the rest does not come or is too long, or cannot be written.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::path::Path;
    ///
    /// use deskpro_runtime::{Call, Content, Refused, SaveError};
    ///
    /// async fn save<E: Refused>(
    ///     call: Call<Content, E>,
    ///     folder: &Path,
    /// ) -> Result<u64, SaveError<E>> {
    ///     let download = call.send().stream().await?;
    ///     let name = download.file_name().unwrap_or_else(|| "download".to_owned());
    ///     download.save(folder.join(name)).await
    /// }
    /// ```
    pub async fn save(mut self, path: impl AsRef<Path>) -> Result<u64, SaveError<E>> {
        let before = self.received();
        let mut file = WriteBehind::begin(path.as_ref().to_owned())?;
        while let Some(piece) = self.next().await {
            let piece = match piece {
                Ok(piece) => piece,
                Err(error) => {
                    file.give_up().await;
                    return Err(error.into());
                }
            };
            if !file.write(piece).await {
                // It takes no more; why not is said at the end.
                break;
            }
        }
        file.finish().await?;
        Ok(self.received() - before)
    }

    fn error(&self, fault: Fault) -> Error<E> {
        let (ended, fault) = fault.into_parts();
        let response = self.response.clone().ending(ended);
        self.response.span().unreadable(&response);
        Error::Decode(Box::new(DecodeError::new(response, fault)))
    }
}

impl<E> Stream for Download<E> {
    type Item = Result<Bytes, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = ready!(self.inflow.poll_piece(context));
        Poll::Ready(piece.map_err(|fault| self.error(fault)).transpose())
    }
}

impl<E> FusedStream for Download<E> {
    fn is_terminated(&self) -> bool {
        self.inflow.has_ended()
    }
}

/// Shows how far it is, not what is in the file.
impl<E> fmt::Debug for Download<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("received", &self.received())
            .field("length", &self.content_length())
            .field("response", self.response())
            .finish_non_exhaustive()
    }
}
