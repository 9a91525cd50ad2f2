//! Types that several resources share.

use deskpro_runtime::{Decode, Encode, Holds, Invalid, JsonReader, Kind, Writer, kind};

/// Who gets it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Recipient {
    /// An address.
    Address(String),
    /// Whether all of them do.
    Everybody(bool),
    /// The number of a person.
    Number(i64),
}

impl From<String> for Recipient {
    #[inline]
    fn from(value: String) -> Self {
        Self::Address(value)
    }
}

impl From<&str> for Recipient {
    #[inline]
    fn from(value: &str) -> Self {
        Self::Address(value.into())
    }
}

impl From<bool> for Recipient {
    #[inline]
    fn from(value: bool) -> Self {
        Self::Everybody(value)
    }
}

impl From<i64> for Recipient {
    #[inline]
    fn from(value: i64) -> Self {
        Self::Number(value)
    }
}

impl Encode for Recipient {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        match self {
            Self::Address(value) => value.encode(json),
            Self::Everybody(value) => value.encode(json),
            Self::Number(value) => value.encode(json),
        }
    }
}

impl Decode for Recipient {
    #[inline]
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        match json.kind() {
            Kind::String => {
                let mut value = <String>::default();
                value.decode(json)?;
                *self = Self::Address(value);
                Ok(())
            }
            Kind::Boolean => {
                let mut value = <bool>::default();
                value.decode(json)?;
                *self = Self::Everybody(value);
                Ok(())
            }
            Kind::Number => {
                let mut value = <i64>::default();
                value.decode(json)?;
                *self = Self::Number(value);
                Ok(())
            }
            _ => Err(json.unexpected("a string, a boolean or a number")),
        }
    }
}

impl Holds<kind::Object<Self>> for Recipient {}

impl Default for Recipient {
    #[inline]
    fn default() -> Self {
        Self::Address(Default::default())
    }
}

deskpro_runtime::serde!(Recipient);
