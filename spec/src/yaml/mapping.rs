//! Mappings while they are read: no key comes twice.

use std::collections::HashMap;
use std::rc::Rc;

use super::{Entry, Key, Kind, Node, Scalar, rejected};
use crate::problem::{Place, Problems};

/// How many keys of a mapping are looked through; of more there is an index.
const FEW: usize = 24;

/// A mapping that is not closed yet.
#[derive(Default)]
pub(super) struct OpenMapping {
    pub(super) entries: Vec<Entry>,
    /// Where each key stands, once there are too many to look through.
    places: HashMap<String, Place>,
    /// Where `<<` stands.
    merge: Option<Place>,
    /// What it takes over.
    pub(super) merged: Option<Rc<Node>>,
    /// The key whose value comes next.
    pub(super) next: Option<NextKey>,
}

/// What the next value belongs to.
pub(super) enum NextKey {
    /// The entry of this key.
    Key(Rc<Key>),
    /// `<<`
    Merge,
    /// The key was reported, so its value is left out.
    Rejected,
}

impl OpenMapping {
    /// Takes a value that stands where a key belongs.
    pub(super) fn key(
        &mut self,
        place: Place,
        kind: Kind,
        is_merge: bool,
        problems: &mut Problems,
    ) -> NextKey {
        let (scalar, text) = match kind {
            Kind::Scalar(scalar, text) if scalar != Scalar::Null || !text.is_empty() => {
                (scalar, text)
            }
            Kind::Broken => return NextKey::Rejected,
            kind => {
                problems.push(rejected::key_not_text(&kind, place));
                return NextKey::Rejected;
            }
        };
        if let Some(first) = self.place_of(&text) {
            problems.push(rejected::duplicate_key(&text, place, first));
            return NextKey::Rejected;
        }
        if is_merge {
            self.merge = Some(place);
            return NextKey::Merge;
        }
        self.remember(&text, place);
        NextKey::Key(Rc::new(Key { text, scalar, place }))
    }

    /// Where a key stands that was there before.
    fn place_of(&self, text: &str) -> Option<Place> {
        let merge = self.merge.filter(|_| text == "<<");
        merge.or_else(|| match self.places.is_empty() {
            true => {
                let mut keys = self.entries.iter().map(|entry| &entry.key);
                keys.find(|key| key.text == text).map(|key| key.place)
            }
            false => self.places.get(text).copied(),
        })
    }

    /// Keeps where a key stands, if there are many.
    fn remember(&mut self, text: &str, place: Place) {
        if self.entries.len() == FEW {
            let keys = self.entries.iter().map(|entry| &entry.key);
            self.places = keys.map(|key| (key.text.clone(), key.place)).collect();
        }
        if self.entries.len() >= FEW {
            self.places.insert(text.to_owned(), place);
        }
    }

    /// Takes the value of a key.
    pub(super) fn entry(&mut self, key: Rc<Key>, value: Rc<Node>) {
        // An empty value has no text of its own to point at; the parser puts it somewhere behind
        // the colon. Its key is what people look for.
        let value = match &value.kind {
            Kind::Scalar(scalar, text) if value.place.is_empty() => {
                Node::scalar(key.place, scalar.clone(), text.clone())
            }
            _ => value,
        };
        self.entries.push(Entry { key, value });
    }
}
