//! The time that a client lives in: what it waits by, and what it measures with.

#[cfg(all(feature = "fetch", target_arch = "wasm32", target_os = "unknown"))]
mod browser;
mod deadline;
mod simulated;
mod system;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod tokio;
mod wall;

use std::{fmt, pin::Pin, time::Duration};

#[cfg(all(feature = "fetch", target_arch = "wasm32", target_os = "unknown"))]
pub use self::browser::BrowserClock;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
pub use self::tokio::TokioClock;
pub(crate) use self::{
    deadline::{Elapsed, within},
    wall::wall_time,
};
pub use self::{simulated::SimulatedClock, system::SystemClock};

/// Tells the time and waits: for retries, limits and time-outs.
///
/// Each [`Transport`](crate::Transport) brings the one that fits it; another one is set with
/// [`ClientBuilder::clock`](crate::ClientBuilder::clock).
///
/// # Examples
///
/// A clock for another runtime than tokio. `timer` stands for that runtime's own sleep:
///
/// ```
/// use std::time::{Duration, Instant};
///
/// use deskpro_runtime::clock::{Clock, Sleep};
///
/// #[derive(Debug)]
/// struct OwnClock {
///     started: Instant,
/// }
///
/// impl Clock for OwnClock {
///     fn now(&self) -> Duration {
///         self.started.elapsed()
///     }
///
///     fn sleep(&self, duration: Duration) -> Sleep {
///         Box::pin(timer(duration))
///     }
/// }
/// # async fn timer(_: Duration) {}
/// ```
pub trait Clock: Send + Sync + fmt::Debug + 'static {
    /// How long it is since some moment that stays the same, and never less than it was before.
    fn now(&self) -> Duration;

    /// Waits.
    fn sleep(&self, duration: Duration) -> Sleep;
}

/// The end of a wait. Dropping it ends the wait.
pub type Sleep = Pin<Box<dyn Future<Output = ()> + Send + 'static>>;
