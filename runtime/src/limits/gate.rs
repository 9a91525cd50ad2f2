//! What all requests of a client pass before they are sent.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use super::{Limits, window::Window};

/// The longest pause after a refusal that says no time.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// What all requests of a client pass before they are sent; shared by its clones.
#[derive(Debug)]
pub(crate) struct Gate {
    state: Mutex<State>,
    longest_wait: Option<Duration>,
}

/// No request may be sent yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Closed {
    /// It is worth waiting so long, and to ask again then.
    Wait(Duration),
    /// So long is longer than anybody wants to wait.
    TooLong(Duration),
}

#[derive(Debug)]
struct State {
    windows: Vec<Window>,
    /// Until when the helpdesk wants no requests.
    paused_until: Duration,
    /// How many refusals there were since the last success.
    refusals: u32,
}

impl Gate {
    pub(crate) fn new(limits: Limits) -> Self {
        const HOUR: Duration = Duration::from_secs(60 * 60);
        const DAY: Duration = Duration::from_secs(24 * 60 * 60);
        let hourly = limits.hourly.map(|limit| Window::new(HOUR, limit));
        let daily = limits.daily.map(|limit| Window::new(DAY, limit));
        let windows = hourly.into_iter().chain(daily).collect();
        let state = State { windows, paused_until: Duration::ZERO, refusals: 0 };
        Self { state: Mutex::new(state), longest_wait: limits.longest_wait }
    }

    /// Lets one request through, or says when to ask again.
    ///
    /// Whoever is let through counts as having sent its request, also when it is dropped before that.
    pub(crate) fn pass(&self, now: Duration, waited: Duration) -> Result<(), Closed> {
        let mut state = self.state();
        let pause = state.paused_until.saturating_sub(now);
        let wait = state.windows.iter_mut().map(|window| window.wait(now)).fold(pause, Ord::max);
        if wait.is_zero() {
            state.windows.iter_mut().for_each(|window| window.note(now));
            return Ok(());
        }
        let longest = self.longest_wait.unwrap_or(Duration::MAX);
        match waited.saturating_add(wait) > longest || wait == Duration::MAX {
            true => Err(Closed::TooLong(wait)),
            false => Err(Closed::Wait(wait)),
        }
    }

    /// Takes note that the helpdesk refused for the sake of a limit.
    pub(crate) fn refused(&self, now: Duration, retry_after: Option<Duration>) {
        let mut state = self.state();
        let pause = match retry_after {
            Some(asked) => asked,
            // Sent before the pause began: those in flight are refused together.
            None if now < state.paused_until => return,
            None => {
                let doubled = Duration::from_secs(1 << state.refusals.min(6));
                state.refusals = state.refusals.saturating_add(1);
                doubled.min(LONGEST_PAUSE)
            }
        };
        state.paused_until = state.paused_until.max(now.saturating_add(pause));
    }

    /// Takes note that the helpdesk did what it was asked.
    pub(crate) fn succeeded(&self) {
        self.state().refusals = 0;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{Closed, Duration, Gate, Limits};

    const ZERO: Duration = Duration::ZERO;
    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn the_narrower_limit_counts() {
        let gate = Gate::new(Limits::new().hourly(2).daily(3));
        assert_eq!([(); 2].map(|()| gate.pass(ZERO, ZERO)), [Ok(()); 2]);
        assert_eq!(gate.pass(ZERO, ZERO), Err(Closed::Wait(3660 * SECOND)));
        assert_eq!(gate.pass(3660 * SECOND, ZERO), Ok(()));
        let day_and_step = 24 * 61 * 60 * SECOND;
        assert_eq!(gate.pass(3660 * SECOND, ZERO), Err(Closed::Wait(day_and_step - 3660 * SECOND)));
    }

    #[test]
    fn waits_that_are_too_long_are_not_waited() {
        let gate = Gate::new(Limits::new().hourly(1).longest_wait(4000 * SECOND));
        assert_eq!(gate.pass(ZERO, ZERO), Ok(()));
        assert_eq!(gate.pass(ZERO, ZERO), Err(Closed::Wait(3660 * SECOND)));
        assert_eq!(gate.pass(ZERO, 1000 * SECOND), Err(Closed::TooLong(3660 * SECOND)));
        let gate = Gate::new(Limits::new().hourly(0));
        assert_eq!(gate.pass(ZERO, ZERO), Err(Closed::TooLong(Duration::MAX)));
    }

    #[test]
    fn refusals_pause_everybody_longer_each_time() {
        let gate = Gate::new(Limits::new().fail_fast());
        let mut now = ZERO;
        for seconds in [1, 2, 4, 8, 16, 32, 60, 60] {
            // Those that were in flight together count once.
            (0..3).for_each(|_| gate.refused(now, None));
            assert_eq!(gate.pass(now, ZERO), Err(Closed::TooLong(seconds * SECOND)));
            now += seconds * SECOND;
        }
        assert_eq!(gate.pass(now, ZERO), Ok(()));
        gate.succeeded();
        gate.refused(now, Some(5 * SECOND));
        assert_eq!(gate.pass(now, ZERO), Err(Closed::TooLong(5 * SECOND)));
        now += 5 * SECOND;
        gate.refused(now, None);
        assert_eq!(gate.pass(now, ZERO), Err(Closed::TooLong(SECOND)));
    }

    #[test]
    fn threads_get_no_more_than_the_limit() {
        let gate = Gate::new(Limits::new().hourly(100));
        let passed: usize = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|_| scope.spawn(|| (0..50).filter(|_| gate.pass(ZERO, ZERO).is_ok()).count()))
                .collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).sum()
        });
        assert_eq!(passed, 100);
    }
}
