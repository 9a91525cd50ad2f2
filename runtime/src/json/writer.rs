//! The writer of JSON text.

use std::fmt::{self, Write as _};

use super::encode::Encode;

/// Writes one JSON value, without white space.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::Writer;
///
/// let mut json = Writer::new();
/// json.object(&[("id", &7_u64), ("title", &"a \"title\""), ("color", &None::<String>)]);
/// assert_eq!(json.into_text(), r#"{"id":7,"title":"a \"title\""}"#);
/// ```
#[derive(Clone, Default)]
pub struct Writer {
    text: String,
}

impl Writer {
    /// A writer that has written nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// A writer that goes on after this text.
    pub(crate) fn onto(text: String) -> Self {
        Self { text }
    }

    /// What was written so far.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// What was written.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Writes an object, without the members that are [absent](Encode::is_absent).
    pub fn object(&mut self, members: &[(&'static str, &dyn Encode)]) {
        let present = members.iter().filter(|(_, value)| !value.is_absent());
        self.members(&mut present.copied());
    }

    /// Writes an object with all of these members, whose names need not be known before.
    pub fn members<'v>(&mut self, members: &mut dyn Iterator<Item = (&'v str, &'v dyn Encode)>) {
        self.text.push('{');
        let mut is_first = true;
        for (name, value) in members {
            if !std::mem::take(&mut is_first) {
                self.text.push(',');
            }
            self.string(name);
            self.text.push(':');
            value.encode(self);
        }
        self.text.push('}');
    }

    /// Writes a list.
    pub fn list(&mut self, items: &mut dyn Iterator<Item = &dyn Encode>) {
        self.text.push('[');
        let mut is_first = true;
        for item in items {
            if !std::mem::take(&mut is_first) {
                self.text.push(',');
            }
            item.encode(self);
        }
        self.text.push(']');
    }

    /// Writes a string, escaping what RFC 8259 wants escaped and nothing else.
    pub fn string(&mut self, value: &str) {
        self.text.push('"');
        let mut rest = value;
        while let Some(at) = rest.find(|c: char| matches!(c, '\0'..='\x1F' | '"' | '\\')) {
            let (plain, special) = rest.split_at(at);
            self.text.push_str(plain);
            let mut special = special.chars();
            if let Some(special) = special.next() {
                self.escape(special);
            }
            rest = special.as_str();
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    /// Writes an integer.
    pub fn integer(&mut self, value: i128) {
        self.display(format_args!("{value}"));
    }

    /// Writes a floating point number; as `null` when it is infinite or not a number, which JSON
    /// cannot say.
    pub fn float(&mut self, value: f64) {
        if value.is_finite() {
            self.display(format_args!("{value:?}"));
        } else {
            self.null();
        }
    }

    /// Writes `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        self.text.push_str(if value { "true" } else { "false" });
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.text.push_str("null");
    }

    /// Writes JSON text as it is; that it is one value of valid JSON is the caller's part.
    pub fn raw(&mut self, json: &str) {
        self.text.push_str(json);
    }

    fn escape(&mut self, special: char) {
        match special {
            '"' => self.text.push_str("\\\""),
            '\\' => self.text.push_str("\\\\"),
            '\n' => self.text.push_str("\\n"),
            '\r' => self.text.push_str("\\r"),
            '\t' => self.text.push_str("\\t"),
            control => self.display(format_args!("\\u{:04x}", u32::from(control))),
        }
    }

    fn display(&mut self, value: fmt::Arguments<'_>) {
        // Writing to a `String` cannot fail.
        let _ = self.text.write_fmt(value);
    }
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").field("length", &self.text.len()).finish_non_exhaustive()
    }
}
