//! What the programs of this workspace share: descriptions of any size, and what a program costs.
//!
//! `README.md` says how every figure is repeated.

pub mod budget;
pub mod cost;
pub mod place;
pub mod scale;
pub mod twins;
