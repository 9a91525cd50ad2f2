//! The runtime serves every description alike, so it has no word of any.

use std::collections::BTreeSet;

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

#[test]
fn the_runtime_names_no_resource() {
    let api = load(&Sources::builtin()).unwrap();
    let names = api.resources.iter().flat_map(|resource| [&resource.name, &resource.singular]);
    let resources: BTreeSet<_> = names.filter(|name| !name.contains('_')).cloned().collect();
    assert!(resources.contains("tickets") && resources.contains("ticket"));
    for file in rust_files(&["runtime/src"]) {
        let used: BTreeSet<_> = words(file.code()).iter().flat_map(|word| named(word)).collect();
        let found: Vec<_> = used.intersection(&resources).collect();
        assert!(found.is_empty(), "{} speaks of {found:?}", file.path);
    }
}

#[test]
fn words_are_told_apart() {
    assert_eq!(parts("\"TicketId/old_one\""), ["ticket", "id", "old", "one"]);
    assert_eq!(parts("ticketing"), ["ticketing"]);
    assert_eq!(named("USER_AGENT"), ["user"]);
    assert_eq!(named("agent_user"), ["agent", "user"]);
}
