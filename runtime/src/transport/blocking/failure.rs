//! Errors of ureq, sorted by what they mean.

use ureq::{Error, Timeout};

use crate::transport::{
    TransportError, TransportErrorKind as Kind,
    failure::{describe, failure, what_happened},
};

/// What an error means; what keeps a connection to a proxy from coming about is the proxy's fault.
pub(super) fn meaning(error: Error, is_proxied: bool) -> TransportError {
    let error = match error {
        Error::Io(error) => failure(error),
        error => {
            let kind = sort(&error);
            match kind {
                // The kind says all there is to say.
                Kind::Timeout | Kind::ConnectTimeout => {
                    TransportError::new(kind, what_happened(kind))
                }
                kind => describe(kind, error.into()),
            }
        }
    };
    match error.kind() {
        Kind::Connect if is_proxied => {
            TransportError::new(Kind::Proxy, what_happened(Kind::Proxy)).with_source(error)
        }
        _ => error,
    }
}

fn sort(error: &Error) -> Kind {
    match error {
        Error::Timeout(Timeout::Resolve | Timeout::Connect) => Kind::ConnectTimeout,
        Error::Timeout(_) => Kind::Timeout,
        Error::HostNotFound | Error::ConnectionFailed => Kind::Connect,
        Error::ConnectProxyFailed(_) | Error::InvalidProxyUrl => Kind::Proxy,
        Error::Tls(_) | Error::Pem(_) | Error::Rustls(_) | Error::TlsRequired => Kind::Tls,
        _ => Kind::Other,
    }
}
