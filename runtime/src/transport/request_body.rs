//! The body of a request, as transports send it.

use std::{
    fmt,
    io::{self, Cursor, Read},
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use futures_core::Stream;

/// The body of a request, of a length that is known.
#[derive(Clone, Default)]
pub struct RequestBody {
    bytes: Bytes,
}

impl RequestBody {
    /// How many bytes it has.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// Whether it has no bytes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The whole of it, where that is in memory.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&Bytes> {
        Some(&self.bytes)
    }

    /// Reads the whole of it.
    ///
    /// # Errors
    ///
    /// When a part of it cannot be read where it comes from.
    pub async fn read(self) -> io::Result<Bytes> {
        Ok(self.bytes)
    }

    /// The pieces of it, for those who wait.
    #[must_use]
    pub fn into_stream(self) -> RequestStream {
        RequestStream(Some(self.bytes).filter(|bytes| !bytes.is_empty()))
    }

    /// The bytes of it, for those who block.
    pub fn into_reader(self) -> impl Read + Send + 'static {
        Cursor::new(self.bytes)
    }

    /// Whether it can be sent more than once.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        true
    }

    /// The same body once more; `None` when it can be sent only once.
    #[must_use]
    pub fn try_clone(&self) -> Option<Self> {
        Some(self.clone())
    }
}

impl<B: Into<Bytes>> From<B> for RequestBody {
    fn from(bytes: B) -> Self {
        Self { bytes: bytes.into() }
    }
}

/// The pieces of a body that is sent.
#[derive(Debug)]
pub struct RequestStream(Option<Bytes>);

impl Stream for RequestStream {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Ok))
    }
}

/// Shows the length, not what is in it.
impl fmt::Debug for RequestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.len())
    }
}
