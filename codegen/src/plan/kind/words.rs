//! Kinds of values in words, for messages.

use deskpro_spec::api::{Api, Type, TypeDef, TypeKind};

use crate::plan::docs::code;

/// How many values of an enumeration a message names.
const SHOWN_VALUES: usize = 4;

/// How deep kinds within kinds are told.
const DEPTH: usize = 3;

/// What a value of this type can be, each in words: `text`, `an id of people`, `the whole object`.
pub(in crate::plan) fn alternatives(api: &Api, ty: &Type) -> Vec<String> {
    alternatives_within(api, ty, DEPTH)
}

/// One value of this type: `text`, `a list of ids of people`.
pub(in crate::plan) fn one(api: &Api, ty: &Type) -> String {
    any_of(alternatives(api, ty))
}

/// `a, b or c`
pub(in crate::plan) fn any_of(words: Vec<String>) -> String {
    joined(words, "or")
}

/// The names as code, cut after some of them: `` `a`, `b` and `c` `` or `` `a`, `b` and 23 more ``.
pub(in crate::plan) fn listed<'a>(
    names: impl IntoIterator<Item = &'a str>,
    shown: usize,
) -> String {
    let mut words: Vec<String> = names.into_iter().map(code).collect();
    if words.len() > shown + 1 {
        let more = words.len() - shown;
        words.truncate(shown);
        words.push(format!("{more} more"));
    }
    joined(words, "and")
}

fn alternatives_within(api: &Api, ty: &Type, depth: usize) -> Vec<String> {
    let words = match ty {
        Type::String => "text".to_owned(),
        Type::Integer => "a whole number".to_owned(),
        Type::Number => "a number".to_owned(),
        Type::Boolean => "true or false".to_owned(),
        Type::DateTime => "a date with time".to_owned(),
        Type::Date => "a date".to_owned(),
        Type::Json => "any JSON".to_owned(),
        Type::Id(resource) => format!("an id of {}", code(&api[*resource].name)),
        Type::Ref(resource) => {
            let id = format!("an id of {}", code(&api[*resource].name));
            return vec![id, "the whole object".to_owned()];
        }
        Type::List(item) => format!("a list of {}", many(api, item)),
        Type::Map(value) => format!("a map of {}", many(api, value)),
        Type::Named(id) => return named(api, &api[*id], depth),
    };
    vec![words]
}

/// Several values of this type: `texts`, `ids of people`.
fn many(api: &Api, ty: &Type) -> String {
    match ty {
        Type::String => "texts".to_owned(),
        Type::Integer => "whole numbers".to_owned(),
        Type::Number => "numbers".to_owned(),
        Type::Boolean => "truth values".to_owned(),
        Type::DateTime => "dates with time".to_owned(),
        Type::Date => "dates".to_owned(),
        Type::Json => "any JSON values".to_owned(),
        Type::Id(resource) => format!("ids of {}", code(&api[*resource].name)),
        Type::Ref(resource) => {
            format!("ids of {} or the whole objects", code(&api[*resource].name))
        }
        Type::List(item) => format!("lists of {}", many(api, item)),
        Type::Map(value) => format!("maps of {}", many(api, value)),
        Type::Named(id) => format!("{} values", code(&api[*id].name)),
    }
}

fn named(api: &Api, def: &TypeDef, depth: usize) -> Vec<String> {
    match &def.kind {
        TypeKind::Enum(values) => {
            let values = values.iter().map(|value| value.value.as_str());
            vec![format!("one of {}", listed(values, SHOWN_VALUES))]
        }
        TypeKind::Object(_) => vec![format!("an object {}", code(&def.name))],
        TypeKind::OneOf(choices) if depth > 0 => choices
            .iter()
            .flat_map(|choice| alternatives_within(api, &choice.ty, depth - 1))
            .collect(),
        TypeKind::OneOf(_) => vec![code(&def.name)],
    }
}

fn joined(mut words: Vec<String>, conjunction: &str) -> String {
    match words.pop() {
        Some(last) if words.is_empty() => last,
        Some(last) => format!("{} {conjunction} {last}", words.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use deskpro_spec::{Sources, load};

    use super::{listed, one};

    #[test]
    fn long_lists_are_cut() {
        assert_eq!(listed(["a"], 2), "`a`");
        assert_eq!(listed(["a", "b", "c"], 2), "`a`, `b` and `c`");
        assert_eq!(listed(["a", "b", "c", "d"], 2), "`a`, `b` and 2 more");
        assert_eq!(listed([], 2), "");
    }

    #[test]
    fn fields_of_tickets_in_words() {
        let api = load(&Sources::builtin()).expect("the built-in description");
        let tickets = api.resource("tickets").expect("tickets");
        let words = |name: &str| {
            tickets.fields.iter().find(|field| field.name == name).map(|field| one(&api, &field.ty))
        };
        for (name, expected) in [
            ("id", "an id of `tickets`"),
            ("children", "a list of ids of `tickets` or the whole objects"),
            ("fields", "a map of `custom_field_value` values"),
            ("status", "one of `archived`, `awaiting_agent`, `awaiting_user`, `closed` and 3 more"),
            ("date_created", "a date with time"),
            ("message", "an object `new_ticket_message`"),
        ] {
            assert_eq!(words(name).as_deref(), Some(expected), "{name}");
        }
    }
}
