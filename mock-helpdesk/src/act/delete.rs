//! Removes an object, with everything that lives within it.

use deskpro_spec::api::Shape;

use super::Call;
use crate::outcome::{Content, Done};
use crate::store::Store;
use crate::subject::Missing;

pub(super) fn delete(call: &Call<'_>, store: &mut Store) -> Result<Done, Missing> {
    let id = call.subject.item.ok_or(Missing)?;
    store.remove(call.subject.resource, id);
    let status = call.success(&[Shape::Empty]).status;
    Ok(Done { status, content: Content::Nothing, location: None })
}
