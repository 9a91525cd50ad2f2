//! The problems of values that the tree cannot take.

use super::Kind;
use super::builder::MOST_REPEATED;
use crate::problem::codes::reading;
use crate::problem::{Place, Problem};

pub(super) fn unknown_alias(name: &str, place: Place) -> Problem {
    Problem::new(reading::UNKNOWN_ALIAS, place, format!("nothing is marked `&{name}` before this"))
        .label("repeats nothing")
        .help("a text that begins with `*` needs quotes")
}

pub(super) fn too_much_repeated(place: Place) -> Problem {
    let message = format!("aliases repeat more than {MOST_REPEATED} values");
    Problem::new(reading::ALIASES_TOO_LARGE, place, message).label("the limit is passed here")
}

pub(super) fn key_not_text(kind: &Kind, place: Place) -> Problem {
    let found = match kind {
        Kind::List(_) => "a list",
        Kind::Mapping(_) => "a mapping",
        _ => "nothing",
    };
    Problem::new(reading::KEY_NOT_TEXT, place, format!("a key is {found}, and must be text"))
        .label("not a key")
        .help("a text that begins with `{` or `[` needs quotes")
}

pub(super) fn duplicate_key(key: &str, place: Place, first: Place) -> Problem {
    Problem::new(reading::DUPLICATE_KEY, place, format!("duplicate key `{key}`"))
        .label("is here again")
        .related(first, "is first here")
}

pub(super) fn alias_of_itself(alias: &str, place: Place) -> Problem {
    let message = format!("alias `{alias}` stands inside what it repeats");
    Problem::new(reading::ALIAS_OF_ITSELF, place, message).label("would repeat itself without end")
}

pub(super) fn unknown_tag(tag: &str, place: Place) -> Problem {
    Problem::new(reading::UNKNOWN_TAG, place, format!("unknown tag `{tag}`"))
        .label("not a tag of the core of YAML")
        .help("a text that begins with `!` needs quotes")
}

pub(super) fn tag_does_not_fit(tag: &str, place: Place) -> Problem {
    let message = format!("the value is not what the tag `{tag}` says");
    Problem::new(reading::TAG_DOES_NOT_FIT, place, message)
        .label("does not fit the value behind it")
        .help("remove the tag, or mend the value")
}

pub(super) fn second_document(place: Place) -> Problem {
    Problem::new(reading::MORE_THAN_ONE_DOCUMENT, place, "a second YAML document begins here")
        .label("each file is one document")
        .help("remove the line `---`, or put what follows into a file of its own under `include`")
}
