//! Error codes, validation codes, and the sets of refusals that operations can meet.

use super::{ErrorCodeId, RetryClass, SourceId};
use crate::problem::Place;

/// A code with which the API says why it refused a request.
#[derive(Debug, Clone)]
pub struct ErrorCode {
    /// The code as the API spells it.
    pub code: String,
    /// Other spellings of the same refusal; a `*` stands for any text: `#* Not Found`.
    pub also: Vec<String>,
    /// The HTTP status it comes with.
    pub status: u16,
    /// What it means.
    pub docs: String,
    /// The message it was seen with.
    pub message: Option<String>,
    /// Whether and when the request may be repeated, where the code says more than its status.
    pub retry: Option<RetryClass>,
    /// Where this is known from.
    pub sources: Vec<SourceId>,
    /// Where the description states it.
    pub place: Place,
}

/// A code with which the API says what is wrong with one input.
#[derive(Debug, Clone)]
pub struct ValidationCode {
    /// The code as the API spells it.
    pub code: String,
    /// What it means.
    pub docs: String,
    /// The message it was seen with.
    pub message: Option<String>,
    /// Where this is known from.
    pub sources: Vec<SourceId>,
    /// Where the description states it.
    pub place: Place,
}

/// A distinct set of refusals. Operations with the same refusals share one set. It is empty where
/// neither verb nor operation says how it can be refused.
#[derive(Debug, Clone)]
pub struct ErrorSet {
    /// What the set is called.
    pub name: ErrorSetName,
    /// Its refusals, by status; within a status the codes by name, then any other code.
    pub outcomes: Vec<Outcome>,
}

/// What a set of refusals is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ErrorSetName {
    /// The name that the description gives it: `writing`.
    Declared(String),
    /// The first operation that has it: its resource and its own name.
    Operation(String, String),
}

/// One way in which a request can be refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Outcome {
    /// The HTTP status.
    pub status: u16,
    /// The code; `None` stands for every code that is not listed with this status.
    pub code: Option<ErrorCodeId>,
}
