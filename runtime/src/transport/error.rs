//! Why a transport could not do its work.

use std::{error::Error, fmt, sync::Arc};

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
