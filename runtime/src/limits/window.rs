//! How many requests were sent within some time before now.

use std::{collections::VecDeque, time::Duration};

/// How many steps a window has.
const STEPS: u32 = 60;

/// Counts what was sent within a length of time before now, step by step.
#[derive(Debug)]
pub(super) struct Window {
    length: Duration,
    limit: u32,
    /// When each step began, and how much was sent within it; the oldest first.
    steps: VecDeque<(Duration, u32)>,
    sent: u32,
}

impl Window {
    pub(super) fn new(length: Duration, limit: u32) -> Self {
        Self { length, limit, steps: VecDeque::new(), sent: 0 }
    }

    /// How long it is until one more may be sent; zero when it may be now.
    pub(super) fn wait(&mut self, now: Duration) -> Duration {
        self.forget(now);
        if self.sent < self.limit {
            return Duration::ZERO;
        }
        match self.steps.front() {
            Some((began, _)) => self.end_of(*began).saturating_sub(now),
            // The limit is zero.
            None => Duration::MAX,
        }
    }

    /// Notes that one was sent.
    pub(super) fn note(&mut self, now: Duration) {
        self.sent = self.sent.saturating_add(1);
        match self.steps.back_mut() {
            Some((began, sent)) if now < began.saturating_add(self.length / STEPS) => {
                *sent = sent.saturating_add(1);
            }
            _ => self.steps.push_back((now, 1)),
        }
    }

    /// Forgets steps that ended before the window.
    fn forget(&mut self, now: Duration) {
        while let Some((began, sent)) = self.steps.front().copied()
            && self.end_of(began) <= now
        {
            self.sent = self.sent.saturating_sub(sent);
            self.steps.pop_front();
        }
    }

    /// When the last request of a step is as old as the window is long.
    fn end_of(&self, began: Duration) -> Duration {
        began.saturating_add(self.length / STEPS).saturating_add(self.length)
    }
}

#[cfg(test)]
mod tests {
    use super::{Duration, Window};

    const HOUR: Duration = Duration::from_secs(3600);
    const MINUTE: Duration = Duration::from_secs(60);

    #[test]
    fn as_much_as_the_limit_goes_at_once_and_the_rest_when_the_step_is_too_old() {
        let mut window = Window::new(HOUR, 3);
        for _ in 0..3 {
            assert_eq!(window.wait(MINUTE), Duration::ZERO);
            window.note(MINUTE);
        }
        assert_eq!(window.wait(MINUTE), HOUR + MINUTE);
        assert_eq!(window.wait(2 * MINUTE), HOUR);
        assert_eq!(window.wait(HOUR + 2 * MINUTE), Duration::ZERO);
    }

    #[test]
    fn no_window_anywhere_holds_more_than_the_limit() {
        let mut window = Window::new(HOUR, 100);
        let mut sent: Vec<Duration> = Vec::new();
        let mut now = Duration::ZERO;
        while now < 10 * HOUR {
            if window.wait(now).is_zero() {
                window.note(now);
                sent.push(now);
            }
            now += Duration::from_secs(7);
        }
        for (first, began) in sent.iter().enumerate() {
            let within = sent[first..].iter().take_while(|at| **at < *began + HOUR).count();
            assert!(within <= 100, "{within} from {began:?}");
        }
        assert!(sent.len() >= 900, "{}", sent.len());
    }

    #[test]
    fn a_limit_of_zero_never_ends() {
        assert_eq!(Window::new(HOUR, 0).wait(HOUR), Duration::MAX);
    }

    #[test]
    fn steps_are_few_however_much_is_sent() {
        let mut window = Window::new(HOUR, u32::MAX);
        for second in 0..20_000 {
            let now = Duration::from_secs(second);
            window.wait(now);
            window.note(now);
        }
        assert!(window.steps.len() <= 62, "{}", window.steps.len());
    }
}
