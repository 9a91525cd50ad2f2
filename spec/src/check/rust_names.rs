//! The names that a description will have in Rust: whether they can be names, and whether two of
//! them are the same.

use std::collections::BTreeMap;
use std::fmt;

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

/// What has a name, for people: "field `subject`". It is put into words when there is a problem.
#[derive(Clone, Copy)]
pub(super) struct What<'n>(pub(super) &'static str, pub(super) &'n str);

impl fmt::Display for What<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} `{}`", self.0, self.1)
    }
}

/// A list of names that must all differ in Rust, each with what has it.
pub(super) struct RustNames<W> {
    case: Case,
    /// Names that the generated code needs for itself, with what for.
    reserved: &'static [(&'static str, &'static str)],
    taken: BTreeMap<String, (Place, W)>,
}

impl<W: fmt::Display> RustNames<W> {
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
    /// name.
    pub(super) fn add(&mut self, report: &mut Report, name: &Text, rust: Option<&Text>, what: W) {
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
    pub(super) fn take(&mut self, report: &mut Report, folded: String, place: Place, what: W) {
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
    let mut folded = String::with_capacity(name.len() + 1);
    for (letter, begins) in letters(name) {
        match case {
            _ if folded.is_empty() && letter.is_ascii_digit() => {
                folded.push_str(if case == Case::Snake { "_" } else { "V" });
            }
            Case::Snake if begins && !folded.is_empty() => folded.push('_'),
            _ => {}
        }
        let is_capital = begins && case == Case::Camel;
        folded.push(char::from(if is_capital { letter.to_ascii_uppercase() } else { letter }));
    }
    folded
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
fn made(case: Case, report: &mut Report, name: &Text, what: &impl fmt::Display) -> Option<String> {
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

/// The words of a name in small letters.
pub fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for (letter, begins) in letters(name) {
        match words.last_mut() {
            Some(word) if !begins => word.push(char::from(letter)),
            _ => words.push(char::from(letter).to_string()),
        }
    }
    words
}

/// The letters and digits of a name, as small letters, each with whether a word begins there. Words end
/// at anything else, and where capitals begin: `http_key`, `httpKey` and `HTTPKey` are the same two
/// words.
fn letters(name: &str) -> impl Iterator<Item = (u8, bool)> {
    let letters = name.as_bytes();
    let is_letter = |(_, letter): &(usize, &u8)| letter.is_ascii_alphanumeric();
    letters.iter().enumerate().filter(is_letter).map(|(at, letter)| {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let ends_capitals = || letters.get(at + 1).is_some_and(u8::is_ascii_lowercase);
        let begins = before.is_none_or(|before| match before {
            _ if !before.is_ascii_alphanumeric() => true,
            _ if !letter.is_ascii_uppercase() => false,
            b'A'..=b'Z' => ends_capitals(),
            _ => true,
        });
        (letter.to_ascii_lowercase(), begins)
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
