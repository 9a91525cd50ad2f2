//! Returns one object.

use deskpro_spec::api::{Payload, Shape};

use super::{Call, action};
use crate::outcome::Done;
use crate::store::Store;
use crate::subject::Missing;

pub(super) fn get(call: &Call<'_>, store: &Store) -> Result<Done, Missing> {
    let is_own = call.operation.returns == Payload::Resource(call.subject.resource);
    match call.subject.item.filter(|_| is_own) {
        Some(id) => call.one(store, call.success(&[Shape::One, Shape::Bare]).status, id),
        None => action::act(call, store),
    }
}
