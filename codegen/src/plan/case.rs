//! Any text as an identifier, in the case that Rust wants.

use heck::{ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, Span};

/// Words that cannot be plain identifiers in edition 2024, and those that cannot even be raw ones; in
/// order.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// An identifier of text that is known to be one.
pub(super) fn ident(text: &str) -> Ident {
    Ident::new(text, Span::call_site())
}

/// Any text as a `snake_case` identifier: keywords get an underscore behind, digits one in front.
pub(super) fn snake(text: &str) -> Ident {
    ident(&snake_text(text))
}

/// The text of [`snake`], for names that have to be claimed first.
pub(super) fn snake_text(text: &str) -> String {
    let mut word = match is_snake(text) {
        true => text.to_owned(),
        false => identifier(&text.to_snake_case(), "value"),
    };
    if KEYWORDS.binary_search(&word.as_str()).is_ok() {
        word.push('_');
    }
    word
}

/// Whether a text is a `snake_case` identifier as it is, which most names of a description are.
fn is_snake(text: &str) -> bool {
    let mut before = b'_';
    let is_word = text.bytes().all(|letter| {
        let is_first = std::mem::replace(&mut before, letter) == b'_';
        match letter {
            b'a'..=b'z' | b'0'..=b'9' => true,
            _ => letter == b'_' && !is_first,
        }
    });
    is_word && before != b'_' && !text.starts_with(|first: char| first.is_ascii_digit())
}

/// Any text as an `UpperCamelCase` identifier; there is no way to write `Self` as one.
pub(super) fn camel(text: &str) -> String {
    let word = match is_snake(text) {
        true => capitalized(text),
        false => identifier(&text.to_upper_camel_case(), "Empty"),
    };
    let word = match word.strip_prefix('_') {
        Some(digits) => format!("V{digits}"),
        None => word,
    };
    if word == "Self" { "Itself".to_owned() } else { word }
}

/// The words of a `snake_case` identifier, each with a capital.
fn capitalized(snake: &str) -> String {
    let mut capitalized = String::with_capacity(snake.len());
    let mut begins = true;
    for letter in snake.chars() {
        if letter != '_' {
            capitalized.push(if begins { letter.to_ascii_uppercase() } else { letter });
        }
        begins = letter == '_';
    }
    capitalized
}

/// Leaves only what may stand in an identifier; ASCII, so that names can be typed everywhere.
fn identifier(text: &str, empty: &str) -> String {
    let mut word: String =
        text.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    if word.trim_matches('_').is_empty() {
        word = empty.to_owned();
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        word.insert(0, '_');
    }
    word
}

#[cfg(test)]
mod tests {
    use heck::{ToSnakeCase, ToUpperCamelCase};
    use proptest::prelude::*;

    use super::{KEYWORDS, capitalized, is_snake};

    proptest! {
        #[test]
        fn what_is_snake_case_stays_as_it_is(text in "[a-z0-9_A-Z é]{0,8}|[a-z0-9]{1,3}(_[a-z0-9]{1,3}){0,3}") {
            prop_assert!(!is_snake(&text) || text.to_snake_case() == text);
            prop_assert!(!is_snake(&text) || text.to_upper_camel_case() == capitalized(&text));
        }
    }

    #[test]
    fn keywords_are_in_order() {
        assert!(KEYWORDS.is_sorted());
    }

    #[test]
    fn names_of_descriptions() {
        assert!(["ticket_status", "sha1", "id", "line_2"].map(is_snake) == [true; 4]);
        assert!(["", "_a", "a_", "a__b", "Ab", "a-b", "1a"].map(is_snake) == [false; 7]);
    }
}
