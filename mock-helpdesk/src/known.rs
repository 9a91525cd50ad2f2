//! Names that the description knows.

use deskpro_spec::api::{Api, ResourceId};
use deskpro_spec::problem::closest;

use crate::helpdesk::BATCH;
use crate::pattern;

/// Says what is wrong with a name or pattern that means no operation.
pub(crate) fn check(api: &Api, named: &str) -> Result<(), String> {
    if names(api).any(|name| pattern::admits(named, &name)) {
        return Ok(());
    }
    let names: Vec<String> = names(api).collect();
    let meant = did_you_mean(named, names.iter().map(String::as_str));
    Err(format!("the description has no operation `{named}`{meant}"))
}

/// The resource of this name, or what is wrong with it.
pub(crate) fn resource(api: &Api, named: &str) -> Result<ResourceId, String> {
    api.resource_ids().find(|id| api[*id].name == named).ok_or_else(|| {
        let meant = did_you_mean(named, api.resources.iter().map(|it| it.name.as_str()));
        format!("the description has no resource `{named}`{meant}")
    })
}

fn did_you_mean<'a>(named: &str, names: impl Iterator<Item = &'a str>) -> String {
    let meant = closest(named, names);
    meant.map_or_else(String::new, |meant| format!(": did you mean `{meant}`?"))
}

/// The names of all operations, the batch included.
fn names(api: &Api) -> impl Iterator<Item = String> {
    let operations = api.resources.iter().flat_map(|resource| {
        let of_resource = resource.operations.iter();
        of_resource.map(|operation| format!("{}.{}", resource.name, operation.name))
    });
    operations.chain(api.batch.as_ref().map(|_| BATCH.to_owned()))
}
