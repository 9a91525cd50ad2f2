//! Several requests at once.

use super::{ErrorSetId, Method, SourceId};
use crate::problem::Place;

/// How several requests are sent at once.
#[derive(Debug, Clone)]
pub struct Batch {
    /// What it does.
    pub docs: String,
    /// The HTTP method.
    pub method: Method,
    /// Where it is, below the base path: `/batch`.
    pub path: String,
    /// The status with which it succeeds, whatever becomes of the single requests.
    pub success: u16,
    /// The refusals that it can meet as a whole.
    pub errors: ErrorSetId,
    /// Where this is known from.
    pub sources: Vec<SourceId>,
    /// Where the description states it.
    pub place: Place,
}
