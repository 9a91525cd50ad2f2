//! Waiting for something no longer than so long.

use std::{future::poll_fn, pin::pin, task::Poll, time::Duration};

use super::Clock;

/// Time was up before something came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Elapsed;

/// What a future gives, unless that takes longer than `limit`.
pub(crate) async fn within<T>(
    clock: &dyn Clock,
    limit: Duration,
    future: impl Future<Output = T>,
) -> Result<T, Elapsed> {
    let mut future = pin!(future);
    // Most futures are ready at once: no timer is made for those.
    let mut sleep = None;
    poll_fn(|context| {
        if let Poll::Ready(value) = future.as_mut().poll(context) {
            return Poll::Ready(Ok(value));
        }
        let sleep = sleep.get_or_insert_with(|| clock.sleep(limit));
        sleep.as_mut().poll(context).map(|()| Err(Elapsed))
    })
    .await
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use super::{Duration, Elapsed, within};
    use crate::clock::SimulatedClock;

    #[tokio::test]
    async fn what_is_ready_comes_and_nothing_waits_for_ever() {
        let clock = SimulatedClock::new();
        let limit = Duration::from_secs(5);
        assert_eq!(within(&clock, limit, ready(7)).await, Ok(7));
        assert!(clock.waits().is_empty());
        assert_eq!(within(&clock, limit, pending::<()>()).await, Err(Elapsed));
        assert_eq!(clock.waits(), [limit]);
    }
}
