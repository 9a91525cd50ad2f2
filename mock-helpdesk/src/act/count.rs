//! Counts what is held, by groups where that is asked for.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use deskpro_spec::api::{Field, Payload, Segment, Type, TypeId, TypeKind};
use serde_json::{Value, json};

use super::{Call, list};
use crate::store::Store;
use crate::{Object, fields, id, subject};

/// The parameter that says what to count by; several by commas, each within the one before.
const GROUP_BY: &str = "group_by";

/// The most groupings within each other.
const DEPTH: usize = 4;

/// Members of a count, and what they hold.
const COUNT: &str = "count";
const NESTED: &str = "nested";

/// Fields that hold the name of an object.
const TITLES: [&str; 4] = ["title", "name", "display_name", "subject"];

/// The count that an operation asks for, where it counts its own collection.
pub(super) fn counted(call: &Call<'_>, store: &Store) -> Option<Value> {
    let Payload::Type(ty) = call.operation.returns else {
        return None;
    };
    let shape = shape(call, ty).filter(|_| counts_own(call))?;
    let asked = call.query.get(GROUP_BY).unwrap_or_default().split(',').map(str::trim);
    let groupings: Vec<&str> = asked.filter(|name| !name.is_empty()).take(DEPTH).collect();
    if groupings.is_empty() && list::is_unfiltered(call, store) {
        let count = store.count(call.subject.resource, call.subject.parent);
        return Some(Value::Object(entry(shape, count, &Group::default(), None, Vec::new())));
    }
    let ids = list::matching(call, store);
    let counter = Counter { call, store, shape };
    Some(counter.count(&Group::default(), &ids, &groupings))
}

/// The fields of a type that counts: it has a number, and more of its kind for the groups.
fn shape<'a>(call: &Call<'a>, ty: TypeId) -> Option<&'a [Field]> {
    let TypeKind::Object(fields) = &call.api[ty].kind else {
        return None;
    };
    let has = |name: &str, expected: Type| {
        fields.iter().any(|field| field.name == name && field.ty == expected)
    };
    let is_count = has(COUNT, Type::Integer) && has(NESTED, Type::List(Box::new(Type::Named(ty))));
    is_count.then_some(fields.as_slice())
}

/// Whether the path is that of the collection and one word more: `/tickets/counts`.
fn counts_own(call: &Call<'_>) -> bool {
    let own = &call.api[call.subject.resource].path.segments;
    let after = call.operation.path.segments.strip_prefix(own.as_slice());
    matches!(after, Some([last]) if matches!(last.as_slice(), [Segment::Text(_)]))
}

/// What the objects of a group have in common.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Group {
    id: Option<u64>,
    /// As JSON, so that groups have an order.
    value: Option<String>,
    title: Option<String>,
}

struct Counter<'c, 'a> {
    call: &'c Call<'a>,
    store: &'c Store,
    shape: &'a [Field],
}

impl Counter<'_, '_> {
    fn count(&self, group: &Group, ids: &[u64], groupings: &[&str]) -> Value {
        let count = ids.len() as u64;
        let Some((grouping, rest)) = groupings.split_first() else {
            return Value::Object(entry(self.shape, count, group, None, Vec::new()));
        };
        let mut groups: Vec<(Group, Vec<u64>)> = self.groups(ids, grouping).into_iter().collect();
        groups.sort_by_key(|(_, ids)| Reverse(ids.len()));
        let nested = groups.iter().map(|(group, ids)| {
            let mut nested = self.count(group, ids, rest);
            if let Some(kind) = nested.get_mut("type") {
                *kind = Value::from(*grouping);
            }
            nested
        });
        Value::Object(entry(self.shape, count, group, Some(grouping), nested.collect()))
    }

    fn groups(&self, ids: &[u64], grouping: &str) -> BTreeMap<Group, Vec<u64>> {
        let mut groups: BTreeMap<Group, Vec<u64>> = BTreeMap::new();
        let resource = self.call.subject.resource;
        let Some(field) = fields::meant(&self.call.api[resource], grouping) else {
            return groups;
        };
        for &id in ids {
            let held = self.store.field(resource, id, &field.name).unwrap_or_default();
            let held = match held {
                Value::Array(items) if !items.is_empty() => items,
                Value::Array(_) => vec![Value::Null],
                single => vec![single],
            };
            for value in held {
                groups.entry(self.group(field, &value)).or_default().push(id);
            }
        }
        groups
    }

    fn group(&self, field: &Field, value: &Value) -> Group {
        if value.is_null() {
            return Group::default();
        }
        if let Some(other) = fields::referenced(field.ty.innermost()) {
            let id = id::of(value);
            let named = |id| TITLES.iter().find_map(|name| self.store.field(other, id, name));
            let title = id.and_then(named).as_ref().and_then(subject::text);
            return Group { id, value: None, title };
        }
        // Of a moment the day counts.
        let day = value.as_str().filter(|_| field.ty == Type::DateTime).and_then(|it| it.get(..10));
        let value = day.map_or_else(|| value.to_string(), |day| json!(day).to_string());
        Group { value: Some(value), ..Group::default() }
    }
}

fn entry(
    shape: &[Field],
    count: u64,
    group: &Group,
    grouped_by: Option<&str>,
    nested: Vec<Value>,
) -> Object {
    let value = group.value.as_ref();
    let value: Option<Value> = value.and_then(|value| serde_json::from_str(value).ok());
    let mut nested = Some(nested);
    let members = shape.iter().filter(|field| field.access.is_read()).map(|field| {
        let held = match field.name.as_str() {
            COUNT => json!(count),
            "id" => json!(group.id),
            "value" => json!(value),
            "title" => json!(group.title),
            "grouped_by" => json!(grouped_by),
            NESTED => json!(nested.take()),
            _ => Value::Null,
        };
        (field.name.clone(), held)
    });
    members.collect()
}
