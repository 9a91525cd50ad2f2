//! What spans say about where a request goes.

use http::{Uri, uri::Scheme};

/// The host, and the port also where the address leaves it out.
pub(super) fn server(uri: &Uri) -> (&str, u16) {
    let default = match uri.scheme() == Some(&Scheme::HTTP) {
        true => 80,
        false => 443,
    };
    (uri.host().unwrap_or_default(), uri.port_u16().unwrap_or(default))
}
