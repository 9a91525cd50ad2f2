//! Words of the format (`read_only`, `page`, `GET`) and the form of names.

use super::report::Report;
use crate::api::{Access, Meaning, Method, Repeat, RetryClass, Shape, Target};
use crate::document::Text;
use crate::problem::Problem;
use crate::problem::codes::meaning::{EMPTY_TEXT, NAME_FORM};

/// One of a fixed list of words.
pub(super) trait Word: Copy + 'static {
    /// Every word.
    const WORDS: &'static [(&'static str, Self)];
}

impl Word for Access {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("read_write", Self::ReadWrite),
        ("read_only", Self::ReadOnly),
        ("write_only", Self::WriteOnly),
        ("create_only", Self::CreateOnly),
        ("create_write_only", Self::CreateWriteOnly),
    ];
}

impl Word for Meaning {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("list", Self::List),
        ("get", Self::Get),
        ("create", Self::Create),
        ("update", Self::Update),
        ("delete", Self::Delete),
        ("action", Self::Action),
    ];
}

impl Word for Target {
    const WORDS: &'static [(&'static str, Self)] =
        &[("collection", Self::Collection), ("item", Self::Item)];
}

impl Word for Shape {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("page", Self::Page),
        ("one", Self::One),
        ("created", Self::Created),
        ("bare", Self::Bare),
        ("empty", Self::Empty),
    ];
}

impl Word for Repeat {
    const WORDS: &'static [(&'static str, Self)] =
        &[("safe", Self::Safe), ("unsafe", Self::Unsafe)];
}

impl Word for RetryClass {
    const WORDS: &'static [(&'static str, Self)] =
        &[("never", Self::Never), ("rate_limit", Self::RateLimit), ("outage", Self::Outage)];
}

impl Word for Method {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("GET", Self::Get),
        ("PUT", Self::Put),
        ("POST", Self::Post),
        ("DELETE", Self::Delete),
        ("PATCH", Self::Patch),
        ("HEAD", Self::Head),
        ("OPTIONS", Self::Options),
    ];
}

/// The word that a text is. Parsing reports a text that is none.
pub(super) fn word<W: Word>(report: &mut Report, text: Option<&Text>) -> Option<W> {
    let text = text?;
    let known = W::WORDS.iter().find(|(word, _)| *word == text.value);
    report.required(known).map(|(_, value)| *value)
}

/// Reports a name that is not a snake_case identifier. `kind` says what it names.
pub(super) fn snake_case(report: &mut Report, kind: &str, name: &Text) {
    if !is_snake_case(&name.value) {
        let message = format!("the name `{}` of this {kind} is not in snake_case", name.value);
        report.push(Problem::new(NAME_FORM, name.place, message).label("not in snake_case").help(
            "expected small letters a to z, digits and single underscores: `ticket_message`",
        ));
    }
}

/// Whether a name consists of words of small letters and digits, joined by single underscores, the
/// first of them beginning with a letter.
pub(super) fn is_snake_case(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.split('_').all(|word| {
            !word.is_empty()
                && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

/// A text for people that must be there and say something.
pub(super) fn prose(report: &mut Report, text: Option<&Text>) -> String {
    let text = report.required(text);
    optional_prose(report, text).unwrap_or_default()
}

/// A text for people that, if it is there, must say something.
pub(super) fn optional_prose(report: &mut Report, text: Option<&Text>) -> Option<String> {
    let text = text?;
    let said = text.value.trim();
    if said.is_empty() {
        report.push(
            Problem::new(EMPTY_TEXT, text.place, "this text is empty")
                .label("says nothing")
                .help("expected a sentence; it becomes documentation"),
        );
    }
    Some(said.to_owned())
}
