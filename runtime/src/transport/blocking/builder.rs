//! Settings to transport.

use std::{fmt, time::Duration};

use ureq::{
    Agent,
    tls::{Certificate, ClientCert, PrivateKey, RootCerts, TlsConfig},
};

use super::{BlockingTransport, proxies::Proxies};
use crate::transport::{
    TransportError,
    proxy_choice::ProxyChoice,
    tls::{IDENTITY, Identity, ROOTS, TlsSettings, rustls, unusable},
};

/// Builds a [`BlockingTransport`].
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use deskpro_runtime::transport::BlockingTransport;
///
/// let transport = BlockingTransport::builder()
///     .without_proxy()
///     .pool_idle_timeout(Duration::from_secs(5))
///     .build()?;
/// # Ok::<_, deskpro_runtime::transport::TransportError>(())
/// ```
#[derive(Clone)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct BlockingBuilder {
    proxy: ProxyChoice,
    tls: TlsSettings,
    pool_idle_timeout: Duration,
    pool_max_idle_per_host: usize,
}

impl Default for BlockingBuilder {
    fn default() -> Self {
        Self {
            proxy: ProxyChoice::default(),
            tls: TlsSettings::default(),
            pool_idle_timeout: Duration::from_secs(15),
            pool_max_idle_per_host: 16,
        }
    }
}

impl BlockingBuilder {
    /// Uses no proxy, whatever the environment says.
    pub fn without_proxy(mut self) -> Self {
        self.proxy = ProxyChoice::None;
        self
    }

    /// Sends everything through the proxy at this address, such as
    /// `http://user:password@proxy.example.com:3128`. This machine is reached without one.
    pub fn proxy(mut self, address: impl Into<String>) -> Self {
        self.proxy = ProxyChoice::At(address.into());
        self
    }

    /// How long a connection is kept that nobody uses; 15 seconds unless set.
    pub fn pool_idle_timeout(mut self, timeout: Duration) -> Self {
        self.pool_idle_timeout = timeout;
        self
    }

    /// How many connections to a host are kept that nobody uses; 16 unless set.
    pub fn pool_max_idle_per_host(mut self, connections: usize) -> Self {
        self.pool_max_idle_per_host = connections;
        self
    }

    /// Trusts these certificates, in PEM, and after that nobody else.
    pub fn only_root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.tls.only_these_roots = true;
        self.tls.roots.push(pem.into());
        self
    }

    /// Shows this certificate to servers that ask for one: it and those that vouch for it, and its key,
    /// both in PEM.
    pub fn client_certificate(
        mut self,
        chain: impl Into<Vec<u8>>,
        key: impl Into<Vec<u8>>,
    ) -> Self {
        self.tls.identity = Some(Identity { chain: chain.into(), key: key.into() });
        self
    }

    /// Makes the transport.
    ///
    /// # Errors
    ///
    /// When a certificate, a key or the address of a proxy cannot be used, be it one of those that the
    /// environment names.
    pub fn build(self) -> Result<BlockingTransport, TransportError> {
        let settings = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            // A request has the headers that it is given, and no other.
            .user_agent("")
            .accept("")
            .accept_encoding("")
            .proxy(None)
            .tls_config(self.tls_config()?)
            .max_idle_age(self.pool_idle_timeout)
            .max_idle_connections(usize::MAX)
            .max_idle_connections_per_host(self.pool_max_idle_per_host);
        let proxies = Proxies::new(&self.proxy)?;
        Ok(BlockingTransport { agent: Agent::new_with_config(settings.build()), proxies })
    }

    fn tls_config(&self) -> Result<TlsConfig, TransportError> {
        // ureq looks at certificates and keys when it connects, and panics where they do not fit.
        rustls::config(&self.tls)?;
        let settings = TlsConfig::builder().root_certs(self.root_certs()?);
        let Some(identity) = &self.tls.identity else {
            return Ok(settings.build());
        };
        let chain = rustls::chain(identity)?;
        let chain: Vec<_> = chain.iter().map(|der| Certificate::from_der(der).to_owned()).collect();
        let key = PrivateKey::from_pem(&identity.key).map_err(|error| unusable(IDENTITY, error))?;
        Ok(settings.client_cert(Some(ClientCert::new_with_certs(&chain, key))).build())
    }

    fn root_certs(&self) -> Result<RootCerts, TransportError> {
        if self.tls.only_these_roots {
            let roots = self.tls.roots.iter().map(|pem| rustls::certificates(pem, ROOTS));
            return Ok(specific(roots.collect::<Result<Vec<_>, _>>()?.concat()));
        }
        #[cfg(feature = "rustls-native-roots")]
        return Ok(specific(rustls::platform_roots()?));
        #[cfg(not(feature = "rustls-native-roots"))]
        Ok(RootCerts::WebPki)
    }
}

fn specific(roots: Vec<::rustls::pki_types::CertificateDer<'static>>) -> RootCerts {
    roots.iter().map(|der| Certificate::from_der(der).to_owned()).into()
}

/// Shows nothing that could be confidential.
impl fmt::Debug for BlockingBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlockingBuilder")
            .field("pool_idle_timeout", &self.pool_idle_timeout)
            .field("pool_max_idle_per_host", &self.pool_max_idle_per_host)
            .finish_non_exhaustive()
    }
}
