//! Values of seeded objects that differ as those of a real helpdesk do, under a number.
//!
//! Everything follows from the number, the field and the id, so that nothing is held, and what
//! belongs together is found again: agents are people of the same id, the address of a person holds
//! the names, and a message is later than its ticket.

use deskpro_spec::api::{Access, Field, ResourceId, Type, TypeKind};
use serde_json::{Value, json};

use super::dice::Dice;
use super::make_up::MakeUp;
use super::words;
use crate::{Object, date, effect, email, fields, id};

/// When the first objects were made.
const BEGIN: &str = "2023-05-01T08:02:02+0000";
/// Within how many seconds after that all of them were made: two years.
const SPAN: u64 = 2 * 365 * DAY;
/// How many seconds after it was made something may happen to an object.
const LATER: u64 = 14 * DAY;
/// How many seconds lie between the objects within another one, at most.
const BETWEEN: u64 = DAY / 3;
const DAY: u64 = 24 * 60 * 60;

/// Fields that hold the name of an object.
const TITLES: [&str; 2] = ["title", "name"];

/// Makes up the fields of one object under a number.
pub(super) struct Varied<'m, 'a> {
    pub(super) made: &'m MakeUp<'a>,
}

impl Varied<'_, '_> {
    /// The value of a field that is no id; `None` where the description's example says best what it
    /// may be.
    pub(super) fn field(&self, field: &Field) -> Option<Value> {
        let mirrored = effect::mirrored(self.made.resource, field);
        if let Some(other) = mirrored {
            return Some(self.made.field(other));
        }
        if field.ty == Type::DateTime {
            return self.date(field);
        }
        let other = fields::referenced(&field.ty);
        // An example of null is meant; who refers to its own kind would refer to itself.
        if field.nullable && (field.example == Some(Value::Null) || other == Some(self.made.own)) {
            return Some(Value::Null);
        }
        if let Some(other) = other {
            return self.reference(field, other);
        }
        match &field.ty {
            Type::String => self.text(field),
            Type::Boolean => self.flag(field),
            Type::Integer if field.access != Access::ReadOnly && !field.nullable => {
                // Most things are not urgent.
                let mut dice = self.dice(field);
                Some(json!(1 + dice.below(10).min(dice.below(10))))
            }
            Type::Integer => self.counted(field).map(Value::from),
            Type::Named(named) => match &self.made.api[*named].kind {
                TypeKind::Enum(values) => {
                    let weighed = values.iter().map(|it| (it.value.as_str(), weight(&it.value)));
                    self.dice(field).weighed(weighed).map(Value::from)
                }
                TypeKind::Object(_) | TypeKind::OneOf(_) => None,
            },
            Type::List(item) if **item == Type::String && field.name == "labels" => {
                let mut dice = self.dice(field);
                let count = dice.below(3);
                let mut labels: Vec<&str> =
                    (0..count).filter_map(|_| dice.one_of(words::LABELS).copied()).collect();
                labels.sort_unstable();
                labels.dedup();
                Some(json!(labels))
            }
            _ => None,
        }
    }

    /// Dice for a field. What has the ids of another resource has its texts, too.
    fn dice(&self, field: &Field) -> Dice {
        let api = self.made.api;
        let original = api[self.made.own].id.as_ref().and_then(fields::referenced);
        let resource = &api[original.unwrap_or(self.made.own)];
        Dice::new(self.made.seeds.number(), [&resource.name, &field.name], self.made.id)
    }

