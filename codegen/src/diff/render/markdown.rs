//! For pages: pull requests, release notes.

use super::{heading, listed, notes, verdict};
use crate::diff::Diff;
use crate::diff::change::{Change, RustClass};

impl Diff {
    /// Markdown: a table for each class.
    pub fn markdown(&self, version: Option<&str>) -> String {
        let mut text = format!("**{}**\n", verdict(self, version));
        for class in [RustClass::Major, RustClass::Minor, RustClass::Patch] {
            let of_class: Vec<_> = self.changes.iter().filter(|it| it.rust == class).collect();
            if !of_class.is_empty() {
                text.push_str(&format!("\n### {}\n\n", heading(class)));
                text.push_str("| What | On the wire | Where | Used by |\n|---|---|---|---|\n");
                of_class.iter().for_each(|it| text.push_str(&row(it)));
            }
        }
        text
    }
}

fn row(change: &Change) -> String {
    let notes = match notes(change).as_slice() {
        [] => String::new(),
        notes => format!(" ({})", notes.join(", ")),
    };
    let spot = change.new.as_ref().or(change.old.as_ref());
    let spot = spot.map_or_else(String::new, |spot| format!("`{spot}`"));
    let cells = [
        format!("{}{notes}", change.message),
        change.wire.to_string(),
        spot,
        listed(&change.affected.operations),
    ];
    // What stands in a cell must not end it.
    let cells = cells.map(|cell| cell.replace('|', "\\|"));
    format!("| {} |\n", cells.join(" | "))
}
