//! `CHANGES.md`: every kind of change, with the edits that were tried.

use std::collections::BTreeSet;
use std::fmt::Write;

use deskpro_codegen::diff::{Rule, rules};

use super::corpus::{Edit, corpus};

const HEAD: &str = "\
# Kinds of change

What `deskpro-codegen diff` finds between two descriptions. `deskpro-codegen explain field-removed` prints the
same as this page. Two judgements stand beside each other.

On the wire, for whoever calls the API, with whatever client:

| | |
|---|---|
| breaking | Requests that were right are refused, or answers lack or hold what callers do not expect. |
| tolerated | Answers differ in a way that careful callers, such as clients that are made here, put up with. |
| additive | Something is possible that was not; whoever does not use it sees nothing of it. |
| unseen | Nothing that is sent or answered differs. |

In Rust, for crates that use the client, as Semantic Versioning sees it: *major*, some of them no longer compile;
*minor*, they compile and may use more; *patch*, they compile as before. This is not a matter of rules: both
clients are made, and their public items are compared. Which type a request is, is not promised, only what can
be done with it; a struct may take the place of an alias of the runtime's `Call`.

What each kind came to, in edits of one step, stands below it: on the wire, and in Rust. This page is made from
the explanations in `codegen/src/diff/rule` and the edits in `codegen/tests/evolution/edits.yaml`, where old
callers were compiled against the new client, and cargo-semver-checks was asked.
";

#[test]
fn the_page_of_kinds_is_up_to_date() {
    let edits = corpus();
    let mut page = HEAD.to_owned();
    for rule in rules() {
        let _ = write!(page, "\n## {}\n\n{}. {}\n", rule.id, capital(rule.title), rule.text);
        let classes = classes(rule, &edits);
        if !classes.is_empty() {
            let _ = write!(page, "\nSeen as: {}.\n", classes.join("; "));
        }
    }
    expect_test::expect_file!["../../CHANGES.md"].assert_eq(&page);
}

/// What the edits that make a kind of change came to.
fn classes(rule: &Rule, edits: &[Edit]) -> Vec<String> {
    let of_rule = |line: &String| line.split_once(' ').is_some_and(|(id, _)| id == rule.id);
    let lines = edits.iter().flat_map(|edit| &edit.is).filter(|line| of_rule(line));
    let classes: BTreeSet<_> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(_, classes)| classes.splitn(3, ", ").take(2).collect::<Vec<_>>().join(", "))
        .collect();
    classes.into_iter().collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