    fn reference(&self, field: &Field, other: ResourceId) -> Option<Value> {
        let (api, seeds) = (self.made.api, self.made.seeds);
        let to_json = |id: u64| id::to_json(api, &field.ty, id);
        let parent = self.made.resource.parent.as_ref().map(|parent| parent.resource);
        if parent == Some(other) {
            return seeds.parent(self.made.own, self.made.id).map(to_json);
        }
        // What paths name an object by is taken in turn, so that no two have the same.
        if fields::item_name(api, self.made.own) == Some(&field.name) {
            return None;
        }
        let mut dice = self.dice(field);
        if let Some(said) = self.said_by_turns(field, other).or_else(|| self.taken_over(field)) {
            return Some(said);
        }
        if field.nullable && dice.in_hundred(20) {
            return Some(Value::Null);
        }
        if let Some(beside) = self.made.siblings(other) {
            return (!beside.is_empty())
                .then(|| to_json(beside.start + dice.below(beside.end - beside.start)));
        }
        let total = seeds.total(other);
        // Agents are the first among people; others are not asked as persons.
        let agents = fields::of_same_ids(api, other).filter(|kind| *kind != other);
        let agents: u64 = agents.map(|kind| seeds.total(kind)).min().unwrap_or(0).min(total);
        let is_agent = fields::of_same_ids(api, other)
            .any(|kind| kind != other && fields::is_called(&field.name, &api[kind]));
        let (first, count) = match is_agent {
            true => (1, agents),
            false if agents < total => (agents + 1, total - agents),
            false => (1, total),
        };
        // Some ask often, most hardly ever.
        let often = dice.below(count).min(dice.below(count));
        (count > 0).then(|| to_json(first.saturating_add(often)))
    }

    /// `person_id` is the person, and the organization of a ticket that of its person.
    fn taken_over(&self, field: &Field) -> Option<Value> {
        let (api, resource) = (self.made.api, self.made.resource);
        let same = field.name.strip_suffix("_id").and_then(|name| fields::named(resource, name));
        let same = same.filter(|it| fields::referenced(&it.ty) == fields::referenced(&field.ty));
        if let Some(same) = same {
            return Some(self.made.field(same));
        }
        let is_taken = field.nullable && matches!(field.ty, Type::Ref(_));
        let mut others = fields::read(resource).filter(|_| is_taken).filter_map(|it| {
            let other = fields::referenced(&it.ty).filter(|&it| it != self.made.own)?;
            let taken = fields::named(&api[other], &field.name)?;
            (fields::is_called(&it.name, &api[other]) && taken.ty == field.ty)
                .then_some((it, other, taken))
        });
        let (from, other, taken) = others.next()?;
        let id = id::of(&self.made.field(from)).filter(|id| *id <= self.made.seeds.total(other))?;
        Some(MakeUp::new(api, self.made.seeds, other, id).field(taken))
    }

    /// Within a conversation the person whom it is for and the agent in charge speak by turns.
    fn said_by_turns(&self, field: &Field, other: ResourceId) -> Option<Value> {
        let (api, seeds) = (self.made.api, self.made.seeds);
        let parent = self.made.resource.parent.as_ref()?.resource;
        let parent_id = seeds.parent(self.made.own, self.made.id)?;
        let asking = fields::named(&api[parent], &field.name)?;
        if fields::referenced(&asking.ty) != Some(other) {
            return None;
        }
        let within = seeds.children(self.made.own, parent_id);
        let is_answer = self.made.id.saturating_sub(within.start) % 2 == 1;
        let above = MakeUp::new(api, seeds, parent, parent_id);
        let answering = || {
            let mut kinds = fields::of_same_ids(api, other).filter(|kind| *kind != other);
            let name = kinds.find_map(|kind| fields::named(&api[parent], &api[kind].singular))?;
            Some(above.field(name)).filter(|value| !value.is_null())
        };
        is_answer.then(answering).flatten().or_else(|| Some(above.field(asking)))
    }

