//! The client: where every resource is reached.

use deskpro_runtime::{ApiFacts, Auth, ClientBuilder};
use super::notes::Notes;

static API: ApiFacts = ApiFacts {
    title: "Example API",
    base_path: "/api",
    date_pinned: true,
    headers: &[("Accept", "application/json")],
    query_in_body: None,
};

/// A client of the Example API.
///
/// The API of an example.
///
/// A clone is cheap and shares everything: make one client and pass it around.
#[derive(Debug, Clone)]
pub struct Client(deskpro_runtime::Client);

impl Client {
    /// Begins a client of the helpdesk at this address, who asks with these credentials.
    #[inline]
    pub fn builder(base_url: impl Into<String>, auth: Auth) -> ClientBuilder<Self> {
        ClientBuilder::new(base_url, auth, &API)
    }

    /// What somebody wrote down.
    #[inline]
    pub fn notes(&self) -> Notes {
        Notes::new(self)
    }
}

impl From<deskpro_runtime::Client> for Client {
    #[inline]
    fn from(client: deskpro_runtime::Client) -> Self {
        Self(client)
    }
}

impl AsRef<deskpro_runtime::Client> for Client {
    #[inline]
    fn as_ref(&self) -> &deskpro_runtime::Client {
        &self.0
    }
}
