//! What stands for encryption in a build that has none.

use http::Uri;

use super::{route::Route, without_tls};
use crate::transport::{TransportError, failure::BoxError};

/// Nothing can be set.
#[derive(Clone, Default)]
pub(super) struct Settings;

/// Lets no connection come about that has to be encrypted.
#[derive(Clone)]
pub(super) struct Encryption;

impl Encryption {
    pub(super) fn new(_: &Settings) -> Result<(Self, Self), TransportError> {
        Ok((Self, Self))
    }

    pub(super) async fn encrypt(&self, _: &Uri, _: Route) -> Result<Route, BoxError> {
        Err(without_tls().into())
    }
}
