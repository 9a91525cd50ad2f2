//! Values that must not get into logs.

use std::fmt;

use crate::json::{Decode, Encode, Invalid, JsonReader, Kind, Writer};

/// A value that `Debug` and errors do not show.
///
/// It has no `Display`. Encoding and serializing pass it through: it is what the API wants to
/// have, or what a program stores.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Sensitive, from_json};
///
/// let password: Sensitive<String> = from_json(br#""opensesame""#)?;
/// assert_eq!(format!("{password:?}"), "Sensitive(..)");
/// assert_eq!(password.expose(), "opensesame");
/// # Ok::<_, deskpro_runtime::Invalid>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Sensitive<T>(T);

impl<T> Sensitive<T> {
    /// The value itself.
    pub fn expose(&self) -> &T {
        &self.0
    }

    /// The value itself, taken out.
    pub fn into_exposed(self) -> T {
        self.0
    }
}

impl<T> From<T> for Sensitive<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl From<&str> for Sensitive<String> {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl<T> fmt::Debug for Sensitive<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sensitive(..)")
    }
}

impl<T: Decode> Decode for Sensitive<T> {
    #[inline]
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        self.0.decode(json).map_err(Invalid::concealed)
    }

    fn takes_empty(&self, kind: Kind) -> bool {
        self.0.takes_empty(kind)
    }
}

impl<T: Encode> Encode for Sensitive<T> {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        self.0.encode(json);
    }

    #[inline]
    fn is_absent(&self) -> bool {
        self.0.is_absent()
    }
}

crate::serde!(impl[T] Sensitive<T>);
