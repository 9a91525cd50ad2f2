//! Takes values out of the tree. What does not have the right shape was reported before, and is
//! simply absent here.

use super::tables::{Table, Value};
use super::{Entries, JsonDoc, Located, Text};
use crate::problem::Place;
use crate::yaml::{Kind, Node, Scalar};

/// A mapping with known keys.
#[derive(Clone, Copy)]
pub(super) struct Reader<'n> {
    node: &'n Node,
    table: &'static Table,
    /// Where the part is named: its key, or where it begins.
    pub(super) place: Place,
}

impl<'n> Reader<'n> {
    pub(super) fn new(node: &'n Node, table: &'static Table, place: Place) -> Self {
        Self { node, table, place }
    }

    /// Whether the key is there and has a mapping.
    pub(super) fn has_mapping(&self, key: &str) -> bool {
        self.node_at(key).is_some_and(|node| matches!(node.kind, Kind::Mapping(_)))
    }

    pub(super) fn text(&self, key: &str) -> Option<Text> {
        text(self.node_at(key)?)
    }

    /// Text, a number, or true or false, as the text that is written.
    pub(super) fn scalar(&self, key: &str) -> Option<Text> {
        scalar(self.node_at(key)?)
    }

    pub(super) fn boolean(&self, key: &str) -> Option<Located<bool>> {
        let node = self.node_at(key)?;
        match node.kind {
            Kind::Scalar(Scalar::Bool(value), _) => Some(Located { value, place: node.place }),
            _ => None,
        }
    }

    pub(super) fn integer(&self, key: &str) -> Option<Located<i64>> {
        let node = self.node_at(key)?;
        match &node.kind {
            Kind::Scalar(Scalar::Number(number), _) => {
                number.as_i64().map(|value| Located { value, place: node.place })
            }
            _ => None,
        }
    }

    pub(super) fn json(&self, key: &str) -> Option<JsonDoc> {
        JsonDoc::read(self.node_at(key)?)
    }

    /// A text, or the texts of a list.
    pub(super) fn texts(&self, key: &str) -> Vec<Text> {
        let Some(node) = self.node_at(key) else { return Vec::new() };
        match text(node) {
            Some(text) => vec![text],
            None => node.items().iter().filter_map(|item| text(item)).collect(),
        }
    }

    /// The texts and numbers of a list, as the texts that are written.
    pub(super) fn scalars(&self, key: &str) -> Vec<Text> {
        let Some(node) = self.node_at(key) else { return Vec::new() };
        scalars(node)
    }

