//! The body of a request, as transports send it.

mod outline;
mod part;
mod read_ahead;
mod reader;
mod stream;

use std::{
    fmt,
    future::poll_fn,
    io::{self, Read},
    pin::Pin,
};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use self::reader::RequestReader;
pub use self::stream::RequestStream;
pub(crate) use self::{outline::Outline, part::Part};

/// The body of a request, of a length that is known.
///
/// Mostly it is in memory. Where files are sent that are not, it is read while it is sent, and reading it
/// may fail: because the file cannot be read, or because it is not as long as it was said to be. The
/// transport then has to break off, so that the helpdesk does not take the part for the whole, and to
/// fail with [`TransportError::of_request_body`](super::TransportError::of_request_body).
#[derive(Default)]
pub struct RequestBody(Content);

enum Content {
    Whole(Bytes),
    Parts(Vec<Part>),
}

impl Default for Content {
    fn default() -> Self {
        Self::Whole(Bytes::new())
    }
}

impl RequestBody {
    /// These parts, one after the other.
    pub(crate) fn of_parts(parts: Vec<Part>) -> Self {
        match parts.as_slice() {
            [] => Self::default(),
            [part] if part.plain().is_some() => part.plain().cloned().unwrap_or_default().into(),
            _ => Self(Content::Parts(parts)),
        }
    }

    /// How many bytes it has.
    #[must_use]
    pub fn len(&self) -> u64 {
        match &self.0 {
            Content::Whole(bytes) => bytes.len() as u64,
            Content::Parts(parts) => parts.iter().map(Part::len).fold(0, u64::saturating_add),
        }
    }

    /// Whether it has no bytes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The whole of it, where that is in memory and nobody wants to know how far it was sent.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Content::Whole(bytes) => Some(bytes),
            Content::Parts(_) => None,
        }
    }

    /// Reads the whole of it.
    ///
    /// # Errors
    ///
    /// When a part of it cannot be read where it comes from, or is not as long as it was said to be.
    pub async fn read(self) -> io::Result<Bytes> {
        if let Content::Whole(bytes) = self.0 {
            return Ok(bytes);
        }
        let mut pieces = self.into_stream();
        let mut bytes = BytesMut::new();
        while let Some(piece) = poll_fn(|context| Pin::new(&mut pieces).poll_next(context)).await {
            bytes.extend_from_slice(&piece?);
        }
        Ok(bytes.freeze())
    }

    /// The pieces of it, for those who wait.
    ///
    /// Files are read ahead by a thread that ends with them, so polling blocks nobody.
    #[must_use]
    pub fn into_stream(self) -> RequestStream {
        match self.0 {
            Content::Whole(bytes) => RequestStream::whole(bytes),
            Content::Parts(parts) => RequestStream::of_parts(parts),
        }
    }

    /// The bytes of it, for those who block.
    pub fn into_reader(self) -> impl Read + Send + 'static {
        RequestReader::new(self.into_stream())
    }

    /// Whether it can be sent more than once.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        match &self.0 {
            Content::Whole(_) => true,
            Content::Parts(parts) => parts.iter().all(Part::is_repeatable),
        }
    }

    /// The same body once more; `None` when it can be sent only once.
    #[must_use]
    pub fn try_clone(&self) -> Option<Self> {
        match &self.0 {
            Content::Whole(bytes) => Some(bytes.clone().into()),
            Content::Parts(parts) => {
                self.is_repeatable().then(|| Self(Content::Parts(parts.clone())))
            }
        }
    }
}

impl<B: Into<Bytes>> From<B> for RequestBody {
    fn from(bytes: B) -> Self {
        Self(Content::Whole(bytes.into()))
    }
}

/// Shows the length, not what is in it.
impl fmt::Debug for RequestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.len())
    }
}
