//! Makes an object.

use deskpro_spec::api::{Payload, Segment, Shape};

use super::{Call, action};
use crate::make::{Maker, uploaded};
use crate::outcome::Done;
use crate::store::Store;
use crate::subject::Missing;

/// Ends the path where files are sent that go away unless something holds them.
const TEMPORARY: &str = "temp";

pub(super) fn create(mut call: Call<'_>, store: &mut Store) -> Result<Done, Missing> {
    let resource = call.subject.resource;
    let sent = std::mem::take(&mut call.sent);
    let mut written = sent.fields.clone();
    // Of files under one name the last one counts.
    let file = sent.files.into_iter().last();
    if let Some(file) = &file {
        let known = uploaded::described(&call.api[resource], file, is_temporary(&call));
        for (name, value) in known {
            written.entry(name).or_insert(value);
        }
    }
    let mut maker = Maker { api: call.api, store, now: call.now };
    let id = maker.make(resource, call.subject.parent, written);
    store.recent_mut().push(call.subject, id, &sent.fields);
    if let Some(file) = file {
        uploaded::keep(call.api, store, resource, id, call.base, file);
    }
    match call.operation.returns {
        Payload::Resource(_) | Payload::Nothing => {
            call.written(store, &[Shape::Created, Shape::One, Shape::Bare], id)
        }
        _ => action::act(&call, store),
    }
}

fn is_temporary(call: &Call<'_>) -> bool {
    let last = call.operation.path.segments.last().map(Vec::as_slice);
    matches!(last, Some([Segment::Text(text)]) if text == TEMPORARY)
}
