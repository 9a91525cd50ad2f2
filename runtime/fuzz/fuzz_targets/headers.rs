//! What is read from headers: `cargo fuzz run -s none headers` in `runtime/`.
//!
//! Times to wait, names of files, verbs that are allowed: each is what the header says, or nothing.

#![no_main]

#[allow(dead_code, reason = "every target checks some of them")]
#[path = "../../tests/promises/kept/mod.rs"]
mod kept;

use kept::{answer::Answer, headers};
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|text: &[u8]| -> Corpus {
    let Some(answer) = Answer::parse(text) else { return Corpus::Reject };
    headers::check(&answer);
    Corpus::Keep
});
