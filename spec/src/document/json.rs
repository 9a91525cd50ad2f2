//! Free JSON with the places of its parts.

use serde_json::Value;

use super::rejected::quoted;
use crate::Sources;
use crate::problem::codes::shape;
use crate::problem::{Place, Problem, Problems};
use crate::yaml::{self, Kind, Node, Scalar};

/// JSON as an example holds it, with the place of every value in it.
#[derive(Debug, Clone, Default)]
pub struct JsonDoc {
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub place: Place,
    /// The entries of an object or the items of a list, as they are written.
    pub parts: Vec<JsonPart>,
}

/// An entry of an object, or an item of a list.
#[derive(Debug, Clone)]
pub struct JsonPart {
    /// The key, or the number of the item in brackets: `[0]`.
    pub key: String,
    /// Where the key stands; that of the value for an item.
    pub key_place: Place,
    /// Where the value stands.
    pub place: Place,
    /// What the value holds in turn.
    pub parts: Vec<JsonPart>,
}

/// Reads the first of these files as free JSON written in YAML, such as data for a description.
///
/// # Errors
///
/// The text is not YAML, or holds what JSON cannot. All problems are told.
///
/// # Example
///
/// ```
/// use deskpro_spec::{Sources, document::read_json};
///
/// let sources = Sources::from_files([("data.yaml", "people:\n  - name: Jo\n")]);
/// let data = read_json(&sources).unwrap();
/// assert_eq!(data.value["people"][0]["name"], "Jo");
/// assert_eq!(data.part(["people", "[0]", "name"]).unwrap().key_place.line, 2);
/// ```
pub fn read_json(sources: &Sources) -> Result<JsonDoc, Problems> {
    let mut problems = sources.problems().clone();
    let node = sources.first_text().and_then(|text| yaml::read(text, 0, &mut problems));
    if let Some(node) = &node {
        free_json(node, &mut problems);
    }
    let read = node.and_then(|node| JsonDoc::read(&node)).filter(|_| problems.is_empty());
    read.ok_or_else(|| problems.into_sorted())
}

impl JsonDoc {
    /// A value with its places; `None` when something in it is not JSON.
    pub(super) fn read(node: &Node) -> Option<Self> {
        let value = yaml::to_json(node)?;
        Some(Self { value, place: node.place, parts: parts(node) })
    }

    /// The part at the end of a way of keys, or as much of it as there is.
    ///
    /// # Example
    ///
    /// ```
    /// use deskpro_spec::document::JsonDoc;
    ///
    /// assert!(JsonDoc::default().part(["emails", "[2]"]).is_none());
    /// ```
    pub fn part<'k>(&self, way: impl IntoIterator<Item = &'k str>) -> Option<&JsonPart> {
        let mut found = None;
        let mut parts = &self.parts;
        for key in way {
            let Some(part) = parts.iter().find(|part| part.key == key) else { break };
            found = Some(part);
            parts = &part.parts;
        }
        found
    }
}

/// Reports what in free JSON is none.
pub(super) fn free_json(node: &Node, problems: &mut Problems) {
    match &node.kind {
        Kind::Scalar(Scalar::NotFinite | Scalar::LargeInteger, text) => {
            let message = format!("JSON cannot hold {}", quoted(text));
            let problem = Problem::new(shape::NOT_JSON, node.place, message)
                .label("not a number of JSON")
                .help("put it in quotes to make it text");
            problems.push(problem);
        }
        _ => {
            node.items().iter().for_each(|item| free_json(item, problems));
            node.entries().iter().for_each(|entry| free_json(&entry.value, problems));
        }
    }
}

fn parts(node: &Node) -> Vec<JsonPart> {
    match &node.kind {
        Kind::List(items) => (items.iter().enumerate())
            .map(|(at, item)| part(format!("[{at}]"), item.place, item))
            .collect(),
        Kind::Mapping(entries) => (entries.iter())
            .map(|entry| part(entry.key.text.clone(), entry.key.place, &entry.value))
            .collect(),
        Kind::Scalar(..) | Kind::Broken => Vec::new(),
    }
}

fn part(key: String, key_place: Place, node: &Node) -> JsonPart {
    JsonPart { key, key_place, place: node.place, parts: parts(node) }
}
