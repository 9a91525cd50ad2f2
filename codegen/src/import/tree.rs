//! A document as a tree of which every part knows whether somebody has read it, so that what nobody
//! understood can be listed afterwards.

use std::cell::Cell;
use std::collections::BTreeMap;

use serde_json::{Map, Number, Value};

/// A document that was read.
#[derive(Debug, Default)]
pub(super) struct Tree {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    /// Where its parent is; the root is its own.
    parent: usize,
    /// Its key or number within the parent.
    key: String,
    content: Content,
    is_used: Cell<bool>,
}

/// What a part of a document is.
#[derive(Debug)]
pub(super) enum Content {
    Null,
    Boolean(bool),
    Number(Number),
    Text(String),
    List(Vec<usize>),
    /// By key; the numbers are in the order of the document.
    Object(BTreeMap<String, usize>),
}

/// A part of a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node<'t> {
    tree: &'t Tree,
    at: usize,
}

impl Tree {
    /// Adds a part below another, the root below itself, and returns its number.
    pub(super) fn add(&mut self, parent: usize, key: String) -> usize {
        let is_used = Cell::new(false);
        self.entries.push(Entry { parent, key, content: Content::Null, is_used });
        self.entries.len() - 1
    }

    /// Says what a part is.
    pub(super) fn fill(&mut self, at: usize, content: Content) {
        if let Some(entry) = self.entries.get_mut(at) {
            entry.content = content;
        }
    }

    /// Takes back the part that was added last.
    pub(super) fn take_back(&mut self) {
        self.entries.pop();
    }

    /// How many parts there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The whole document.
    pub(super) fn root(&self) -> Node<'_> {
        Node { tree: self, at: 0 }
    }

    /// The parts that nobody has read, of which not even what holds them was.
    pub(super) fn unread(&self) -> Vec<Node<'_>> {
        let is_used = |at: usize| self.entries.get(at).is_some_and(|entry| entry.is_used.get());
        let numbered = self.entries.iter().enumerate();
        let unread = numbered.filter(|(at, entry)| !is_used(*at) && is_used(entry.parent));
        unread.map(|(at, _)| Node { tree: self, at }).collect()
    }
}

impl<'t> Node<'t> {
    /// Its number in the document.
    pub(super) fn id(self) -> usize {
        self.at
    }

