//! Tags: one for every resource, put together by families.

use deskpro_spec::api::{Api, Resource};
use serde_json::{Value, json};

use super::extension::Members;

/// The tag of what sends several requests at once; no resource is called so.
pub(super) const BATCH: &str = "batch";

/// The tags, in the order of the description.
pub(super) fn tags(api: &Api) -> Vec<Value> {
    let resources = api.resources.iter().map(|resource| tag(api, resource));
    let batch =
        api.batch.iter().map(|batch| json!({ "name": BATCH, "description": batch.docs.trim() }));
    resources.chain(batch).collect()
}

/// Which tags belong together, where families are declared. What is in no group is shown nowhere.
pub(super) fn groups(api: &Api) -> Vec<Value> {
    let groups = api.family_ids().map(|id| {
        let members = api.resources.iter().filter(|resource| resource.family == Some(id));
        let members: Vec<_> = members.map(|resource| resource.name.as_str()).collect();
        json!({ "name": api[id].name, "tags": members })
    });
    let batch = api.batch.iter().filter(|_| !api.families.is_empty());
    groups.chain(batch.map(|_| json!({ "name": BATCH, "tags": [BATCH] }))).collect()
}

fn tag(api: &Api, resource: &Resource) -> Value {
    let parent = resource
        .parent
        .as_ref()
        .map(|parent| json!({ "resource": api[parent.resource].name, "name": parent.name }));
    let extension = Members::default()
        .with("singular", resource.singular.as_str())
        .with("path", resource.path.template.as_str())
        .with("family", resource.family.map(|id| api[id].name.as_str()))
        .with("parent", parent)
        .with("singleton", resource.id.is_none())
        .with("linked_as", resource.linked_as.clone())
        .with("shape", resource.is_untyped.then_some("unknown"))
        .with("file", resource.file.as_str())
        .with_sources(api, &resource.sources);
    Members::default()
        .with("name", resource.name.as_str())
        .with("description", resource.docs.trim())
        .with_extension(extension)
        .object()
}
