//! The problems of values that have the wrong shape.

use std::fmt::{self, Arguments, Display};

use super::tables::Value;
use crate::problem::Problem;
use crate::problem::codes::shape;
use crate::yaml::{Entry, Kind, Node, Scalar};

/// What a value takes, for a message.
pub(super) fn expected(value: &Value) -> &'static str {
    match value {
        Value::Text | Value::Word(_) | Value::TextOr(_) => "text",
        Value::Integer | Value::Format => "a whole number",
        Value::Boolean => "true or false",
        Value::True => "`true`",
        Value::Scalar => "text, a number, or true or false",
        Value::TextOrInteger => "text or a whole number",
        Value::OneOrMore => "text or a list of texts",
        Value::Json => "JSON",
        Value::List(_) => "a list",
        Value::Names(_) | Value::Statuses(_) | Value::Part(_) | Value::SharedOr(_) => "a mapping",
    }
}

pub(super) fn wrong_kind(node: &Node, expected: &str, name: Arguments<'_>) -> Problem {
    let found = match &node.kind {
        Kind::Scalar(Scalar::Null, _) => {
            let message = format!("{name} takes {expected}, and is empty");
            return Problem::new(shape::WRONG_KIND, node.place, message).label("is empty");
        }
        Kind::Scalar(Scalar::Bool(_), _) => "true or false",
        Kind::Scalar(Scalar::Number(number), _) if number.is_i64() => "a whole number",
        Kind::Scalar(Scalar::Number(_) | Scalar::NotFinite | Scalar::LargeInteger, _) => "a number",
        Kind::Scalar(Scalar::Text, _) => "text",
        Kind::List(_) => "a list",
        Kind::Mapping(_) => "a mapping",
        Kind::Broken => "something that was rejected",
    };
    let message = format!("{name} takes {expected}, not {found}");
    Problem::new(shape::WRONG_KIND, node.place, message).label(format!("is {found}"))
}

pub(super) fn only_true(node: &Node, name: Arguments<'_>) -> Problem {
    Problem::new(shape::WRONG_KIND, node.place, format!("{name} takes only `true`"))
        .label("is false")
        .help("leave out what is not so")
}

pub(super) fn key_needs_quotes(entry: &Entry) -> Problem {
    let text = &entry.key.text;
    let message = format!("the key {} is not text", quoted(text));
    Problem::new(shape::KEY_NEEDS_QUOTES, entry.key.place, message)
        .label("is read as something else")
        .suggest(Some(format!("\"{text}\"")))
}

pub(super) fn key_not_a_number(entry: &Entry) -> Problem {
    let text = &entry.key.text;
    let message = format!("the key {} is not a status", quoted(text));
    Problem::new(shape::KEY_NOT_A_NUMBER, entry.key.place, message)
        .label("not a number")
        .help("keys here are HTTP statuses without quotes: `404`")
        .suggest(text.parse::<u16>().ok().map(|status| status.to_string()))
}

/// A text from the description in a message. Its length is bounded.
pub(super) fn quoted(text: &str) -> impl Display {
    fmt::from_fn(move |f| match text.char_indices().nth(60) {
        Some((end, _)) => write!(f, "`{}…`", &text[..end]),
        None => write!(f, "`{text}`"),
    })
}

pub(super) fn enumerated<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