    /// Its key or number within what holds it.
    pub(super) fn key(self) -> &'t str {
        self.entry().map_or("", |entry| &entry.key)
    }

    /// What holds it; the root holds itself.
    pub(super) fn parent(self) -> Self {
        Self { at: self.entry().map_or(0, |entry| entry.parent), ..self }
    }

    /// The member of this key, whatever it is. That it is an object counts as read.
    pub(super) fn get(self, key: &str) -> Option<Self> {
        let Some(Content::Object(members)) = self.content() else { return None };
        self.mark();
        members.get(key).map(|at| Self { at: *at, ..self })
    }

    /// Whether there is a member of this key, which does not count as reading it.
    pub(super) fn has(self, key: &str) -> bool {
        matches!(self.content(), Some(Content::Object(members)) if members.contains_key(key))
    }

    /// Every member in the order of the document, of an object that counts as read.
    pub(super) fn members(self) -> Vec<(&'t str, Self)> {
        let Some(Content::Object(members)) = self.content() else { return Vec::new() };
        self.mark();
        let mut members: Vec<_> = members.iter().map(|(key, at)| (key.as_str(), *at)).collect();
        members.sort_by_key(|(_, at)| *at);
        members.into_iter().map(|(key, at)| (key, Self { at, ..self })).collect()
    }

    /// Every item, of a list that counts as read.
    pub(super) fn items(self) -> Vec<Self> {
        let Some(Content::List(items)) = self.content() else { return Vec::new() };
        self.mark();
        items.iter().map(|at| Self { at: *at, ..self }).collect()
    }

    /// Whether it is an object.
    pub(super) fn is_object(self) -> bool {
        matches!(self.content(), Some(Content::Object(_)))
    }

    /// Whether it is a list.
    pub(super) fn is_list(self) -> bool {
        matches!(self.content(), Some(Content::List(_)))
    }

    /// Whether it is null.
    pub(super) fn is_null(self) -> bool {
        matches!(self.content(), Some(Content::Null))
    }

    /// Its text, which counts as read.
    pub(super) fn text(self) -> Option<&'t str> {
        let Some(Content::Text(text)) = self.content() else { return None };
        self.mark();
        Some(text)
    }

    /// The text of a member, which counts as read.
    pub(super) fn text_of(self, key: &str) -> Option<&'t str> {
        self.get(key)?.text()
    }

    /// The text of a member that says something, without spaces around it.
    pub(super) fn prose_of(self, key: &str) -> Option<String> {
        let text = self.text_of(key)?.replace("\r\n", "\n").replace('\r', "\n");
        let text = text.trim_matches(|c: char| c.is_whitespace() || c.is_control());
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// Its truth value, which counts as read.
    pub(super) fn flag(self) -> Option<bool> {
        let Some(Content::Boolean(flag)) = self.content() else { return None };
        self.mark();
        Some(*flag)
    }

    /// The truth value of a member; false where there is none.
    pub(super) fn flag_of(self, key: &str) -> bool {
        self.get(key).and_then(Self::flag).unwrap_or_default()
    }

    /// Its number, which counts as read.
    pub(super) fn number(self) -> Option<&'t Number> {
        let Some(Content::Number(number)) = self.content() else { return None };
        self.mark();
        Some(number)
    }

    /// All of it as JSON, which counts as read.
    pub(super) fn whole(self) -> Value {
        let mut open = vec![self];
        while let Some(node) = open.pop() {
            node.mark();
            open.extend(node.within().map(|(_, it)| it));
        }
        self.json()
    }

    /// All of it as JSON, which does not count as reading it.
    pub(super) fn json(self) -> Value {
        match self.content() {
            None | Some(Content::Null) => Value::Null,
            Some(Content::Boolean(flag)) => Value::Bool(*flag),
            Some(Content::Number(number)) => Value::Number(number.clone()),
            Some(Content::Text(text)) => Value::String(text.clone()),
            Some(Content::List(_)) => self.within().map(|(_, it)| it.json()).collect(),
            Some(Content::Object(_)) => {
                let members = self.within().map(|(key, it)| (key.to_owned(), it.json()));
                Value::Object(members.collect::<Map<_, _>>())
            }
        }
    }

    /// What it holds, with keys; in the order of keys.
    fn within(self) -> impl Iterator<Item = (&'t str, Self)> {
        let (items, members) = match self.content() {
            Some(Content::List(items)) => (Some(items), None),
            Some(Content::Object(members)) => (None, Some(members)),
            _ => (None, None),
        };
        let items = items.into_iter().flatten().map(|at| ("", *at));
        let members = members.into_iter().flatten().map(|(key, at)| (key.as_str(), *at));
        items.chain(members).map(move |(key, at)| (key, Self { at, ..self }))
    }

    /// Where it is, as a JSON pointer: `/paths/~1pets/get`. Empty for the root.
    pub(super) fn pointer(self) -> String {
        let mut keys = Vec::new();
        let mut node = self;
        while node.at != 0 {
            keys.push(node.key().replace('~', "~0").replace('/', "~1"));
            node = node.parent();
        }
        keys.iter().rev().map(|key| format!("/{key}")).collect()
    }

    /// What a JSON pointer within this document leads to.
    pub(super) fn find(self, pointer: &str) -> Option<Self> {
        let mut node = self.tree.root();
        if pointer.is_empty() {
            return Some(node);
        }
        for key in pointer.strip_prefix('/')?.split('/') {
            let key = key.replace("~1", "/").replace("~0", "~");
            node = match node.content()? {
                Content::Object(_) => node.get(&key)?,
                Content::List(_) => *node.items().get(key.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        Some(node)
    }

    fn entry(self) -> Option<&'t Entry> {
        self.tree.entries.get(self.at)
    }

    fn content(self) -> Option<&'t Content> {
        self.entry().map(|entry| &entry.content)
    }

    /// Counts it as read, but not what it holds.
    pub(super) fn mark(self) {
        if let Some(entry) = self.entry() {
            entry.is_used.set(true);
        }
    }
}
