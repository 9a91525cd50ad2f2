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
    let ([date, hours, seconds], []) = text.as_bytes().as_chunks() else {
        return None;
    };
    let is_negative = seconds[3] == b'-';
    let [y1, y2, y3, y4, _, m1, m2, _] = digits(*date, *b"0000-00-")?;
    let [d1, d2, _, h1, h2, _, i1, i2] = digits(*hours, *b"00T00:00")?;
    let sign = if is_negative { *b":00-0000" } else { *b":00+0000" };
    let [_, s1, s2, _, oh1, oh2, om1, om2] = digits(*seconds, sign)?;
    let year = i16::from(pair(y1, y2)) * 100 + i16::from(pair(y3, y4));
    let (month, day) = (pair(m1, m2), pair(d1, d2));
    let (hour, minute, second) = (pair(h1, h2), pair(i1, i2), pair(s1, s2));
    let local = civil::DateTime::new(year, month, day, hour, minute, second, 0).ok()?;
    let (offset_hours, offset_rest) = (i16::from(pair(oh1, oh2)), i16::from(pair(om1, om2)));
    let minutes = offset_hours * 60 + offset_rest;
    if offset_rest > 59 || (is_negative && minutes == 0) {
        return None;
    }
    let offset_minutes = if is_negative { -minutes } else { minutes };
    offset(offset_minutes)?;
    Some(Spelling::Usual { local, offset_minutes })
}

/// The digits of eight bytes that are spelled like `layout`, which has a `0` for each of them; in the
/// other places is 0.
#[inline]
fn digits(bytes: [u8; 8], layout: [u8; 8]) -> Option<[u8; 8]> {
    const TOP_BITS: u64 = 0x8080_8080_8080_8080;
    // A byte of this is at most 9 where there is a digit, and 0 where there is what the layout has.
    let found = u64::from_le_bytes(bytes) ^ u64::from_le_bytes(layout);
    // What is too large for its place reaches the top bit, or has it already.
    let room = layout.map(|place| if place == b'0' { 0x7F - 9 } else { 0x7F });
    let too_large = (found | found.wrapping_add(u64::from_le_bytes(room))) & TOP_BITS;
    (too_large == 0).then(|| found.to_le_bytes())
}

/// The value of two digits.
#[inline]
fn pair(tens: u8, ones: u8) -> i8 {
    // At most 99.
    (tens * 10 + ones) as i8
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
