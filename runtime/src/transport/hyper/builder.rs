//! Settings to transport.

use std::{fmt, time::Duration};

use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::{TokioExecutor, TokioTimer},
};

use super::{
    HyperTransport,
    connector::{Connector, Opener},
    encryption::{Encryption, Settings},
    proxies::Proxies,
};
use crate::transport::{TransportError, proxy_choice::ProxyChoice};

/// Builds a [`HyperTransport`].
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use deskpro_runtime::transport::HyperTransport;
///
/// let transport = HyperTransport::builder()
///     .without_proxy()
///     .pool_idle_timeout(Duration::from_secs(30))
///     .build()?;
/// # Ok::<_, deskpro_runtime::transport::TransportError>(())
/// ```
#[derive(Clone)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct HyperBuilder {
    proxy: ProxyChoice,
    encryption: Settings,
    tcp_keepalive: Option<Duration>,
    pool_idle_timeout: Option<Duration>,
    pool_max_idle_per_host: usize,
}

impl Default for HyperBuilder {
    fn default() -> Self {
        Self {
            proxy: ProxyChoice::default(),
            encryption: Default::default(),
            tcp_keepalive: Some(Duration::from_secs(15)),
            pool_idle_timeout: Some(Duration::from_secs(90)),
            pool_max_idle_per_host: usize::MAX,
        }
    }
}

impl HyperBuilder {
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

    /// After how long without traffic the operating system asks whether the other side is still there;
    /// 15 seconds unless set. `None` never asks.
    pub fn tcp_keepalive(mut self, interval: impl Into<Option<Duration>>) -> Self {
        self.tcp_keepalive = interval.into();
        self
    }

    /// How long a connection is kept that nobody uses; 90 seconds unless set. `None` keeps it until the
    /// server closes it.
    pub fn pool_idle_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.pool_idle_timeout = timeout.into();
        self
    }

    /// How many connections to a host are kept that nobody uses; no limit unless set.
    pub fn pool_max_idle_per_host(mut self, connections: usize) -> Self {
        self.pool_max_idle_per_host = connections;
        self
    }

    /// Makes the transport.
    ///
    /// # Errors
    ///
    /// When a certificate, a key or the address of a proxy cannot be used, be it one of those that the
    /// environment names.
    pub fn build(self) -> Result<HyperTransport, TransportError> {
        let mut tcp = HttpConnector::new();
        // What is encrypted is decided elsewhere, this only opens connections.
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_keepalive(self.tcp_keepalive);
        let proxies = Proxies::new(&self.proxy)?;
        let (to_servers, to_proxies) = Encryption::new(&self.encryption)?;
        let connector = Connector {
            direct: Opener { tcp: tcp.clone(), encryption: to_servers },
            to_proxy: Opener { tcp, encryption: to_proxies },
            proxies: proxies.clone(),
        };
        let mut client = Client::builder(TokioExecutor::new());
        client
            .timer(TokioTimer::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(self.pool_idle_timeout)
            .pool_max_idle_per_host(self.pool_max_idle_per_host);
        // All requests share a connection then: one that is gone without a word would hold them up,
        // each until its time is up.
        #[cfg(feature = "http2")]
        client.http2_keep_alive_interval(Duration::from_secs(20));
        Ok(HyperTransport { client: client.build(connector), proxies })
    }
}

/// Whom to trust.
#[cfg(feature = "_tls")]
impl HyperBuilder {
    /// Trusts these certificates too, in PEM.
    ///
    /// # Examples
    ///
    /// A helpdesk within a company, whose certificates nobody else knows:
    ///
    /// ```no_run
    /// use deskpro_runtime::transport::HyperTransport;
    ///
    /// # fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// let company = std::fs::read("company.pem")?;
    /// let transport = HyperTransport::builder().root_certificates(company).build()?;
    /// # Ok(()) }
    /// ```
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.encryption.tls.roots.push(pem.into());
        self
    }

    /// Trusts nobody but those of [`root_certificates`](Self::root_certificates).
    pub fn only_own_roots(mut self) -> Self {
        self.encryption.tls.only_these_roots = true;
        self
    }

    /// Shows this certificate to servers that ask for one: it and those that vouch for it, and its key,
    /// both in PEM. With the platform's TLS the key has to be PKCS #8.
    pub fn client_certificate(
        mut self,
        chain: impl Into<Vec<u8>>,
        key: impl Into<Vec<u8>>,
    ) -> Self {
        let (chain, key) = (chain.into(), key.into());
        self.encryption.tls.identity = Some(crate::transport::tls::Identity { chain, key });
        self
    }

    /// Encrypts with the platform's TLS, and trusts whom that trusts. The same as without this where the
    /// build has no other.
    #[cfg(feature = "native-tls")]
    pub fn native_tls(mut self) -> Self {
        self.encryption.backend = super::encryption::Backend::Native;
        self
    }
}

/// Shows nothing that could be confidential.
impl fmt::Debug for HyperBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperBuilder")
            .field("tcp_keepalive", &self.tcp_keepalive)
            .field("pool_idle_timeout", &self.pool_idle_timeout)
            .field("pool_max_idle_per_host", &self.pool_max_idle_per_host)
            .finish_non_exhaustive()
    }
}
