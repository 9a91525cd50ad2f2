//! From offsets to paths: one more walk through a text of which something was noted.

use std::collections::BTreeMap;

use super::{
    deviation::Deviation,
    identifier::{is_code, is_name},
    shape::Shape,
    watch::{Note, What},
};
use crate::{Invalid, JsonReader, Kind, from_json};

/// What was found in one text, by path: each deviation, what stood there and how often.
#[derive(Default)]
pub(super) struct Found(pub(super) BTreeMap<String, Vec<(Deviation, Option<Shape>, u64)>>);

impl Found {
    /// Takes one more.
    pub(super) fn add(&mut self, path: &str, deviation: Deviation, shape: Option<Shape>) {
        if !self.0.contains_key(path) {
            self.0.insert(path.to_owned(), Vec::new());
        }
        let Some(there) = self.0.get_mut(path) else { return };
        match there.iter_mut().find(|(known, at, _)| *known == deviation && *at == shape) {
            Some((.., count)) => *count += 1,
            None => there.push((deviation, shape, 1)),
        }
    }
}

/// What these notes, in order, are about. They are of the text's values, whose paths stand below `below`.
pub(super) fn found(text: &[u8], below: &str, notes: &[Note]) -> Found {
    let mut walk = Walk { notes, path: below.to_owned(), found: Found::default() };
    // Where the text is not well-formed, everything that was noted lies before.
    let _ = walk.value(&mut JsonReader::new(text));
    walk.found
}

struct Walk<'n> {
    /// Those that are still to come.
    notes: &'n [Note],
    path: String,
    found: Found,
}

/// From a value to one within it.
#[derive(Clone, Copy)]
enum Step<'n> {
    Member(&'n str),
    Entry,
    Item,
}

/// What the members of an object are.
enum Members {
    Fields,
    Entries,
    Items,
}

impl Walk<'_> {
    fn value(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let (start, kind) = (json.offset(), json.kind());
        let mut members = Members::Fields;
        while let Some(note) = self.next_until(start) {
            match note.what {
                // Left behind by something that is no value.
                _ if note.at < start => {}
                What::Map => members = Members::Entries,
                What::Items => members = Members::Items,
                what => self.add(what, json.clone().raw()?, kind),
            }
        }
        match kind {
            _ if self.notes.is_empty() => json.skip(),
            Kind::Object => json.object_with(&mut |name, json| match members {
                Members::Fields => self.below(Step::Member(name), json),
                Members::Entries => self.below(Step::Entry, json),
                Members::Items => self.below(Step::Item, json),
            }),
            Kind::List => json.list_with(&mut |json| self.below(Step::Item, json)),
            _ => self.scalar(json, kind),
        }
    }

    fn below(&mut self, step: Step<'_>, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let is_scalar = !matches!(json.kind(), Kind::Object | Kind::List);
        if is_scalar && self.notes.first().is_none_or(|note| note.at > json.offset()) {
            let mut before = json.clone();
            json.skip()?;
            // Most values are of this kind, and nothing was noted of them.
            if self.notes.first().is_none_or(|note| note.at > json.offset()) {
                return Ok(());
            }
            return self.within(step, |walk| walk.value(&mut before));
        }
        self.within(step, |walk| walk.value(json))
    }

    /// Does something where the path is longer by this step.
    fn within<T>(&mut self, step: Step<'_>, f: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        let name = match step {
            Step::Member(name) if is_name(name) => name,
            Step::Member(_) | Step::Entry => "*",
            Step::Item => "[]",
        };
        if length > 0 && !matches!(step, Step::Item) {
            self.path.push('.');
        }
        self.path.push_str(name);
        let done = f(self);
        self.path.truncate(length);
        done
    }

    fn scalar(&mut self, json: &mut JsonReader<'_>, kind: Kind) -> Result<(), Invalid> {
        let raw = json.raw()?;
        while let Some(note) = self.next_until(json.offset()) {
            if note.at == json.offset() && note.what == What::ValueBefore {
                self.add(note.what, raw, kind);
            }
        }
        Ok(())
    }

    /// The next note, if it is about nothing behind this offset.
    fn next_until(&mut self, offset: usize) -> Option<Note> {
        let (note, rest) = self.notes.split_first().filter(|(note, _)| note.at <= offset)?;
        self.notes = rest;
        Some(*note)
    }

    fn add(&mut self, what: What, raw: &str, kind: Kind) {
        let deviation = match what {
            What::Map | What::Items => return,
            What::Field => Deviation::UnknownField,
            What::Null => Deviation::UnexpectedNull,
            What::Misfit => Deviation::WrongKind,
            What::ValueBefore => match from_json::<String>(raw.as_bytes()) {
                // A null was noted as such.
                _ if kind == Kind::Null => return,
                Ok(text) if text.is_empty() => Deviation::UnexpectedNull,
                text => Deviation::UnknownValue { value: text.ok().filter(|text| is_code(text)) },
            },
        };
        self.found.add(&self.path, deviation, Some(Shape::of(kind, raw)));
    }
}
