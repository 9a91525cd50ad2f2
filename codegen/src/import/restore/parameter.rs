//! Query parameters: those that verbs name, and those of single operations.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::yaml::{Map, Yaml};
use super::model::Model;
use super::{copied, items, members, said, text, with_sources};

/// What a parameter says beside its type.
const KEYS: [&str; 6] = ["required", "minimum", "maximum", "docs", "example", "rust"];

/// The parameters that verbs name, which all operations share.
pub(super) fn shared(model: &Model<'_>) -> Map {
    let mut shared: BTreeMap<&str, &Value> = BTreeMap::new();
    for (_, verb) in members(model.api, "verbs") {
        shared.extend(items(verb, "query").filter_map(|it| Some((text(it, "name")?, it))));
    }
    let mut map = Map::tall();
    for (name, value) in shared {
        map.put(name, written(&shared_type(model, name, value), value));
    }
    map
}

/// The query parameters of an operation that its verb does not say, and those of its verb that it
/// does not take.
pub(super) fn own(model: &Model<'_>, tag: &Value, it: &Value, verb: &Value) -> (Map, Vec<Yaml>) {
    let resource = text(tag, "name").unwrap_or_default();
    let mut map = Map::tall();
    let mut taken = Vec::new();
    for parameter in items(it, "parameters").filter(|it| text(it, "in") == Some("query")) {
        let Some(name) = text(parameter, "name").filter(|_| said(parameter).is_object()) else {
            continue;
        };
        taken.push(name);
        let value = joined(parameter);
        let shared = items(verb, "query").find(|it| text(it, "name") == Some(name));
        let is_shared = shared.is_some_and(|shared| {
            let ty = shared_type(model, name, shared);
            let of_resource = ty.replace("id", &format!("id({resource})"));
            let of_number = ty.replace("id", "integer");
            let own = text(&value, "type").unwrap_or_default();
            [ty.as_str(), &of_resource, &of_number].contains(&own)
                && written("", &value) == written("", shared)
        });
        if !is_shared {
            map.put(name, written(text(&value, "type").unwrap_or_default(), &value));
        }
    }
    let of_verb = items(verb, "query").filter_map(|it| text(it, "name"));
    (map, of_verb.filter(|name| !taken.contains(name)).map(Yaml::from).collect())
}

/// A parameter of this type as it is written.
fn written(ty: &str, value: &Value) -> Map {
    with_sources(copied(Map::default().with("type", ty), value, &KEYS), value)
}

/// What a parameter, its schema and its extension say, in one object.
fn joined(parameter: &Value) -> Value {
    let mut all = said(parameter).as_object().cloned().unwrap_or_default();
    let is_number = matches!(text(said(parameter), "type"), Some("integer" | "number"));
    // The bounds of ids are those of all ids.
    if let Some(schema) = parameter.get("schema").filter(|_| is_number) {
        let bounds = ["minimum", "maximum"].into_iter();
        all.extend(bounds.filter_map(|key| Some((key.to_owned(), schema.get(key)?.clone()))));
    }
    for (from, to) in [("required", "required"), ("description", "docs"), ("example", "example")] {
        all.extend(parameter.get(from).map(|value| (to.to_owned(), value.clone())));
    }
    Value::Object(all)
}

/// The type of a shared parameter: with `id`, which stands for the id of each resource, where the
/// verb has a number and an operation the id of its resource.
fn shared_type(model: &Model<'_>, name: &str, value: &Value) -> String {
    let ty = text(value, "type").unwrap_or_default();
    let is_id = model.all_operations().any(|(resource, operation)| {
        items(operation, "parameters").any(|parameter| {
            text(parameter, "name") == Some(name)
                && text(parameter, "in") == Some("query")
                && ty.contains("integer")
                && text(said(parameter), "type")
                    == Some(&ty.replace("integer", &format!("id({resource})")))
        })
    });
    if is_id { ty.replace("integer", "id") } else { ty.to_owned() }
}
