//! The pull reader: walks a JSON text from one value to the next.

use std::{borrow::Cow, fmt};

use super::{invalid::Invalid, kind::Kind, orders::Orders};
use crate::drift::Watch;

/// How deep lists and objects may be nested.
const DEEPEST: u8 = 128;

/// How much memory the items of lists may take for every byte of the text, and in any case. A ticket takes
/// as much as its text does, but `{}` is one too.
const MEMORY_PER_BYTE: usize = 16;
const MEMORY: usize = 8 << 20;

/// Reads one JSON text, value after value.
///
/// Between calls the reader stands at the first character of a value, or behind a value that was
/// read. Every method that reads consumes exactly one value. The text must follow RFC 8259: only
/// the *kinds* of values are taken leniently, never the syntax. A lone surrogate escape and bytes
/// that are not UTF-8 are faults, as are nesting deeper than 128 and lists whose items take much more
/// memory than their text.
///
/// After an error the reader must not be used any further; what it would read is unspecified.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Decode, JsonReader};
///
/// let mut json = JsonReader::new(br#"{"id": 7, "labels": ["vip"]}"#);
/// let (mut id, mut labels) = (0_u64, Vec::<String>::new());
/// json.object(&mut [("id", &mut id), ("labels", &mut labels)])?;
/// json.end()?;
/// assert_eq!((id, labels), (7, vec!["vip".to_owned()]));
/// # Ok::<_, deskpro_runtime::Invalid>(())
/// ```
#[derive(Clone)]
pub struct JsonReader<'a> {
    /// The input as far as it is UTF-8.
    pub(super) text: &'a str,
    /// Where the reader stands in `text`.
    pub(super) at: usize,
    /// How many more levels may be opened.
    levels: u8,
    /// How much memory the items of lists may still take.
    memory: usize,
    /// Whether bytes follow `text` that are not UTF-8.
    pub(super) is_cut: bool,
    pub(super) orders: Orders,
    /// Whether members that nothing knows are kept.
    pub(super) keeps_unknown: bool,
    /// Where it is noted what the description does not know, if somebody wants to know.
    pub(super) watch: Option<&'a Watch>,
}

impl<'a> JsonReader<'a> {
    /// A reader of this text, standing at its first value.
    pub fn new(bytes: &'a [u8]) -> Self {
        let (text, is_cut) = match std::str::from_utf8(bytes) {
            Ok(text) => (text, false),
            Err(error) => {
                let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
                (std::str::from_utf8(valid).unwrap_or_default(), true)
            }
        };
        let mut reader = Self::of(text);
        reader.is_cut = is_cut;
        reader.orders = Orders::learnt();
        reader.skip_space();
        reader
    }

    /// A reader that stands at the first byte of this text, be it white space.
    pub(super) fn of(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            levels: DEEPEST,
            memory: text.len().saturating_mul(MEMORY_PER_BYTE).saturating_add(MEMORY),
            is_cut: false,
            orders: Orders::default(),
            keeps_unknown: false,
            watch: None,
        }
    }

    /// Allows for an item of a list that takes so many bytes in memory, and that ends here.
    #[inline]
    pub(crate) fn take_memory(&mut self, bytes: usize) -> Result<(), Invalid> {
        match self.memory.checked_sub(bytes) {
            Some(left) => {
                self.memory = left;
                Ok(())
            }
            None => Err(self.too_many()),
        }
    }

    #[cold]
    fn too_many(&self) -> Invalid {
        Invalid::new("fewer items", "more than their text is worth in memory", self.at)
    }

    /// What kind of value comes next.
    #[inline]
    pub fn kind(&self) -> Kind {
        Kind::of(self.byte())
    }

    /// Where the reader stands, in bytes from the start of the text.
    pub fn offset(&self) -> usize {
        self.at
    }

    /// Checks that nothing but white space follows.
    ///
    /// # Errors
    ///
    /// When something follows.
    pub fn end(&mut self) -> Result<(), Invalid> {
        self.skip_space();
        if self.at < self.text.len() || self.is_cut {
            return Err(self.malformed("the end of the JSON"));
        }
        Ok(())
    }

    /// The next byte.
    #[inline]
    pub(super) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// What is left of the text.
    #[inline]
    pub(super) fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Consumes a word such as `null` if it comes next.
    #[inline]
    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let is_next = self.rest().starts_with(word.as_bytes());
        if is_next {
            self.at += word.len();
        }
        is_next
    }

    /// Steps into a list or an object; false when it is empty, which is then consumed.
    #[inline]
    pub(super) fn open(&mut self, close: u8) -> Result<bool, Invalid> {
        self.levels = match self.levels.checked_sub(1) {
            Some(levels) => levels,
            None => return Err(self.too_deep()),
        };
        self.at += 1;
        self.skip_space();
        Ok(!self.closes(close))
    }

    /// Steps over the comma to the next item; false at the end of the list or object.
    #[inline]
    pub(super) fn more(&mut self, close: u8) -> Result<bool, Invalid> {
        self.skip_space();
        if self.byte() == Some(b',') {
            self.at += 1;
            self.skip_space();
            return Ok(true);
        }
        if self.closes(close) {
            return Ok(false);
        }
        Err(self.malformed(if close == b']' { "`,` or `]`" } else { "`,` or `}`" }))
    }

    /// Reads the name of a member.
    pub(super) fn key(&mut self) -> Result<Cow<'a, str>, Invalid> {
        if self.byte() != Some(b'"') {
            return Err(self.malformed("the name of a member in quotes"));
        }
        self.string()
    }

    /// Steps over the colon between a name and its value.
    #[inline]
    pub(super) fn colon(&mut self) -> Result<(), Invalid> {
        if self.byte() != Some(b':') {
            self.skip_space();
            if self.byte() != Some(b':') {
                return Err(self.malformed("`:`"));
            }
        }
        self.at += 1;
        self.skip_space();
        Ok(())
    }

    #[inline]
    fn closes(&mut self, close: u8) -> bool {
        let closes = self.byte() == Some(close);
        if closes {
            self.at += 1;
            self.levels += 1;
        }
        closes
    }

    #[inline]
    fn skip_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.at += 1;
        }
    }
}

impl fmt::Debug for JsonReader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JsonReader").field("offset", &self.at).finish_non_exhaustive()
    }
}
