//! Codes of what descriptions mean, by what they are about.

mod contradictions;
mod errors;
mod examples;
mod names;
mod paths;
mod types;

pub(crate) use contradictions::*;
pub(crate) use errors::*;
pub(crate) use examples::*;
pub(crate) use names::*;
pub(crate) use paths::*;
pub(crate) use types::*;

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
