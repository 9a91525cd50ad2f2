//! Makes an object.

use deskpro_spec::api::{Payload, Shape};

use super::{Call, action};
use crate::make::{Maker, uploaded};
use crate::outcome::Done;
use crate::store::Store;
use crate::subject::Missing;

pub(super) fn create(mut call: Call<'_>, store: &mut Store) -> Result<Done, Missing> {
    let resource = call.subject.resource;
    let sent = std::mem::take(&mut call.sent);
    let mut written = sent.fields;
    // Of files under one name the last one counts.
    if let Some(file) = sent.files.last() {
        for (name, value) in uploaded::described(&call.api[resource], file) {
            written.entry(name).or_insert(value);
        }
    }
    let mut maker = Maker { api: call.api, store, now: call.now };
    let id = maker.make(resource, call.subject.parent, written);
    match call.operation.returns {
        Payload::Resource(_) | Payload::Nothing => {
            call.written(store, &[Shape::Created, Shape::One, Shape::Bare], id)
        }
        _ => action::act(&call, store),
    }
}
