//! What surrounds the data of responses, as schemas.

use deskpro_spec::api::{Api, EnumValue, Operation, PageMeta, Type, TypeKind};
use serde_json::{Map, Value, json};

use super::extension::{Members, reference};
use super::names::Names;
use super::schema::Schemas;

/// The schemas that envelopes refer to, by name.
pub(super) fn schemas(schemas: &Schemas<'_>) -> Map<String, Value> {
    let (api, names) = (schemas.api, schemas.names);
    let mut all = Map::new();
    if let Some(links) = &api.envelope.links {
        let entries = links.entries.iter().map(|(name, docs)| {
            let url = schemas.or_null(json!({ "type": "string", "format": "uri-reference" }));
            let says = Members::default().with("description", docs.trim());
            (name.clone(), schemas.saying(url, says))
        });
        let properties: Map<_, _> = entries.collect();
        all.insert(names.links.clone(), json!({ "type": "object", "properties": properties }));
    }
    let mut operations = api.resources.iter().flat_map(|resource| &resource.operations);
    if api.envelope.linked.is_some() && operations.any(|it| asks_for_kinds(api, it)) {
        all.insert(names.linked.clone(), linked(api, names));
    }
    let docs = "What is said about the data.";
    all.insert(names.meta.clone(), json!({ "type": "object", "description": docs }));
    for page in &api.envelope.pages {
        if let Some(name) = names.pages.get(&page.name) {
            all.insert(name.clone(), page_meta(page));
        }
    }
    all
}

/// An envelope around data of this schema, that an operation answers with; `is_paged` says whether
/// its data come in pages.
pub(super) fn around(
    schemas: &Schemas<'_>,
    operation: &Operation,
    data: Value,
    is_paged: bool,
) -> Value {
    let (envelope, names) = (&schemas.api.envelope, schemas.names);
    let pages: Vec<_> = names.pages.values().map(|name| reference("schemas", name)).collect();
    let has_pages = is_paged && !pages.is_empty();
    let meta = match (has_pages, <[Value; 1]>::try_from(pages)) {
        (true, Ok([only])) => only,
        (true, Err(pages)) => json!({ "anyOf": pages }),
        (false, _) => reference("schemas", &names.meta),
    };
    let mut properties = Map::new();
    if let Some(links) = &envelope.links {
        properties.insert(links.name.clone(), reference("schemas", &names.links));
    }
    if let Some(linked) = &envelope.linked {
        // Tools that resolve references first would copy all kinds into every operation.
        let schema = match asks_for_kinds(schemas.api, operation) {
            true => reference("schemas", &names.linked),
            false => json!({ "type": "object", "description": LINKED }),
        };
        properties.insert(linked.clone(), schema);
    }
    properties.insert(envelope.meta.clone(), meta);
    properties.insert(envelope.data.clone(), data);
    let mut required = vec![&envelope.data];
    required.extend(has_pages.then_some(&envelope.meta));
    json!({ "type": "object", "required": required, "properties": properties })
}

/// Whether an operation takes a list of kinds that are to be sent along.
fn asks_for_kinds(api: &Api, operation: &Operation) -> bool {
    let is_kind = |value: &EnumValue| {
        api.resource_ids().any(|id| api[id].linked_as.as_ref() == Some(&value.value))
    };
    operation.query.iter().any(|parameter| match &parameter.ty {
        Type::List(item) => match **item {
            Type::Named(id) => match &api[id].kind {
                TypeKind::Enum(values) => values.iter().any(is_kind),
                _ => false,
            },
            _ => false,
        },
        _ => false,
    })
}

const LINKED: &str = "What was sent along, by kind and id.";

/// Embedded objects by type and id. There may be kinds that nobody has described.
fn linked(api: &Api, names: &Names) -> Value {
    let kinds = api.resource_ids().filter_map(|id| {
        let by_id = json!({
            "type": "object",
            "additionalProperties": reference("schemas", names.resource(id)),
        });
        Some((api[id].linked_as.clone()?, by_id))
    });
    let properties: Map<_, _> = kinds.collect();
    Members::default()
        .with("type", "object")
        .with("description", LINKED)
        .with("properties", properties)
        .with_any("additionalProperties", Some(json!({ "type": "object" })))
        .object()
}

fn page_meta(page: &PageMeta) -> Value {
    let number = |docs: &str| json!({ "type": "integer", "format": "int64", "minimum": 0, "description": docs });
    let mut properties = Map::new();
    properties.insert(page.total.clone(), number("How many there are on all pages."));
    properties.insert(page.page.clone(), number("The number of this page, counted from 1."));
    properties.insert(page.per_page.clone(), number("The size of a page."));
    properties.insert(page.total_pages.clone(), number("How many pages there are."));
    let required: Vec<_> = properties.keys().cloned().collect();
    if let Some(count) = &page.count {
        properties.insert(count.clone(), number("How many are on this page."));
    }
    let numbers = json!({ "type": "object", "required": required, "properties": properties });
    match &page.under {
        Some(under) => json!({
            "type": "object",
            "required": [under],
            "properties": { under: numbers },
        }),
        None => numbers,
    }
}
