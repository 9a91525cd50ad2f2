//! Asking again: when, how often, and after how long.

mod backoff;
mod budget;
mod cause;

use std::{fmt, sync::Arc, time::Duration};

pub(crate) use self::budget::RetryTokens;
pub use self::{budget::RetryBudget, cause::RetryCause};
use crate::RequestLine;

/// When a request is sent again, how often, and after how long.
///
/// Sent again is what is known to do no harm: any request of which the helpdesk certainly did nothing
/// (no connection, 423, 429, or 403 with the code `rate_limits`), and, where the description says that
/// repeating is safe, also one that was not answered, whose answer broke off, or that was answered
/// 408, 500, 502, 503 or 504. Never a request whose body can be sent only once.
///
/// The wait before the n-th retry is random, between nothing and `first * 2^(n-1)` but no more than the
/// cap, so that clients that were refused together do not come back together. `Retry-After` is the
/// least that is waited. A client stops retrying when its [`RetryBudget`] is used up.
///
/// Set for a client with [`ClientBuilder::retries`](crate::ClientBuilder::retries), for a single request
/// with [`Request::retries`](crate::Request::retries).
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use deskpro_runtime::{Auth, Client, RetryPolicy};
/// # let transport = deskpro_runtime::transport::MemoryTransport::new(|_| Default::default());
///
/// let patient = RetryPolicy::new()
///     .attempts(6)
///     .backoff(Duration::from_secs(1), Duration::from_secs(60))
///     .total(Duration::from_secs(600));
/// let client = Client::builder("https://support.example.com", Auth::key("2:ABC"))
///     .retries(patient)
/// #   .transport(transport)
///     .build()?;
/// # Ok::<_, deskpro_runtime::BuildError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryPolicy {
    attempts: u32,
    first: Duration,
    cap: Duration,
    longest_wait: Duration,
    total: Duration,
}

impl RetryPolicy {
    /// Three attempts, waits that begin with half a second and are capped at 20 seconds, `Retry-After` of
    /// up to a minute, two minutes in all.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            attempts: 3,
            first: Duration::from_millis(500),
            cap: Duration::from_secs(20),
            longest_wait: Duration::from_secs(60),
            total: Duration::from_secs(120),
        }
    }

    /// Nothing is sent again.
    #[must_use]
    pub const fn off() -> Self {
        Self { attempts: 1, ..Self::new() }
    }

    /// How often a request is sent at most, the first time included.
    #[must_use]
    pub const fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// The longest wait before the first retry, and the cap for those that follow, which double.
    #[must_use]
    pub const fn backoff(mut self, first: Duration, cap: Duration) -> Self {
        self.first = first;
        self.cap = cap;
        self
    }

    /// How long a `Retry-After` may be to be waited for; after a longer one the refusal stands.
    #[must_use]
    pub const fn longest_wait(mut self, wait: Duration) -> Self {
        self.longest_wait = wait;
        self
    }

    /// How long after the first attempt the last one may begin.
    #[must_use]
    pub const fn total(mut self, total: Duration) -> Self {
        self.total = total;
        self
    }

    /// How long to wait before the next attempt; `None` when there is to be none.
    ///
    /// `attempts` are those so far, `elapsed` is the time since the first.
    pub(crate) fn wait(
        &self,
        attempts: u32,
        elapsed: Duration,
        asked: Option<Duration>,
    ) -> Option<Duration> {
        if attempts >= self.attempts {
            return None;
        }
        let asked = asked.unwrap_or_default();
        let backoff = backoff::backoff(self.first, self.cap, attempts, fastrand::f64());
        // What is waited beyond what was asked for spreads those that were asked for the same.
        let wait = if asked.is_zero() { backoff } else { asked.saturating_add(backoff) };
        let fits = asked <= self.longest_wait && elapsed.saturating_add(wait) <= self.total;
        fits.then_some(wait)
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

/// A request that is going to be sent again.
///
/// Given to what was set with [`ClientBuilder::on_retry`](crate::ClientBuilder::on_retry).
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Retry {
    /// The request.
    pub request: RequestLine,
    /// Which attempt comes next; the first retry is the second attempt.
    pub attempt: u32,
    /// How long is waited before.
    pub wait: Duration,
    /// Why.
    pub cause: RetryCause,
}

/// What is told of retries.
#[derive(Clone)]
pub(crate) struct OnRetry(Arc<dyn Fn(&Retry) + Send + Sync>);

impl OnRetry {
    pub(crate) fn new(tell: impl Fn(&Retry) + Send + Sync + 'static) -> Self {
        Self(Arc::new(tell))
    }

    pub(crate) fn tell(&self, retry: &Retry) {
        (self.0)(retry);
    }
}

impl fmt::Debug for OnRetry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OnRetry(..)")
    }
}
