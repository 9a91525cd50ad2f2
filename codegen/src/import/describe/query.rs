//! Query parameters, of which those that several resources have are written once.

use std::collections::{BTreeMap, BTreeSet};

use super::super::name::Taken;
use super::super::resource::{Query, ResourceDraft};
use super::super::yaml::Map;
use super::field::{DEPRECATED, with_rust};
use super::{Writer, example, with_docs};

/// Parameters that are written once, by name.
pub(super) type Shared = BTreeMap<String, Map>;

/// From how many operations on a parameter is written once.
const SEVERAL: usize = 3;

/// The parameters that several resources have.
pub(super) fn shared(writer: &mut Writer<'_, '_>, resources: &[ResourceDraft<'_>]) -> Shared {
    let mut uses: BTreeMap<(&str, String), (Map, usize, BTreeSet<usize>)> = BTreeMap::new();
    for (at, resource) in resources.iter().enumerate() {
        for query in resource.operations.iter().flat_map(|operation| &operation.query) {
            let map = writer.parameter(query, None);
            let use_of =
                uses.entry((&query.name, map.document())).or_insert((map, 0, BTreeSet::new()));
            use_of.1 += 1;
            use_of.2.insert(at);
        }
    }
    let mut most: BTreeMap<&str, (usize, Map)> = BTreeMap::new();
    for ((name, _), (map, count, by)) in uses {
        if count < SEVERAL || by.len() < 2 {
            continue;
        }
        if most.get(name).is_none_or(|(known, _)| *known < count) {
            most.insert(name, (count, map));
        }
    }
    most.into_iter().map(|(name, (_, map))| (name.to_owned(), map)).collect()
}

impl Writer<'_, '_> {
    /// The query parameters of an operation.
    pub(super) fn query(&mut self, at: usize, queries: &[Query<'_>], taken: &mut Taken) -> Map {
        let mut map = Map::tall();
        for query in queries {
            let parameter = self.parameter(query, None);
            // A shared one has no other name here.
            if self.shared.get(&query.name) == Some(&parameter) && taken.is_free(&query.name) {
                taken.take(&query.name);
                map.put(&query.name, "shared");
                continue;
            }
            let parameter = self.parameter(query, Some(at));
            map.put(&query.name, with_rust(parameter, &query.name, taken));
        }
        map
    }

    fn parameter(&mut self, query: &Query<'_>, at: Option<usize>) -> Map {
        let (ty, says) = (&query.ty, &query.says);
        let bound = |bound: Option<i64>| {
            bound.filter(|_| says.minimum.zip(says.maximum).is_none_or(|(a, b)| a <= b))
        };
        let mut told = says.clone();
        // Bounds have words of their own.
        if says.minimum.is_some() || says.maximum.is_some() {
            let is_bound = |note: &String| {
                note.starts_with(|c: char| c.is_ascii_uppercase()) && is_bound(note)
            };
            told.notes.retain(|note| !is_bound(note));
        }
        let docs = match (told.documentation(), says.is_deprecated) {
            (Some(docs), true) => Some(format!("{docs}\n\nDeprecated. {DEPRECATED}")),
            (None, true) => Some(format!("Deprecated. {DEPRECATED}")),
            (docs, false) => docs,
        };
        let map = Map::default()
            .with("type", self.expression(ty, false, at))
            .with_flag("required", query.is_required)
            .with_some("minimum", bound(says.minimum))
            .with_some("maximum", bound(says.maximum));
        let map = with_docs(map, docs, &query.name);
        map.with_some("example", example::taken(self.types, self.findings, ty, says))
    }
}

/// Whether a sentence is about bounds of numbers: `From 1 to 100.`
fn is_bound(note: &str) -> bool {
    let words: Vec<_> = note.trim_end_matches('.').split(' ').collect();
    let is_number = |word: &&str| word.parse::<f64>().is_ok();
    match words.as_slice() {
        ["From", least, "to", most] => is_number(least) && is_number(most),
        ["At", "least" | "most", number] | ["Exactly", number] => is_number(number),
        _ => false,
    }
}
