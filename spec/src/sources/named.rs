//! The other files that the first file of a description names.

use crate::problem::{Place, Problems};
use crate::yaml::{self, Kind, Node, Scalar};

/// A path or name as it is written, and where.
pub(super) type Written = (String, Place);

/// What the first file of a description names.
#[derive(Default)]
pub(super) struct Named {
    pub(super) include: Vec<Written>,
    pub(super) overlays: Vec<Written>,
    pub(super) extends: Option<Written>,
}

impl Named {
    /// Reads the names. What is wrong with the YAML is not reported here, but when it is parsed.
    pub(super) fn read(text: &str, file: u32) -> Self {
        let Some(root) = yaml::read(text, file, &mut Problems::new()) else {
            return Self::default();
        };
        let list = |key: &str| {
            let items = root.entry(key).map(|entry| entry.value.items()).unwrap_or_default();
            items.iter().filter_map(|item| text_of(item)).collect()
        };
        Self {
            include: list("include"),
            overlays: list("overlays"),
            extends: root.entry("extends").and_then(|entry| text_of(&entry.value)),
        }
    }
}

fn text_of(node: &Node) -> Option<Written> {
    match &node.kind {
        Kind::Scalar(Scalar::Text, text) => Some((text.clone(), node.place)),
        _ => None,
    }
}
