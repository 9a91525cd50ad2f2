//! Returns one object.

use deskpro_spec::api::{Payload, Shape};

use super::{Call, action};
use crate::outcome::Done;
use crate::store::Store;
use crate::subject::Missing;

pub(super) fn get(call: &Call<'_>, store: &Store) -> Result<Done, Missing> {
    match call.operation.returns {
        Payload::Resource(resource) if resource == call.subject.resource => {
            let id = call.subject.item.ok_or(Missing)?;
            call.one(store, call.success(&[Shape::One]).status, id)
        }
        _ => action::act(call, store),
    }
}
