//! What `diff` says of one-step edits of a description, held against three witnesses: what is written
//! in `edits.yaml`, whether somebody who wrote against the client of before still compiles, and what
//! cargo-semver-checks says of the two clients.
//!
//! `cargo test` compares all edits with the file, and compiles for some of them. `tests/evolution.sh`
//! compiles for all, and asks cargo-semver-checks.

mod callers;
mod corpus;
mod crates;
mod page;
mod semver_checks;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use deskpro_codegen::diff::{Change, rules};
use deskpro_codegen::tree::{self, Record};
use deskpro_codegen::{generate, generate_again};

use corpus::corpus;

/// Kinds of change that follow from others by coincidence of names, and of who speaks of what. They stand
/// nowhere in the description.
const FOLLOWING: &[&str] = &["item-changed", "needs-changed"];

/// `field-removed notes.text: breaking, major`
fn line(change: &Change) -> String {
    let mut line =
        format!("{} {}: {}, {}", change.rule.id, change.subject, change.wire, change.rust);
    if change.is_announced {
        line.push_str(", announced");
    }
    if change.is_guess {
        line.push_str(", guess");
    }
    line
}

#[test]
fn every_edit_comes_to_what_is_written() {
    let mut wrong = String::new();
    for edit in corpus() {
        let (old, new) = edit.sides();
        let diff = edit.diff(&old, &new);
        diff.changes.iter().for_each(has_places);
        let mut found: Vec<_> = diff.changes.iter().map(line).collect();
        let mut expected = edit.is.clone();
        found.sort();
        expected.sort();
        if found != expected {
            let title = edit.title();
            let _ = writeln!(wrong, "{title}\n  expected {expected:?}\n     found {found:?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Whatever stands in the description has a place there.
fn has_places(change: &Change) {
    if FOLLOWING.contains(&change.rule.id) {
        return;
    }
    let places: Vec<_> = [&change.old, &change.new].into_iter().flatten().collect();
    assert!(!places.is_empty(), "{}: no place", change.id());
    for place in places {
        assert!(place.file == "api.yaml" && place.line > 1, "{}: {place}", change.id());
    }
}

#[test]
fn the_same_twice_is_no_change() {
    for edit in corpus().iter().step_by(10) {
        let (_, new) = edit.sides();
        assert!(edit.diff(&new, &new).is_empty(), "{}", edit.title());
    }
}

/// Whatever the edit, no file stays as it was that would be another. Every fourth edit shows it.
#[test]
fn what_is_generated_again_is_what_is_generated() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("again");
    let _ = fs::remove_dir_all(&folder);
    let mut record = Record::new();
    for edit in corpus().iter().step_by(4) {
        let (old, new) = edit.sides();
        for side in [&old, &new] {
            let again = generate_again(&side.api, &edit.options(), &folder, &mut record);
            assert!(again == generate(&side.api, &edit.options()), "{}", edit.title());
            tree::write(&folder, &again).unwrap();
        }
    }
}

#[test]
fn every_rule_has_an_edit() {
    let edits = corpus();
    let used: BTreeSet<_> = edits.iter().flat_map(|edit| &edit.is).collect();
    let is_used = |id: &str| used.iter().any(|line| line.starts_with(&format!("{id} ")));
    let rules = rules().map(|rule| rule.id).filter(|id| !FOLLOWING.contains(id));
    let unused: Vec<_> = rules.filter(|id| !is_used(id)).collect();
    assert!(unused.is_empty(), "no edit makes {unused:?}");
    assert!(edits.len() >= 120, "{} edits", edits.len());
}
