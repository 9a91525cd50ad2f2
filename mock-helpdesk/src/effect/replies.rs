//! What a message does to the conversation that it is part of.

use deskpro_spec::api::{Api, Field, ResourceId, Type};
use serde_json::Value;

use super::{has_value, kept, settle};
use crate::store::Store;
use crate::{Object, date, fields, id};

/// The two who talk with each other, as names of fields and statuses call them.
const AGENT: &str = "agent";
const USER: &str = "user";

/// How long the first answer took, in seconds, since the other one.
const TO_FIRST_REPLY: &str = "total_to_first_reply";
const CREATED: &str = "date_created";

/// Settles what the parent of a message says about who has answered, and whose turn it is: what a
/// user writes opens a ticket again, and an agent's answer to a waiting user makes the agent wait.
pub(super) fn follow(
    api: &Api,
    store: &mut Store,
    now: &str,
    resource: ResourceId,
    id: u64,
    came_with_parent: bool,
) {
    let parent = api[resource].parent.as_ref().zip(store.parent(resource, id));
    let Some((parent, parent_id)) = parent else {
        return;
    };
    let talks = parent.resource;
    let is_reply = |field: &Field| field.name.contains("_reply") || field.name.contains("_replies");
    let Some(writer) = writer(api, store, resource, id) else {
        return;
    };
    if !kept(&api[talks]).any(is_reply) || is_note(api, store, resource, id) {
        return;
    }
    let Some(mut object) = store.object(talks, parent_id) else {
        return;
    };
    let before = object.clone();
    for field in kept(&api[talks]).filter(|field| is_reply(field)) {
        count(field, writer, now, &mut object);
    }
    if !came_with_parent {
        turn(api, talks, writer, &mut object);
    }
    settle(api, talks, now, Some(&before), &mut object);
    let beyond = store.parent(talks, parent_id);
    store.put(talks, parent_id, beyond, object);
}

/// Who wrote a message, where it says so.
fn writer(api: &Api, store: &Store, resource: ResourceId, id: u64) -> Option<&'static str> {
    let persons = fields::read(&api[resource]).filter(|field| {
        fields::referenced(&field.ty).is_some_and(|it| fields::is_called(&field.name, &api[it]))
    });
    let mut persons = persons.filter_map(|field| {
        let other = fields::referenced(&field.ty)?;
        let person = id::of(&store.field(resource, id, &field.name)?)?;
        fields::named(&api[other], "is_agent").map(|_| (other, person))
    });
    let (other, person) = persons.next()?;
    let mut kinds = fields::of_same_ids(api, other);
    let is_marked = store.field(other, person, "is_agent") == Some(Value::Bool(true));
    let is_agent =
        is_marked || kinds.any(|kind| api[kind].singular == AGENT && store.contains(kind, person));
    Some(if is_agent { AGENT } else { USER })
}

/// Notes are among agents: they answer nothing.
fn is_note(api: &Api, store: &Store, resource: ResourceId, id: u64) -> bool {
    let mut flags = kept(&api[resource]).filter(|field| field.name.ends_with("_note"));
    flags.any(|field| store.field(resource, id, &field.name) == Some(Value::Bool(true)))
}

/// `count_user_replies`, `date_last_user_reply`, `date_first_agent_reply`.
fn count(field: &Field, writer: &str, now: &str, object: &mut Object) {
    let held = object.get(&field.name).cloned().unwrap_or_default();
    let value = match (&field.ty, held) {
        (Type::Integer, held) if field.name == format!("count_{writer}_replies") => {
            Value::from(held.as_u64().unwrap_or(0).saturating_add(1))
        }
        (Type::Integer, held) if field.name == TO_FIRST_REPLY && writer == AGENT && held == 0 => {
            let made = object.get(CREATED).and_then(Value::as_str).unwrap_or(now);
            Value::from(date::seconds_between(made, now))
        }
        (Type::DateTime, _) if field.name == format!("date_last_{writer}_reply") => now.into(),
        (Type::DateTime, Value::Null) if field.name == format!("date_first_{writer}_reply") => {
            now.into()
        }
        _ => return,
    };
    object.insert(field.name.clone(), value);
}

/// Whose turn it is after an answer, where some status says that.
fn turn(api: &Api, talks: ResourceId, writer: &str, object: &mut Object) {
    let [agents, users] = [AGENT, USER].map(|who| format!("awaiting_{who}"));
    let mut stages = fields::read(&api[talks]).filter(|field| field.access.is_updated());
    let Some(stage) = stages.find(|field| has_value(api, &field.ty, &agents)) else {
        return;
    };
    let is_theirs = object.get(&stage.name).is_some_and(|held| *held == agents.as_str());
    if writer == USER {
        object.insert(stage.name.clone(), Value::from(agents));
    } else if is_theirs && has_value(api, &stage.ty, &users) {
        object.insert(stage.name.clone(), Value::from(users));
    }
}
