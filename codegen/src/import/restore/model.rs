//! The parts of a document by the names that the description has for them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{NOTHING, items, members, said, text};

/// A document that was made of a description.
pub(super) struct Model<'v> {
    pub(super) document: &'v Value,
    /// What its extension says.
    pub(super) api: &'v Value,
    operations: BTreeMap<&'v str, Vec<&'v Value>>,
    /// Schemas of resources, by name.
    schemas: BTreeMap<&'v str, &'v Value>,
    /// Schemas of types: as they are read, and as they are written where that is another one.
    types: Vec<Vec<&'v Value>>,
}

impl<'v> Model<'v> {
    /// Sorts the parts of a document.
    pub(super) fn of(document: &'v Value) -> Self {
        let mut operations: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
        let places = members(document, "paths").filter_map(|(_, place)| place.as_object());
        for operation in places.flat_map(|place| place.values()) {
            let tag = items(operation, "tags").next().and_then(Value::as_str);
            if let Some(tag) = tag.filter(|_| said(operation).get("operation").is_some()) {
                operations.entry(tag).or_default().push(operation);
            }
        }
        let mut schemas = BTreeMap::new();
        let mut types: BTreeMap<(Option<&str>, &str), Vec<&Value>> = BTreeMap::new();
        let components = document.get("components").unwrap_or(&NOTHING);
        for (_, schema) in members(components, "schemas") {
            let said = said(schema);
            if let Some(resource) = text(said, "resource") {
                schemas.insert(resource, schema);
            }
            if let Some(name) = text(said, "type") {
                types.entry((text(said, "owner"), name)).or_default().push(schema);
            }
        }
        let types = types.into_values().collect();
        Self { document, api: said(document), operations, schemas, types }
    }

    /// The tags that are resources.
    pub(super) fn tags(&self) -> impl Iterator<Item = &'v Value> + use<'v> {
        items(self.document, "tags").filter(|tag| said(tag).is_object())
    }

    /// The operations of a resource.
    pub(super) fn operations(&self, resource: &str) -> &[&'v Value] {
        self.operations.get(resource).map(Vec::as_slice).unwrap_or_default()
    }

    /// Every operation with its resource.
    pub(super) fn all_operations(&self) -> impl Iterator<Item = (&'v str, &'v Value)> {
        self.operations.iter().flat_map(|(tag, all)| all.iter().map(|it| (*tag, *it)))
    }

    /// The schema of a resource.
    pub(super) fn schema(&self, resource: &str) -> &'v Value {
        self.schemas.get(resource).copied().unwrap_or(&NOTHING)
    }

    /// The schemas of each type that a resource declares, or that all share.
    pub(super) fn types(&self, owner: Option<&str>) -> impl Iterator<Item = &[&'v Value]> {
        let is_own = move |schemas: &&Vec<&'v Value>| {
            schemas.first().is_some_and(|schema| text(said(schema), "owner") == owner)
        };
        self.types.iter().filter(is_own).map(Vec::as_slice)
    }

    /// A verb.
    pub(super) fn verb(&self, name: &str) -> &'v Value {
        self.api.get("verbs").and_then(|verbs| verbs.get(name)).unwrap_or(&NOTHING)
    }
}
