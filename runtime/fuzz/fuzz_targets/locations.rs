//! Where an answer leads: `cargo fuzz run -s none locations` in `runtime/`.
//!
//! Whatever `Location` and `links` say, no request, and so no key, goes to another server.

#![no_main]

#[allow(dead_code, reason = "every target checks some of them")]
#[path = "../../tests/promises/kept/mod.rs"]
mod kept;

use kept::{answer::Answer, locations};
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|text: &[u8]| -> Corpus {
    let Some(answer) = Answer::parse(text) else { return Corpus::Reject };
    locations::check(&answer);
    Corpus::Keep
});
