//! The links of one page: a label in brackets, with the address below the text, so that the text
//! reads well where nothing renders it.

use std::collections::BTreeMap;

use super::anchors::Anchors;
use crate::reference::page::Section;

/// The links of the page that is written.
pub(super) struct Links<'a> {
    anchors: &'a Anchors,
    /// The path of the page.
    path: &'a str,
    /// Labels, without regard to case, as they are written and with their addresses.
    definitions: BTreeMap<String, (String, String)>,
}

impl<'a> Links<'a> {
    /// No links yet.
    pub(super) fn new(anchors: &'a Anchors, path: &'a str) -> Self {
        Self { anchors, path, definitions: BTreeMap::new() }
    }

    /// A link to a section; just the label when no page has it. `is_alone` says that nothing behind
    /// it could be taken for a part of it.
    pub(super) fn link(&mut self, section: Section, label: String, is_alone: bool) -> String {
        let Some(address) = self.anchors.address(self.path, section) else { return label };
        // A bar is written otherwise in tables, and these begin footnotes and boxes to tick.
        let is_plain = !label.contains('|') && !label.starts_with('^') && label.len() > 1;
        if is_alone && is_plain {
            let entry = self.definitions.entry(label.to_lowercase());
            let (_, known) = entry.or_insert_with(|| (label.clone(), address.clone()));
            if *known == address {
                return format!("[{label}]");
            }
        }
        format!("[{label}]({address})")
    }

    /// The addresses of the labels, by label.
    pub(super) fn definitions(&self) -> String {
        let lines = self.definitions.values();
        let lines = lines.map(|(label, address)| format!("[{label}]: {address}"));
        lines.collect::<Vec<_>>().join("\n")
    }
}
