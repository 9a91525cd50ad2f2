//! Why no client could be built.

use std::fmt;

use crate::transport::TransportError;

/// A setting that a client cannot be built with. Never shows credentials.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Auth, Client};
///
/// let error = Client::builder("support.example.com", Auth::none()).build().unwrap_err();
/// assert_eq!(error.to_string(), "the base URL cannot be used: it does not start with https://");
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum BuildError {
    /// The helpdesk's address cannot be used.
    BaseUrl {
        /// What is wrong with it.
        fault: &'static str,
    },
    /// The address is plain `http` to another machine, and
    /// [`allow_plain_http`](crate::ClientBuilder::allow_plain_http) was not called.
    PlainHttp,
    /// The credentials cannot be sent.
    Auth {
        /// What is wrong with them.
        fault: &'static str,
    },
    /// The date pin cannot be used.
    Version {
        /// What is wrong with it.
        fault: &'static str,
    },
    /// A header cannot be sent.
    Header {
        /// Which one.
        name: Box<str>,
        /// What is wrong with it.
        fault: &'static str,
    },
    /// The time-out is zero.
    Timeout,
    /// No transport was given, and this build has none.
    NoTransport,
    /// The built-in transport could not be set up.
    Transport(TransportError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BaseUrl { fault } => write!(f, "the base URL cannot be used: {fault}"),
            Self::PlainHttp => f.write_str(
                "the base URL is plain http, which shows the key to everybody on the way: use \
                 https, or call `allow_plain_http`",
            ),
            Self::Auth { fault } => write!(f, "the key or token cannot be sent: {fault}"),
            Self::Version { fault } => write!(f, "the version cannot be used: {fault}"),
            Self::Header { name, fault } => {
                write!(f, "the header {name:?} cannot be sent: {fault}")
            }
            Self::Timeout => f.write_str("the time-out is zero: no request could be answered"),
            Self::NoTransport => f.write_str(NO_TRANSPORT),
            Self::Transport(error) => write!(f, "the transport could not be set up: {error}"),
        }
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Transport(error) => Some(error),
            _ => None,
        }
    }
}

/// What stands in for a transport, by what this build has.
const NO_TRANSPORT: &str = if cfg!(all(target_arch = "wasm32", target_os = "unknown")) {
    "there is no transport: give one to `transport`, or switch on the feature `fetch`"
} else if cfg!(feature = "blocking") {
    "there is no transport: call `.blocking()` where nothing is asynchronous, give one to `transport`, \
     or switch on the feature `rustls`"
} else {
    "there is no transport: give one to `transport`, or switch on the feature `rustls` or `blocking`"
};