    /// A part of its own.
    pub(super) fn part<T>(&self, key: &str, read: impl Fn(Reader<'n>) -> T) -> Option<T> {
        let entry = self.node.entry(key)?;
        let reader = part(&entry.value, self.value(key)?, entry.key.place)?;
        Some(read(reader))
    }

    /// A part, or a text that stands for it.
    pub(super) fn part_or_text<T>(
        &self,
        key: &str,
        read: impl Fn(Reader<'n>) -> T,
        from_text: impl Fn(Text) -> T,
    ) -> Option<T> {
        match text(self.node_at(key)?) {
            Some(text) => Some(from_text(text)),
            None => self.part(key, read),
        }
    }

    /// The parts of a list.
    pub(super) fn parts<T>(&self, key: &str, read: impl Fn(Reader<'n>) -> T) -> Vec<T> {
        let (Some(node), Some(Value::List(of))) = (self.node_at(key), self.value(key)) else {
            return Vec::new();
        };
        let readers = node.items().iter().filter_map(|item| part(item, of, item.place));
        readers.map(read).collect()
    }

    /// The entries of a mapping from names to parts.
    pub(super) fn entries<T>(&self, key: &str, read: impl Fn(Reader<'n>) -> T) -> Entries<T> {
        let Some(Value::Names(of)) = self.value(key) else { return Vec::new() };
        self.each(key, |node, place| part(node, of, place).map(&read))
    }

    /// The entries of a mapping from names to parts, or to something that stands for a part.
    pub(super) fn entries_or<T>(
        &self,
        key: &str,
        read: impl Fn(Reader<'n>) -> T,
        otherwise: impl Fn(&Node) -> Option<T>,
    ) -> Entries<T> {
        let Some(Value::Names(of)) = self.value(key) else { return Vec::new() };
        self.each(key, |node, place| match part(node, of, place) {
            Some(reader) => Some(read(reader)),
            None => otherwise(node),
        })
    }

    /// The entries of a mapping from names to texts.
    pub(super) fn text_entries(&self, key: &str) -> Entries<Text> {
        self.each(key, |node, _| text(node))
    }

    /// The entries of a mapping from names to scalars, as the texts that are written.
    pub(super) fn scalar_entries(&self, key: &str) -> Entries<Text> {
        self.each(key, |node, _| scalar(node))
    }

    /// The entries of a mapping from names to lists of scalars.
    pub(super) fn list_entries(&self, key: &str) -> Entries<Vec<Text>> {
        self.each(key, |node, _| matches!(node.kind, Kind::List(_)).then(|| scalars(node)))
    }

    /// The entries of a mapping from statuses to texts.
    pub(super) fn status_texts(&self, key: &str) -> Vec<(Located<i64>, Text)> {
        self.each_status(key, |node, _| text(node))
    }

    /// The entries of a mapping from statuses to parts.
    pub(super) fn status_entries<T>(
        &self,
        key: &str,
        read: impl Fn(Reader<'n>) -> T,
    ) -> Vec<(Located<i64>, T)> {
        let Some(Value::Statuses(of)) = self.value(key) else { return Vec::new() };
        self.each_status(key, |node, place| part(node, of, place).map(&read))
    }

    fn each<T>(&self, key: &str, read: impl Fn(&'n Node, Place) -> Option<T>) -> Entries<T> {
        let entries = self.node_at(key).map(Node::entries).unwrap_or_default();
        let read = entries.iter().filter_map(|entry| {
            let key = Located { value: entry.key.text.clone(), place: entry.key.place };
            Some((key, read(&entry.value, entry.key.place)?))
        });
        read.collect()
    }

    fn each_status<T>(
        &self,
        key: &str,
        read: impl Fn(&'n Node, Place) -> Option<T>,
    ) -> Vec<(Located<i64>, T)> {
        let entries = self.node_at(key).map(Node::entries).unwrap_or_default();
        let read = entries.iter().filter_map(|entry| {
            let Scalar::Number(number) = &entry.key.scalar else { return None };
            let key = Located { value: number.as_i64()?, place: entry.key.place };
            Some((key, read(&entry.value, entry.key.place)?))
        });
        read.collect()
    }

    fn node_at(&self, key: &str) -> Option<&'n Node> {
        debug_assert!(self.table.key(key).is_some(), "`{key}` is not in the table of keys");
        self.node.entry(key).map(|entry| &*entry.value)
    }

    fn value(&self, key: &str) -> Option<&'static Value> {
        self.table.key(key).map(|key| &key.value)
    }
}

/// A reader for a node that is a mapping where a part is expected.
fn part<'n>(node: &'n Node, value: &'static Value, place: Place) -> Option<Reader<'n>> {
    match (&node.kind, value) {
        (Kind::Mapping(_), Value::Part(table) | Value::TextOr(table) | Value::SharedOr(table)) => {
            Some(Reader::new(node, table, place))
        }
        _ => None,
    }
}

/// The text of a node.
pub(super) fn text(node: &Node) -> Option<Text> {
    match &node.kind {
        Kind::Scalar(Scalar::Text, text) => {
            Some(Located { value: text.clone(), place: node.place })
        }
        _ => None,
    }
}

fn scalar(node: &Node) -> Option<Text> {
    match &node.kind {
        Kind::Scalar(Scalar::Text | Scalar::Number(_) | Scalar::Bool(_), text) => {
            Some(Located { value: text.clone(), place: node.place })
        }
        _ => None,
    }
}

fn scalars(node: &Node) -> Vec<Text> {
    node.items().iter().filter_map(|item| scalar(item)).collect()
}
