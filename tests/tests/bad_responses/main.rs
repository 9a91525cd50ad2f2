//! Answers that are none, or not what they should be: each gives a typed error that keeps status,
//! headers and the body up to the limit.

mod connections;
mod content;
mod mock;
mod shape;
mod size;
