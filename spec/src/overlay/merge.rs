//! What an update makes of a value: mappings are merged by key and lists go on, anything else takes
//! the place of what was there.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::work::Work;
use crate::yaml::{Entry, Kind, Node, Scalar, to_json};

/// What a value is to the description.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Description,
    /// The list of resources, which are known by their names.
    Resources,
    /// Anything else.
    Other,
}

impl Part {
    /// What the value of a key is.
    pub(super) fn below(self, key: &str) -> Self {
        match (self, key) {
            (Self::Description, "resources") => Self::Resources,
            _ => Self::Other,
        }
    }
}

/// The value after an update; `None` when all of the update is so already.
pub(super) fn merged(
    base: &Rc<Node>,
    update: &Rc<Node>,
    part: Part,
    work: &mut Work,
) -> Option<Rc<Node>> {
    if work.is_too_much() {
        return None;
    }
    match (&base.kind, &update.kind) {
        (_, Kind::Broken) => None,
        (Kind::Mapping(old), Kind::Mapping(new)) => {
            mapping(old, new, part, work).map(|all| Node::new(base.place, Kind::Mapping(all)))
        }
        (Kind::List(old), Kind::List(new)) => {
            let all = match part {
                Part::Resources => resources(old, new, work),
                _ => list(base, new, work),
            };
            all.map(|all| Node::new(base.place, Kind::List(all)))
        }
        (Kind::Scalar(old, old_text), Kind::Scalar(new, new_text))
            if is_same(old, old_text, new, new_text) =>
        {
            None
        }
        _ => {
            work.add(update.size());
            Some(Rc::clone(update))
        }
    }
}

/// Whether two single values are the same, however they are written.
fn is_same(a: &Scalar, a_text: &str, b: &Scalar, b_text: &str) -> bool {
    let is_known_by_text = matches!(a, Scalar::Text | Scalar::LargeInteger | Scalar::NotFinite);
    a == b && (!is_known_by_text || a_text == b_text)
}

fn mapping(old: &[Entry], new: &[Entry], part: Part, work: &mut Work) -> Option<Vec<Entry>> {
    work.see(old.len() + new.len());
    let keys = old.iter().enumerate().map(|(at, entry)| (entry.key.text.as_str(), at));
    let places: BTreeMap<&str, usize> = keys.collect();
    let mut all = old.to_vec();
    let mut is_changed = false;
    for entry in new {
        let part = part.below(&entry.key.text);
        let before = places.get(entry.key.text.as_str()).and_then(|&at| all.get_mut(at));
        match before {
            Some(before) => {
                let Some(value) = merged(&before.value, &entry.value, part, work) else { continue };
                // A value that was replaced stands elsewhere than the one before, with its key.
                if Rc::ptr_eq(&value, &entry.value) {
                    before.key = Rc::clone(&entry.key);
                }
                before.value = value;
            }
            None => {
                work.add(entry.value.size());
                all.push(entry.clone());
            }
        }
        is_changed = true;
    }
    is_changed.then_some(all)
}

/// A list with the items behind it that it does not have yet.
fn list(base: &Node, new: &[Rc<Node>], work: &mut Work) -> Option<Vec<Rc<Node>>> {
    let size = new.iter().fold(base.size(), |size, item| size.saturating_add(item.size()));
    work.see(size as usize);
    let mut known: BTreeSet<String> =
        base.items().iter().filter_map(|item| canonical(item)).collect();
    let mut all = base.items().to_vec();
    for item in new {
        let is_new = canonical(item).is_none_or(|text| known.insert(text));
        if is_new {
            work.add(item.size());
            all.push(Rc::clone(item));
        }
    }
    (all.len() > base.items().len()).then_some(all)
}

/// A text that is the same for the same values.
fn canonical(node: &Node) -> Option<String> {
    to_json(node).map(|json| json.to_string())
}

/// The resources with those of the same name merged.
fn resources(old: &[Rc<Node>], new: &[Rc<Node>], work: &mut Work) -> Option<Vec<Rc<Node>>> {
    work.see(old.len() + new.len());
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, resource) in old.iter().enumerate() {
        if let Some(name) = name(resource) {
            places.entry(name).or_insert(at);
        }
    }
    let mut all = old.to_vec();
    let mut is_changed = false;
    for resource in new {
        // Each is taken once: a second one of the same name is there twice, which is reported.
        let at = name(resource).and_then(|name| places.remove(name));
        match at.and_then(|at| all.get_mut(at)) {
            Some(before) => match merged(before, resource, Part::Other, work) {
                Some(resource) => *before = resource,
                None => continue,
            },
            None => {
                work.add(resource.size());
                all.push(Rc::clone(resource));
            }
        }
        is_changed = true;
    }
    is_changed.then_some(all)
}

/// The name of an item of a list: that of a resource, the title of an example, or the text of a
/// single value.
pub(super) fn name(item: &Node) -> Option<&str> {
    let named = match &item.kind {
        Kind::Mapping(_) => &*item.entry("resource").or_else(|| item.entry("title"))?.value,
        _ => item,
    };
    match &named.kind {
        Kind::Scalar(Scalar::Null, _) => None,
        Kind::Scalar(_, text) => Some(text),
        _ => None,
    }
}
