//! Connections to encrypted ones.

use http::Uri;

use super::route::Route;
use crate::transport::{TransportError, failure::BoxError, tls::TlsSettings};

/// What to encrypt with, and for whom.
#[derive(Clone, Default)]
pub(super) struct Settings {
    pub(super) backend: Backend,
    pub(super) tls: TlsSettings,
}

/// What to encrypt with.
#[derive(Clone, Copy)]
pub(super) enum Backend {
    #[cfg(feature = "_rustls")]
    Rustls,
    /// The platform's TLS.
    #[cfg(feature = "native-tls")]
    Native,
}

impl Default for Backend {
    /// rustls where there is a choice.
    fn default() -> Self {
        #[cfg(feature = "_rustls")]
        return Self::Rustls;
        #[cfg(not(feature = "_rustls"))]
        return Self::Native;
    }
}

/// Encrypts connections.
#[derive(Clone)]
pub(super) enum Encryption {
    #[cfg(feature = "_rustls")]
    Rustls(tokio_rustls::TlsConnector),
    #[cfg(feature = "native-tls")]
    Native(tokio_native_tls::TlsConnector),
}

impl Encryption {
    /// Encryption to servers, which may be offered HTTP/2, and to proxies, which are spoken to in
    /// HTTP/1.1.
    pub(super) fn new(settings: &Settings) -> Result<(Self, Self), TransportError> {
        if !cfg!(feature = "http2") {
            let encryption = Self::offering(settings, &[])?;
            return Ok((encryption.clone(), encryption));
        }
        let to_servers = Self::offering(settings, &["h2", "http/1.1"])?;
        Ok((to_servers, Self::offering(settings, &[])?))
    }

    fn offering(settings: &Settings, protocols: &[&str]) -> Result<Self, TransportError> {
        match settings.backend {
            #[cfg(feature = "_rustls")]
            Backend::Rustls => {
                let mut config = crate::transport::tls::rustls::config(&settings.tls)?;
                config.alpn_protocols = protocols.iter().map(|&name| name.into()).collect();
                Ok(Self::Rustls(std::sync::Arc::new(config).into()))
            }
            #[cfg(feature = "native-tls")]
            Backend::Native => {
                let connector = crate::transport::tls::native::connector(&settings.tls, protocols)?;
                Ok(Self::Native(connector.into()))
            }
        }
    }

    /// Encrypts a connection to where a URI leads.
    pub(super) async fn encrypt(&self, to: &Uri, route: Route) -> Result<Route, BoxError> {
        // An IPv6 address comes in brackets, which no certificate has.
        let host = to.host().unwrap_or_default().trim_matches(['[', ']']);
        match self {
            #[cfg(feature = "_rustls")]
            Self::Rustls(connector) => {
                let name = rustls::pki_types::ServerName::try_from(host.to_owned())?;
                let stream = connector.connect(name, route.into_pipe()).await?;
                let is_http2 = stream.get_ref().1.alpn_protocol() == Some(b"h2");
                Ok(Route::new(stream).speaking_http2(is_http2))
            }
            #[cfg(feature = "native-tls")]
            Self::Native(connector) => {
                let stream = connector.connect(host, route.into_pipe()).await;
                let stream = stream.map_err(native_failure)?;
                #[cfg(feature = "http2")]
                let is_http2 = {
                    let protocol = stream.get_ref().negotiated_alpn().map_err(native_failure)?;
                    protocol.as_deref() == Some(b"h2")
                };
                #[cfg(not(feature = "http2"))]
                let is_http2 = false;
                Ok(Route::new(stream).speaking_http2(is_http2))
            }
        }
    }
}

#[cfg(feature = "native-tls")]
fn native_failure(error: native_tls::Error) -> TransportError {
    use crate::transport::TransportErrorKind as Kind;
    TransportError::new(Kind::Tls, "no encrypted connection came about").with_source(error)
}
