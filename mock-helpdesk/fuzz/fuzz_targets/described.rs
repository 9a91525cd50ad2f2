//! Requests for described operations, with something wrong in them: `cargo fuzz run -s none described` in
//! `mock-helpdesk/`.
//!
//! Each is answered with what the description says, or refused as it says.

#![no_main]

#[allow(dead_code, reason = "every target checks some of them")]
#[path = "../../tests/promises/kept/mod.rs"]
mod kept;

use kept::described;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| described::check(bytes));
