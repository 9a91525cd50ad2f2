//! How long to wait before asking again.

use std::time::Duration;

/// A share of `first`, doubled for every retry before this one, but no more than `cap`.
pub(super) fn backoff(first: Duration, cap: Duration, retry: u32, share: f64) -> Duration {
    let doublings = retry.saturating_sub(1).min(31);
    let longest = first.saturating_mul(1 << doublings).min(cap);
    longest.mul_f64(share.clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::{Duration, backoff};

    #[test]
    fn waits_double_up_to_the_cap() {
        let wait = |retry| backoff(Duration::from_secs(1), Duration::from_secs(10), retry, 1.0);
        let seconds: Vec<u64> = (1..=6).map(|retry| wait(retry).as_secs()).collect();
        assert_eq!(seconds, [1, 2, 4, 8, 10, 10]);
        assert_eq!(wait(u32::MAX), Duration::from_secs(10));
        assert_eq!(wait(0), Duration::from_secs(1));
    }

    #[test]
    fn a_wait_is_a_share_of_the_longest() {
        let wait = |share| backoff(Duration::from_secs(8), Duration::MAX, 1, share);
        assert_eq!(wait(0.0), Duration::ZERO);
        assert_eq!(wait(0.25), Duration::from_secs(2));
        assert_eq!(wait(7.0), Duration::from_secs(8));
    }

    #[test]
    fn no_length_overflows() {
        assert!(backoff(Duration::MAX, Duration::MAX, 40, 0.5) > Duration::from_secs(1));
    }
}
