//! Dates of what happens to an object, and what an action called after it leaves behind.

use deskpro_spec::api::{Api, Field, ResourceId, Type};
use serde_json::Value;

use super::{difference, has_value, kept};
use crate::{Object, fields, id};

/// Fields that say when an object was last changed.
const CHANGED: [&str; 2] = ["date_updated", "updated_at"];

/// Actions that undo others and are not called `un` and the other.
const OPPOSITES: [(&str, &str); 3] =
    [("disable", "enable"), ("restore", "delete"), ("reopen", "close")];

/// Sets the dates of what differs from before.
pub(super) fn settle(
    api: &Api,
    own: ResourceId,
    now: &str,
    before: Option<&Object>,
    object: &mut Object,
) {
    let dates = kept(&api[own]).filter(|field| field.ty == Type::DateTime);
    let settled: Vec<(String, Value)> = dates
        .filter_map(|field| Some((field.name.clone(), date(api, own, now, before, object, field)?)))
        .collect();
    object.extend(settled);
}

/// What a date becomes, where it becomes another one.
fn date(
    api: &Api,
    own: ResourceId,
    now: &str,
    before: Option<&Object>,
    object: &Object,
    field: &Field,
) -> Option<Value> {
    if before.is_some() && CHANGED.contains(&field.name.as_str()) {
        return Some(Value::from(now));
    }
    let of = field.name.strip_prefix("date_")?;
    // `date_status`: when that field changed.
    if fields::named(&api[own], of).is_some() {
        return difference(before, object, of).map(|_| Value::from(now));
    }
    // `date_first_agent_assign`: when that field was first set.
    if let Some(set) = of.strip_prefix("first_").and_then(|it| it.strip_suffix("_assign")) {
        let is_set = object.get(set).is_some_and(|value| !value.is_null());
        let is_first = object.get(&field.name).is_none_or(Value::is_null);
        return (is_set && is_first).then(|| Value::from(now));
    }
    let since = |is: bool| match (is, field.nullable) {
        (true, _) => Some(Value::from(now)),
        (false, true) => Some(Value::Null),
        (false, false) => None,
    };
    // `date_on_hold`: since when `is_hold` is true.
    let flag = format!("is_{}", of.strip_prefix("on_").unwrap_or(of));
    if fields::named(&api[own], &flag).is_some_and(|flag| flag.ty == Type::Boolean) {
        let (was, is) = difference(before, object, &flag)?;
        return if is == true || was == true { since(is == true) } else { None };
    }
    // `date_resolved`: since when some field has that value.
    let stage = stage(api, own, of)?;
    let (was, is) = difference(before, object, &stage.name)?;
    if is == of || was == of { since(is == of) } else { None }
}

/// The field that may have this value: `status` for `resolved`.
pub(crate) fn stage<'a>(api: &'a Api, own: ResourceId, value: &str) -> Option<&'a Field> {
    let stages = fields::read(&api[own]).filter(|stage| has_value(api, &stage.ty, value));
    stages.min_by_key(|stage| !stage.access.is_created())
}

/// What an action leaves behind where fields are called after it: `lock` sets `date_locked` and
/// `locked_by_agent`, `unlock` clears them; `by` says who acts.
pub(crate) fn done_to(
    api: &Api,
    own: ResourceId,
    now: &str,
    by: &dyn Fn(ResourceId) -> Option<u64>,
    action: &str,
    object: &mut Object,
) {
    let opposite = OPPOSITES.iter().find(|(opposite, _)| *opposite == action);
    let undone = opposite.map(|(_, verb)| *verb).or_else(|| action.strip_prefix("un"));
    let (verb, is_done) = (undone.unwrap_or(action), undone.is_none());
    let done = if verb.ends_with('e') { format!("{verb}d") } else { format!("{verb}ed") };
    for field in kept(&api[own]) {
        let name = field.name.as_str();
        let is_by = name.strip_prefix(&done).is_some_and(|rest| rest.starts_with("_by"));
        let value = match &field.ty {
            Type::Boolean if name == done || name.strip_prefix("is_") == Some(&done) => {
                Value::from(is_done)
            }
            _ if !is_done && !field.nullable => continue,
            Type::DateTime if name.strip_prefix("date_") == Some(&done) => match is_done {
                true => Value::from(now),
                false => Value::Null,
            },
            Type::Id(people) | Type::Ref(people) if is_by => match (is_done, by(*people)) {
                (true, Some(by)) => id::to_json(api, &field.ty, by),
                (true, None) => continue,
                (false, _) => Value::Null,
            },
            _ => continue,
        };
        object.insert(field.name.clone(), value);
    }
}
