//! Merge keys: `<<` takes over the entries of other mappings.

use std::collections::HashMap;

use super::{Entry, Kind, Node};
use crate::problem::codes::reading;
use crate::problem::{Place, Problem, Problems};

/// Adds the entries of the merged mappings that are not written out already. Of several mappings
/// the first wins.
pub(super) fn apply(
    merged: &Node,
    entries: &mut Vec<Entry>,
    places: &mut HashMap<String, Place>,
    problems: &mut Problems,
) {
    match &merged.kind {
        Kind::Mapping(from) => take_over(from, entries, places),
        Kind::List(items) => {
            for item in items {
                match &item.kind {
                    Kind::Mapping(from) => take_over(from, entries, places),
                    Kind::Broken => {}
                    _ => problems.push(not_a_mapping(item.place)),
                }
            }
        }
        Kind::Broken => {}
        Kind::Scalar(..) => problems.push(not_a_mapping(merged.place)),
    }
}

fn take_over(from: &[Entry], entries: &mut Vec<Entry>, places: &mut HashMap<String, Place>) {
    for entry in from {
        if !places.contains_key(&entry.key.text) {
            places.insert(entry.key.text.clone(), entry.key.place);
            entries.push(entry.clone());
        }
    }
}

fn not_a_mapping(place: Place) -> Problem {
    Problem::new(reading::MERGE_NOT_MAPPING, place, "what `<<` merges must be a mapping")
        .label("not a mapping")
        .help("write an alias such as `*base`, or put the key `\"<<\"` in quotes")
}
