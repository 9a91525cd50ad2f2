//! Batches of requests for described operations: `cargo fuzz run -s none batches` in
//! `mock-helpdesk/`.
//!
//! Each request has an answer of its own.

#![no_main]

#[allow(dead_code, reason = "every target checks some of them")]
#[path = "../../tests/promises/kept/mod.rs"]
mod kept;

use kept::batch;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| batch::check(bytes));
