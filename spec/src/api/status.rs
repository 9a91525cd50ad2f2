//! Statuses and what they mean.

use super::SourceId;
use crate::problem::Place;

/// An HTTP status with its meaning in this API.
#[derive(Debug, Clone)]
pub struct Status {
    /// The number.
    pub number: u16,
    /// Its name: `not_found`.
    pub name: String,
    /// What it means.
    pub docs: String,
    /// Whether and when a request that met it may be repeated.
    pub retry: RetryClass,
    /// Where this is known from.
    pub sources: Vec<SourceId>,
    /// Where the description states it.
    pub place: Place,
}

/// Whether and when a refused request may be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetryClass {
    /// Repeating gives the same answer.
    Never,
    /// Later, when the limit on requests allows it; nothing was done.
    RateLimit,
    /// Later, when the helpdesk is back; nothing was done.
    Outage,
}
