//! `api.yaml`: what holds for all resources.

use serde_json::Value;

use super::super::yaml::{Map, Yaml};
use super::model::Model;
use super::{
    NOTHING, copied, field, flag, items, members, ordered, parameter, refusal, said, shapes,
    success, text, with_sources,
};

/// The mapping that `api.yaml` is.
pub(super) fn api(model: &Model<'_>, includes: Vec<Yaml>, inline: Vec<Yaml>) -> Map {
    let (document, api) = (model.document, model.api);
    let info = document.get("info").unwrap_or(&NOTHING);
    let map = copied(Map::tall(), api, &["format", "name"]);
    let mut map = copied(map, info, &["title"]).with_some("docs", text(info, "description"));
    map.put("base_path", text(api, "base_path").unwrap_or_default());
    map.with_flag("date_pinned", flag(api, "date_pinned"))
        .with_section("sources", entries(api, "sources", &[]))
        .with_section("methods", methods(api))
        .with_section("headers", entries(api, "headers", &[]))
        .with_some("query_in_body", text(api, "query_in_body"))
        .with_section("families", entries(api, "families", &["docs", "default"]))
        .with_section("batch", batch(model))
        .with_section("auth", auth(document))
        .with_section("verbs", verbs(api))
        .with_section("statuses", statuses(api))
        .with_section("error_codes", facts(api, "error_codes"))
        .with_section("error_sets", refusal::sets(api))
        .with_section("validation_codes", facts(api, "validation_codes"))
        .with_section("parameters", parameter::shared(model))
        .with_section("envelope", envelope(api))
        .with_section("types", field::types(model, None))
        .with_section("include", Yaml::Lines(includes))
        .with_section("resources", inline)
        .with_section("quirks", facts(api, "quirks"))
}

/// A section as it is, with these members of its entries first.
fn entries(api: &Value, section: &str, first: &[&str]) -> Map {
    let mut map = Map::tall();
    for (key, value) in members(api, section) {
        match value.as_object() {
            Some(object) => map.put(key, ordered(object, first)),
            None => map.put(key, value.clone()),
        }
    }
    map
}

fn envelope(api: &Value) -> Map {
    let mut map = Map::tall();
    for key in ["data", "links", "linked", "meta", "pages"] {
        if let Some(value) = api.get("envelope").and_then(|envelope| envelope.get(key)) {
            map.put(key, value.clone());
        }
    }
    map
}

/// Error codes, validation codes and quirks.
fn facts(api: &Value, section: &str) -> Map {
    let keys =
        ["number", "status", "also", "says", "docs", "decision", "excuses", "message", "retry"];
    let mut map = Map::tall();
    for (key, value) in members(api, section) {
        map.put(key, with_sources(copied(Map::default(), value, &keys), value));
    }
    map
}

fn methods(api: &Value) -> Map {
    let verbs = members(api, "verbs");
    verbs.fold(Map::default(), |map, (name, verb)| map.with_some(name, text(verb, "method")))
}

fn verbs(api: &Value) -> Map {
    let mut map = Map::tall();
    for (name, verb) in members(api, "verbs") {
        let query = items(verb, "query").filter_map(|it| text(it, "name"));
        let query: Vec<Yaml> = query.map(Yaml::from).collect();
        let entry = copied(Map::tall(), verb, &["meaning", "on", "negotiable"])
            .with("success", shapes(&success(verb)));
        let entry = copied(entry, verb, &["location", "follow_location", "repeat"]);
        let entry = copied(entry.with("query", query), verb, &["errors", "docs"]);
        map.put(name, with_sources(entry, verb));
    }
    map
}

fn statuses(api: &Value) -> Map {
    let mut map = Map::tall();
    for (status, value) in members(api, "statuses") {
        let entry = copied(Map::default(), value, &["name", "docs"]);
        let retry = text(value, "retry").filter(|retry| *retry != "never");
        if let Ok(status) = status.parse() {
            map.put_status(status, with_sources(entry.with_some("retry", retry), value));
        }
    }
    map
}

fn auth(document: &Value) -> Map {
    let schemes = document.get("components").unwrap_or(&NOTHING);
    let mut map = Map::tall();
    for (name, scheme) in members(schemes, "securitySchemes") {
        let prefix = text(said(scheme), "prefix").unwrap_or_default();
        let docs = text(scheme, "description").unwrap_or_default();
        // What was added to it says the same as the prefix.
        let about = format!("\n\nThe header is `{prefix}` and the secret.");
        let entry = Map::default()
            .with_some("header", text(scheme, "name"))
            .with("prefix", prefix)
            .with("docs", docs.strip_suffix(about.as_str()).unwrap_or(docs));
        map.put(name, with_sources(entry, said(scheme)));
    }
    map
}

fn batch(model: &Model<'_>) -> Map {
    for (path, place) in members(model.document, "paths") {
        for (method, operation) in place.as_object().into_iter().flatten() {
            if text(operation, "operationId") != Some("batch") {
                continue;
            }
            let statuses = members(operation, "responses").filter_map(|(it, _)| it.parse().ok());
            let success = statuses.filter(|status: &i64| (200..300).contains(status)).min();
            let entry = Map::tall()
                .with("path", path.as_str())
                .with("method", method.to_ascii_uppercase())
                .with_some("success", success)
                .with_some("errors", refusal::set(operation))
                .with_some("docs", text(operation, "description"));
            return with_sources(entry, said(operation));
        }
    }
    Map::default()
}
