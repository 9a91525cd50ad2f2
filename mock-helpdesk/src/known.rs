//! Names of operations that the description knows.

use deskpro_spec::api::Api;
use deskpro_spec::problem::closest;

use crate::helpdesk::BATCH;
use crate::pattern;

/// Says what is wrong with a name or pattern that means no operation.
pub(crate) fn check(api: &Api, named: &str) -> Result<(), String> {
    if names(api).any(|name| pattern::admits(named, &name)) {
        return Ok(());
    }
    let names: Vec<String> = names(api).collect();
    let meant = closest(named, names.iter().map(String::as_str));
    let meant = meant.map_or_else(String::new, |meant| format!(": did you mean `{meant}`?"));
    Err(format!("the description has no operation `{named}`{meant}"))
}

/// The names of all operations, the batch included.
fn names(api: &Api) -> impl Iterator<Item = String> {
    let operations = api.resources.iter().flat_map(|resource| {
        let of_resource = resource.operations.iter();
        of_resource.map(|operation| format!("{}.{}", resource.name, operation.name))
    });
    operations.chain(api.batch.as_ref().map(|_| BATCH.to_owned()))
}
