//! What types derive besides what every type does.

use std::hash::{Hash, Hasher};

use proc_macro2::TokenStream;

/// A trait that a type derives: `Hash`, `serde::Serialize`.
///
/// It is as its text is: two are hashed alike where they are written alike.
#[derive(Debug, Clone)]
pub struct Derive {
    /// Its path.
    pub path: TokenStream,
    text: String,
}

impl Derive {
    /// The trait at this path.
    pub fn new(path: TokenStream) -> Self {
        Self { text: path.to_string().replace(' ', ""), path }
    }

    /// The path without spaces.
    pub(super) fn text(&self) -> &str {
        &self.text
    }
}

impl Hash for Derive {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
