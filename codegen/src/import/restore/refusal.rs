//! Sets of refusals: declared ones, and what single operations can meet.

use serde_json::Value;

use super::super::yaml::{Map, Yaml};
use super::{members, text};

/// `error_sets`, without those that single operations have.
pub(super) fn sets(api: &Value) -> Map {
    let mut map = Map::tall();
    for (name, outcomes) in members(api, "error_sets").filter(|(name, _)| !name.contains('.')) {
        map.add(name, outcomes.clone());
    }
    map
}

/// The name of the set that an operation can meet.
pub(super) fn set(operation: &Value) -> Option<String> {
    let references = members(operation, "responses").filter_map(|(_, it)| text(it, "$ref"));
    let mut names = references.filter_map(|it| it.strip_prefix("#/components/responses/"));
    names.find_map(|name| Some(name.rsplit_once('.')?.0.to_owned()))
}

/// What an operation can meet beside what its verb can.
pub(super) fn beside(api: &Value, operation: &Value, verb: &Value) -> Yaml {
    let of_verb = text(verb, "errors");
    let Some(set) = set(operation).filter(|set| Some(set.as_str()) != of_verb) else {
        return Yaml::List(Vec::new());
    };
    if !set.contains('.') {
        return Yaml::List(vec![set.into()]);
    }
    let outcomes = |set: &str| {
        let outcomes = api.get("error_sets").and_then(|sets| sets.get(set));
        outcomes.and_then(Value::as_array).cloned().unwrap_or_default()
    };
    let known = of_verb.map(outcomes).unwrap_or_default();
    let own = outcomes(&set).into_iter().filter(|outcome| !known.contains(outcome));
    Yaml::List(own.map(Yaml::from).collect())
}
