//! The errors of the reader: what was found where something else was expected.

use std::borrow::Cow;

use super::{
    invalid::{Invalid, shorten},
    kind::Kind,
    reader::JsonReader,
};

impl JsonReader<'_> {
    /// The error that says that the next value is not what was expected: "an integer".
    #[cold]
    pub fn unexpected(&self, expected: impl Into<Cow<'static, str>>) -> Invalid {
        Invalid::new(expected, self.found(), self.at)
    }

    /// The error for text that is no JSON; says no more than one character of it.
    #[cold]
    pub(super) fn malformed(&self, expected: &'static str) -> Invalid {
        Invalid::new(expected, self.found_character(), self.at)
    }

    #[cold]
    pub(super) fn too_deep(&self) -> Invalid {
        Invalid::new("at most 128 levels of lists and objects", "more", self.at)
    }

    /// What the next value is, shortened.
    fn found(&self) -> Cow<'static, str> {
        let mut inside = self.clone();
        match self.kind() {
            Kind::Object => "an object".into(),
            Kind::List => "a list".into(),
            Kind::String => match inside.string() {
                Ok(text) => format!("{:?}", shorten(&text)).into(),
                Err(_) => "a malformed string".into(),
            },
            Kind::Number => match inside.number() {
                Ok(number) => shorten(number).into_owned().into(),
                Err(_) => "a malformed number".into(),
            },
            Kind::Null if inside.take_word("null") => "null".into(),
            Kind::Boolean if inside.take_word("true") => "true".into(),
            Kind::Boolean if inside.take_word("false") => "false".into(),
            Kind::Null | Kind::Boolean | Kind::Nothing => self.found_character(),
        }
    }

    /// The next character, or why there is none.
    fn found_character(&self) -> Cow<'static, str> {
        match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            Some(found) => format!("{found:?}").into(),
            None if self.is_cut => "a byte that is not UTF-8".into(),
            None => "the end of the text".into(),
        }
    }
}
