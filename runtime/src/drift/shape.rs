//! What a value looks like.

use crate::{DateTime, Kind, from_json};

/// What a value was, as far as its JSON tells without telling the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Shape {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number without a fraction.
    Integer,
    /// Any other number.
    Number,
    /// A text.
    Text,
    /// `""`, which this API also writes for nothing.
    EmptyText,
    /// A text that is spelled as a date.
    DateText,
    /// A text that is spelled as a date with a time.
    DateTimeText,
    /// A list.
    List,
    /// `[]`, which this API also writes for nothing and for `{}`.
    EmptyList,
    /// An object.
    Object,
}

impl Shape {
    /// Every shape, with the word for it.
    const WORDS: [(Self, &'static str); 11] = [
        (Self::Null, "null"),
        (Self::Boolean, "boolean"),
        (Self::Integer, "integer"),
        (Self::Number, "number"),
        (Self::Text, "text"),
        (Self::EmptyText, "empty_text"),
        (Self::DateText, "date"),
        (Self::DateTimeText, "datetime"),
        (Self::List, "list"),
        (Self::EmptyList, "empty_list"),
        (Self::Object, "object"),
    ];

    /// The word for it in a report.
    pub fn as_str(self) -> &'static str {
        let word = Self::WORDS.iter().find(|(shape, _)| *shape == self);
        word.map_or("null", |(_, word)| word)
    }

    /// The shape that is called so.
    pub(super) fn named(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, known)| *known == word).map(|(shape, _)| *shape)
    }

    /// That of a value of this kind, whose text is given.
    pub(super) fn of(kind: Kind, raw: &str) -> Self {
        match kind {
            Kind::Boolean => Self::Boolean,
            Kind::Number if raw.contains(['.', 'e', 'E']) => Self::Number,
            Kind::Number => Self::Integer,
            Kind::String => of_text(&from_json::<String>(raw.as_bytes()).unwrap_or_default()),
            Kind::List if is_empty_list(raw) => Self::EmptyList,
            Kind::List => Self::List,
            Kind::Object => Self::Object,
            Kind::Null | Kind::Nothing => Self::Null,
        }
    }
}

fn is_empty_list(raw: &str) -> bool {
    let inside = raw.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    inside.is_some_and(|inside| inside.trim_ascii().is_empty())
}

fn of_text(text: &str) -> Shape {
    match text.len() {
        0 => Shape::EmptyText,
        10 if text.parse::<jiff::civil::Date>().is_ok() => Shape::DateText,
        // Shorter ones are days, years and times of day.
        16.. if text.parse::<DateTime>().is_ok() => Shape::DateTimeText,
        _ => Shape::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::Shape;
    use crate::JsonReader;

    fn shape(raw: &str) -> &'static str {
        Shape::of(JsonReader::new(raw.as_bytes()).kind(), raw).as_str()
    }

    #[test]
    fn what_values_look_like() {
        for (raw, expected) in [
            ("null", "null"),
            ("true", "boolean"),
            ("-7", "integer"),
            ("7.0", "number"),
            ("1e3", "number"),
            (r#""""#, "empty_text"),
            (r#""red""#, "text"),
            (r#""2016-07-12""#, "date"),
            (r#""2016-07-12T15:47:21+0000""#, "datetime"),
            (r#""2016-07-12 15:47:21""#, "datetime"),
            (r#""2016-13-12""#, "text"),
            (r#""2016-07-12 to 2016-07-13""#, "text"),
            ("[ ]", "empty_list"),
            ("[[]]", "list"),
            ("[0]", "list"),
            ("{}", "object"),
        ] {
            assert_eq!(shape(raw), expected, "{raw}");
        }
    }

    #[test]
    fn every_word_is_read_again() {
        for (shape, word) in Shape::WORDS {
            assert_eq!((Shape::named(word), shape.as_str()), (Some(shape), word));
        }
    }
}
