//! Returns a page of a collection.

use deskpro_spec::api::{Payload, Shape};
use serde_json::Value;

use super::filter::Filter;
use super::{Call, action, order};
use crate::outcome::{Content, Done, Page};
use crate::query::{COUNT, PAGE};
use crate::store::Store;
use crate::subject::{self, Missing};

pub(super) fn list(call: &Call<'_>, store: &Store) -> Result<Done, Missing> {
    let success = call.success(&[Shape::Page, Shape::Bare]);
    match (call.operation.returns, success.shape) {
        (Payload::Resource(_), Shape::Page | Shape::Bare) => {
            Ok(Done::new(success.status, page(call, store)))
        }
        _ => action::act(call, store),
    }
}

/// The ids of what is asked for, in order, before paging.
pub(super) fn matching(call: &Call<'_>, store: &Store) -> Vec<u64> {
    let filters = Filter::all(call, store);
    let mut ids: Vec<u64> = candidates(call, store)
        .filter(|&id| filters.iter().all(|filter| filter.admits(call, store, id)))
        .collect();
    order::sort(call, store, &mut ids);
    ids
}

/// A page of what is asked for, or all of it where it does not come in pages.
pub(super) fn page(call: &Call<'_>, store: &Store) -> Content {
    let Some(Cut { number, size, skipped, taken }) = cut(call) else {
        let ids = matching(call, store).into_iter();
        return Content::List(ids.filter_map(|id| object(call, store, id)).collect());
    };
    let (total, ids): (u64, Vec<u64>) = if is_whole(call, store) {
        // Nothing is looked at but the page itself.
        let (resource, parent) = (call.subject.resource, call.subject.parent);
        let ids = store.ids_after(skipped, resource, parent).take(taken).collect();
        (store.count(resource, parent), ids)
    } else {
        let ids = matching(call, store);
        (ids.len() as u64, ids.into_iter().skip(skipped).take(taken).collect())
    };
    let items = ids.into_iter().filter_map(|id| object(call, store, id)).collect();
    Content::Page(Page { items, total, number, size })
}

/// A page of values that are no objects of the store, or all of them where there are no pages.
pub(super) fn page_of(call: &Call<'_>, values: Vec<Value>) -> Content {
    let Some(Cut { number, size, skipped, taken }) = cut(call) else {
        return Content::List(values);
    };
    let total = values.len() as u64;
    let items = values.into_iter().skip(skipped).take(taken).collect();
    Content::Page(Page { items, total, number, size })
}

/// Which part of a list is asked for.
struct Cut {
    number: u64,
    size: u64,
    skipped: usize,
    taken: usize,
}

/// The page that is asked for; `None` where the operation has no pages.
fn cut(call: &Call<'_>) -> Option<Cut> {
    let takes = |name: &str| call.operation.query.iter().any(|parameter| parameter.name == name);
    if !takes(PAGE) && !takes(COUNT) {
        return None;
    }
    let (number, size) = (call.query.page(), call.query.count());
    let skipped = usize::try_from((number - 1).saturating_mul(size)).unwrap_or(usize::MAX);
    Some(Cut { number, size, skipped, taken: usize::try_from(size).unwrap_or(usize::MAX) })
}

/// Whether the whole collection is asked for, in its own order.
fn is_whole(call: &Call<'_>, store: &Store) -> bool {
    is_unfiltered(call, store) && !order::is_asked(call)
}

/// Whether all objects of the collection are asked for.
pub(super) fn is_unfiltered(call: &Call<'_>, store: &Store) -> bool {
    call.query.ids().is_none() && Filter::all(call, store).is_empty()
}

fn candidates<'a>(call: &Call<'_>, store: &'a Store) -> Box<dyn Iterator<Item = u64> + 'a> {
    let (resource, parent) = (call.subject.resource, call.subject.parent);
    let Some(asked) = call.query.ids() else {
        return store.ids(resource, parent);
    };
    let mut ids: Vec<u64> = asked.filter_map(subject::number).collect();
    ids.sort_unstable();
    ids.dedup();
    let is_there = move |id: &u64| {
        store.contains(resource, *id) && (parent.is_none() || store.parent(resource, *id) == parent)
    };
    Box::new(ids.into_iter().filter(is_there))
}

fn object(call: &Call<'_>, store: &Store, id: u64) -> Option<Value> {
    store.object(call.subject.resource, id).map(Value::Object)
}
