//! Types that several resources share.

use deskpro_runtime::{Decode, Encode, Holds, Invalid, JsonReader, Writer, kind};

/// How soon somebody should look at it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Urgency {
    /// Within two hours.
    ///
    /// `2-hours` in the JSON.
    V2Hours,
    /// At once.
    ///
    /// `high` in the JSON.
    AtOnce,
    /// When there is time.
    ///
    /// `low` in the JSON.
    Low,
    /// A value that this crate does not know; its text is kept.
    Unknown(String),
}

impl Urgency {
    /// The value as the API spells it.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::V2Hours => "2-hours",
            Self::AtOnce => "high",
            Self::Low => "low",
            Self::Unknown(text) => text,
        }
    }
}

impl From<&str> for Urgency {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "2-hours" => Self::V2Hours,
            "high" => Self::AtOnce,
            "low" => Self::Low,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl Default for Urgency {
    #[inline]
    fn default() -> Self {
        Self::Unknown(String::new())
    }
}

impl std::fmt::Display for Urgency {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Decode for Urgency {
    #[inline]
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.listed(self)
    }
}

impl Encode for Urgency {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        json.string(self.as_str());
    }
}

impl Holds<kind::Enum<Self>> for Urgency {}

deskpro_runtime::serde!(Urgency);
