//! Which requests a failure meets.

use crate::pattern;

/// The requests that a failure meets.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct When {
    /// The operation, or `tickets.*`; any request where there is none.
    pub(super) operation: Option<String>,
    /// How many requests go unharmed first.
    pub(super) after: u64,
    /// Every how manyth of the others is met.
    pub(super) every: u64,
    /// How likely each is met, and the seed of chance.
    pub(super) probability: Option<(f64, u64)>,
    /// How many are met at most.
    pub(super) times: Option<u64>,
}

impl Default for When {
    fn default() -> Self {
        Self { operation: None, after: 0, every: 1, probability: None, times: None }
    }
}

impl When {
    /// Whether it is meant for requests of this operation.
    pub(super) fn is_for(&self, operation: Option<&str>) -> bool {
        let Some(meant) = &self.operation else { return true };
        operation.is_some_and(|operation| pattern::admits(meant, operation))
    }
}

/// What became of a failure so far.
#[derive(Debug, Clone)]
pub(super) struct Course {
    /// How many requests it was meant for.
    seen: u64,
    /// How many it met.
    met: u64,
    chance: fastrand::Rng,
}

impl Course {
    pub(super) fn new(when: &When) -> Self {
        let seed = when.probability.map_or(0, |(_, seed)| seed);
        Self { seen: 0, met: 0, chance: fastrand::Rng::with_seed(seed) }
    }

    /// Whether it meets the next request that it is meant for.
    pub(super) fn meets(&mut self, when: &When) -> bool {
        self.seen = self.seen.saturating_add(1);
        let rest = self.seen.saturating_sub(when.after);
        let is_turn = rest > 0 && rest.is_multiple_of(when.every.max(1));
        // Chance is asked whether it is its turn or not, so that each request has its own.
        let is_chance = when.probability.is_none_or(|(likely, _)| self.chance.f64() < likely);
        let meets = is_turn && is_chance && !self.is_over(when);
        self.met += u64::from(meets);
        meets
    }

    /// Whether it meets no more requests.
    pub(super) fn is_over(&self, when: &When) -> bool {
        when.times.is_some_and(|times| self.met >= times)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(when: &When, requests: u64) -> Vec<u64> {
        let mut course = Course::new(when);
        (1..=requests).filter(|_| course.meets(when)).collect()
    }

    #[test]
    fn some_go_first_and_then_every_nth_is_met() {
        let all = When::default();
        assert_eq!(met(&all, 3), [1, 2, 3]);
        assert_eq!(met(&When { every: 3, ..all.clone() }, 9), [3, 6, 9]);
        assert_eq!(met(&When { after: 2, ..all.clone() }, 5), [3, 4, 5]);
        assert_eq!(met(&When { after: 1, every: 2, times: Some(2), ..all.clone() }, 9), [3, 5]);
        assert_eq!(met(&When { every: 0, ..all.clone() }, 2), [1, 2]);
        assert_eq!(met(&When { times: Some(0), ..all }, 2), [0; 0]);
    }

    #[test]
    fn chance_is_the_same_with_the_same_seed() {
        let with = |likely, seed| When { probability: Some((likely, seed)), ..When::default() };
        let tenth = met(&with(0.1, 7), 10_000);
        assert_eq!(tenth, met(&with(0.1, 7), 10_000));
        assert_ne!(tenth, met(&with(0.1, 8), 10_000));
        assert!((900..1100).contains(&tenth.len()), "{}", tenth.len());
        assert_eq!(met(&with(0.0, 7), 100), [0; 0]);
        assert_eq!(met(&with(1.0, 7), 3), [1, 2, 3]);
        assert_eq!(met(&with(f64::NAN, 7), 3), [0; 0]);
    }
}
