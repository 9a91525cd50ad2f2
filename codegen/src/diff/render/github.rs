//! Workflow commands, which GitHub shows beside the lines of a change.

use super::notes;
use crate::diff::Diff;
use crate::diff::change::{Change, RustClass, WireClass};

impl Diff {
    /// An annotation for each change that is more than documentation, and one for the whole.
    pub fn github(&self, version: Option<&str>) -> String {
        let is_told = |it: &&Change| it.rust > RustClass::Patch || it.wire > WireClass::Unseen;
        let mut text: String = self.changes.iter().filter(is_told).map(annotation).collect();
        text.push_str(&format!("::notice::{}\n", escaped(&super::verdict(self, version))));
        text
    }
}

fn annotation(change: &Change) -> String {
    let level = match (change.rust, change.wire) {
        (RustClass::Major, _) | (_, WireClass::Breaking) => "warning",
        _ => "notice",
    };
    // Only files of the tree that is shown can be annotated.
    let spot = change.new.iter().chain(&change.old).find(|spot| spot.is_on_disk);
    let place = spot.map_or_else(String::new, |spot| {
        format!("file={},line={},col={},", escaped_value(&spot.file), spot.line, spot.column)
    });
    let mut message = format!("{} (crate: {}, wire: {})", change.message, change.rust, change.wire);
    for note in notes(change) {
        message.push_str(&format!(", {note}"));
    }
    format!("::{level} {place}title={}::{}\n", change.rule.id, escaped(&message))
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escaped_value(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
