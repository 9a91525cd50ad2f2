//! A line for each change, as compilers have them.

use super::verdict;
use crate::diff::Diff;

impl Diff {
    /// A line for each change: `api.yaml:8:5: major, breaking [field-removed]: ...`, and one for all.
    pub fn short(&self, version: Option<&str>) -> String {
        let line = |change: &crate::diff::Change| {
            let spot = change.new.as_ref().or(change.old.as_ref());
            let spot = spot.map_or_else(String::new, |spot| format!("{spot}: "));
            let (rust, wire, rule) = (change.rust, change.wire, change.rule.id);
            format!("{spot}{rust}, {wire} [{rule}]: {}\n", change.message)
        };
        let mut text: String = self.changes.iter().map(line).collect();
        text.push_str(&verdict(self, version));
        text.push('\n');
        text
    }
}
