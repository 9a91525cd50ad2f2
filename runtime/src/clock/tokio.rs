//! The clock of a tokio runtime.

use std::time::Duration;

use ::tokio::{
    runtime::Handle,
    time::{Instant, sleep},
};

use super::{Clock, Sleep, SystemClock};

/// The clock of the tokio runtime that it is used in: stands still where that one was paused for a
/// test.
///
/// Outside of a runtime it is the [`SystemClock`] that waits.
#[derive(Debug, Clone, Copy)]
pub struct TokioClock {
    started: Instant,
}

impl TokioClock {
    /// A clock that counts from now.
    #[must_use]
    pub fn new() -> Self {
        Self { started: Instant::now() }
    }
}

impl Default for TokioClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for TokioClock {
    fn now(&self) -> Duration {
        self.started.elapsed()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        // Asked when it is polled: it need not be made where it is awaited.
        Box::pin(async move {
            match Handle::try_current() {
                Ok(_) => sleep(duration).await,
                Err(_) => SystemClock.sleep(duration).await,
            }
        })
    }
}
