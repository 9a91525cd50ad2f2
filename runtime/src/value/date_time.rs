//! Moments, as the API spells them.

use std::{fmt, str::FromStr};

use jiff::{
    Timestamp, civil,
    fmt::temporal::{Pieces, PiecesOffset},
    tz::Offset,
};

use crate::json::{Decode, Encode, Invalid, JsonReader, Kind, Writer};

/// A moment, as the API spells it.
///
/// The usual spelling is `2025-05-01T08:02:02+0000`. All others are kept too, whether they name a
/// moment or not: offsets with a colon, `Z`, fractions of seconds, no offset at all, a date alone,
/// seconds since 1970 and the zero dates of databases. So decoding never
/// fails on a text or an integer, and what was received is sent back unchanged.
///
/// Two of them are equal when they are spelled the same.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{DateTime, from_json};
///
/// let date: DateTime = from_json(br#""2025-05-01T10:02:02+0200""#)?;
/// assert_eq!(date.timestamp(), "2025-05-01T08:02:02Z".parse().ok());
/// assert_eq!(date.to_string(), "2025-05-01T10:02:02+0200");
///
/// let none: DateTime = from_json(br#""0000-00-00 00:00:00""#)?;
/// assert_eq!(none.timestamp(), None);
/// # Ok::<_, deskpro_runtime::Invalid>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct DateTime(Spelling);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Spelling {
    /// `2025-05-01T08:02:02+0000`: takes no allocation.
    Usual { local: civil::DateTime, offset_minutes: i16 },
    /// A number: seconds since 1970.
    Seconds(i64),
    /// Any other text.
    Text(String),
}

impl DateTime {
    /// The moment, where the text names one.
    ///
    /// Without an offset it is taken as UTC, and a date alone as its first moment.
    pub fn timestamp(&self) -> Option<Timestamp> {
        match &self.0 {
            Spelling::Usual { local, offset_minutes } => {
                offset(*offset_minutes)?.to_timestamp(*local).ok()
            }
            Spelling::Seconds(seconds) => Timestamp::from_second(*seconds).ok(),
            Spelling::Text(text) => timestamp_of(text),
        }
    }

    /// The offset from UTC, where the text states one.
    pub fn offset(&self) -> Option<Offset> {
        match &self.0 {
            Spelling::Usual { offset_minutes, .. } => offset(*offset_minutes),
            Spelling::Seconds(_) => None,
            Spelling::Text(text) => offset_of(&Pieces::parse(text.trim()).ok()?),
        }
    }

    /// Keeps any text.
    fn of_text(text: &str) -> Self {
        Self(usual(text).unwrap_or_else(|| Spelling::Text(text.to_owned())))
    }
}

/// An empty text.
impl Default for DateTime {
    #[inline]
    fn default() -> Self {
        Self(Spelling::Text(String::new()))
    }
}

/// In UTC, with as many digits after the second as needed.
impl From<Timestamp> for DateTime {
    fn from(moment: Timestamp) -> Self {
        Self::of_text(&moment.strftime("%Y-%m-%dT%H:%M:%S%.f+0000").to_string())
    }
}

impl FromStr for DateTime {
    type Err = Invalid;

    /// Takes only text that names a moment; the text is kept.
    fn from_str(text: &str) -> Result<Self, Invalid> {
        let date = Self::of_text(text);
        match date.timestamp() {
            Some(_) => Ok(date),
            None => Err(Invalid::new("a date and a time", format!("{text:?}"), 0)),
        }
    }
}

/// The text as it was received.
impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Spelling::Usual { local, offset_minutes } => {
                let sign = if *offset_minutes < 0 { '-' } else { '+' };
                let minutes = offset_minutes.unsigned_abs();
                let (hours, minutes) = (minutes / 60, minutes % 60);
                // A civil time without a fraction is displayed as `2025-05-01T08:02:02`.
                write!(f, "{local}{sign}{hours:02}{minutes:02}")
            }
            Spelling::Seconds(seconds) => write!(f, "{seconds}"),
            Spelling::Text(text) => f.write_str(text),
        }
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DateTime({:?})", self.to_string())
    }
}

impl Decode for DateTime {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        *self = match json.kind() {
            Kind::String => json.text(Self::of_text)?,
            Kind::Null => json.text(|_| Self::default())?,
            Kind::Number => {
                let mut seconds = 0;
                seconds.decode(json)?;
                Self(Spelling::Seconds(seconds))
            }
            _ => return Err(json.unexpected("a date and a time")),
        };
        Ok(())
    }
}

impl Encode for DateTime {
    fn encode(&self, json: &mut Writer) {
        match &self.0 {
            Spelling::Seconds(seconds) => seconds.encode(json),
            Spelling::Text(text) => json.string(text),
            Spelling::Usual { .. } => json.string(&self.to_string()),
        }
    }
}

crate::serde!(DateTime);

/// Reads the usual spelling; only what [`fmt::Display`] would spell exactly so.
fn usual(text: &str) -> Option<Spelling> {
    let bytes: &[u8; 24] = text.as_bytes().try_into().ok()?;
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', time @ ..] = bytes else {
        return None;
    };
    let [h1, h2, b':', i1, i2, b':', s1, s2, sign @ (b'+' | b'-'), oh1, oh2, om1, om2] = time
    else {
        return None;
    };
    let year = pair(*y1, *y2)? * 100 + pair(*y3, *y4)?;
    let two = |tens: &u8, ones: &u8| i8::try_from(pair(*tens, *ones)?).ok();
    let (month, day) = (two(m1, m2)?, two(d1, d2)?);
    let (hour, minute, second) = (two(h1, h2)?, two(i1, i2)?, two(s1, s2)?);
    let local = civil::DateTime::new(year, month, day, hour, minute, second, 0).ok()?;
    let (offset_hours, offset_rest) = (pair(*oh1, *oh2)?, pair(*om1, *om2)?);
    let minutes = offset_hours * 60 + offset_rest;
    if offset_rest > 59 || (*sign == b'-' && minutes == 0) {
        return None;
    }
    let offset_minutes = if *sign == b'-' { -minutes } else { minutes };
    offset(offset_minutes)?;
    Some(Spelling::Usual { local, offset_minutes })
}

/// The value of two digits.
fn pair(tens: u8, ones: u8) -> Option<i16> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i16::from(byte - b'0'));
    Some(digit(tens)? * 10 + digit(ones)?)
}

fn offset(minutes: i16) -> Option<Offset> {
    Offset::from_seconds(i32::from(minutes) * 60).ok()
}

/// The moment that a text in an unusual spelling names.
fn timestamp_of(text: &str) -> Option<Timestamp> {
    let pieces = Pieces::parse(text.trim()).ok()?;
    let time = pieces.time().unwrap_or(civil::Time::midnight());
    let offset = offset_of(&pieces).unwrap_or(Offset::UTC);
    offset.to_timestamp(pieces.date().to_datetime(time)).ok()
}

fn offset_of(pieces: &Pieces<'_>) -> Option<Offset> {
    match pieces.offset()? {
        PiecesOffset::Numeric(offset) => Some(offset.offset()),
        // The only other kind is `Z`.
        _ => Some(Offset::UTC),
    }
}
