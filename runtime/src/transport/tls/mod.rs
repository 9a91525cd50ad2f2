//! Encryption: whom to trust, and who to be.

#[cfg(feature = "native-tls")]
pub(super) mod native;
#[cfg(any(feature = "_rustls", feature = "blocking"))]
pub(super) mod rustls;

use std::fmt;

use super::{TransportError, TransportErrorKind as Kind};

/// Whom a transport trusts, and who it is.
#[derive(Clone, Default)]
pub(super) struct TlsSettings {
    /// Certificates to trust, in PEM; one or more in each text.
    pub(super) roots: Vec<Vec<u8>>,
    /// Whether nobody else is trusted.
    pub(super) only_these_roots: bool,
    pub(super) identity: Option<Identity>,
}

impl TlsSettings {
    /// # Errors
    ///
    /// When nobody is trusted, so that no connection could ever come about.
    fn check(&self) -> Result<(), TransportError> {
        match self.only_these_roots && self.roots.is_empty() {
            true => Err(TransportError::new(Kind::Tls, "no root certificate is trusted")),
            false => Ok(()),
        }
    }
}

/// A certificate that a transport shows, with its key.
#[derive(Clone)]
pub(super) struct Identity {
    /// The certificate and those that vouch for it, in PEM.
    pub(super) chain: Vec<u8>,
    /// The key, in PEM.
    pub(super) key: Vec<u8>,
}

/// Says what cannot be used, and never what is in it.
pub(super) fn unusable(what: &str, error: impl fmt::Display) -> TransportError {
    TransportError::new(Kind::Tls, format!("{what} cannot be used: {error}"))
}

/// What is said of a text that was read and had nothing in it.
const EMPTY: &str = "no certificate in PEM is in it";

pub(super) const ROOTS: &str = "a root certificate";
pub(super) const IDENTITY: &str = "the client's certificate or its key";
