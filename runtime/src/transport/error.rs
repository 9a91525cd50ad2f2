//! Why a transport could not do its work.

use std::{error::Error, fmt, io, sync::Arc};

/// A failure to get an answer at all, or to get the whole of it.
///
/// Never holds credentials, header values or bodies.
#[derive(Clone)]
pub struct TransportError {
    kind: TransportErrorKind,
    message: Box<str>,
    source: Option<Arc<dyn Error + Send + Sync>>,
}

/// What went wrong while a request was carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection came about: the name is unknown, or nobody listens. Nothing was sent.
    Connect,
    /// No connection came about in time. Nothing was sent.
    ConnectTimeout,
    /// The proxy refused, or could not be used. Nothing was sent.
    Proxy,
    /// The certificate was not accepted, or encryption failed otherwise.
    Tls,
    /// Time was up.
    Timeout,
    /// The connection was closed before the answer was complete.
    Closed,
    /// Reading or writing failed otherwise.
    Io,
    /// There were no credentials to send. Nothing was sent.
    Credentials,
    /// The request's own body could not be read, or is not as long as it was said to be. Some of it may
    /// have been sent, but not the whole.
    RequestBody,
    /// Anything else.
    Other,
}

impl TransportErrorKind {
    /// Whether time was up.
    #[must_use]
    pub fn is_timeout(self) -> bool {
        matches!(self, Self::Timeout | Self::ConnectTimeout)
    }

    /// Whether it is certain that the helpdesk got nothing of the request.
    #[must_use]
    pub fn is_unsent(self) -> bool {
        matches!(self, Self::Connect | Self::ConnectTimeout | Self::Proxy | Self::Credentials)
    }
}

impl TransportError {
    /// An error of this kind; the message must not hold anything confidential.
    pub fn new(kind: TransportErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into().into_boxed_str(), source: None }
    }

    /// The same error with what caused it.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.source = Some(Arc::from(source.into()));
        self
    }

    /// What a transport fails with when reading a [`RequestBody`](super::RequestBody) has failed.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::{
    ///     Bytes,
    ///     transport::{RequestBody, TransportError},
    /// };
    ///
    /// async fn whole(body: RequestBody) -> Result<Bytes, TransportError> {
    ///     body.read().await.map_err(TransportError::of_request_body)
    /// }
    /// ```
    pub fn of_request_body(error: io::Error) -> Self {
        // What is found out here is said already.
        error.downcast::<Self>().unwrap_or_else(|error| {
            let message = format!("a file of the request could not be read: {error}");
            Self::request_body(message).with_source(error)
        })
    }

    pub(crate) fn request_body(message: impl Into<String>) -> Self {
        Self::new(TransportErrorKind::RequestBody, message)
    }

    /// The same within an error of reading.
    pub(crate) fn into_io(self) -> io::Error {
        io::Error::other(self)
    }

    /// What went wrong.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportError")
            .field("kind", &self.kind)
            .field("message", &self.message)
            .field("source", &self.source)
            .finish()
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
