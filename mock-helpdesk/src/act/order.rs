//! The order of lists.

use std::cmp::Ordering;

use deskpro_spec::api::Type;
use serde_json::Value;

use super::Call;
use crate::fields;
use crate::query::{ORDER_BY, ORDER_DIRS};
use crate::store::Store;

/// What some lists call the field to order by, and the direction (SWG).
const SORT: &str = "sort";
const ORDER: &str = "order";

/// Sorts ids by what is asked for; what is alike stays in the order of its ids.
pub(super) fn sort(call: &Call<'_>, store: &Store, ids: &mut [u64]) {
    let resource = call.subject.resource;
    let Some(name) = asked(call) else {
        return;
    };
    let directions = ORDER_DIRS.iter().chain(call.takes(ORDER, is_direction).then_some(&ORDER));
    let direction = directions.into_iter().find_map(|name| call.query.get(name));
    let is_down = direction.is_some_and(|direction| direction.eq_ignore_ascii_case("desc"));
    ids.sort_by_cached_key(|&id| {
        let rank = Rank(store.field(resource, id, name).unwrap_or_default());
        if is_down { Place::Down(std::cmp::Reverse(rank), id) } else { Place::Up(rank, id) }
    });
}

/// Whether an order is asked for that is not that of the ids.
pub(super) fn is_asked(call: &Call<'_>) -> bool {
    asked(call).is_some()
}

fn asked<'a>(call: &Call<'a>) -> Option<&'a str> {
    let sort = || call.query.get(SORT).filter(|_| call.takes(SORT, |ty| *ty == Type::String));
    let name = call.query.get(ORDER_BY).or_else(sort)?;
    fields::held(&call.api[call.subject.resource]).any(|it| it.name == name).then_some(name)
}

fn is_direction(ty: &Type) -> bool {
    matches!(ty, Type::Named(_))
}

/// Where an object stands; no two have the same id.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Up(Rank, u64),
    Down(std::cmp::Reverse<Rank>, u64),
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
