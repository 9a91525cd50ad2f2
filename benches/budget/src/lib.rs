//! What the client costs, against what it may cost: `budget.toml`, which says so, what is measured, and what
//! follows when both are compared.

#[path = "../../clients/src/page.rs"]
pub mod page;

pub mod command;
pub mod figures;
pub mod file;
pub mod place;
pub mod rounds;
pub mod verdict;

use std::error::Error;

/// What is wrong, in words.
pub type Failure = Box<dyn Error + Send + Sync>;
