//! The time of day.

use jiff::Timestamp;

/// What the clock on the wall shows, where there is one.
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
pub(crate) fn wall_time() -> Option<Timestamp> {
    Some(Timestamp::now())
}

/// This target has no clock of its own.
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
pub(crate) fn wall_time() -> Option<Timestamp> {
    None
}
