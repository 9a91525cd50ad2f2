//! What operations send.

use serde_json::Value;

use super::super::yaml::Map;
use super::model::Model;
use super::{EXTENSION, NOTHING, field, flag, items, members, said, text, with_sources};

/// The body of an operation, where that is not what its verb sends of the resource.
pub(super) fn body(model: &Model<'_>, tag: &Value, it: &Value, verb: &Value) -> Map {
    let body = it.get("requestBody").unwrap_or(&NOTHING);
    let Some((media_type, content)) = members(body, "content").next() else {
        return Map::default();
    };
    let schema = content.get("schema").unwrap_or(&NOTHING);
    if media_type == "application/json" && schema.get("properties").is_some() {
        let own = fields(schema);
        let is_inherited = inherited(model, tag, verb).is_some_and(|fields| fields == own);
        return if is_inherited { Map::default() } else { Map::tall().with("fields", own) };
    }
    if media_type == "multipart/form-data" {
        return Map::tall().with("files", files(schema)).with("fields", fields(schema));
    }
    let map = Map::default().with("content", media_type.as_str());
    map.with_some("docs", text(body, "description"))
}

fn is_required(schema: &Value, key: &str) -> bool {
    items(schema, "required").any(|it| it.as_str() == Some(key))
}

/// Whether a property is a file of a form: it has no type of this format.
fn is_file(property: &Value) -> bool {
    text(property, "format") == Some("binary") && said(property).get("type").is_none()
}

fn fields(schema: &Value) -> Map {
    let mut map = Map::tall();
    for (key, property) in members(schema, "properties").filter(|(_, it)| !is_file(it)) {
        map.put(key, field::sent(property, is_required(schema, key)));
    }
    map
}

fn files(schema: &Value) -> Map {
    let mut map = Map::tall();
    for (key, property) in members(schema, "properties").filter(|(_, it)| is_file(it)) {
        let entry = Map::default()
            .with_some("docs", text(property, "description"))
            .with_flag("required", is_required(schema, key));
        map.put(key, with_sources(entry, said(property)));
    }
    map
}

/// What a create or an update of a resource sends that does not say it itself.
fn inherited(model: &Model<'_>, tag: &Value, verb: &Value) -> Option<Map> {
    let is_create = match text(verb, "meaning") {
        Some("create") => true,
        Some("update") => false,
        _ => return None,
    };
    let schema = model.schema(text(tag, "name")?);
    let read = members(schema, "properties").map(|(key, it)| (key, said(it), it));
    let unread = members(said(schema), "fields").map(|(key, it)| (key, it, it));
    let is_sent = |said: &Value| match text(said, "access") {
        Some("read_only") => false,
        Some("create_only" | "create_write_only") => is_create,
        _ => true,
    };
    let mut sent: Vec<_> = read.chain(unread).filter(|(_, said, _)| is_sent(said)).collect();
    sent.sort_by_key(|(key, ..)| *key);
    let mut map = Map::tall();
    for (key, said, property) in sent {
        map.put(key, as_sent(said, property, is_create && flag(said, "required")));
    }
    Some(map)
}

/// A field of a resource as an operation sends it.
fn as_sent(said: &Value, property: &Value, is_required: bool) -> Map {
    let mut says = said.clone();
    if let (Some(written), Some(says)) = (said.get("write"), says.as_object_mut()) {
        says.insert("type".to_owned(), written.clone());
    }
    let mut sent = property.clone();
    if let Some(sent) = sent.as_object_mut() {
        sent.extend(said.get("docs").map(|docs| ("description".to_owned(), docs.clone())));
        sent.insert(EXTENSION.to_owned(), says);
    }
    field::sent(&sent, is_required)
}
