//! How many retries all requests of a client may have together.

use std::sync::atomic::{AtomicU32, Ordering};

/// How many retries all requests of a client may have together, so that a broken helpdesk is not asked
/// several times as often as a sound one.
///
/// A client begins with so many retries. Each one takes one away, each request that succeeds gives a
/// part of one back. Where none is left nothing is sent again, and failures are reported at once.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Auth, Client, RetryBudget};
/// # let transport = deskpro_runtime::transport::MemoryTransport::new(|_| Default::default());
///
/// // 50 retries, and one more for every 5 requests that succeed.
/// let client = Client::builder("https://support.example.com", Auth::key("2:ABC"))
///     .retry_budget(RetryBudget::new(50, 5))
/// #   .transport(transport)
///     .build()?;
/// # Ok::<_, deskpro_runtime::BuildError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryBudget {
    retries: u32,
    successes: u32,
}

impl RetryBudget {
    /// So many retries to begin with and at most, one more for every so many successes.
    #[must_use]
    pub const fn new(retries: u32, successes: u32) -> Self {
        Self { retries, successes }
    }
}

/// 20 retries, and one more for every 10 requests that succeed.
impl Default for RetryBudget {
    fn default() -> Self {
        Self::new(20, 10)
    }
}

/// What is left of a budget; shared by the clones of a client.
#[derive(Debug)]
pub(crate) struct RetryTokens {
    /// In parts of a retry: as many are one as successes are needed for one.
    left: AtomicU32,
    full: u32,
    retry: u32,
}

impl RetryTokens {
    pub(crate) fn new(budget: RetryBudget) -> Self {
        let retry = budget.successes.max(1);
        let full = budget.retries.saturating_mul(retry);
        Self { left: AtomicU32::new(full), full, retry }
    }

    /// Takes one retry; says whether there was one.
    pub(crate) fn take(&self) -> bool {
        let take = |left: u32| left.checked_sub(self.retry);
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_ok()
    }

    /// Takes note of a request that succeeded.
    pub(crate) fn succeeded(&self) {
        let give = |left: u32| (left < self.full).then(|| left + 1);
        // A full budget stays as it is.
        let _ = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, give);
    }
}

#[cfg(test)]
mod tests {
    use super::{RetryBudget, RetryTokens};

    #[test]
    fn retries_are_used_up_and_earned() {
        let tokens = RetryTokens::new(RetryBudget::new(2, 3));
        assert!(tokens.take() && tokens.take());
        assert!(!tokens.take());
        (0..2).for_each(|_| tokens.succeeded());
        assert!(!tokens.take());
        tokens.succeeded();
        assert!(tokens.take() && !tokens.take());
    }

    #[test]
    fn no_more_is_earned_than_there_was() {
        let tokens = RetryTokens::new(RetryBudget::new(1, 1));
        (0..9).for_each(|_| tokens.succeeded());
        assert!(tokens.take() && !tokens.take());
        assert!(!RetryTokens::new(RetryBudget::new(0, 0)).take());
    }

    #[test]
    fn threads_take_no_more_than_there_is() {
        let tokens = RetryTokens::new(RetryBudget::new(100, 7));
        let took: usize = std::thread::scope(|scope| {
            let threads: Vec<_> =
                (0..8).map(|_| scope.spawn(|| (0..50).filter(|_| tokens.take()).count())).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).sum()
        });
        assert_eq!(took, 100);
    }
}
