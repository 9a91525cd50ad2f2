//! The clients that are measured against each other, and what they are measured with: pages of tickets, a
//! refusal, a helpdesk on this machine, counts of instructions and of allocations.

pub mod connected;
pub mod costs;
pub mod hand_written;
pub mod helpdesk;
pub mod page;
pub mod progenitor;

use std::error::Error;
use std::io;

use tokio::runtime::{Builder, Runtime};

/// What is wrong, in words.
pub type Failure = Box<dyn Error + Send + Sync>;

/// One round of what is measured, as often as one likes.
pub type Round = Box<dyn FnMut() -> Result<(), Failure>>;

/// What the clients are called in measurements.
pub const CLIENTS: [&str; 3] = ["deskpro", "hand-written", "progenitor"];

/// The body of a refusal with a tree of errors, as the guide shows it: of the whole, of fields, and of fields
/// of fields.
pub const REFUSAL: &str = include_str!("refusal.json");

/// One thread: there are two processors, and the other one is the helpdesk's.
///
/// # Errors
///
/// When the operating system gives none.
pub fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}
