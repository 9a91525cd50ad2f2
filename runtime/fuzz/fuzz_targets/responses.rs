//! Answers to the requests that a client makes: `cargo fuzz run -s none responses` in `runtime/`.
//!
//! Each is read as what was asked for, or is an error that keeps all that came and can be printed.
//! What was read, written and read again is the same.

#![no_main]

#[allow(dead_code, reason = "every target checks some of them")]
#[path = "../../tests/promises/kept/mod.rs"]
mod kept;

use deskpro_client::{organizations::Organization, people::Person, tickets::Ticket};
use deskpro_runtime::Json;
use kept::{answer::Answer, responses};
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|text: &[u8]| -> Corpus {
    let Some(answer) = Answer::parse(text) else { return Corpus::Reject };
    responses::check::<Json>(&answer);
    responses::check::<Ticket>(&answer);
    responses::check::<Person>(&answer);
    responses::check::<Organization>(&answer);
    responses::check_others(&answer);
    Corpus::Keep
});
