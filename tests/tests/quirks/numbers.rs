//! That no quirk is forgotten.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use deskpro_tests::description;

/// How many quirks the list of facts has.
const LAST: u32 = 49;

/// The numbers in the names of this folder's tests.
fn tested() -> BTreeSet<u32> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quirks");
    let mut numbers = BTreeSet::new();
    for file in fs::read_dir(folder).expect("this folder").flatten() {
        let text = fs::read_to_string(file.path()).expect("a text");
        // Only what an attribute makes a test counts.
        let tests = text.split("test]\n").skip(1);
        numbers.extend(tests.filter_map(number));
    }
    numbers
}

/// The number of the test that a text begins with: 7 of `async fn quirk_07_ids_..`.
fn number(text: &str) -> Option<u32> {
    let name = text.strip_prefix("async ").unwrap_or(text).strip_prefix("fn quirk_")?;
    name.split_once('_')?.0.parse().ok()
}

#[test]
fn every_quirk_has_a_test() {
    let all: BTreeSet<u32> = (1..=LAST).collect();
    assert_eq!(tested(), all);
}

#[test]
fn every_number_of_the_description_is_that_of_a_quirk() {
    let api = description();
    let numbers: Vec<u32> = api.quirks.iter().filter_map(|quirk| quirk.number).collect();
    let known: BTreeSet<u32> = numbers.iter().copied().collect();
    assert_eq!(known.len(), numbers.len(), "a number is given twice: {numbers:?}");
    assert!(known.is_subset(&tested()), "{known:?}");
    // What no helpdesk does, but other clients do to their users, is no fault of the API.
    let others = BTreeSet::from([37, 41, 42]);
    assert!(known.is_disjoint(&others) && known.len() + others.len() == LAST as usize, "{known:?}");
}

#[test]
fn names_of_tests_are_found() {
    assert_eq!(number("async fn quirk_07_ids() {"), Some(7));
    assert_eq!(number("fn quirk_49_names() {"), Some(49));
    assert_eq!(number("fn other() {"), None);
}
