//! What the programs of this workspace share: descriptions of any size, crates to compile, and what a
//! program costs.
//!
//! `README.md` says how every figure is repeated.

pub mod budget;
pub mod clients;
pub mod compare;
pub mod cost;
pub mod measurement;
pub mod pair;
pub mod place;
pub mod report;
pub mod scale;
pub mod size;
pub mod twins;
pub mod whole;
