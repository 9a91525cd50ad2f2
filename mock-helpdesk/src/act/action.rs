//! Everything else: answers with the documented status, and with what is documented to come back.

use deskpro_spec::api::{Payload, Shape};
use serde_json::Value;

use super::{Call, list};
use crate::outcome::{Content, Done};
use crate::seed;
use crate::store::Store;
use crate::subject::Missing;

pub(super) fn act(call: &Call<'_>, store: &Store) -> Result<Done, Missing> {
    let returned = match call.operation.returns {
        Payload::Nothing => None,
        _ => Some(call.success(&[Shape::One, Shape::Created, Shape::Page])),
    };
    let success = returned.unwrap_or_else(|| call.success(&[Shape::Empty]));
    let done = |content| Done { status: success.status, content, location: None };
    match (success.shape, &call.operation.returns) {
        (Shape::Empty, _) | (_, Payload::Nothing) => Ok(done(Content::Nothing)),
        (Shape::Page, Payload::Resource(_)) => {
            Ok(Done { status: success.status, ..list::list(call, store) })
        }
        (_, Payload::Resource(_)) => {
            let id = call.subject.item.or_else(|| first(call, store));
            call.one(store, success.status, id.ok_or(Missing)?)
        }
        (shape, returns) => {
            let value = shown(call, success.status).unwrap_or_else(|| made_up(call, returns));
            Ok(done(match (shape, value) {
                (Shape::Page, Value::Array(items)) => Content::List(items),
                (Shape::Page, single) => Content::List(vec![single]),
                (_, value) => Content::One(value, None),
            }))
        }
    }
}

/// The object that the path leads to without naming it: the organization of a person.
fn first(call: &Call<'_>, store: &Store) -> Option<u64> {
    list::matching(call, store).into_iter().next()
}

/// What an example of the operation shows to come back with this status.
fn shown(call: &Call<'_>, status: u16) -> Option<Value> {
    let mut examples = call.operation.examples.iter();
    let example = examples.find(|example| example.response.status == status)?;
    example.response.body.as_ref()?.get(&call.api.envelope.data).cloned()
}

fn made_up(call: &Call<'_>, returns: &Payload) -> Value {
    match returns {
        Payload::Type(ty) => seed::blank(call.api, &deskpro_spec::api::Type::Named(*ty), call.now),
        Payload::Resource(_) | Payload::Json | Payload::Nothing => Value::Null,
    }
}
