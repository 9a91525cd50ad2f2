//! Codes of what descriptions mean, by what they are about.

mod contradictions;
mod errors;
mod examples;
mod names;
mod paths;
mod types;

pub use contradictions::*;
pub use errors::*;
pub use examples::*;
pub use names::*;
pub use paths::*;
pub use types::*;

use super::Explanation;

/// The codes of each file, by number.
pub(super) static TABLES: [&[Explanation]; 6] = [
    names::TABLE,
    types::TABLE,
    paths::TABLE,
    errors::TABLE,
    examples::TABLE,
    contradictions::TABLE,
];
