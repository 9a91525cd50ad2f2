//! Examples of requests, responses and errors.

use serde_json::Value;

use super::SourceId;
use crate::problem::Place;

/// An example of one operation, a resource or an error.
#[derive(Debug, Clone)]
pub struct Example {
    /// What it shows.
    pub title: String,
    /// What is sent.
    pub request: ExampleRequest,
    /// What comes back.
    pub response: ExampleResponse,
    /// Where it is from.
    pub sources: Vec<SourceId>,
    /// Where the description states it.
    pub place: Place,
}

/// What an example sends.
#[derive(Debug, Clone, Default)]
pub struct ExampleRequest {
    /// Path parameters and query parameters by name, as text.
    pub parameters: Vec<(String, String)>,
    /// The body.
    pub body: Option<Value>,
}

/// What an example gets back.
#[derive(Debug, Clone)]
pub struct ExampleResponse {
    /// The HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: Vec<(String, String)>,
    /// The body; `None` when it is empty.
    pub body: Option<Value>,
}
