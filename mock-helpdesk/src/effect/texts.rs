//! Texts that hold other texts of the same object, as the examples of the description show.

use std::borrow::Cow;

use deskpro_spec::api::{Access, Field, Resource, Type};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::{ORIGINAL, difference, kept};
use crate::{Object, fields};

/// The shortest example that is looked for in others: shorter ones are in them by chance.
const SHORTEST: usize = 4;

/// Settles texts that hold others, and a name with its parts.
pub(super) fn settle(resource: &Resource, before: Option<&Object>, object: &mut Object) {
    name_and_parts(resource, before, object);
    lists(resource, before, object);
    for field in kept(resource).filter(|field| field.ty == Type::String) {
        // What it was made with stays.
        if field.name.starts_with(ORIGINAL) {
            continue;
        }
        let text = |object: &Object| preview(field, object).or(composed(resource, field, object));
        let (was, is) = (before.and_then(text), text(object));
        if let Some(text) = is.filter(|is| Some(is) != was.as_ref()) {
            object.insert(field.name.clone(), Value::from(text));
        }
    }
}

/// Ends the name of a text without its tags.
pub(crate) const PREVIEW: &str = "_preview_text";

/// The text of a field whose example holds the examples of other fields, with what these hold now:
/// `9001-8RK2` where `9001` and `8RK2` are examples, too.
pub(crate) fn composed(resource: &Resource, field: &Field, object: &Object) -> Option<String> {
    let Some(Value::String(example)) = &field.example else {
        return None;
    };
    let mut parts: Vec<(Cow<'_, str>, Cow<'_, str>)> = parts_of(resource, field)
        .into_iter()
        .filter_map(|part| Some((plain(part.example.as_ref()?)?, plain(object.get(&part.name)?)?)))
        .collect();
    parts.sort_by_key(|(part, _)| std::cmp::Reverse(part.len()));
    let is_address = example.contains("://");
    let mut text = String::new();
    let mut rest = example.as_str();
    let mut is_any = false;
    while let Some(next) = rest.chars().next() {
        match parts.iter().find(|(part, _)| rest.starts_with(&**part)) {
            Some((part, value)) => {
                match is_address {
                    true => text.extend(utf8_percent_encode(value, SEGMENT)),
                    false => text.push_str(value),
                }
                rest = rest.get(part.len()..)?;
                is_any = true;
            }
            None => {
                text.push(next);
                rest = rest.get(next.len_utf8()..)?;
            }
        }
    }
    is_any.then_some(text)
}

/// The fields whose examples the example of a field holds. Of two with the same one it is what is
/// written, not what follows from it.
pub(crate) fn parts_of<'a>(resource: &'a Resource, field: &Field) -> Vec<&'a Field> {
    let Some(Value::String(example)) = &field.example else {
        return Vec::new();
    };
    let is_kept = |field: &Field| field.access == Access::ReadOnly;
    let is_part = |other: &&Field| {
        let is_scalar = matches!(other.ty, Type::String | Type::Integer);
        let Some(shown) = other.example.as_ref().filter(|_| is_scalar && other.name != field.name)
        else {
            return false;
        };
        let part = plain(shown).unwrap_or_default();
        let is_smaller = part.len() < example.len() || is_kept(field) && !is_kept(other);
        (SHORTEST..=example.len()).contains(&part.len()) && is_smaller && example.contains(&*part)
    };
    let mut parts: Vec<&Field> = fields::read(resource).filter(is_part).collect();
    parts.sort_by_key(|part| is_kept(part));
    parts
}

/// What may stand in a segment of an address as it is.
const SEGMENT: &percent_encoding::AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// `message_preview_text`: the text of `message` without its tags.
pub(crate) fn preview(field: &Field, object: &Object) -> Option<String> {
    let html = object.get(field.name.strip_suffix(PREVIEW)?)?.as_str()?;
    let mut text = String::new();
    let mut is_tag = false;
    for character in html.chars() {
        match character {
            '<' => is_tag = true,
            '>' if is_tag => is_tag = false,
            _ if is_tag => {}
            _ => text.push(character),
        }
    }
    Some(text.trim().to_owned())
}

/// Lists whose examples hold the example of a text, such as all `emails` the `primary_email`, hold
/// that text: another one takes the place of the one before.
fn lists(resource: &Resource, before: Option<&Object>, object: &mut Object) {
    for (list, field) in lists_with_texts(resource) {
        let Some(Value::String(text)) = object.get(&field.name).cloned() else {
            continue;
        };
        let was = before.and_then(|before| before.get(&field.name));
        let Some(Value::Array(held)) = object.get_mut(&list.name) else {
            continue;
        };
        if text.is_empty() || held.iter().any(|item| *item == text) {
            continue;
        }
        match held.iter_mut().find(|item| was == Some(item)) {
            Some(item) => *item = Value::from(text),
            None => held.insert(0, Value::from(text)),
        }
    }
}

/// The lists of a resource whose examples hold the example of a text, with the field of the text.
pub(crate) fn lists_with_texts(resource: &Resource) -> impl Iterator<Item = (&Field, &Field)> {
    let is_list = |field: &&Field| field.ty == Type::List(Box::new(Type::String));
    fields::read(resource).filter(is_list).filter_map(|list| {
        let items = list.example.as_ref()?.as_array()?;
        let held = |field: &&Field| {
            let example = field.example.as_ref().filter(|_| field.ty == Type::String);
            let is_long = example.and_then(Value::as_str).is_some_and(|it| it.len() >= SHORTEST);
            is_long && items.iter().any(|item| example == Some(item))
        };
        Some((list, fields::read(resource).find(held)?))
    })
}

/// Of a name and its two parts, whichever was not written follows from what was.
fn name_and_parts(resource: &Resource, before: Option<&Object>, object: &mut Object) {
    let [whole, first, last] = ["name", "first_name", "last_name"];
    let is_known =
        |name: &str| fields::named(resource, name).is_some_and(|field| field.ty == Type::String);
    if ![whole, first, last].into_iter().all(is_known) {
        return;
    }
    let written = |name: &str| {
        let (_, is) = difference(before, object, name)?;
        is.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let held = |name: &str| object.get(name).and_then(Value::as_str).unwrap_or_default();
    match (written(whole), written(first).or_else(|| written(last))) {
        (Some(name), None) => {
            let (one, other) = name.rsplit_once(' ').unwrap_or((&name, ""));
            object.insert(first.to_owned(), Value::from(one));
            object.insert(last.to_owned(), Value::from(other));
        }
        (None, Some(_)) => {
            let name = format!("{} {}", held(first), held(last));
            object.insert(whole.to_owned(), Value::from(name.trim()));
        }
        _ => {}
    }
}

fn plain(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        _ => None,
    }
}
