//! Changes an object.

use deskpro_spec::api::{Payload, Shape};

use super::{Call, action};
use crate::make::Maker;
use crate::outcome::Done;
use crate::store::Store;
use crate::subject::Missing;

pub(super) fn update(mut call: Call<'_>, store: &mut Store) -> Result<Done, Missing> {
    // What lies below an object, such as its permissions, is not known to be part of it.
    let Some(id) = call.item_itself() else {
        return action::act(&call, store);
    };
    let written = std::mem::take(&mut call.sent.fields);
    Maker { api: call.api, store, now: call.now }.change(call.subject.resource, id, written);
    match call.operation.returns {
        Payload::Resource(_) | Payload::Nothing => {
            call.written(store, &[Shape::Empty, Shape::One, Shape::Bare], id)
        }
        _ => action::act(&call, store),
    }
}
