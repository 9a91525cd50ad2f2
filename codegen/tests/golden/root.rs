//! The client and a module for every resource.

mod client;
pub mod errors;
pub mod types;
pub mod notes;
pub mod types_of_notes;

pub use client::Client;
