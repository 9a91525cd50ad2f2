//! Whether somebody who wrote against the client of before compiles against that of after.

use std::fmt::Write;

use super::corpus::{Edit, corpus};
use super::crates::Crates;

/// How many edits `cargo test` leaves out between two that it compiles for.
const STEP: usize = 24;

#[test]
fn old_callers_compile_unless_a_change_is_major() {
    let is_all = std::env::var_os("DESKPRO_EVOLUTION").is_some();
    let edits = corpus().into_iter().filter(Edit::is_of_base);
    let edits: Vec<_> = edits.step_by(if is_all { 1 } else { STEP }).collect();
    let crates = Crates::with_caller("callers");
    let (base, _) = edits[0].sides();
    crates.client(&base, &edits[0].options());
    crates.check().unwrap_or_else(|error| panic!("the caller is not one of the base:\n{error}"));
    let mut wrong = String::new();
    let mut broken = 0;
    for edit in &edits {
        let (_, new) = edit.sides();
        crates.client(&new, &edit.options());
        let compiles = crates.check();
        broken += usize::from(compiles.is_err());
        let is_fine = compiles.is_ok() != edit.is_major();
        if is_fine == edit.caller.is_some() {
            let outcome = compiles.err().unwrap_or_else(|| "it compiles\n".to_owned());
            let _ = writeln!(wrong, "{}\n  {:?}\n{outcome}", edit.title(), edit.is);
        }
    }
    println!("{} edits, {broken} of which break the caller", edits.len());
    assert!(wrong.is_empty(), "{wrong}");
}
