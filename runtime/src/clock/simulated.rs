//! A clock for tests, which moves only when somebody waits.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use super::{Clock, Sleep};

/// A clock for tests: whoever waits is there at once, and the clock with them.
///
/// Clones show the same time.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use deskpro_runtime::clock::{Clock, SimulatedClock};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let clock = SimulatedClock::new();
/// clock.sleep(Duration::from_secs(3600)).await;
/// clock.advance(Duration::from_secs(1));
/// assert_eq!(clock.now(), Duration::from_secs(3601));
/// assert_eq!(clock.waits(), [Duration::from_secs(3600)]);
/// # }
/// ```
#[derive(Debug, Clone, Default)]
pub struct SimulatedClock(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    now: Duration,
    waits: Vec<Duration>,
}

impl SimulatedClock {
    /// A clock that shows zero.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Moves the clock.
    pub fn advance(&self, duration: Duration) {
        self.change(|state| state.now = state.now.saturating_add(duration));
    }

    /// How long others have waited, wait by wait.
    #[must_use]
    pub fn waits(&self) -> Vec<Duration> {
        self.change(|state| state.waits.clone())
    }

    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Clock for SimulatedClock {
    fn now(&self) -> Duration {
        self.change(|state| state.now)
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        let this = self.clone();
        Box::pin(async move {
            this.change(|state| {
                state.now = state.now.saturating_add(duration);
                state.waits.push(duration);
            });
        })
    }
}
