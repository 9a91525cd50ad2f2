//! How many requests a client sends of its own accord: the limits of an API key, kept on this side.

mod gate;
mod window;

use std::time::Duration;

pub(crate) use self::gate::{Closed, Gate};

/// The limits of an API key, kept by the client itself, so that it need not be refused to slow down.
///
/// An administrator may give an API key an hourly and a daily limit (SEED). Clones of a client share
/// what is left. A request that would go beyond waits, unless waiting was ruled out or takes too long;
/// then it fails with [`RequestFault::Limit`](crate::RequestFault::Limit) and nothing is sent. Every HTTP
/// request counts, retries and redirects included; a batch counts as one.
///
/// A window slides: within no hour more is sent than the hourly limit, wherever the helpdesk's own hour
/// begins; the client counts in steps of a 60th of the window, and rather too much than too little. The
/// numbers are those of this client alone: other programs that use the key have to be allowed for.
///
/// When the helpdesk says nevertheless that there were too many requests, all clones pause for as long as
/// its `Retry-After` says, else for a second, and twice as long each time until one succeeds, up to a
/// minute. Limits without numbers do just that.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use deskpro_runtime::{Auth, Client, Limits};
/// # let transport = deskpro_runtime::transport::MemoryTransport::new(|_| Default::default());
///
/// let limits = Limits::new().hourly(1_000).daily(10_000).longest_wait(Duration::from_secs(30));
/// let client = Client::builder("https://support.example.com", Auth::key("2:ABC"))
///     .limits(limits)
/// #   .transport(transport)
///     .build()?;
/// # Ok::<_, deskpro_runtime::BuildError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[must_use]
pub struct Limits {
    hourly: Option<u32>,
    daily: Option<u32>,
    longest_wait: Option<Duration>,
}

impl Limits {
    /// No numbers: the client pauses when it is told to.
    pub const fn new() -> Self {
        Self { hourly: None, daily: None, longest_wait: None }
    }

    /// So many requests within any hour. Zero lets nothing through.
    pub const fn hourly(mut self, requests: u32) -> Self {
        self.hourly = Some(requests);
        self
    }

    /// So many requests within any 24 hours. Zero lets nothing through.
    pub const fn daily(mut self, requests: u32) -> Self {
        self.daily = Some(requests);
        self
    }

    /// How long a request may wait for its turn; as long as it takes unless set.
    ///
    /// A total time-out is kept in any case.
    pub const fn longest_wait(mut self, wait: Duration) -> Self {
        self.longest_wait = Some(wait);
        self
    }

    /// No request waits for its turn: it fails.
    pub const fn fail_fast(self) -> Self {
        self.longest_wait(Duration::ZERO)
    }
}
