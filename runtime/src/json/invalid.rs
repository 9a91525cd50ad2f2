//! Why a text is not the JSON that was expected.

use std::{borrow::Cow, fmt};

use crate::shown::Shown;

/// JSON that cannot be decoded: what was expected, what stood there instead, and where.
///
/// The text names a value only where a value of another kind was expected; where the JSON itself
/// is malformed it names no more than one character, so that nothing of the surrounding data
/// gets into logs.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Map, from_json};
///
/// let invalid = from_json::<Map<Vec<u64>>>(br#"{"ids": [1, "two"]}"#).unwrap_err();
/// assert_eq!(invalid.path(), "ids[1]");
/// assert_eq!(invalid.offset(), 12);
/// assert_eq!(invalid.to_string(), r#"ids[1]: expected an integer, found "two" (byte 12)"#);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Invalid(Box<Details>);

#[derive(Clone, PartialEq, Eq)]
struct Details {
    expected: Cow<'static, str>,
    found: Cow<'static, str>,
    path: String,
    offset: usize,
}

impl Invalid {
    /// A fault at a byte offset, with the path still empty.
    ///
    /// `expected` and `found` are noun phrases: "an integer", "a list".
    #[cold]
    pub fn new(
        expected: impl Into<Cow<'static, str>>,
        found: impl Into<Cow<'static, str>>,
        offset: usize,
    ) -> Self {
        Self(Box::new(Details {
            expected: expected.into(),
            found: found.into(),
            path: String::new(),
            offset,
        }))
    }

    /// What was expected, as a noun phrase.
    pub fn expected(&self) -> &str {
        &self.0.expected
    }

    /// What was found instead, as a noun phrase or as shortened JSON.
    pub fn found(&self) -> &str {
        &self.0.found
    }

    /// The JSON path of the fault, such as `data[3].person`; empty for the whole text.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The offset of the fault in the text, in bytes from 0.
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// The same fault, seen from the object that holds the faulty value as this member.
    ///
    /// Errors travel outwards, so the path is built from its end, and only when there is a fault.
    #[cold]
    #[must_use]
    pub fn in_member(mut self, name: &str) -> Self {
        let path = &mut self.0.path;
        if is_plain(name) {
            if !path.is_empty() && !path.starts_with('[') {
                path.insert(0, '.');
            }
            path.insert_str(0, name);
        } else {
            path.insert_str(0, &format!("[{:?}]", shorten(name)));
        }
        self
    }

    /// The same fault, seen from the list that holds the faulty value at this place.
    #[cold]
    #[must_use]
    pub fn in_item(mut self, index: usize) -> Self {
        let path = &mut self.0.path;
        if !path.is_empty() && !path.starts_with('[') {
            path.insert(0, '.');
        }
        path.insert_str(0, &format!("[{index}]"));
        self
    }

    /// The same fault at a later offset: that of a value inside a longer text.
    #[cold]
    #[must_use]
    pub fn moved_by(mut self, bytes: usize) -> Self {
        self.0.offset = self.0.offset.saturating_add(bytes);
        self
    }

    /// The same fault without a word about what was found.
    #[cold]
    pub(crate) fn concealed(mut self) -> Self {
        self.0.found = Cow::Borrowed("something that is not shown");
        self
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Details { expected, found, path, offset } = &*self.0;
        if !path.is_empty() {
            write!(f, "{}: ", Shown(path))?;
        }
        write!(f, "expected {expected}, found {found} (byte {offset})")
    }
}

impl fmt::Debug for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Invalid")
            .field("path", &Shown(&self.0.path))
            .field("expected", &self.0.expected)
            .field("found", &self.0.found)
            .field("offset", &self.0.offset)
            .finish()
    }
}

impl std::error::Error for Invalid {}

/// The start of a text, short enough for an error message.
pub(super) fn shorten(text: &str) -> Cow<'_, str> {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{}...", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

/// Whether a member's name can stand in a path as it is.
fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 64
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}
