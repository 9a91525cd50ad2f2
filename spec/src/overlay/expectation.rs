//! What an action expects to find.

use std::collections::BTreeMap;

use crate::problem::Place;
use crate::yaml::{Kind, Node, Scalar, to_json};

/// Something that is not as it is expected.
pub(super) struct Unmet {
    /// What is expected.
    pub(super) expected: Place,
    /// What is there instead, if there is something.
    pub(super) found: Option<Place>,
}

/// The first part that is not as it is expected.
///
/// Of mappings those keys count that are named, and one that is expected to be null may be absent;
/// everything else must be the same.
pub(super) fn unmet(expected: &Node, found: &Node) -> Option<Unmet> {
    if !matches!(expected.kind, Kind::Mapping(_)) || !matches!(found.kind, Kind::Mapping(_)) {
        let is_met = to_json(expected) == to_json(found);
        let unmet = Unmet { expected: expected.place, found: Some(found.place) };
        return (!is_met).then_some(unmet);
    }
    let entries = found.entries().iter().map(|entry| (entry.key.text.as_str(), entry));
    let there: BTreeMap<_, _> = entries.collect();
    expected.entries().iter().find_map(|entry| match there.get(entry.key.text.as_str()) {
        Some(found) => unmet(&entry.value, &found.value),
        None if matches!(entry.value.kind, Kind::Scalar(Scalar::Null, _)) => None,
        None => Some(Unmet { expected: entry.key.place, found: None }),
    })
}
