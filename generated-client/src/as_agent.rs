//! Acting as an agent, with a key that may act as any.

use deskpro_runtime::{ClientBuilder, Request};

use crate::Client;

/// The header that names the agent.
const AGENT: &str = "X-DeskPRO-Agent-ID";

/// Acting as an agent, with a superuser key (also called a machine key), which may act as any.
///
/// Such a key belongs to nobody: unless it was given a default agent, a request that does not say
/// as whom it acts is answered 401, "Invalid API key." (GB, ZAP).
///
/// Of the client and of a request, the request counts.
///
/// ```
/// use deskpro_client::{AsAgent, Auth, Client};
///
/// # fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let key = Auth::key("2:YWK2PGCS8CNW62SR8TBTBKWMY");
/// let client = Client::builder("https://support.example.com", key).as_agent(3).build()?;
/// # #[cfg(feature = "tickets")]
/// let request = client.tickets().get(13).with(|request| request.as_agent(4));
/// # Ok(()) }
/// ```
pub trait AsAgent: Sized {
    /// Acts as the agent with this id, which is that of a person: `id.get()`.
    #[must_use]
    #[expect(clippy::wrong_self_convention, reason = "it is no conversion: `as` says as whom")]
    fn as_agent(self, agent: u64) -> Self;
}

/// For every request of the client.
impl AsAgent for ClientBuilder<Client> {
    fn as_agent(self, agent: u64) -> Self {
        self.header(AGENT, agent.to_string())
    }
}

/// For this request.
impl AsAgent for Request {
    fn as_agent(self, agent: u64) -> Self {
        self.header(AGENT, &agent.to_string())
    }
}
