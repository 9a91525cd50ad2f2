//! Strings: where they end, and their escapes.

use std::{borrow::Cow, cell::Cell, mem::discriminant};

use super::{invalid::Invalid, kind::Kind, reader::JsonReader};

thread_local! {
    /// Where a text with escapes is put together, so that it is allocated once, and no longer than it is.
    static SCRATCH: Cell<String> = const { Cell::new(String::new()) };
}

/// How many bytes of it are kept for the next text.
const MOST_SCRATCH: usize = 1 << 16;

impl<'a> JsonReader<'a> {
    /// Reads a text and hands it to `f`, borrowed where the JSON has no escapes in it.
    ///
    /// Numbers are taken as they are spelled, booleans as `true` and `false`, and `null` as an
    /// empty text.
    ///
    /// # Errors
    ///
    /// When the next value is a list, an object or malformed.
    #[inline]
    pub fn text<T>(&mut self, f: impl FnOnce(&str) -> T) -> Result<T, Invalid> {
        Ok(f(&self.any_text()?))
    }

    /// Reads a text, as [`text`](Self::text) does, and sets the value to what it becomes.
    ///
    /// A text that the type does not list must become the variant that its default is, as in
    /// generated enumerations; a [`Drift`](crate::Drift) is told of it.
    ///
    /// # Errors
    ///
    /// Those of [`text`](Self::text).
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::JsonReader;
    ///
    /// #[derive(Debug, PartialEq)]
    /// enum Color {
    ///     Red,
    ///     Unknown(String),
    /// }
    ///
    /// impl From<&str> for Color {
    ///     fn from(text: &str) -> Self {
    ///         if text == "red" { Self::Red } else { Self::Unknown(text.to_owned()) }
    ///     }
    /// }
    ///
    /// impl Default for Color {
    ///     fn default() -> Self {
    ///         Self::Unknown(String::new())
    ///     }
    /// }
    ///
    /// let mut color = Color::default();
    /// JsonReader::new(br#""red""#).listed(&mut color)?;
    /// assert_eq!(color, Color::Red);
    /// # Ok::<_, deskpro_runtime::Invalid>(())
    /// ```
    #[inline]
    pub fn listed<T>(&mut self, value: &mut T) -> Result<(), Invalid>
    where
        T: Default + for<'t> From<&'t str>,
    {
        *value = T::from(&self.any_text()?);
        if discriminant(value) == discriminant(&T::default()) {
            self.unlisted();
        }
        Ok(())
    }

