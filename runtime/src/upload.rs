//! Files to be sent.

use std::{
    ffi::OsStr,
    fmt, fs,
    io::{self, Read},
    path::Path,
    sync::Arc,
};

use bytes::Bytes;
use futures_core::Stream;

use crate::transport::Part;

/// A file to be sent: its name, what kind of file it is, and its content.
///
/// Made of a name and the content too, wherever one is taken: `("cat.png", bytes)`.
///
/// The content is in memory ([`new`](Self::new)), in a file ([`file`](Self::file)), or comes when it is
/// sent ([`stream`](Self::stream), [`reader`](Self::reader)). Its length is always known before, because
/// helpdesks refuse what comes without a `Content-Length`. What turns out to be shorter or longer is
/// not sent to its end: the request fails with an error of the kind
/// [`RequestBody`](crate::transport::TransportErrorKind::RequestBody), and its connection is closed.
///
/// A stream or a reader can be sent only once. A request with one is not sent again when the helpdesk is
/// overloaded, refuses the credentials or wants another verb: the answer stands. Clones share it, and
/// the first that is sent has it; the next fails with
/// [`RequestFault::Spent`](crate::RequestFault::Spent).
///
/// How long the whole may take is the time-out of the request, 60 seconds unless
/// [set](crate::Request::timeout).
///
/// # Examples
///
/// ```
/// use deskpro_runtime::Upload;
///
/// let upload = Upload::new("notes.txt", "It burns").content_type("text/plain");
/// assert_eq!(format!("{upload:?}"), r#"Upload("notes.txt", 8 bytes)"#);
/// ```
#[derive(Clone)]
pub struct Upload {
    pub(crate) file_name: String,
    pub(crate) content_type: String,
    pub(crate) content: Part,
}

impl Upload {
    /// A file with this name and content, of a kind that is not known.
    pub fn new(file_name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self::of(file_name.into(), Part::bytes(bytes.into()))
    }

    /// The file at this path, under its own name.
    ///
    /// Its length is taken now, which blocks for a moment; it is opened when it is sent, and read piece by
    /// piece by a thread of its own. If it has another length then, the request fails.
    ///
    /// # Errors
    ///
    /// When there is no such file, when it is a folder or something else that has no length, or when it
    /// cannot be asked for its length. Whether it can be read is seen when it is sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use deskpro_runtime::Upload;
    ///
    /// let upload = Upload::file("/var/log/printer.log")?.content_type("text/plain");
    /// assert_eq!(upload.len(), 13_000_000);
    /// # Ok::<_, std::io::Error>(())
    /// ```
    pub fn file(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref();
        let length = length_of(path).map_err(|error| {
            io::Error::new(error.kind(), format!("{} cannot be sent: {error}", path.display()))
        })?;
        let file_name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
        Ok(Self::of(file_name.into_owned(), Part::file(&std::path::absolute(path)?, length)))
    }

    /// A file with this name whose content comes from a stream, of as many bytes.
    ///
    /// The stream has to end after that many: whether there is more is seen before the end of the request
    /// is sent.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::{Bytes, Request, Upload};
    /// use futures_util::stream;
    ///
    /// fn with_log(request: Request, lines: Vec<Bytes>) -> Request {
    ///     let length = lines.iter().map(|line| line.len() as u64).sum();
    ///     let lines = stream::iter(lines.into_iter().map(Ok));
    ///     request.file("file", Upload::stream("printer.log", length, lines))
    /// }
    /// ```
    pub fn stream(
        file_name: impl Into<String>,
        length: u64,
        stream: impl Stream<Item = io::Result<Bytes>> + Send + 'static,
    ) -> Self {
        Self::of(file_name.into(), Part::stream(length, stream))
    }

    /// A file with this name whose content comes from a reader, of as many bytes.
    ///
    /// It is read by a thread of its own, which ends when the read returns that it is in while the request
    /// ends. The reader has to end after that many bytes; [`Read::take`] makes it so.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::{fs::File, io::{self, Read, Seek, SeekFrom}};
    ///
    /// use deskpro_runtime::Upload;
    ///
    /// /// The last bytes of a file that is still written to.
    /// fn tail(mut log: File, length: u64) -> io::Result<Upload> {
    ///     log.seek(SeekFrom::End(-length.cast_signed()))?;
    ///     Ok(Upload::reader("tail.log", length, log.take(length)))
    /// }
    /// ```
    pub fn reader(
        file_name: impl Into<String>,
        length: u64,
        reader: impl Read + Send + 'static,
    ) -> Self {
        Self::of(file_name.into(), Part::reader(length, reader))
    }

    fn of(file_name: String, content: Part) -> Self {
        Self { file_name, content_type: "application/octet-stream".to_owned(), content }
    }

    /// Says what kind of file it is: `image/png`.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = content_type.into();
        self
    }

    /// Sends it under this name.
    #[must_use]
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        self.file_name = file_name.into();
        self
    }

    /// Tells how many bytes of it were handed to the transport, and of how many: with every piece of up to
    /// 64 KiB, or of what a stream gives.
    ///
    /// What was handed over is sent soon; a connection may hold back some hundred KiB. When the request is
    /// sent again, because of a retry or of the other verb, it is told from the start again.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::Upload;
    ///
    /// let upload = Upload::new("notes.txt", "It burns")
    ///     .on_progress(|sent, length| eprintln!("{sent} of {length} bytes"));
    /// ```
    #[must_use]
    pub fn on_progress(mut self, tell: impl Fn(u64, u64) + Send + Sync + 'static) -> Self {
        self.content = self.content.telling(Arc::new(tell));
        self
    }

    /// How many bytes it has.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.content.len()
    }

    /// Whether it has no bytes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn length_of(path: &Path) -> io::Result<u64> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder"));
    }
    if !metadata.is_file() {
        let fault = "it is no regular file, so its length is not known";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, fault));
    }
    Ok(metadata.len())
}

impl<N: Into<String>, B: Into<Bytes>> From<(N, B)> for Upload {
    fn from((file_name, bytes): (N, B)) -> Self {
        Self::new(file_name, bytes)
    }
}

/// Shows name and length, not what is in it.
impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = format_args!("{} bytes", self.len());
        f.debug_tuple("Upload").field(&self.file_name).field(&length).finish()
    }
}
