//! Descriptions from memory.

use std::collections::HashMap;

use super::limits;
use super::store::{Found, Store};
use crate::builtin;

/// Files by name.
pub(super) struct Memory {
    root: String,
    files: HashMap<String, Vec<u8>>,
}

impl Memory {
    /// The first file is the root. Of files with the same name the last counts.
    pub(super) fn new(files: Vec<(String, Vec<u8>)>) -> Self {
        let root = files.first().map(|(name, _)| name.clone()).unwrap_or_default();
        Self { root, files: files.into_iter().collect() }
    }

    /// A built-in description: `<deskpro>/api.yaml` and what it includes.
    pub(super) fn builtin(files: builtin::Files) -> Self {
        let named = |&(name, text): &(&str, &str)| {
            (format!("{}{name}", builtin::PREFIX), text.as_bytes().to_vec())
        };
        Self::new(files.iter().map(named).collect())
    }
}

impl Store for Memory {
    fn root(&self) -> &str {
        &self.root
    }

    fn find(&self, relative: &str) -> Found {
        match self.files.get(relative) {
            Some(bytes) if bytes.len() > limits::FILE => Found::TooLarge,
            Some(bytes) => Found::Bytes(bytes.clone(), None),
            None => Found::Nothing,
        }
    }

    fn name(&self, relative: &str) -> String {
        relative.to_owned()
    }
}
