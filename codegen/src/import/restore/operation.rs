//! Operations, which say only what their verbs do not.

use serde_json::Value;

use super::super::yaml::{Map, Yaml};
use super::model::Model;
use super::{
    body, copied, example, flag, parameter, refusal, said, shapes, success, text, with_deprecation,
    with_sources,
};

/// An operation of a resource, one of which is picked by this parameter.
pub(super) fn operation(model: &Model<'_>, (tag, item): (&Value, Option<&str>), it: &Value) -> Map {
    let own = said(it);
    let (name, verb_name) = (text(own, "operation"), text(own, "verb"));
    let verb = model.verb(verb_name.unwrap_or_default());
    let own_method = text(own, "method").filter(|it| Some(*it) != text(verb, "method"));
    let map = Map::tall()
        .with_some("verb", verb_name.filter(|verb| Some(*verb) != name))
        .with_some("method", own_method);
    let map = path(map, said(tag), item.unwrap_or("id"), (own, verb));
    let map = with_deprecation(map.with("docs", docs(it, own)), own);
    let map = copied(map, own, &["since", "unverified"]);
    let (query, without) = parameter::own(model, tag, it, verb);
    let own_success = success(own);
    let is_usual = own_success == success(verb);
    let map = map
        .with("query", query)
        .with("without", without)
        .with_flag("query_in_body", flag(own, "query_in_body"))
        .with("body", body::body(model, tag, it, verb))
        .with_some("returns", returns(text(tag, "name").unwrap_or_default(), own))
        .with("success", if is_usual { Map::default() } else { shapes(&own_success) });
    let map = switches(map, own, verb).with("errors", refusal::beside(model.api, it, verb));
    with_sources(map, own).with("examples", example::of_operation(it))
}

/// Where it is, if that is not where its verb is.
fn path(map: Map, of_tag: &Value, item: &str, (own, verb): (&Value, &Value)) -> Map {
    let collection = text(of_tag, "path").unwrap_or_default();
    let path = text(own, "path").unwrap_or_default();
    let usual = match text(verb, "on") == Some("item") && !flag(of_tag, "singleton") {
        true => format!("{collection}/{{{item}}}"),
        false => collection.to_owned(),
    };
    match path.strip_prefix(collection).filter(|rest| rest.starts_with('/')) {
        _ if path == usual => map,
        Some(rest) => map.with("path", rest),
        None => map.with("absolute_path", path),
    }
}

/// The documentation without what was added to it.
fn docs(it: &Value, own: &Value) -> String {
    let mut docs = text(it, "description").unwrap_or_default();
    if let Some(note) = own.get("deprecated").and_then(|it| text(it, "note")) {
        let about = format!("\n\nDeprecated: {}", note.trim());
        docs = docs.strip_suffix(about.as_str()).unwrap_or(docs);
    }
    if flag(own, "unverified") {
        let about = "\n\nUnverified: inferred, and never seen at work.";
        docs = docs.strip_suffix(about).unwrap_or(docs);
    }
    docs.to_owned()
}

fn returns<'v>(resource: &str, own: &'v Value) -> Option<&'v str> {
    let returns = text(own, "returns")?;
    let is_empty = success(own).values().all(|shape| *shape == "empty");
    let usual = if is_empty { "nothing" } else { resource };
    // A type of the resource itself is called without it.
    let own_type = returns.strip_prefix(resource).and_then(|rest| rest.strip_prefix('.'));
    (returns != usual).then_some(own_type.unwrap_or(returns))
}

/// What a verb sets and the operation sets otherwise.
fn switches(mut map: Map, own: &Value, verb: &Value) -> Map {
    let is_negotiated = matches!(text(own, "method"), Some("PUT" | "POST"));
    for key in ["location", "follow_location", "negotiable"] {
        let inherited = flag(verb, key) && (key != "negotiable" || is_negotiated);
        if flag(own, key) != inherited {
            map.put(key, Yaml::Plain(flag(own, key).to_string()));
        }
    }
    map.with_some("repeat", text(own, "repeat").filter(|it| Some(*it) != text(verb, "repeat")))
}
