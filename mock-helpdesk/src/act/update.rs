//! Changes an object.

use deskpro_spec::api::Shape;

use super::Call;
use crate::make::Maker;
use crate::outcome::Done;
use crate::store::Store;
use crate::subject::Missing;

pub(super) fn update(mut call: Call<'_>, store: &mut Store) -> Result<Done, Missing> {
    let id = call.subject.item.ok_or(Missing)?;
    let written = std::mem::take(&mut call.body);
    Maker { api: call.api, store, now: call.now }.change(call.subject.resource, id, written);
    call.written(store, &[Shape::Empty, Shape::One], id)
}
