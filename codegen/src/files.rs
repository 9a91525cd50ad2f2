//! Generated files, by path.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Generated files by their path below the output folder, in the order of the paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    texts: BTreeMap<String, Text>,
}

/// The text of a file. Where it was found does not tell it from another.
#[derive(Debug, Clone)]
struct Text {
    text: String,
    /// The file that holds this text already, where it was read from.
    found: Option<PathBuf>,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Text {}

impl Files {
    /// Adds a file, or replaces the one of the same path.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.texts.insert(path.into(), Text { text: text.into(), found: None });
    }

    /// Adds a file whose text was found at this place, so that nobody has to look there again.
    pub(crate) fn insert_found(&mut self, path: &str, text: String, place: PathBuf) {
        self.texts.insert(path.to_owned(), Text { text, found: Some(place) });
    }

    /// Whether the text of the file at this path was found at this place.
    pub(crate) fn is_found(&self, path: &str, place: &Path) -> bool {
        self.texts.get(path).is_some_and(|text| text.found.as_deref() == Some(place))
    }

    /// Adds all of these files.
    pub fn extend(&mut self, others: Self) {
        self.texts.extend(others.texts);
    }

    /// The text of the file at this path.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(|text| text.text.as_str())
    }

    /// Every file, path and text, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_str(), text.text.as_str()))
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
        let texts = self.iter().map(|(_, text)| text.as_bytes());
        texts.map(|text| memchr::memchr_iter(b'\n', text).count()).sum()
    }
}
