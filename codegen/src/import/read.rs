//! From text, JSON or YAML, to a [`Tree`].

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::ImportError;
use super::tree::{Content, Tree};

/// The largest document that is read, in bytes.
const LARGEST: usize = 64 * 1024 * 1024;

/// How many parts a document may have. Aliases of YAML make many out of few lines.
const MOST: usize = 4_000_000;

/// How deep lists and objects may lie within one another.
const DEEPEST: usize = 100;

/// Reads a document. What begins with a brace is JSON, all else is YAML.
pub(super) fn read(text: &[u8]) -> Result<Tree, ImportError> {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    if text.len() > LARGEST {
        let why = format!("it has {} bytes, and may have {LARGEST}", text.len());
        return Err(ImportError::new(why));
    }
    let mut tree = Tree::default();
    let root = tree.add(0, String::new());
    let part = Part { tree: &mut tree, at: root, depth: 0 };
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    if first == Some(&b'{') {
        let mut json = serde_json::Deserializer::from_slice(text);
        let read = part.deserialize(&mut json).and_then(|()| json.end());
        // Much YAML begins with a brace too.
        if let Err(error) = read {
            return as_yaml(text).map_err(|_| ImportError::new(format!("it is no JSON: {error}")));
        }
        return Ok(tree);
    }
    as_yaml(text)
}

fn as_yaml(text: &[u8]) -> Result<Tree, ImportError> {
    let mut tree = Tree::default();
    let root = tree.add(0, String::new());
    let part = Part { tree: &mut tree, at: root, depth: 0 };
    let yaml = serde_yaml::Deserializer::from_slice(text);
    part.deserialize(yaml).map_err(|error| ImportError::new(format!("it is no YAML: {error}")))?;
    Ok(tree)
}

/// Reads one part of a document into its place.
struct Part<'a> {
    tree: &'a mut Tree,
    at: usize,
    depth: usize,
}

impl Part<'_> {
    fn fill<E>(self, content: Content) -> Result<(), E> {
        self.tree.fill(self.at, content);
        Ok(())
    }

    fn add<E: Error>(&mut self, key: String) -> Result<usize, E> {
        if self.tree.len() >= MOST {
            return Err(E::custom(format!("it has more than {MOST} parts")));
        }
        Ok(self.tree.add(self.at, key))
    }

    fn deeper<E: Error>(&self) -> Result<usize, E> {
        match self.depth < DEEPEST {
            true => Ok(self.depth + 1),
            false => Err(E::custom(format!("it nests more than {DEEPEST} deep"))),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Part<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Part<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.fill(Content::Null)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.fill(Content::Null)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<(), E> {
        self.fill(Content::Boolean(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.fill(Content::Number(number.into()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.fill(Content::Number(number.into()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        let content = Number::from_f64(number).map_or(Content::Null, Content::Number);
        self.fill(content)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.fill(Content::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        let depth = self.deeper()?;
        let mut list = Vec::new();
        loop {
            let at = self.add(list.len().to_string())?;
            let part = Part { tree: self.tree, at, depth };
            if items.next_element_seed(part)?.is_none() {
                self.tree.take_back();
                break self.fill(Content::List(list));
            }
            list.push(at);
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<(), A::Error> {
        let depth = self.deeper()?;
        let mut object = BTreeMap::new();
        while let Some(Key(key)) = members.next_key::<Key>()? {
            let at = self.add(key.clone())?;
            members.next_value_seed(Part { tree: self.tree, at, depth })?;
            if object.contains_key(&key) {
                return Err(A::Error::custom(format!("the key `{key}` is there twice")));
            }
            object.insert(key, at);
        }
        self.fill(Content::Object(object))
    }
}

/// A key: statuses are numbers in YAML.
struct Key(String);

impl<'de> serde::Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(KeyVisitor)
    }
}

struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        Ok(Key(key.to_owned()))
    }

    fn visit_bool<E: Error>(self, key: bool) -> Result<Key, E> {
        Ok(Key(key.to_string()))
    }

    fn visit_i64<E: Error>(self, key: i64) -> Result<Key, E> {
        Ok(Key(key.to_string()))
    }

    fn visit_u64<E: Error>(self, key: u64) -> Result<Key, E> {
        Ok(Key(key.to_string()))
    }

    fn visit_f64<E: Error>(self, key: f64) -> Result<Key, E> {
        Ok(Key(key.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn json_and_yaml_are_the_same_tree() {
        let json = read(br#"{"paths": {"/pets": {"200": [1, null, "a"]}}}"#).unwrap();
        let yaml = read(b"paths:\n  /pets:\n    200: [1, null, a]\n").unwrap();
        assert_eq!(json.root().whole(), yaml.root().whole());
        let last = yaml.root().find("/paths/~1pets/200/2").unwrap();
        assert_eq!((last.text(), last.pointer()), (Some("a"), "/paths/~1pets/200/2".to_owned()));
    }

    #[test]
    fn what_nobody_reads_is_known() {
        let tree = read(br#"{"a": 1, "b": {"c": {"d": 2}, "e": 3}}"#).unwrap();
        let root = tree.root();
        root.get("a").unwrap().number();
        root.get("b").unwrap().get("e");
        let unread: Vec<_> = tree.unread().into_iter().map(|node| node.pointer()).collect();
        assert_eq!(unread, ["/b/c", "/b/e"]);
    }

    #[test]
    fn documents_are_bounded() {
        let deep = format!("{{\"a\": {}{}}}", "[".repeat(101), "]".repeat(101));
        let error = read(deep.as_bytes()).unwrap_err().to_string();
        assert!(error.contains("nests more than 100 deep"), "{error}");
        let twice = read(br#"{"a": 1, "a": 2}"#).unwrap_err().to_string();
        assert!(twice.contains("the key `a` is there twice"), "{twice}");
    }

    #[test]
    fn aliases_that_multiply_are_refused() {
        let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for at in 1..12 {
            let before = format!("*a{}, ", at - 1).repeat(9);
            text.push_str(&format!("a{at}: &a{at} [{}]\n", before.trim_end_matches(", ")));
        }
        assert!(read(text.as_bytes()).is_err());
    }
}
