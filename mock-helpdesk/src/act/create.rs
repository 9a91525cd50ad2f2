//! Makes an object.

use deskpro_spec::api::Shape;

use super::Call;
use crate::make::Maker;
use crate::outcome::Done;
use crate::store::Store;
use crate::subject::Missing;

pub(super) fn create(mut call: Call<'_>, store: &mut Store) -> Result<Done, Missing> {
    let written = std::mem::take(&mut call.body);
    let mut maker = Maker { api: call.api, store, now: call.now };
    let id = maker.make(call.subject.resource, call.subject.parent, written);
    call.written(store, &[Shape::Created, Shape::One], id)
}
