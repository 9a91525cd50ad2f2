//! Forms: `cargo fuzz run -s none forms` in
//! `mock-helpdesk/`.
//!
//! Each is read or refused, and the list of files is there afterwards.

#![no_main]

#[allow(dead_code, reason = "every target checks some of them")]
#[path = "../../tests/promises/kept/mod.rs"]
mod kept;

use kept::form;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| form::check(bytes));
