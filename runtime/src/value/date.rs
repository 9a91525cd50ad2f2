//! Days, as the API spells them.

use std::{fmt, str::FromStr};

use jiff::{civil, fmt::temporal::Pieces};

use crate::json::{Decode, Encode, Invalid, JsonReader, Kind, Writer};

/// A day, as the API spells it.
///
/// The usual spelling is `2025-05-01`. All others are kept too, whether they name a day or not;
/// a date with a time names its day (date fields are written as
/// `2025-01-01T00:00:00`). So decoding never fails on a text or an integer, and what was received
/// is sent back unchanged.
///
/// Two of them are equal when they are spelled the same.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Date, from_json};
///
/// let date: Date = from_json(br#""2025-01-31T00:00:00""#)?;
/// assert_eq!(date.day(), Some(jiff::civil::date(2025, 1, 31)));
/// assert_eq!(date.to_string(), "2025-01-31T00:00:00");
/// # Ok::<_, deskpro_runtime::Invalid>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Date(Spelling);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Spelling {
    /// `2025-05-01`: takes no allocation.
    Usual(civil::Date),
    /// A number: seconds since 1970.
    Seconds(i64),
    /// Any other text.
    Text(String),
}

impl Date {
    /// The day, where the text names one; a number names a day in UTC.
    pub fn day(&self) -> Option<civil::Date> {
        match &self.0 {
            Spelling::Usual(day) => Some(*day),
            Spelling::Seconds(seconds) => {
                let moment = jiff::Timestamp::from_second(*seconds).ok()?;
                Some(jiff::tz::Offset::UTC.to_datetime(moment).date())
            }
            Spelling::Text(text) => Some(Pieces::parse(text.trim()).ok()?.date()),
        }
    }

    /// Keeps any text.
    fn of_text(text: &str) -> Self {
        Self(match usual(text) {
            Some(day) => Spelling::Usual(day),
            None => Spelling::Text(text.to_owned()),
        })
    }
}

/// An empty text.
impl Default for Date {
    #[inline]
    fn default() -> Self {
        Self(Spelling::Text(String::new()))
    }
}

impl From<civil::Date> for Date {
    fn from(day: civil::Date) -> Self {
        Self::of_text(&day.to_string())
    }
}

impl FromStr for Date {
    type Err = Invalid;

    /// Takes only text that names a day; the text is kept.
    fn from_str(text: &str) -> Result<Self, Invalid> {
        let date = Self::of_text(text);
        match date.day() {
            Some(_) => Ok(date),
            None => Err(Invalid::new("a date", format!("{text:?}"), 0)),
        }
    }
}

/// The text as it was received.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Spelling::Usual(day) => write!(f, "{day}"),
            Spelling::Seconds(seconds) => write!(f, "{seconds}"),
            Spelling::Text(text) => f.write_str(text),
        }
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Date({:?})", self.to_string())
    }
}

impl Decode for Date {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        *self = match json.kind() {
            Kind::String => json.text(Self::of_text)?,
            Kind::Null => json.text(|_| Self::default())?,
            Kind::Number => {
                let mut seconds = 0;
                seconds.decode(json)?;
                Self(Spelling::Seconds(seconds))
            }
            _ => return Err(json.unexpected("a date")),
        };
        Ok(())
    }
}

impl Encode for Date {
    fn encode(&self, json: &mut Writer) {
        match &self.0 {
            Spelling::Seconds(seconds) => seconds.encode(json),
            Spelling::Text(text) => json.string(text),
            Spelling::Usual(day) => json.string(&day.to_string()),
        }
    }
}

crate::serde!(Date);

/// Reads the usual spelling: four, two and two digits.
fn usual(text: &str) -> Option<civil::Date> {
    let [_, _, _, _, b'-', _, _, b'-', _, _] = text.as_bytes() else {
        return None;
    };
    text.parse().ok()
}
