//! Settings for the platform's own TLS.

use native_tls::{Certificate, TlsConnector};

use super::{EMPTY, IDENTITY, ROOTS, TlsSettings, unusable};
use crate::transport::TransportError;

/// What the platform's TLS needs to know; `protocols` are offered to the server.
///
/// # Errors
///
/// When a certificate or a key cannot be used.
pub(in crate::transport) fn connector(
    settings: &TlsSettings,
    protocols: &[&str],
) -> Result<TlsConnector, TransportError> {
    settings.check()?;
    let mut builder = TlsConnector::builder();
    builder.disable_built_in_roots(settings.only_these_roots);
    for pem in &settings.roots {
        let roots = Certificate::stack_from_pem(pem).map_err(|error| unusable(ROOTS, error))?;
        if roots.is_empty() {
            return Err(unusable(ROOTS, EMPTY));
        }
        for root in roots {
            builder.add_root_certificate(root);
        }
    }
    if let Some(identity) = &settings.identity {
        let identity = native_tls::Identity::from_pkcs8(&identity.chain, &identity.key);
        builder.identity(identity.map_err(|error| unusable(IDENTITY, error))?);
    }
    #[cfg(feature = "http2")]
    builder.request_alpns(protocols);
    #[cfg(not(feature = "http2"))]
    let _ = protocols;
    // Whether a key is that of its certificate is seen here only.
    let what = if settings.identity.is_some() { IDENTITY } else { "the platform's TLS" };
    builder.build().map_err(|error| unusable(what, error))
}
