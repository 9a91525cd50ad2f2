//! Which proxies a transport uses.

use super::{TransportError, TransportErrorKind as Kind};

/// Which proxies a transport uses.
#[derive(Clone, Default)]
pub(super) enum ProxyChoice {
    /// Those that the environment names.
    #[default]
    Environment,
    /// None, whatever the environment says.
    None,
    /// The one at this address, which may hold a password.
    At(String),
}

/// The variables of the environment that name proxies.
const VARIABLES: [&str; 6] =
    ["ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"];

impl ProxyChoice {
    /// Whether the environment, where it counts, names nothing but proxies.
    pub(super) fn check(&self, is_proxy: impl Fn(&str) -> bool) -> Result<(), TransportError> {
        if !matches!(self, Self::Environment) {
            return Ok(());
        }
        VARIABLES.into_iter().try_for_each(|name| match std::env::var(name) {
            Ok(address) => check_variable(name, &address, &is_proxy),
            Err(_) => Ok(()),
        })
    }
}

/// Whether a variable can be used; an empty one means no proxy. Its value may hold a password.
fn check_variable(
    name: &str,
    address: &str,
    is_proxy: impl Fn(&str) -> bool,
) -> Result<(), TransportError> {
    if address.is_empty() || is_proxy(address) {
        return Ok(());
    }
    let fault = format!("the environment's {name} is not the address of a proxy");
    Err(TransportError::new(Kind::Proxy, fault))
}
