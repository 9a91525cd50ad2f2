//! Removes an object, with everything that lives within it.

use deskpro_spec::api::Shape;

use super::{Call, action, deed};
use crate::make::Maker;
use crate::outcome::{Content, Done};
use crate::store::Store;
use crate::subject::Missing;

pub(super) fn delete(call: &Call<'_>, store: &mut Store) -> Result<Done, Missing> {
    // What lies below an object, such as its picture, is not the object.
    let Some(id) = call.item_itself() else {
        deed::remove(call, store);
        return action::act(call, store);
    };
    let success = call.success(&[Shape::Empty]);
    let done = match success.shape {
        Shape::Empty => Ok(Done::new(success.status, Content::Nothing)),
        _ => action::act(call, store),
    };
    let mut maker = Maker { api: call.api, store, now: call.now };
    maker.remove(call.subject.resource, id);
    maker.delete_twin(call.subject.resource, id);
    done
}
