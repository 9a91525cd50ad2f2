//! Returns a page of a collection.

use std::cmp::Ordering;

use deskpro_spec::api::{Payload, Shape, Type};
use serde_json::Value;

use super::{Call, action};
use crate::outcome::{Content, Done, Page};
use crate::query::{COUNT, ORDER_BY, ORDER_DIRS, PAGE};
use crate::store::Store;
use crate::subject::Missing;
use crate::{fields, subject};

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
    let filters = Filter::all(call);
    let mut ids: Vec<u64> = candidates(call, store)
        .filter(|&id| filters.iter().all(|filter| filter.admits(call, store, id)))
        .collect();
    sort(call, store, &mut ids);
    ids
}

/// A page of what is asked for, or all of it where it does not come in pages.
pub(super) fn page(call: &Call<'_>, store: &Store) -> Content {
    let Some(Cut { number, size, skipped, taken }) = cut(call) else {
        let ids = matching(call, store).into_iter();
        return Content::List(ids.filter_map(|id| object(call, store, id)).collect());
    };
    let (total, ids): (u64, Vec<u64>) = if is_whole(call) {
        // Nothing is looked at but the page itself.
        let ids = candidates(call, store).skip(skipped).take(taken).collect();
        (store.count(call.subject.resource, call.subject.parent), ids)
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
fn is_whole(call: &Call<'_>) -> bool {
    let query = call.query;
    query.ids().is_none() && query.get(ORDER_BY).is_none() && Filter::all(call).is_empty()
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

/// What a field must hold, or must not.
struct Filter {
    field: String,
    any_of: Vec<String>,
    is_not: bool,
}

/// Precedes the name of a field that must not hold a value: `not_status` (SWG).
const NOT: &str = "not_";

impl Filter {
    /// Query parameters that are called like a field, and what the path demands.
    fn all(call: &Call<'_>) -> Vec<Self> {
        let resource = &call.api[call.subject.resource];
        let is_field = |name: &str| fields::named(resource, name).is_some();
        let asked = call.query.filters().filter_map(|(name, value)| {
            let negated = name.strip_prefix(NOT).filter(|_| !is_field(name));
            let field = negated.unwrap_or(name);
            let mut parameters = call.operation.query.iter();
            let is_list = parameters.any(|it| it.name == name && matches!(it.ty, Type::List(_)));
            let any_of = match is_list {
                true => value.split(',').map(|value| value.trim().to_owned()).collect(),
                false => vec![value.to_owned()],
            };
            let is_not = negated.is_some();
            is_field(field).then(|| Self { field: field.to_owned(), any_of, is_not })
        });
        let narrowed = call.subject.narrowed.iter();
        let narrowed = narrowed.map(|(field, value)| Self {
            field: field.clone(),
            any_of: vec![value.clone()],
            is_not: false,
        });
        asked.chain(narrowed).collect()
    }

    fn admits(&self, call: &Call<'_>, store: &Store, id: u64) -> bool {
        let held = store.field(call.subject.resource, id, &self.field);
        let is_held = held.is_some_and(|held| self.any_of.iter().any(|asked| holds(&held, asked)));
        is_held != self.is_not
    }
}

/// Whether a value is what is asked for, or a list that contains it.
fn holds(held: &Value, asked: &str) -> bool {
    match held {
        Value::Bool(is) => asked == if *is { "1" } else { "0" } || asked == is.to_string(),
        Value::Array(items) => items.iter().any(|item| holds(item, asked)),
        held => subject::text(held).is_some_and(|text| text == asked),
    }
}

fn sort(call: &Call<'_>, store: &Store, ids: &mut [u64]) {
    let resource = call.subject.resource;
    let Some(name) = call.query.get(ORDER_BY) else {
        return;
    };
    if fields::named(&call.api[resource], name).is_none() {
        return;
    }
    ids.sort_by_cached_key(|&id| Rank(store.field(resource, id, name).unwrap_or_default()));
    let direction = ORDER_DIRS.iter().find_map(|name| call.query.get(name));
    if direction.is_some_and(|direction| direction.eq_ignore_ascii_case("desc")) {
        ids.reverse();
    }
}

/// A value by which lists are ordered: nothing, then truth values, numbers and texts.
struct Rank(Value);

impl Ord for Rank {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Value::Number(one), Value::Number(other)) => {
                one.as_f64().unwrap_or(0.0).total_cmp(&other.as_f64().unwrap_or(0.0))
            }
            (Value::String(one), Value::String(other)) => one.cmp(other),
            (Value::Bool(one), Value::Bool(other)) => one.cmp(other),
            (one, other) => kind(one).cmp(&kind(other)),
        }
    }
}

impl PartialOrd for Rank {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Rank {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Rank {}

fn kind(value: &Value) -> u8 {
    match value {
        Value::Null => 0,
        Value::Bool(_) => 1,
        Value::Number(_) => 2,
        Value::String(_) => 3,
        Value::Array(_) | Value::Object(_) => 4,
    }
}
