//! What one HTTP request was answered with, and how long that took.

use std::time::Duration;

use crate::{Method, transport::TransportErrorKind};

/// One of the HTTP requests that a request took.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{ResponseHead, Attempt};
///
/// fn retries(head: &ResponseHead) -> usize {
///     head.attempts().iter().filter(|attempt| attempt.status != Some(200)).count()
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attempt {
    /// The method that was sent.
    pub method: Method,
    /// The status of the answer, where there was one.
    pub status: Option<u16>,
    /// Why there was no answer, where there was none.
    pub error: Option<TransportErrorKind>,
    /// How long the request was held back: for a limit, or before a retry.
    pub waited: Duration,
    /// How long it took, until the end of the answer's body; until its beginning where that became a
    /// [`Download`](crate::Download).
    pub took: Duration,
}

/// How long these took together, waits between them included.
pub(crate) fn elapsed(attempts: &[Attempt]) -> Duration {
    let time = |attempt: &Attempt| attempt.waited.saturating_add(attempt.took);
    attempts.iter().map(time).fold(Duration::ZERO, Duration::saturating_add)
}
