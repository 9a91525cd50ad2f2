//! For people at a terminal.

use anstyle::{AnsiColor, Style};

use super::{heading, listed, notes, verdict};
use crate::diff::Diff;
use crate::diff::change::{Change, RustClass, WireClass};

/// How many items of the client a change shows.
const SHOWN: usize = 5;

impl Diff {
    /// The form for people: the gravest first, each change with its places and whom it concerns. With
    /// escape sequences for colours; who writes to something else than a terminal leaves them out.
    pub fn text(&self, version: Option<&str>) -> String {
        let mut text = String::new();
        for class in [RustClass::Major, RustClass::Minor, RustClass::Patch] {
            let of_class: Vec<_> = self.changes.iter().filter(|it| it.rust == class).collect();
            if !of_class.is_empty() {
                let style = Style::new().bold();
                text.push_str(&format!("{style}{}{style:#}\n\n", heading(class)));
                of_class.iter().for_each(|it| text.push_str(&change(it)));
            }
        }
        text.push_str(&verdict(self, version));
        text.push('\n');
        text
    }
}

fn change(change: &Change) -> String {
    let color = match (change.rust, change.wire) {
        (RustClass::Major, _) | (_, WireClass::Breaking) => AnsiColor::Red,
        (RustClass::Minor, _) | (_, WireClass::Tolerated) => AnsiColor::Yellow,
        _ => AnsiColor::Green,
    };
    let style = color.on_default();
    let notes = match notes(change).as_slice() {
        [] => String::new(),
        notes => format!(" ({})", notes.join(", ")),
    };
    let mut text = format!("{style}{}{style:#} [{}]{notes}\n", change.message, change.rule.id);
    let mut line = |name: &str, value: String| text.push_str(&format!("  {name:>8} {value}\n"));
    line("wire", change.wire.to_string());
    if let Some(old) = &change.old {
        line("was at", old.to_string());
    }
    if let Some(new) = &change.new {
        line("is at", new.to_string());
    }
    let affected = &change.affected;
    for (name, names) in
        [("used by", &affected.operations), ("in", &affected.types), ("with", &affected.features)]
    {
        if !names.is_empty() {
            line(name, listed(names));
        }
    }
    for item in change.items.iter().take(SHOWN) {
        line("rust", format!("`{}` {}", item.item, item.what));
    }
    match change.items.len().saturating_sub(SHOWN) {
        0 => {}
        more => line("", format!("and {more} more")),
    }
    text.push('\n');
    text
}