    fn text(&self, field: &Field) -> Option<Value> {
        let resource = self.made.resource;
        // The empty text is all that was ever seen there.
        if field.example == Some(json!("")) {
            return Some(json!(""));
        }
        let mut dice = self.dice(field);
        let mut pick = |from: &[&'static str]| dice.one_of(from).copied().unwrap_or_default();
        let has = |name: &str| fields::named(resource, name).is_some();
        let text = match field.name.as_str() {
            "first_name" => pick(words::FIRST_NAMES).to_owned(),
            "last_name" => pick(words::LAST_NAMES).to_owned(),
            "subject" => format!("{} {}", pick(words::THINGS), pick(words::TROUBLES)),
            "message" | "content" => self.said(field, &mut pick),
            "name" if !has("first_name") && email::field(resource).is_some() => {
                format!("{} {}", pick(words::FIRST_NAMES), pick(words::LAST_NAMES))
            }
            "name" if has("email_domains") => {
                format!("{} {}", pick(words::COMPANIES), pick(words::BUSINESSES))
            }
            name if email::NAMES.contains(&name) => self.address(&mut pick)?,
            _ => return self.other_text(field, &mut dice),
        };
        Some(Value::from(text))
    }

    /// A text that follows from others, a token, or the example, numbered only where it is a name.
    fn other_text(&self, field: &Field, dice: &mut Dice) -> Option<Value> {
        if let Some(text) = self.composed(field).or_else(|| self.address_of_reference(field)) {
            return Some(text);
        }
        let example = field.example.as_ref()?.as_str()?;
        let is_naming = TITLES.contains(&field.name.as_str())
            || fields::is_uploaded(self.made.api, self.made.resource)
            || fields::naming(self.made.api, self.made.own).is_some_and(|it| it.name == field.name);
        if is_naming {
            return None;
        }
        let is_token = example.len() >= 6
            && example.bytes().any(|byte| byte.is_ascii_digit())
            && !example.bytes().any(|byte| byte == b'.' || byte == b'/' || byte == b' ');
        Some(Value::from(if is_token { token(example, dice) } else { example.to_owned() }))
    }

    /// `person_email`: the address of the person.
    fn address_of_reference(&self, field: &Field) -> Option<Value> {
        let name = field.name.strip_suffix("_email")?;
        let person = fields::named(self.made.resource, name)?;
        let other = fields::referenced(&person.ty)?;
        let id = id::of(&self.made.field(person))?;
        let address = email::field(&self.made.api[other])?;
        let is_seeded = id <= self.made.seeds.total(other);
        is_seeded.then(|| MakeUp::new(self.made.api, self.made.seeds, other, id).field(address))
    }

    /// A text that holds others of the object.
    fn composed(&self, field: &Field) -> Option<Value> {
        let resource = self.made.resource;
        let shown = field.name.strip_suffix(effect::PREVIEW);
        let shown = shown.and_then(|name| fields::named(resource, name));
        let parts = shown.map_or_else(|| effect::parts_of(resource, field), |it| vec![it]);
        let held = parts.iter().map(|part| (part.name.clone(), self.made.field(part)));
        let object: Object = held.collect();
        let text = effect::preview(field, &object);
        text.or_else(|| effect::composed(resource, field, &object)).map(Value::from)
    }

    /// Two or three sentences, in HTML where the example is.
    fn said(&self, field: &Field, pick: &mut dyn FnMut(&[&'static str]) -> &'static str) -> String {
        let is_html = field.example.as_ref().and_then(Value::as_str);
        let is_html = is_html.is_some_and(|example| example.starts_with("<p>"));
        let count = 2 + self.made.id % 2;
        let sentences: Vec<&str> = (0..count).map(|_| pick(words::SENTENCES)).collect();
        let text = sentences.join(" ");
        if is_html { format!("<p>{text}</p>") } else { text }
    }

    /// `emma.rossi17@example.net`: nobody else's, since it ends in the id.
    fn address(&self, pick: &mut dyn FnMut(&[&'static str]) -> &'static str) -> Option<String> {
        let resource = self.made.resource;
        let name = match fields::named(resource, "last_name") {
            Some(last) => {
                let first = fields::named(resource, "first_name")?;
                let of = |field| self.made.field(field).as_str().map(str::to_lowercase);
                format!("{}.{}", of(first)?, of(last)?)
            }
            None => resource.singular.clone(),
        };
        Some(format!("{name}{}@{}", self.made.id, pick(words::DOMAINS)))
    }

    fn flag(&self, field: &Field) -> Option<Value> {
        let (api, seeds) = (self.made.api, self.made.seeds);
        let name = field.name.strip_prefix("is_").unwrap_or_default();
        // Agents are the first among people.
        let mut kinds = fields::of_same_ids(api, self.made.own);
        if let Some(kind) = kinds.find(|kind| api[*kind].singular == name) {
            return Some(Value::Bool(self.made.id <= seeds.total(kind)));
        }
        let child = self.child(field.name.strip_prefix("has_")?)?;
        Some(Value::Bool(!seeds.children(child, self.made.id).is_empty()))
    }

    /// How many children there are, where a counter counts them.
    fn counted(&self, field: &Field) -> Option<u64> {
        let child = self.child(fields::counted(&field.name)?)?;
        let children = self.made.seeds.children(child, self.made.id);
        Some(children.end - children.start)
    }

    /// The children that are reached under this name.
    fn child(&self, name: &str) -> Option<ResourceId> {
        let is_meant = |child: &ResourceId| {
            let parent = self.made.api[*child].parent.as_ref();
            parent.is_some_and(|it| it.resource == self.made.own && it.name == name)
        };
        self.made.api.resource_ids().find(is_meant)
    }

    /// Moments rise with the ids; what happened to an object happened after it was made.
    fn date(&self, field: &Field) -> Option<Value> {
        let of = field.name.strip_prefix("date_").unwrap_or(&field.name);
        if of == "created" || of == "created_at" {
            return Some(Value::from(date::seconds_after(BEGIN, self.age())));
        }
        // `date_resolved`: only of what is resolved.
        if let Some(stage) = effect::stage(self.made.api, self.made.own, of) {
            let is_so = self.made.field(stage) == of;
            // It is when the status last changed.
            let changed = format!("date_{}", stage.name);
            return is_so.then(|| self.later(&changed)).or(field.nullable.then_some(Value::Null));
        }
        let is_never = field.nullable && field.example.as_ref().is_none_or(Value::is_null);
        Some(if is_never { Value::Null } else { self.later(&field.name) })
    }

    fn later(&self, event: &str) -> Value {
        let MakeUp { api, seeds, own, id, .. } = *self.made;
        let mut dice = Dice::new(seeds.number(), [&api[own].name, event], id);
        let seconds = self.age().saturating_add(dice.below(LATER));
        Value::from(date::seconds_after(BEGIN, seconds))
    }

    /// How many seconds after the first one the object was made.
    fn age(&self) -> u64 {
        let MakeUp { api, seeds, own, id, .. } = *self.made;
        let mut dice = Dice::new(seeds.number(), [&api[own].name, "age"], id);
        let parent = api[own].parent.as_ref().zip(seeds.parent(own, id));
        if let Some((parent, parent_id)) = parent {
            let above = MakeUp::new(api, seeds, parent.resource, parent_id);
            let before = id.saturating_sub(seeds.children(own, parent_id).start);
            let step = before.saturating_mul(BETWEEN).saturating_add(dice.below(BETWEEN));
            return Varied { made: &above }.age().saturating_add(step);
        }
        let total = u128::from(seeds.total(own).max(1));
        let step = SPAN / seeds.total(own).max(1);
        let share = u128::from(SPAN) * u128::from(id.saturating_sub(1)) / total;
        u64::try_from(share).unwrap_or(SPAN).saturating_add(dice.below(step))
    }
}

/// Another token that looks like this one: letters for letters, digits for digits.
fn token(example: &str, dice: &mut Dice) -> String {
    let is_hexadecimal = example.bytes().all(|byte| b"0123456789abcdef".contains(&byte));
    let mut other = |character: char| {
        let from: &[u8] = match character {
            '0'..='9' | 'a'..='f' if is_hexadecimal => b"0123456789abcdef",
            '0'..='9' => b"0123456789",
            'A'..='Z' => b"ABCDEFGHJKLMNPQRSTUVWXYZ",
            'a'..='z' => b"abcdefghijkmnopqrstuvwxyz",
            _ => return character,
        };
        dice.one_of(from).map_or(character, |byte| char::from(*byte))
    };
    example.chars().map(&mut other).collect()
}

fn weight(value: &str) -> u64 {
    let known = words::WEIGHTS.iter().find(|(known, _)| *known == value);
    known.map_or(10, |(_, weight)| *weight)
}
