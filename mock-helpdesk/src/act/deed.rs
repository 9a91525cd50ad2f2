//! What actions and deletes do, where their names and what they take say it.
//!
//! What neither says is not done: the answer is the described one all the same.

use deskpro_spec::api::{Api, Method, Operation, Parameter, ResourceId, Segment, Type};
use serde_json::Value;

use super::Call;
use crate::make::Maker;
use crate::store::Store;
use crate::{Object, acting, effect, fields, id, subject};

/// Begins the names of actions after which something is not shown any more.
const DISMISS: &str = "dismiss";
/// Ends the names of what is done to all objects of a collection.
const ALL: &str = "_all";
/// The last word of a path at which an object is removed that has no path for that.
const DELETE: &str = "delete";

/// Does what an action says.
pub(super) fn perform(call: &Call<'_>, store: &mut Store) {
    if call.operation.method == Method::Get {
        return;
    }
    if call.operation.name.starts_with(DISMISS) {
        dismiss(call, store);
    } else if let Some(id) = call.subject.item {
        change(call, store, id);
    } else if is_own_path(call) {
        keep(call, store);
    }
}

/// Removes what a delete names that is not the object of the path: all of a collection, or what
/// refers to the objects that path and query name.
pub(super) fn remove(call: &Call<'_>, store: &mut Store) {
    let (api, resource) = (call.api, call.subject.resource);
    let last = call.operation.path.segments.last().map(Vec::as_slice);
    let is_delete = matches!(last, Some([Segment::Text(text)]) if text == DELETE);
    let ids: Vec<u64> = match call.subject.item {
        Some(id) if is_delete => vec![id],
        Some(_) => return,
        None if call.operation.name.ends_with(ALL) => {
            store.ids(resource, call.subject.parent).collect()
        }
        None => {
            let named = named(call);
            let is_meant = |id: &u64| {
                let holds = |(field, value): &(&str, u64)| {
                    store.field(resource, *id, field).as_ref().and_then(id::of) == Some(*value)
                };
                !named.is_empty() && named.iter().all(holds)
            };
            store.ids(resource, call.subject.parent).filter(is_meant).collect()
        }
    };
    let mut maker = Maker { api, store, now: call.now };
    ids.into_iter().for_each(|id| maker.remove(resource, id));
}

/// The fields that refer to what path and query name beside the object itself, with the ids.
fn named<'a>(call: &Call<'a>) -> Vec<(&'a str, u64)> {
    let (api, operation, own) = (call.api, call.operation, &call.api[call.subject.resource]);
    let in_path = operation.path.parameters.iter().enumerate().skip(own.path.parameters.len());
    let in_path = in_path.filter_map(|(index, it)| Some((&it.ty, call.subject.value(index)?)));
    let in_query = operation.query.iter();
    let in_query = in_query.filter_map(|it| Some((&it.ty, call.query.get(&it.name)?)));
    let named = in_path.chain(in_query).filter_map(|(ty, value)| {
        let field = fields::referring(api, own, fields::referenced(ty)?)?;
        Some((field.name.as_str(), subject::number(value)?))
    });
    named.collect()
}

/// Objects that are dismissed are not shown any more.
fn dismiss(call: &Call<'_>, store: &mut Store) {
    let (resource, parent) = (call.subject.resource, call.subject.parent);
    let is_own = |it: &&Parameter| fields::referenced(it.ty.innermost()) == Some(resource);
    let named = call.operation.query.iter().find(is_own);
    let ids: Vec<u64> = match named {
        Some(parameter) => {
            let ids = call.query.get(&parameter.name).unwrap_or_default().split(',');
            ids.filter_map(|id| subject::number(id.trim())).collect()
        }
        None if call.operation.name.ends_with(ALL) => store.ids(resource, parent).collect(),
        None => call.subject.item.into_iter().collect(),
    };
    let mut maker = Maker { api: call.api, store, now: call.now };
    ids.into_iter().for_each(|id| maker.remove(resource, id));
}

/// Changes what the action is called after, and what is sent under the name of a field.
fn change(call: &Call<'_>, store: &mut Store, id: u64) {
    let (api, own) = (call.api, call.subject.resource);
    let sent = sent(call);
    let mut flags = Object::new();
    let mut written = Object::new();
    for (name, value) in sent {
        let field = fields::named(&api[own], &name).filter(|it| it.access.is_updated());
        let flag = format!("is_{name}");
        if field.is_some() || is_known_of_untyped(api, own, call.operation, &name) {
            written.insert(name, value);
        } else if fields::named(&api[own], &flag).is_some_and(|it| it.ty == Type::Boolean) {
            flags.insert(flag, Value::Bool(matches!(value, Value::Bool(true))));
        }
    }
    if let Some(flag) = taken_away(call) {
        flags.insert(flag, Value::Bool(false));
    }
    set_flags(call, store, id, &flags);
    if !written.is_empty() {
        Maker { api, store, now: call.now }.change(own, id, written);
    }
    leave_behind(call, store, id);
}

