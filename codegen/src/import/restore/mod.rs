//! A description out of the document that was made of it: what `x-deskpro` says in the words of the
//! YAML stands there as it was.

mod api;
mod body;
mod example;
mod field;
mod model;
mod operation;
mod parameter;
mod refusal;
mod resource;

use std::collections::BTreeMap;

use serde_json::{Map as Object, Value};

use super::problem::ImportProblemKind;
use super::source::Context;
use super::tree::Node;
use super::yaml::{Map, Yaml};
use crate::files::Files;

/// The member that holds what OpenAPI has no word for.
const EXTENSION: &str = "x-deskpro";

/// What is looked for and not there.
static NOTHING: Value = Value::Null;

/// Whether a document was made of a description.
pub(super) fn is_export(root: Node<'_>) -> bool {
    let format = root.find("/x-deskpro/format").map(Node::json);
    format == Some(Value::from(1))
}

/// The files of the description that a document was made of. Reports operations that it does not
/// have from there.
pub(super) fn files(context: &mut Context<'_>) -> Files {
    added(context);
    let document = context.root.whole();
    let model = model::Model::of(&document);
    let mut files = Files::default();
    let (mut includes, mut inline) = (Vec::new(), Vec::new());
    for tag in model.tags() {
        if text(said(tag), "file") == Some("api.yaml") {
            inline.push(Yaml::Map(resource::resource(&model, tag)));
            continue;
        }
        let path = path(text(said(tag), "file"), text(tag, "name"), &files);
        files.insert(path.clone(), resource::resource(&model, tag).document());
        includes.push(Yaml::Text(path));
    }
    files.insert("api.yaml", api::api(&model, includes, inline).document());
    files
}

/// The file of a resource: the one that it was in, or one of its name.
fn path(file: Option<&str>, name: Option<&str>, files: &Files) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
    let is_good = |file: &&str| {
        file.ends_with(".yaml")
            && *file != "api.yaml"
            && file.chars().all(plain)
            && file.split('/').all(|part| !part.is_empty() && !part.starts_with('.'))
            && files.get(file).is_none()
    };
    let own = format!("resources/{}.yaml", name.unwrap_or("resource"));
    file.filter(is_good).map_or(own, str::to_owned)
}

/// Reports operations that were added to the document.
fn added(context: &mut Context<'_>) {
    for (path, item) in context.root.get("paths").map(Node::members).unwrap_or_default() {
        for (method, operation) in item.members() {
            let is_batch = operation.text_of("operationId") == Some("batch");
            if operation.is_object() && !operation.has(EXTENSION) && !is_batch {
                let what = format!("{method} {path} has no `{EXTENSION}`, as all others have");
                let kind = ImportProblemKind::Operation;
                context.findings.push(kind, operation, what, "it is left out");
            }
        }
    }
}

/// What the extension of an object says.
fn said(value: &Value) -> &Value {
    value.get(EXTENSION).unwrap_or(&NOTHING)
}

/// The text of a member.
fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}

/// Whether a member is true.
fn flag(value: &Value, key: &str) -> bool {
    value.get(key) == Some(&Value::Bool(true))
}

/// The members of a member.
fn members<'v>(
    value: &'v Value,
    key: &str,
) -> impl Iterator<Item = (&'v String, &'v Value)> + use<'v> {
    value.get(key).and_then(Value::as_object).into_iter().flatten()
}

/// The items of a member.
fn items<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> + use<'v> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

/// Copies members as they are.
fn copied(mut map: Map, value: &Value, keys: &[&str]) -> Map {
    for key in keys {
        if let Some(value) = value.get(*key) {
            map.put(key, value.clone());
        }
    }
    map
}

/// Copies the sources of a fact; one is no list.
fn with_sources(map: Map, value: &Value) -> Map {
    match value.get("source").and_then(Value::as_array).map(Vec::as_slice) {
        Some([only]) => map.with("source", only.clone()),
        _ => copied(map, value, &["source"]),
    }
}

/// Copies why something should not be used, in short where that is all.
fn with_deprecation(map: Map, value: &Value) -> Map {
    let Some(deprecated) = value.get("deprecated").and_then(Value::as_object) else { return map };
    match (deprecated.get("note"), deprecated.len()) {
        (Some(note), 1) => map.with("deprecated", note.clone()),
        _ => map.with("deprecated", ordered(deprecated, &["note", "since", "sunset"])),
    }
}

/// The members of an object, these first.
fn ordered(object: &Object<String, Value>, first: &[&str]) -> Map {
    let mut map = Map::default();
    let known = first.iter().filter_map(|key| Some((*key, object.get(*key)?)));
    let others = object.iter().map(|(key, value)| (key.as_str(), value));
    let others = others.filter(|(key, _)| !first.contains(key));
    for (key, value) in known.chain(others) {
        map.put(key, value.clone());
    }
    map
}

/// What success looks like, by status.
fn success(value: &Value) -> BTreeMap<u16, &str> {
    let success = members(value, "success");
    success.filter_map(|(status, shape)| Some((status.parse().ok()?, shape.as_str()?))).collect()
}

/// The same as YAML.
fn shapes(success: &BTreeMap<u16, &str>) -> Map {
    let mut map = Map::default();
    for (status, shape) in success {
        map.put_status(*status, *shape);
    }
    map
}
