//! Removes an object, with everything that lives within it.

use deskpro_spec::api::Success;

use super::Call;
use crate::outcome::{Content, Done};
use crate::store::Store;
use crate::subject::Missing;

/// The status of an answer without a body.
const NO_CONTENT: u16 = 204;

pub(super) fn delete(call: &Call<'_>, store: &mut Store) -> Result<Done, Missing> {
    let id = call.subject.item.ok_or(Missing)?;
    store.remove(call.subject.resource, id);
    let documented = &call.operation.success;
    // Where several are documented, the one that says that nothing follows.
    let is_bare = |success: &&Success| success.status == NO_CONTENT;
    let success = documented.iter().find(is_bare).or(documented.first());
    let status = success.map_or(NO_CONTENT, |success| success.status);
    Ok(Done { status, content: Content::Nothing, location: None })
}
