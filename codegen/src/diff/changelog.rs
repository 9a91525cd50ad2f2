//! Changes as a section of a changelog, in the form of Keep a Changelog.

use super::Diff;
use super::change::{Change, RustClass, WireClass};

/// The groups of a section, in their order.
const GROUPS: [&str; 5] = ["Added", "Changed", "Deprecated", "Removed", "Security"];

impl Diff {
    /// The text for a changelog: what users of the client should read before they take the new version.
    /// What differs in documentation only is left out.
    ///
    /// The heading is `[Unreleased]` without a version.
    pub fn changelog(&self, version: Option<&str>) -> String {
        let heading = version.map_or_else(|| "Unreleased".to_owned(), str::to_owned);
        let mut text = format!("## [{heading}]\n");
        let is_told =
            |change: &&Change| change.rust > RustClass::Patch || change.wire > WireClass::Unseen;
        let told: Vec<_> = self.changes.iter().filter(is_told).collect();
        for group in GROUPS {
            let of_group: Vec<_> = told.iter().filter(|change| change.group() == group).collect();
            if !of_group.is_empty() {
                text.push_str(&format!("\n### {group}\n\n"));
                of_group.iter().for_each(|change| text.push_str(&change.entry()));
            }
        }
        if told.is_empty() {
            text.push_str("\nNothing but documentation.\n");
        }
        text
    }
}

impl Change {
    fn group(&self) -> &'static str {
        let id = self.rule.id;
        match () {
            () if id == "deprecated" => "Deprecated",
            () if id.ends_with("-removed") && self.rust == RustClass::Major => "Removed",
            () if id.ends_with("-added") => "Added",
            () => "Changed",
        }
    }

    fn entry(&self) -> String {
        let mut notes = Vec::new();
        if self.rust == RustClass::Major {
            notes.push("**breaking**");
        }
        if self.wire == WireClass::Breaking {
            notes.push("breaks callers of the API");
        }
        if self.is_guess {
            notes.push("guessed");
        }
        if self.is_announced {
            notes.push("was announced");
        }
        let notes = match notes.is_empty() {
            true => String::new(),
            false => format!(" ({})", notes.join(", ")),
        };
        let mut message = self.message.clone();
        if let Some(first) = message.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        format!("- {message}{notes}.\n")
    }
}
