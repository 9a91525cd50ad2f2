//! The runtime serves every description alike, so it has no word of any.

use std::collections::{BTreeMap, BTreeSet};

use deskpro_spec::{Sources, load};

use crate::rust_files::{rust_files, words};

/// The words of an identifier or a literal: `"TicketId/old_one"` has four.
fn parts(word: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut before = ' ';
    for c in word.chars() {
        if !c.is_ascii_alphanumeric() || c.is_ascii_uppercase() && before.is_ascii_lowercase() {
            parts.push(String::new());
        }
        if let Some(last) = parts.last_mut().filter(|_| c.is_ascii_alphanumeric()) {
            last.push(c.to_ascii_lowercase());
        }
        before = c;
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The words of an identifier or a literal that could name something; `User-Agent` is a header.
fn named(word: &str) -> Vec<String> {
    let parts = parts(word);
    let is_header = |at: usize| at > 0 && parts[at - 1] == "user" && parts[at] == "agent";
    (0..parts.len()).filter(|at| !is_header(*at)).map(|at| parts[at].clone()).collect()
}

/// Names of resources that the runtime means otherwise: a helpdesk answers, settings are those of a
/// client, a download is any file on its way, a batch has an identity, and features, labels and tasks
/// are those of Rust.
const COMMON: &[&str] =
    &["download", "feature", "helpdesk", "identity", "label", "settings", "task"];

/// Where the client of ureq is spoken of, which is called an agent there.
const UREQ: &str = "runtime/src/transport/blocking/";

/// The names of resources that are one word.
fn words_of_resources() -> BTreeSet<String> {
    let api = load(&Sources::builtin()).unwrap();
    let names = api.resources.iter().flat_map(|resource| [&resource.name, &resource.singular]);
    names.filter(|name| !name.contains('_')).cloned().collect()
}

/// The words of the runtime that are names of resources, each with a file that has it.
fn spoken_of() -> BTreeMap<String, String> {
    let resources = words_of_resources();
    let mut spoken_of = BTreeMap::new();
    for file in rust_files(&["runtime/src"]) {
        let used = words(file.code()).into_iter().flat_map(|word| named(&word));
        let is_ureqs = |word: &str| word == "agent" && file.path.starts_with(UREQ);
        for word in used.filter(|word| resources.contains(word) && !is_ureqs(word)) {
            spoken_of.insert(word, file.path.clone());
        }
    }
    spoken_of
}

#[test]
fn the_runtime_names_no_resource() {
    let mut found = spoken_of();
    for word in COMMON {
        assert!(found.contains_key(*word), "`{word}` is not met any more");
    }
    found.retain(|word, _| !COMMON.contains(&word.as_str()));
    assert!(found.is_empty(), "the runtime speaks of {found:?}");
    // What is looked for are resources, and those that matter are not left out.
    let resources = words_of_resources();
    for word in ["ticket", "tickets", "person", "people", "agent", "organization", "department"] {
        assert!(resources.contains(word) && !COMMON.contains(&word), "{word}");
    }
}

#[test]
fn words_are_told_apart() {
    assert_eq!(parts("\"TicketId/old_one\""), ["ticket", "id", "old", "one"]);
    assert_eq!(parts("ticketing"), ["ticketing"]);
    assert_eq!(named("USER_AGENT"), ["user"]);
    assert_eq!(named("agent_user"), ["agent", "user"]);
}
