//! Examples, put together from where their parts are shown.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::yaml::{Map, Yaml};
use super::{EXTENSION, NOTHING, copied, items, members, said, text, with_sources};

/// The parts of one example.
#[derive(Default)]
struct Parts<'v> {
    /// What says its title, parameters, headers and sources.
    about: Option<&'v Value>,
    sent: Option<&'v Value>,
    status: Option<i64>,
    answer: Option<&'v Value>,
}

/// The examples of an operation, in their order.
pub(super) fn of_operation(it: &Value) -> Vec<Yaml> {
    let mut all: BTreeMap<&str, Parts<'_>> = BTreeMap::new();
    for (name, example) in shown(it.get("requestBody").unwrap_or(&NOTHING)) {
        let parts = all.entry(name).or_default();
        (parts.about, parts.sent) = (Some(example), example.get("value"));
    }
    for (status, response) in members(it, "responses") {
        for (name, example) in shown(response) {
            let parts = all.entry(name).or_default();
            (parts.about, parts.answer) = (Some(example), example.get("value"));
            parts.status = status.parse().ok();
        }
    }
    for (name, example) in members(said(it), "examples") {
        let parts = all.entry(name).or_default();
        (parts.about, parts.answer) = (Some(example), example.get("body"));
        parts.status = example.get("status").and_then(Value::as_i64);
    }
    let order: Vec<_> = items(said(it), "example_order").filter_map(Value::as_str).collect();
    let place = |name: &str| order.iter().position(|it| *it == name).unwrap_or(order.len());
    let mut all: Vec<_> = all.into_iter().collect();
    all.sort_by_key(|(name, _)| (place(name), *name));
    all.into_iter().map(|(_, parts)| one(&parts).into()).collect()
}

/// The examples that stand beside the schema of a body.
fn shown(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    members(value, "content").flat_map(|(_, content)| members(content, "examples"))
}

/// An example that stands in one place.
pub(super) fn whole(example: &Value) -> Map {
    let status = example.get("status").and_then(Value::as_i64);
    one(&Parts { about: Some(example), sent: None, status, answer: example.get("body") })
}

fn one(parts: &Parts<'_>) -> Map {
    let about = parts.about.unwrap_or(&NOTHING);
    let own = about.get(EXTENSION).unwrap_or(about);
    let mut request = copied(Map::default(), own, &["parameters"]);
    if let Some(body) = parts.sent {
        request.put("body", body.clone());
    }
    let response = Map::default().with_some("status", parts.status);
    let mut response = copied(response, own, &["headers"]);
    if let Some(body) = parts.answer {
        response.put("body", body.clone());
    }
    let title = text(about, "summary").or_else(|| text(about, "title"));
    let map = Map::tall().with_some("title", title);
    with_sources(map.with("request", request).with("response", response), own)
}
