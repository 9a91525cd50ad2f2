//! Changes as text: for people, for pages, for continuous integration, for programs.

mod github;
mod json;
mod markdown;
mod sarif;
mod short;
mod text;

use super::Diff;
use super::change::{Change, RustClass, WireClass};

/// How many operations a line names.
const NAMED: usize = 4;

/// What a whole comparison says in one line, with the version that comes next where one is known.
fn verdict(diff: &Diff, version: Option<&str>) -> String {
    let (Some(rust), Some(wire)) = (diff.rust(), diff.wire()) else {
        return "nothing changed".to_owned();
    };
    let wire = match wire {
        WireClass::Breaking => "breaks callers of the API",
        WireClass::Tolerated => "careful callers of the API put up with it",
        WireClass::Additive => "callers of the API may use more",
        WireClass::Unseen => "callers of the API see nothing of it",
    };
    let count = match diff.changes.len() {
        1 => "1 change".to_owned(),
        count => format!("{count} changes"),
    };
    let version =
        version.map_or_else(String::new, |version| format!("; the next version is {version}"));
    format!("{count}: {rust} for the crate, {wire}{version}")
}

/// What is said of a change behind its message.
fn notes(change: &Change) -> Vec<&'static str> {
    let guess = change.is_guess.then_some("a guess");
    let announced = change.is_announced.then_some("announced by a deprecation");
    guess.into_iter().chain(announced).collect()
}

/// Names, of which only the first are written out.
fn listed(names: &[String]) -> String {
    let named: Vec<_> = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    match names.len().saturating_sub(NAMED) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

/// What a class is called over the changes that have it.
fn heading(rust: RustClass) -> &'static str {
    match rust {
        RustClass::Major => "Major: crates that use this no longer compile",
        RustClass::Minor => "Minor: crates compile as before, and may use more",
        RustClass::Patch => "Patch: crates compile as before",
    }
}
