//! The file of a resource.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::yaml::{Map, Yaml};
use super::model::Model;
use super::{copied, example, field, flag, items, operation, said, text, with_sources};

/// Operations that come first; the others follow by name.
const FIRST: [&str; 5] = ["list", "get", "create", "update", "delete"];

/// The mapping that a resource file is.
pub(super) fn resource(model: &Model<'_>, tag: &Value) -> Map {
    let name = text(tag, "name").unwrap_or_default();
    let own = model.operations(name);
    let item = item(model, said(tag), own);
    let map = Map::tall().with("resource", name);
    let map = copied(map, said(tag), &["singular", "path", "family", "parent", "singleton"]);
    let map = map.with_some("item", item.map(|item| Map::default().with("parameter", item)));
    let map = copied(map, said(tag), &["linked_as", "shape"]);
    let map = with_sources(map.with_some("docs", text(tag, "description")), said(tag));
    let mut operations = Map::tall();
    for (name, it) in by_name(own) {
        operations.put(name, operation::operation(model, (tag, item), it));
    }
    let schema = model.schema(name);
    let examples = items(said(schema), "examples");
    let examples: Vec<Yaml> = examples.map(|it| example::whole(it).into()).collect();
    map.with_section("path_parameters", path_parameters(model, own))
        .with_section("operations", operations)
        .with_section("fields", field::of_resource(name, schema))
        .with_section("types", field::types(model, Some(name)))
        .with_section("examples", examples)
}

/// The operations in the order that checked descriptions have.
fn by_name<'v>(operations: &[&'v Value]) -> Vec<(&'v str, &'v Value)> {
    let named = operations.iter().filter_map(|it| Some((text(said(it), "operation")?, *it)));
    let mut named: Vec<_> = named.collect();
    let place = |name: &str| FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len());
    named.sort_by_key(|(name, _)| (place(name), *name));
    named
}

/// The parameter that picks one of them, where that is not `id`: what most paths have there.
fn item<'v>(model: &Model<'v>, of_tag: &Value, operations: &[&'v Value]) -> Option<&'v str> {
    let collection = text(of_tag, "path")?;
    if flag(of_tag, "singleton") {
        return None;
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for operation in operations {
        let verb = model.verb(text(said(operation), "verb").unwrap_or_default());
        let rest = text(said(operation), "path").and_then(|path| path.strip_prefix(collection));
        let lone = rest.and_then(|rest| rest.strip_prefix("/{")?.strip_suffix('}'));
        let lone = lone.filter(|name| !name.contains(['/', '}']));
        if let Some(name) = lone.filter(|_| text(verb, "on") == Some("item")) {
            *counts.entry(name).or_default() += 1;
        }
    }
    let (most, _) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    Some(most).filter(|name| *name != "id")
}

/// Parameters whose types do not follow from the resources that stand before them.
fn path_parameters(model: &Model<'_>, operations: &[&Value]) -> Map {
    let mut needed: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for operation in operations {
        let path = text(said(operation), "path").unwrap_or_default();
        let of_path = items(operation, "parameters").filter(|it| text(it, "in") == Some("path"));
        for parameter in of_path {
            let name = text(said(parameter), "name").or_else(|| text(parameter, "name"));
            let ty = text(said(parameter), "type").unwrap_or_default();
            let docs = text(parameter, "description").unwrap_or_default();
            let name = name.unwrap_or_default();
            if !follows(model, path, name, (ty, docs)) {
                needed.entry(name).or_insert((ty, docs));
            }
        }
    }
    let mut map = Map::tall();
    for (name, (ty, docs)) in needed {
        map.put(name, Map::default().with("type", ty).with("docs", docs));
    }
    map
}

/// Whether a parameter is the id of the resource whose path stands before it.
fn follows(model: &Model<'_>, path: &str, name: &str, (ty, docs): (&str, &str)) -> bool {
    let Some((before, after)) = path.split_once(&format!("/{{{name}}}")) else { return false };
    let before = shape(before);
    let is_lone = after.is_empty() || after.starts_with('/');
    is_lone
        && model.tags().any(|tag| {
            let singular = text(said(tag), "singular").unwrap_or_default().replace('_', " ");
            let article = if singular.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            let resource = text(tag, "name").unwrap_or_default();
            shape(text(said(tag), "path").unwrap_or_default()) == before
                && ty == format!("id({resource})")
                && docs == format!("The id of {article} {singular}.")
        })
}

/// A path with nameless parameters.
fn shape(path: &str) -> String {
    let mut shape = String::new();
    let mut is_inside = false;
    for c in path.chars() {
        is_inside = (is_inside || c == '{') && c != '}';
        if !is_inside {
            shape.push(c);
        }
    }
    shape
}
