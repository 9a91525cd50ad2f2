//! The kinds of JSON values.

/// What kind of JSON value comes next, told by its first character.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{JsonReader, Kind};
///
/// assert_eq!(JsonReader::new(br#""text""#).kind(), Kind::String);
/// assert_eq!(JsonReader::new(b"").kind(), Kind::Nothing);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A string.
    String,
    /// A list: `[..]`.
    List,
    /// An object: `{..}`.
    Object,
    /// No JSON value starts here: the text ends, or something else stands in its place.
    Nothing,
}

impl Kind {
    /// The kind of the value that starts with this byte.
    #[inline]
    pub(super) fn of(first: Option<u8>) -> Self {
        match first {
            Some(b'n') => Self::Null,
            Some(b't' | b'f') => Self::Boolean,
            Some(b'-' | b'0'..=b'9') => Self::Number,
            Some(b'"') => Self::String,
            Some(b'[') => Self::List,
            Some(b'{') => Self::Object,
            _ => Self::Nothing,
        }
    }
}
