//! The file of a resource.

use super::super::resource::ResourceDraft;
use super::super::yaml::Map;
use super::{Writer, sentence, with_docs};

/// The mapping that a resource file is.
pub(super) fn resource<'t>(
    writer: &mut Writer<'_, 't>,
    at: usize,
    resource: &ResourceDraft<'t>,
) -> Map {
    let item = resource.item.as_deref().filter(|item| *item != "id" && !resource.is_singleton);
    let map = Map::tall()
        .with("resource", resource.name.as_str())
        .with("singular", resource.singular.as_str())
        .with("path", resource.path.as_str())
        .with_flag("singleton", resource.is_singleton)
        .with_some("item", item.map(|item| Map::default().with("parameter", item)));
    let docs = resource.object.and_then(|ty| writer.types.get(ty)).and_then(|ty| ty.docs.clone());
    let docs = docs.or_else(|| writer.tags.get(resource.tag?).cloned());
    let map = with_docs(map, docs, &resource.name);
    let mut parameters = Map::tall();
    for (name, parameter) in &resource.path_parameters {
        let ty = writer.expression(&parameter.ty, false, Some(at));
        let docs = parameter.docs.clone().unwrap_or_else(|| sentence(name));
        parameters.put(name, Map::default().with("type", ty).with("docs", docs));
    }
    let mut operations = Map::tall();
    for operation in &resource.operations {
        operations.put(&operation.name, writer.operation(at, operation));
    }
    let fields = writer.resource_fields(at, &resource.fields, resource.is_singleton);
    let objects: Vec<_> = resource.object.into_iter().collect();
    let types = writer.types(Some(at), &objects);
    map.with_section("path_parameters", parameters)
        .with_section("operations", operations)
        .with_section("fields", fields)
        .with_section("types", types)
}
