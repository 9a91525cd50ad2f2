//! Making the second and further objects differ from the example that the description shows.

use deskpro_spec::api::{Api, EnumValue, Type, TypeKind};
use serde_json::Value;

use crate::date;

/// The example itself for the first object, something like it for the others.
pub(super) fn example(api: &Api, ty: &Type, example: &Value, id: u64) -> Value {
    let (Value::String(text), 2..) = (example, id) else {
        return example.clone();
    };
    match ty {
        Type::DateTime => Value::from(date::hours_after(text, id - 1)),
        Type::String => Value::from(numbered(text, id)),
        Type::Named(named) => match &api[*named].kind {
            TypeKind::Enum(values) => {
                let first = values.iter().position(|value| value.value == *text).unwrap_or(0);
                let id = id.saturating_add(first as u64);
                turn(values, id)
                    .map_or_else(|| example.clone(), |it| Value::from(it.value.as_str()))
            }
            TypeKind::Object(_) | TypeKind::OneOf(_) => example.clone(),
        },
        _ => example.clone(),
    }
}

/// One of these values in turn.
pub(super) fn turn(values: &[EnumValue], id: u64) -> Option<&EnumValue> {
    let before = id.saturating_sub(1).checked_rem(values.len() as u64)?;
    values.get(usize::try_from(before).ok()?)
}

/// `Printer on fire 2`, `someone2@example.com`, `1-AB2`; addresses of the web stay as they are.
fn numbered(text: &str, id: u64) -> String {
    match text.split_once('@') {
        _ if text.contains("://") => text.to_owned(),
        Some((name, domain)) if !text.contains(' ') => format!("{name}{id}@{domain}"),
        _ if text.is_empty() => String::new(),
        None if is_token(text) => format!("{text}{id}"),
        _ => format!("{text} {id}"),
    }
}

/// Whether it looks like something for machines.
fn is_token(text: &str) -> bool {
    let is_digit = |character: char| character.is_ascii_digit();
    text.contains(is_digit) && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_numbered_where_that_makes_sense() {
        assert_eq!(numbered("Printer on fire", 2), "Printer on fire 2");
        assert_eq!(numbered("someone@example.com", 7), "someone7@example.com");
        assert_eq!(numbered("https://example.com/a.png", 7), "https://example.com/a.png");
        assert_eq!(numbered("9-8RK", 7), "9-8RK7");
        assert_eq!(numbered("2nd floor", 7), "2nd floor 7");
        assert_eq!(numbered("", 7), "");
    }
}
