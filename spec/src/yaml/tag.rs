//! Tags: what `!!str` and its like make of a scalar.

use granit_parser::{ScalarStyle, Tag};

use super::Scalar;

/// What a tag does to the value behind it.
pub(super) enum Effect {
    /// The scalar is this.
    Scalar(Scalar),
    /// The collection stands as it is.
    Collection,
    /// The value is not what the tag says.
    DoesNotFit,
    /// Nobody knows the tag.
    Unknown,
}

/// What a scalar with or without tag is.
pub(super) fn of_scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Effect {
    let Some(tag) = tag else {
        let is_plain = style == ScalarStyle::Plain;
        return Effect::Scalar(if is_plain { Scalar::of_plain(text) } else { Scalar::Text });
    };
    if is_non_specific(tag) {
        return Effect::Scalar(Scalar::Text);
    }
    let Some(suffix) = tag.core_suffix() else { return Effect::Unknown };
    let plain = Scalar::of_plain(text);
    let fits = match (suffix, &plain) {
        ("str", _) => return Effect::Scalar(Scalar::Text),
        ("null", Scalar::Null) | ("bool", Scalar::Bool(_)) => true,
        ("int", Scalar::LargeInteger) | ("float", Scalar::NotFinite) => true,
        ("int", Scalar::Number(number)) => number.is_i64(),
        ("float", Scalar::Number(_)) => true,
        _ => false,
    };
    if fits { Effect::Scalar(plain) } else { Effect::DoesNotFit }
}

/// Whether a list (`seq`) or mapping (`map`) may have this tag.
pub(super) fn of_collection(kind: &str, tag: Option<&Tag>) -> Effect {
    let Some(tag) = tag else { return Effect::Collection };
    if is_non_specific(tag) {
        return Effect::Collection;
    }
    match tag.core_suffix() {
        Some(suffix) if suffix == kind => Effect::Collection,
        Some(_) => Effect::DoesNotFit,
        None => Effect::Unknown,
    }
}

/// A lone `!`, which says: take it as written.
fn is_non_specific(tag: &Tag) -> bool {
    matches!(tag.parts(), ("", "!") | ("!", ""))
}
