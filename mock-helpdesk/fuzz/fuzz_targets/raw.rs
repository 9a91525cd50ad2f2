//! Any request, in both dialects: `cargo fuzz run -s none raw` in `mock-helpdesk/`.
//!
//! Whatever it is, there is an answer, and the answer is well-formed.

#![no_main]

#[allow(dead_code, reason = "every target checks some of them")]
#[path = "../../tests/promises/kept/mod.rs"]
mod kept;

use kept::raw;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|text: &[u8]| -> Corpus {
    let Some(request) = raw::parse(text) else { return Corpus::Reject };
    raw::check(&request);
    Corpus::Keep
});
