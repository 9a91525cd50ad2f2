//! How the public items of two clients differ.

use std::collections::BTreeSet;

use super::item::{Item, Path, Shape, Surface};
use super::loosened::is_loosened;
use crate::diff::change::RustClass;

/// A public item that one client has otherwise than the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemChange {
    /// The item, by its path within the client: `tickets::Ticket.subject`.
    pub item: String,
    /// What became of it: `is gone`.
    pub what: String,
    /// What that means to crates that use it.
    pub rust: RustClass,
    pub(in crate::diff) path: Path,
    /// Whether it is only about the features that the item needs.
    pub(in crate::diff) is_of_needs: bool,
}

/// What became of an item: what that means, in words, and whether it is about features.
type Told = (RustClass, String, bool);

/// Every item that differs, by path.
pub(in crate::diff) fn compare(old: &Surface, new: &Surface) -> Vec<ItemChange> {
    let paths: BTreeSet<_> = old.items.keys().chain(new.items.keys()).collect();
    let mut changes = Vec::new();
    for path in paths {
        let mut push = |(rust, what, is_of_needs): Told| {
            let item = path.to_string();
            changes.push(ItemChange { item, what, rust, path: path.clone(), is_of_needs });
        };
        match (old.items.get(path), new.items.get(path)) {
            (Some(_), None) => push((RustClass::Major, "is gone".to_owned(), false)),
            (None, Some(item)) => push(added(item)),
            (Some(was), Some(is)) => both(was, is).into_iter().for_each(push),
            (None, None) => {}
        }
    }
    changes
}

fn added(item: &Item) -> Told {
    match item.shape {
        Shape::Variant { is_closed: true, .. } => {
            (RustClass::Major, "is new, and a `match` without it is incomplete".to_owned(), false)
        }
        _ => (RustClass::Minor, "is new".to_owned(), false),
    }
}

/// What differs of an item that both have.
fn both(was: &Item, is: &Item) -> Vec<Told> {
    let shape = shape(&was.shape, &is.shape).map(|(rust, what)| (rust, what, false));
    let mut changes: Vec<_> = shape.into_iter().collect();
    if !was.is_deprecated && is.is_deprecated {
        changes.push((RustClass::Minor, "is deprecated".to_owned(), false));
    }
    if was.needs != is.needs {
        let rust =
            if is_looser(&was.needs, &is.needs) { RustClass::Minor } else { RustClass::Major };
        let needs = |needs| match shown(needs) {
            none if none.is_empty() => "no feature".to_owned(),
            features => features,
        };
        let what = format!("needed {} and needs {} now", needs(&was.needs), needs(&is.needs));
        changes.push((rust, what, true));
    }
    changes
}

fn shape(was: &Shape, is: &Shape) -> Option<(RustClass, String)> {
    use RustClass::{Major, Minor};
    let differs = |was: &str, is: &str| Some((Major, format!("was `{was}` and is `{is}`")));
    match (was, is) {
        _ if was == is => None,
        (Shape::Enum { is_closed: true }, Shape::Enum { .. }) => {
            Some((Major, "must be matched with a further arm".to_owned()))
        }
        (Shape::Enum { .. }, Shape::Enum { .. }) => {
            Some((Minor, "may be matched without a further arm".to_owned()))
        }
        (Shape::Variant { holds: was, .. }, Shape::Variant { holds: is, .. }) if was == is => None,
        (
            Shape::Method { takes: was, returns: then },
            Shape::Method { takes: is, returns: now },
        ) => {
            let shown =
                |takes: &[String], returns: &str| format!("({}) -> {returns}", takes.join(", "));
            let (old, new) = (shown(was, then), shown(is, now));
            match then == now && is_loosened(was, is) {
                true => Some((Minor, format!("takes more: was `{old}` and is `{new}`"))),
                false => differs(&old, &new),
            }
        }
        (Shape::Feature { is_default: true }, Shape::Feature { .. }) => {
            Some((Major, "is no longer on from the start".to_owned()))
        }
        (Shape::Feature { .. }, Shape::Feature { .. }) => {
            Some((Minor, "is on from the start".to_owned()))
        }
        // Which type a request is is not promised, only what can be done with it.
        (Shape::Alias(was), Shape::Struct) if was.starts_with("Call<") => {
            Some((Minor, "has a type of its own".to_owned()))
        }
        (was, is) => differs(&text(was), &text(is)),
    }
}

/// Whether whoever had an item has it still: each condition that must hold held before, or is wider.
fn is_looser(was: &BTreeSet<BTreeSet<String>>, is: &BTreeSet<BTreeSet<String>>) -> bool {
    is.iter().all(|new| was.iter().any(|old| old.is_subset(new)))
}

fn shown(needs: &BTreeSet<BTreeSet<String>>) -> String {
    let any = |features: &BTreeSet<String>| {
        let features: Vec<_> = features.iter().map(|it| format!("`{it}`")).collect();
        features.join(" or ")
    };
    needs.iter().map(any).collect::<Vec<_>>().join(" and ")
}

fn text(shape: &Shape) -> String {
    match shape {
        Shape::Struct => "struct".to_owned(),
        Shape::Enum { .. } => "enum".to_owned(),
        Shape::Alias(ty) | Shape::Field(ty) => ty.clone(),
        Shape::Variant { holds, .. } => holds.clone(),
        Shape::Method { takes, returns } => format!("({}) -> {returns}", takes.join(", ")),
        Shape::Trait => "trait".to_owned(),
        Shape::Feature { .. } => "feature".to_owned(),
    }
}
