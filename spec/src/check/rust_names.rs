//! The names that a description will have in Rust: whether they can be names, and whether two of
//! them are the same.

use std::collections::BTreeMap;

use super::report::Report;
use crate::document::Text;
use crate::problem::codes::meaning::{
    RESERVED_NAME, RUST_NAME_FORM, RUST_NAME_NEEDED, SAME_RUST_NAME,
};
use crate::problem::{Place, Problem};

/// How names of a kind are written in Rust.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// `ticket_status`: fields, parameters, operations.
    Snake,
    /// `TicketStatus`: types and the values of enumerations.
    Camel,
}

/// A list of names that must all differ in Rust.
pub(super) struct RustNames {
    case: Case,
    /// Names that the generated code needs for itself, with what for.
    reserved: &'static [(&'static str, &'static str)],
    taken: BTreeMap<String, (Place, String)>,
}

impl RustNames {
    /// No names yet.
    pub(super) fn new(case: Case) -> Self {
        Self { case, reserved: &[], taken: BTreeMap::new() }
    }

    /// No names yet, and some that must not be used.
    pub(super) fn with_reserved(
        case: Case,
        reserved: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self { case, reserved, taken: BTreeMap::new() }
    }

    /// Adds a name, or the Rust name that the description gives instead. `what` says what has the
    /// name, for people: "field `subject`".
    pub(super) fn add(
        &mut self,
        report: &mut Report,
        name: &Text,
        rust: Option<&Text>,
        what: impl Into<String>,
    ) {
        let what = what.into();
        let place = rust.map_or(name.place, |rust| rust.place);
        let folded = match rust {
            Some(rust) => given(self.case, report, rust),
            None => made(self.case, report, name, &what),
        };
        if let Some(folded) = folded {
            self.take(report, folded, place, what);
        }
    }

    /// Adds a name that is already as it will be in Rust.
    pub(super) fn take(&mut self, report: &mut Report, folded: String, place: Place, what: String) {
        if let Some((_, why)) = self.reserved.iter().find(|(word, _)| *word == folded) {
            let message = format!("{what} would be `{folded}` in Rust, which is taken");
            report.push(
                Problem::new(RESERVED_NAME, place, message)
                    .label("reserved")
                    .help(format!("`{folded}` is {why}")),
            );
        }
        match self.taken.get(&folded) {
            Some((first, other)) => report.push(
                Problem::new(
                    SAME_RUST_NAME,
                    place,
                    format!("{what} and {other} would both be `{folded}` in Rust"),
                )
                .label("the same name in Rust")
                .related(*first, "the other one")
                .help("rename one of them, or give a field, parameter or value a name with `rust`"),
            ),
            None => {
                self.taken.insert(folded, (place, what));
            }
        }
    }
}

/// A name as it will be in Rust: `TicketStatus` or `ticket_status`. Something stands before a digit
/// that would come first. Empty when there are no words in the name.
pub(super) fn fold(case: Case, name: &str) -> String {
    let words = words(name);
    let folded = match case {
        Case::Snake => words.join("_"),
        Case::Camel => words.iter().map(|word| capitalized(word)).collect(),
    };
    match (folded.starts_with(|first: char| first.is_ascii_digit()), case) {
        (true, Case::Snake) => format!("_{folded}"),
        (true, Case::Camel) => format!("V{folded}"),
        (false, _) => folded,
    }
}

/// The name that the description gives with `rust`, if it can be one.
fn given(case: Case, report: &mut Report, rust: &Text) -> Option<String> {
    let name = &rust.value;
    let form = if case == Case::Snake { "snake_case" } else { "UpperCamelCase" };
    let is_good = is_identifier(name) && fold(case, name) == *name && !is_never_a_name(name);
    if !is_good {
        report.push(
            Problem::new(
                RUST_NAME_FORM,
                rust.place,
                format!("`{name}` cannot be this name in Rust"),
            )
            .label(format!("not an identifier in {form}"))
            .help(format!("expected letters, digits and underscores in {form}")),
        );
    }
    is_good.then(|| name.clone())
}

/// The name that will be made of the one in the description, if one can be.
fn made(case: Case, report: &mut Report, name: &Text, what: &str) -> Option<String> {
    let folded = fold(case, &name.value);
    let is_good = !folded.is_empty() && name.value.is_ascii();
    if !is_good {
        report.push(
            Problem::new(
                RUST_NAME_NEEDED,
                name.place,
                format!("no Rust name can be made of {what}"),
            )
            .label("needs a name in Rust")
            .help("give it one beside this: `rust: a_name`"),
        );
    }
    is_good.then_some(folded)
}

/// Words that Rust takes as a name in no form, not even raw.
fn is_never_a_name(name: &str) -> bool {
    matches!(name, "self" | "Self" | "super" | "crate" | "_")
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The words of a name in small letters. They end at anything that is neither letter nor digit, and
/// where capitals begin: `http_key`, `httpKey` and `HTTPKey` are the same two words.
pub fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![String::new()];
    let letters: Vec<char> = name.chars().collect();
    for (at, &letter) in letters.iter().enumerate() {
        if !letter.is_ascii_alphanumeric() {
            words.push(String::new());
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let after = letters.get(at + 1);
        let begins = letter.is_ascii_uppercase()
            && before.is_some_and(|before| {
                before.is_ascii_lowercase()
                    || before.is_ascii_digit()
                    || (before.is_ascii_uppercase()
                        && after.is_some_and(|after| after.is_ascii_lowercase()))
            });
        if begins {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(letter.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        let mut capitalized = first.to_ascii_uppercase().to_string();
        capitalized.push_str(letters.as_str());
        capitalized
    })
}

#[cfg(test)]
mod tests {
    use super::{Case, fold};

    #[test]
    fn spellings_of_the_same_words_are_the_same_name() {
        for name in ["http_key", "httpKey", "HTTPKey", "http-key", "Http.Key", "_http__key_"] {
            assert_eq!(fold(Case::Camel, name), "HttpKey", "{name}");
            assert_eq!(fold(Case::Snake, name), "http_key", "{name}");
        }
    }

    #[test]
    fn digits_stay_with_their_word() {
        assert_eq!(fold(Case::Snake, "ipv4Address"), "ipv4_address");
        assert_eq!(fold(Case::Camel, "2fa"), "V2fa");
        assert_eq!(fold(Case::Snake, "sha256Sum"), "sha256_sum");
        assert_eq!(fold(Case::Snake, "***"), "");
    }
}
