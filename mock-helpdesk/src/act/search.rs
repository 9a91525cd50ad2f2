//! Searches in the texts of what is held.

use deskpro_spec::api::{Api, Meaning, Payload, ResourceId, Type, TypeKind};
use serde_json::{Value, json};

use super::Call;
use super::filter::{has_words, words};
use crate::store::Store;
use crate::{Object, fields};

/// What to search for.
const Q: &str = "q";
/// Which kinds to search through.
const TYPES: &str = "types";

/// Members of what is found of one kind.
const KIND: &str = "type";
const RESULTS: &str = "results";

/// How many of a kind are found at most.
const FOUND: usize = 10;
/// How many of a kind are looked at at most, so that a search ends soon in a million of them.
const LOOKED_AT: usize = 10_000;

/// Names of things that can be searched through have one of these fields.
const TITLES: [&str; 3] = ["subject", "title", "name"];

/// What is found, where an operation searches and the description says in which shape.
pub(super) fn found(call: &Call<'_>, store: &Store) -> Option<Value> {
    let asked = call.query.get(Q).filter(|_| call.takes(Q, |ty| *ty == Type::String))?;
    let words = words(asked);
    let kinds = || call.api.resource_ids().filter(|&kind| is_searched(call.api, kind));
    if let Some(groups) = groups(call) {
        let types: Option<Vec<&str>> = call.query.get(TYPES).map(|it| it.split(',').collect());
        let is_asked = |kind: &ResourceId| {
            let name = call.api[*kind].singular.as_str();
            types.as_ref().is_none_or(|types| types.iter().any(|asked| asked.trim() == name))
        };
        let found = kinds().filter(is_asked).filter_map(|kind| {
            let results = results(call.api, store, kind, &words);
            let name = &call.api[kind].singular;
            (!results.is_empty()).then(|| json!({ KIND: name, RESULTS: results }))
        });
        return Some(json!({ groups: found.collect::<Vec<_>>() }));
    }
    // Nothing is known of the shape, but that one kind is searched through.
    let named = call.operation.path.parameters.len().checked_sub(1)?;
    let named = call.subject.value(named)?;
    let kind = kinds().find(|&kind| call.api[kind].singular == named)?;
    (call.operation.returns == Payload::Json).then(|| json!(results(call.api, store, kind, &words)))
}

/// The field that holds what is found by kind.
fn groups<'a>(call: &Call<'a>) -> Option<&'a str> {
    let Payload::Resource(resource) = call.operation.returns else {
        return None;
    };
    let is_group = |ty: &Type| {
        let Type::Named(id) = ty else { return false };
        let TypeKind::Object(fields) = &call.api[*id].kind else { return false };
        [KIND, RESULTS].iter().all(|name| fields.iter().any(|field| field.name == *name))
    };
    let mut fields = fields::read(&call.api[resource]);
    let field = fields.find(|field| matches!(&field.ty, Type::List(item) if is_group(item)))?;
    Some(&field.name)
}

/// Whether there are several of a kind, each to be got by itself and with a name.
fn is_searched(api: &Api, kind: ResourceId) -> bool {
    let resource = &api[kind];
    let has_name = fields::held(resource).any(|field| TITLES.contains(&field.name.as_str()));
    let mut operations = resource.operations.iter();
    let is_got = operations.any(|it| api[it.verb].meaning == Meaning::Get);
    has_name && is_got && resource.parent.is_none() && !fields::is_single(api, resource)
}

fn results(api: &Api, store: &Store, kind: ResourceId, words: &[String]) -> Vec<Value> {
    let ids = store.ids(kind, None).take(LOOKED_AT);
    let objects = ids.filter_map(|id| Some((id, store.object(kind, id)?)));
    let is_meant = |(id, object): &(u64, Object)| {
        let is_id = matches!(words, [word] if *word == id.to_string());
        is_id || !words.is_empty() && has_words(&api[kind], object, words)
    };
    objects.filter(is_meant).map(|(_, object)| Value::Object(object)).take(FOUND).collect()
}
