//! How long answers take on their way, all of them.

use std::ops::RangeInclusive;
use std::time::Duration;

use fastrand::Rng;

/// Spans of time within a range, always the same ones.
#[derive(Debug, Clone)]
pub(crate) struct Latency {
    range: RangeInclusive<Duration>,
    chance: Rng,
}

impl Latency {
    pub(crate) fn new(range: RangeInclusive<Duration>) -> Self {
        Self { range, chance: Rng::with_seed(0) }
    }

    /// The next one.
    pub(crate) fn next(&mut self) -> Duration {
        let (least, most) = (*self.range.start(), *self.range.end());
        least + most.saturating_sub(least).mul_f64(self.chance.f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_within_the_range_and_always_the_same() {
        let ms = Duration::from_millis;
        let take = |range| {
            let mut latency = Latency::new(range);
            [latency.next(), latency.next(), latency.next()]
        };
        let taken = take(ms(50)..=ms(200));
        assert_eq!(taken, take(ms(50)..=ms(200)));
        assert!(taken.iter().all(|it| (ms(50)..=ms(200)).contains(it)), "{taken:?}");
        assert_ne!(taken[0], taken[1]);
        assert_eq!(take(ms(50)..=ms(50)), [ms(50); 3]);
        assert_eq!(take(ms(200)..=ms(50)), [ms(200); 3], "a range that is none");
    }
}