    /// Reads a string, or a scalar as text: numbers as spelled, `null` as nothing.
    pub(super) fn any_text(&mut self) -> Result<Cow<'a, str>, Invalid> {
        match self.kind() {
            Kind::String => self.string(),
            _ => self.scalar_text(),
        }
    }

    /// The text of what is no string.
    #[inline(never)]
    fn scalar_text(&mut self) -> Result<Cow<'a, str>, Invalid> {
        match self.kind() {
            Kind::Number => self.number().map(Cow::Borrowed),
            Kind::Null if self.take_null() => Ok(Cow::Borrowed("")),
            Kind::Boolean if self.take_word("true") => Ok(Cow::Borrowed("true")),
            Kind::Boolean if self.take_word("false") => Ok(Cow::Borrowed("false")),
            _ => Err(self.unexpected("a string")),
        }
    }

    /// Consumes a string if it comes next and nothing in it is escaped, as in most.
    #[inline(never)]
    pub(super) fn take_plain(&mut self) -> Option<&'a str> {
        let inside = self.rest().strip_prefix(b"\"")?;
        let start = self.at + 1;
        let end = start + plain_length(inside);
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return None;
        }
        self.at = end + 1;
        self.text.get(start..end)
    }

    /// Reads a string whose opening quote comes next.
    #[inline]
    pub(super) fn string(&mut self) -> Result<Cow<'a, str>, Invalid> {
        if let Some(plain) = self.take_plain() {
            return Ok(Cow::Borrowed(plain));
        }
        let mut text = SCRATCH.try_with(Cell::take).unwrap_or_default();
        text.clear();
        self.at += 1;
        self.string_from_here(Some(&mut text))?;
        let read = text.as_str().to_owned();
        if text.capacity() <= MOST_SCRATCH {
            // At the end of a thread there may be nowhere to leave it, and no next time.
            let _ = SCRATCH.try_with(|scratch| scratch.set(text));
        }
        Ok(Cow::Owned(read))
    }

    /// Skips a string whose opening quote comes next.
    pub(super) fn skip_string(&mut self) -> Result<(), Invalid> {
        self.at += 1;
        self.string_from_here(None)
    }

    /// Reads the rest of a string, with its closing quote.
    fn string_from_here(&mut self, mut text: Option<&mut String>) -> Result<(), Invalid> {
        loop {
            let plain = plain_length(self.rest());
            if let Some(text) = &mut text {
                text.push_str(self.text.get(self.at..self.at + plain).unwrap_or_default());
            }
            self.at += plain;
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    let escaped = self.escape()?;
                    if let Some(text) = &mut text {
                        text.push(escaped);
                    }
                }
                Some(_) => return Err(self.malformed("control characters to be escaped")),
                None => return Err(self.malformed("the closing quote of a string")),
            }
        }
    }

    /// Reads an escape sequence whose backslash comes next.
    fn escape(&mut self) -> Result<char, Invalid> {
        let start = self.at;
        self.at += 1;
        let escaped = match self.byte() {
            Some(same @ (b'"' | b'\\' | b'/')) => char::from(same),
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'u') => {
                self.at += 1;
                return self.unicode_escape(start);
            }
            _ => return Err(self.malformed("an escape sequence")),
        };
        self.at += 1;
        Ok(escaped)
    }

    /// Reads what follows `\u`: four digits, and for a high surrogate its low one.
    fn unicode_escape(&mut self, start: usize) -> Result<char, Invalid> {
        let first = self.four_digits()?;
        let code = match first {
            0xD800..=0xDBFF if self.take_word("\\u") => {
                let second = self.four_digits()?;
                match second {
                    0xDC00..=0xDFFF => 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00),
                    _ => first,
                }
            }
            _ => first,
        };
        // Only a surrogate without its other half is no character.
        char::from_u32(code)
            .ok_or_else(|| Invalid::new("a pair of surrogates", "half of a pair", start))
    }

    fn four_digits(&mut self) -> Result<u32, Invalid> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.byte().and_then(|byte| char::from(byte).to_digit(16));
            code = code * 16 + digit.ok_or_else(|| self.malformed("four hexadecimal digits"))?;
            self.at += 1;
        }
        Ok(code)
    }
}

/// How many bytes of a string stand for themselves: up to a quote, backslash or control character.
#[inline]
fn plain_length(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut length = 0;
    for word in words {
        let special = special_bytes(u64::from_le_bytes(*word));
        if special != 0 {
            return length + special.trailing_zeros() as usize / 8;
        }
        length += 8;
    }
    let is_special = |byte: &u8| matches!(byte, 0..0x20 | b'"' | b'\\');
    length + rest.iter().position(is_special).unwrap_or(rest.len())
}

/// A word whose lowest set bit is in the first special byte of `word`; 0 when there is none.
///
/// `x - 0x01` borrows into the top bit of a byte only where the byte is zero, or where a byte
/// before it was: so the lowest hit is always a true one. `!word` discards bytes above 0x7F; `^`
/// changes no top bit here.
#[inline]
fn special_bytes(word: u64) -> u64 {
    const ONES: u64 = u64::MAX / 0xFF;
    let controls = word.wrapping_sub(ONES * 0x20);
    let quotes = (word ^ (ONES * 0x22)).wrapping_sub(ONES);
    let backslashes = (word ^ (ONES * 0x5C)).wrapping_sub(ONES);
    (controls | quotes | backslashes) & !word & (ONES * 0x80)
}
