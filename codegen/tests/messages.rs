//! The page of messages: every kind of mistake with the attributes, explained.
//!
//! `UPDATE_EXPECT=1 cargo test --package deskpro-codegen --test messages` writes it again.

use std::collections::BTreeSet;

use deskpro_codegen::mistake::{self, Kind};
use expect_test::expect_file;

const START: &str = "# Messages and what they mean

What the attributes `deskpro_resource` and `deskpro_handles` can object to. A message ends its first line
with the name of its kind, `[unknown_field]`; `deskpro-codegen explain unknown_field` prints the same as
this page. All mistakes of one use of an attribute are reported together, each at the smallest part that
is wrong. This page is made from the explanations in `codegen/src/mistake`.
";

fn section(kind: &Kind) -> String {
    format!("\n## {}\n\n{}\n\n{}\n", kind.name, kind.meaning, kind.explanation.trim())
}

#[test]
fn the_page_is_fresh() {
    let page: String = mistake::all().map(section).collect();
    expect_file!["../../macros/MESSAGES.md"].assert_eq(&format!("{START}{page}"));
}

#[test]
fn every_kind_is_explained() {
    let mut names = BTreeSet::new();
    for kind in mistake::all() {
        let Kind { name, meaning, explanation } = kind;
        assert!(names.insert(name), "{name} is there twice");
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{name}");
        assert!(meaning.ends_with('.') && meaning.len() > 20, "{name}: {meaning}");
        assert!(explanation.len() > 120, "{name}: {explanation}");
        assert!(explanation.contains("```rust") || explanation.contains("```toml"), "{name}");
        assert_eq!(mistake::explain(name), Some(kind));
    }
    assert!(names.len() > 40);
}
