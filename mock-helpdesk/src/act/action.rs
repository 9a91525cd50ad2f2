//! Everything else: answers with the documented status, and with what is documented to come back.

use deskpro_spec::api::{Meaning, Payload, Shape, Success, Type};
use serde_json::Value;

use super::{Call, count, file, list, search};
use crate::outcome::{Content, Done};
use crate::seed;
use crate::store::Store;
use crate::subject::Missing;

/// Shapes with something in them.
const FULL: [Shape; 4] = [Shape::One, Shape::Created, Shape::Page, Shape::Bare];

pub(super) fn act(call: &Call<'_>, store: &Store) -> Result<Done, Missing> {
    let success = success(call);
    // Where it was done is where it is: nothing else is known.
    let has_location = call.operation.location && !call.follows();
    let location = has_location.then(|| call.path.to_owned());
    let content = content(call, store, success)?;
    Ok(Done { location, ..Done::new(success.status, content) })
}

fn content(call: &Call<'_>, store: &Store, success: Success) -> Result<Content, Missing> {
    Ok(match &call.operation.returns {
        _ if success.shape == Shape::Empty => Content::Nothing,
        Payload::Nothing => Content::Nothing,
        Payload::Text | Payload::Bytes => file::content(call, store, success.status)?,
        Payload::Resource(_) if success.shape == Shape::Page => list::page(call, store),
        Payload::Resource(_) if let Some(found) = search::found(call, store) => {
            Content::One(found, None)
        }
        Payload::Resource(_) => match call.subject.item.or_else(|| first(call, store)) {
            Some(id) => call.one(store, success.status, id)?.content,
            // Nothing is there to show but what the description shows.
            None => Content::One(shown(call, success).ok_or(Missing)?, None),
        },
        returns => {
            let found = count::counted(call, store).or_else(|| search::found(call, store));
            let value =
                found.or_else(|| shown(call, success)).unwrap_or_else(|| made_up(call, returns));
            match (success.shape, value) {
                (Shape::Page, Value::Array(items)) => list::page_of(call, items),
                (Shape::Page, Value::Null) => list::page_of(call, Vec::new()),
                (Shape::Page, single) => list::page_of(call, vec![single]),
                (_, value) => Content::One(value, None),
            }
        }
    })
}

/// What is changed or removed comes back only where that is all there is, or is asked for.
fn success(call: &Call<'_>) -> Success {
    let meaning = call.api[call.operation.verb].meaning;
    let is_written = matches!(meaning, Meaning::Update | Meaning::Delete) && !call.follows();
    match call.operation.returns {
        Payload::Nothing => call.success(&[Shape::Empty]),
        _ if is_written => call.success(&[Shape::Empty]),
        _ => call.success(&FULL),
    }
}

/// The object that the path leads to without naming it: the organization of a person.
fn first(call: &Call<'_>, store: &Store) -> Option<u64> {
    list::matching(call, store).into_iter().next()
}

/// What an example of the operation shows to come back.
fn shown(call: &Call<'_>, success: Success) -> Option<Value> {
    let body = call.example(success.status)?.body.as_ref()?;
    match success.shape {
        Shape::Bare => Some(body.clone()),
        _ => body.get(&call.api.envelope.data).cloned(),
    }
}

fn made_up(call: &Call<'_>, returns: &Payload) -> Value {
    match returns {
        Payload::Type(ty) => seed::blank(call.api, &Type::Named(*ty), call.now),
        _ => Value::Null,
    }
}
