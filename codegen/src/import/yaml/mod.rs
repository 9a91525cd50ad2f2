//! YAML as people write it: short things on one line, comments above what they are about.

mod scalar;
mod write;

use serde_json::Value;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Yaml {
    /// A text, quoted where it must be.
    Text(String),
    /// A number, a truth value or null.
    Plain(String),
    List(Vec<Yaml>),
    /// A list with a line for each item even where it is short.
    Lines(Vec<Yaml>),
    Map(Map),
}

/// A mapping in the order in which it is written.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Map {
    entries: Vec<Entry>,
    /// Whether it takes a line for each entry even where it is short.
    is_tall: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Entry {
    key: String,
    /// Whether the key is a number, such as a status.
    is_number: bool,
    value: Yaml,
    /// What stands above it, line by line.
    comment: Vec<String>,
    /// Whether an empty line stands above it.
    has_gap: bool,
}

impl Map {
    /// No entries, and a line for each that comes.
    pub(super) fn tall() -> Self {
        Self { is_tall: true, ..Self::default() }
    }

    /// Adds an entry that says something: empty lists, mappings and texts say nothing.
    pub(super) fn with(mut self, key: &str, value: impl Into<Yaml>) -> Self {
        self.add(key, value);
        self
    }

    /// Adds an entry where there is a value.
    pub(super) fn with_some(self, key: &str, value: Option<impl Into<Yaml>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// Adds a switch that is on.
    pub(super) fn with_flag(self, key: &str, flag: bool) -> Self {
        if flag { self.with(key, Yaml::Plain("true".to_owned())) } else { self }
    }

    /// Adds a section, an entry with an empty line above it.
    pub(super) fn with_section(mut self, key: &str, value: impl Into<Yaml>) -> Self {
        let before = self.entries.len();
        self.add(key, value);
        if let Some(entry) = self.entries.get_mut(before) {
            entry.has_gap = true;
        }
        self
    }

    /// Adds an entry that says something.
    pub(super) fn add(&mut self, key: &str, value: impl Into<Yaml>) {
        let value = value.into();
        let is_empty = match &value {
            Yaml::Text(text) => text.is_empty(),
            Yaml::List(items) | Yaml::Lines(items) => items.is_empty(),
            Yaml::Map(map) => map.is_empty(),
            Yaml::Plain(_) => false,
        };
        if !is_empty {
            self.put(key, value);
        }
    }

    /// Adds an entry, whatever it says.
    pub(super) fn put(&mut self, key: &str, value: impl Into<Yaml>) {
        let (key, value, comment) = (key.to_owned(), value.into(), Vec::new());
        self.entries.push(Entry { key, is_number: false, value, comment, has_gap: false });
    }

    /// Adds an entry of a status.
    pub(super) fn put_status(&mut self, status: u16, value: impl Into<Yaml>) {
        self.put(&status.to_string(), value);
        if let Some(entry) = self.entries.last_mut() {
            entry.is_number = true;
        }
    }

    /// Writes lines above the last entry.
    pub(super) fn comment(&mut self, lines: impl IntoIterator<Item = String>) {
        if let Some(entry) = self.entries.last_mut() {
            entry.comment.extend(lines);
            self.is_tall = true;
        }
    }

    /// Whether there are no entries.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value of an entry.
    pub(super) fn get(&self, key: &str) -> Option<&Yaml> {
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// Puts another value in the place of that of an entry.
    pub(super) fn replace(&mut self, key: &str, value: impl Into<Yaml>) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.key == key) {
            entry.value = value.into();
        }
    }

    /// The document that this mapping is.
    pub(super) fn document(&self) -> String {
        let mut text = String::new();
        write::block(&mut text, self, 0);
        text
    }
}

impl From<Map> for Yaml {
    fn from(map: Map) -> Self {
        Self::Map(map)
    }
}

impl From<Vec<Self>> for Yaml {
    fn from(items: Vec<Self>) -> Self {
        Self::List(items)
    }
}

impl From<String> for Yaml {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Yaml {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<i64> for Yaml {
    fn from(number: i64) -> Self {
        Self::Plain(number.to_string())
    }
}

impl From<Value> for Yaml {
    fn from(value: Value) -> Self {
        match value {
            Value::Null | Value::Bool(_) | Value::Number(_) => Self::Plain(value.to_string()),
            Value::String(text) => Self::Text(text),
            Value::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Object(members) => {
                let mut map = Map::default();
                for (key, value) in members {
                    map.put(&key, value);
                }
                Self::Map(map)
            }
        }
    }
}
