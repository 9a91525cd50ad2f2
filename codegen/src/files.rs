//! Generated files, by path.

use std::collections::BTreeMap;

/// Generated files by their path below the output folder, in the order of the paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    texts: BTreeMap<String, String>,
}

impl Files {
    /// Adds a file, or replaces the one of the same path.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.texts.insert(path.into(), text.into());
    }

    /// Adds all of these files.
    pub fn extend(&mut self, others: Self) {
        self.texts.extend(others.texts);
    }

    /// The text of the file at this path.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// Every file, path and text, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// How many lines all files have together.
    pub fn lines(&self) -> usize {
        self.texts.values().map(|text| memchr::memchr_iter(b'\n', text.as_bytes()).count()).sum()
    }
}