/// Sets flags such as `is_agent`. Who is an agent in one place is one in the other.
fn set_flags(call: &Call<'_>, store: &mut Store, id: u64, flags: &Object) {
    let (api, own) = (call.api, call.subject.resource);
    for (flag, value) in flags {
        let kinds = fields::of_same_ids(api, own);
        for kind in kinds.filter(|kind| fields::named(&api[*kind], flag).is_some()) {
            store.set(kind, id, flag, value.clone());
        }
        Maker { api, store, now: call.now }.make_twin(own, id, flag, value == true);
    }
}

/// Sets what is called after the action: `date_locked` for `lock`.
fn leave_behind(call: &Call<'_>, store: &mut Store, id: u64) {
    let (api, own) = (call.api, call.subject.resource);
    let Some(before) = store.object(own, id).filter(|_| !api[own].is_untyped) else {
        return;
    };
    let mut object = before.clone();
    let by = |people: ResourceId| acting::person(api, store, people);
    effect::done_to(api, own, call.now, &by, &call.operation.name, &mut object);
    if object != before {
        effect::settle(api, own, call.now, Some(&before), &mut object);
        let parent = store.parent(own, id);
        store.put(own, id, parent, object);
    }
}

/// `is_agent` where `/agent_permissions` are removed.
fn taken_away(call: &Call<'_>) -> Option<String> {
    let [Segment::Text(last)] = call.operation.path.segments.last()?.as_slice() else {
        return None;
    };
    let flag = format!("is_{}", last.split('_').next()?);
    let field = fields::named(&call.api[call.subject.resource], &flag)?;
    let is_meant = call.operation.method == Method::Delete && field.ty == Type::Boolean;
    is_meant.then_some(flag)
}

/// Keeps what is sent to the path of the resource itself: of what there is only one, or under a name
/// that is sent along.
fn keep(call: &Call<'_>, store: &mut Store) {
    let (api, own) = (call.api, call.subject.resource);
    if !api[own].is_untyped {
        return;
    }
    let sent = sent(call);
    let name = fields::item_name(api, own);
    let Some((name, value)) = name.and_then(|name| Some((name, sent.get(name)?.clone()))) else {
        return;
    };
    let known = store.find_kept(own, name, &value);
    let mut maker = Maker { api, store, now: call.now };
    match known {
        Some(id) => maker.change(own, id, sent),
        None => {
            maker.make(own, call.subject.parent, sent);
        }
    }
}

/// Whether the operation is at the path of the resource itself.
fn is_own_path(call: &Call<'_>) -> bool {
    call.operation.path.segments == call.api[call.subject.resource].path.segments
}

/// Whether objects of unknown shape are known to hold something: it is sent to their own path, or
/// their list is filtered by it.
fn is_known_of_untyped(api: &Api, own: ResourceId, operation: &Operation, name: &str) -> bool {
    let resource = &api[own];
    let is_own = operation.path.segments == resource.path.segments;
    let mut queries = resource.operations.iter().flat_map(|operation| &operation.query);
    let is_filter = |it: &Parameter| it.name == name && fields::referenced(&it.ty).is_some();
    resource.is_untyped && (is_own || queries.any(is_filter))
}

/// What is sent, wherever it stands: in the body, the query, or the path after the object.
fn sent(call: &Call<'_>) -> Object {
    let mut sent = call.sent.fields.clone();
    for parameter in &call.operation.query {
        if let Some(value) = call.query.get(&parameter.name) {
            sent.entry(parameter.name.clone()).or_insert(typed(&parameter.ty, value));
        }
    }
    for (index, parameter) in call.operation.path.parameters.iter().enumerate() {
        if let (Some(_), Some(name), Some(value)) = (
            fields::referenced(&parameter.ty),
            parameter.name.strip_suffix("_id"),
            call.subject.value(index),
        ) {
            sent.entry(name.to_owned()).or_insert(typed(&parameter.ty, value));
        }
    }
    sent
}

/// The value that a text in an address stands for.
fn typed(ty: &Type, text: &str) -> Value {
    match ty {
        Type::Boolean => Value::Bool(matches!(text, "1" | "true")),
        Type::Integer | Type::Id(_) | Type::Ref(_) => {
            text.parse::<i64>().map_or_else(|_| Value::from(text), Value::from)
        }
        _ => Value::from(text),
    }
}
