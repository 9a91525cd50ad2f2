//! Texts that differ under a number.

use deskpro_spec::api::Field;
use serde_json::{Value, json};

use super::super::dice::Dice;
use super::super::make_up::MakeUp;
use super::super::words;
use super::Varied;
use crate::{Object, effect, email, fields, id};

/// Fields that hold the name of an object.
const TITLES: [&str; 2] = ["title", "name"];

impl Varied<'_, '_> {
    pub(super) fn text(&self, field: &Field) -> Option<Value> {
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
        if parts.is_empty() {
            return None;
        }
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
