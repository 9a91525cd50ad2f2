//! Merge keys: `<<` takes over the entries of other mappings.

use std::collections::HashSet;

use super::{Entry, Kind, Node};
use crate::problem::codes::reading;
use crate::problem::{Place, Problem, Problems};

/// Adds the entries of the merged mappings that are not written out already. Of several mappings
/// the first wins.
pub(super) fn apply(merged: &Node, entries: &mut Vec<Entry>, problems: &mut Problems) {
    let mut known = entries.iter().map(|entry| entry.key.text.clone()).collect();
    match &merged.kind {
        Kind::Mapping(from) => take_over(from, entries, &mut known),
        Kind::List(items) => {
            for item in items {
                match &item.kind {
                    Kind::Mapping(from) => take_over(from, entries, &mut known),
                    Kind::Broken => {}
                    _ => problems.push(not_a_mapping(item.place)),
                }
            }
        }
        Kind::Broken => {}
        Kind::Scalar(..) => problems.push(not_a_mapping(merged.place)),
    }
}

fn take_over(from: &[Entry], entries: &mut Vec<Entry>, known: &mut HashSet<String>) {
    for entry in from {
        if !known.contains(&entry.key.text) {
            known.insert(entry.key.text.clone());
            entries.push(entry.clone());
        }
    }
}

fn not_a_mapping(place: Place) -> Problem {
    Problem::new(reading::MERGE_NOT_MAPPING, place, "what `<<` merges must be a mapping")
        .label("not a mapping")
        .help("write an alias such as `*base`, or put the key `\"<<\"` in quotes")
}
