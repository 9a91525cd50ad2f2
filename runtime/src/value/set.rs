//! What an update does to a nullable field.

use super::{
    date::Date, date_time::DateTime, id::Id, map::Map, reference::Ref, sensitive::Sensitive,
};
use crate::json::{Decode, Encode, Invalid, JsonReader, Kind, Writer};

/// Clears a nullable field in an update: `client.tickets().update(13).agent(Clear)`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
// It implements no `Encode`: only so can `Set` be made from it and from everything that does.
pub struct Clear;

/// What an update does to a nullable field that it names: clear it, or set it.
///
/// A field that an update does not name stays as it is, so there are three things that can happen
/// to it.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Clear, Set, to_json};
///
/// fn subject(subject: impl Into<Set<String>>) -> String {
///     to_json(&subject.into())
/// }
///
/// assert_eq!(subject("Printer on fire"), r#""Printer on fire""#);
/// assert_eq!(subject(Clear), "null");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Set<T> {
    /// The field is set to `null`.
    #[default]
    Clear,
    /// The field is set to this value.
    To(T),
}

impl<T> From<Clear> for Set<T> {
    fn from(_: Clear) -> Self {
        Self::Clear
    }
}

impl<T: Encode> From<T> for Set<T> {
    fn from(value: T) -> Self {
        Self::To(value)
    }
}

/// `None` clears.
impl<T> From<Option<T>> for Set<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Clear, Self::To)
    }
}

impl<R> From<u64> for Set<Id<R>> {
    fn from(id: u64) -> Self {
        Self::To(id.into())
    }
}

impl<R> From<u64> for Set<Ref<R>> {
    fn from(id: u64) -> Self {
        Self::To(id.into())
    }
}

impl<R> From<Id<R>> for Set<Ref<R>> {
    fn from(id: Id<R>) -> Self {
        Self::To(id.into())
    }
}

impl From<&str> for Set<String> {
    fn from(text: &str) -> Self {
        Self::To(text.to_owned())
    }
}

impl From<&str> for Set<Sensitive<String>> {
    fn from(text: &str) -> Self {
        Self::To(text.into())
    }
}

impl From<String> for Set<Sensitive<String>> {
    fn from(text: String) -> Self {
        Self::To(text.into())
    }
}

impl From<jiff::Timestamp> for Set<DateTime> {
    fn from(moment: jiff::Timestamp) -> Self {
        Self::To(moment.into())
    }
}

impl From<jiff::civil::Date> for Set<Date> {
    fn from(day: jiff::civil::Date) -> Self {
        Self::To(day.into())
    }
}

impl<T, U: Into<T>, const N: usize> From<[U; N]> for Set<Vec<T>> {
    fn from(items: [U; N]) -> Self {
        Self::To(items.into_iter().map(Into::into).collect())
    }
}

impl From<Vec<&str>> for Set<Vec<String>> {
    fn from(items: Vec<&str>) -> Self {
        Self::To(items.into_iter().map(str::to_owned).collect())
    }
}

impl<R> From<Vec<u64>> for Set<Vec<Id<R>>> {
    fn from(ids: Vec<u64>) -> Self {
        Self::To(ids.into_iter().map(Id::from).collect())
    }
}

impl<K: Into<String>, V, const N: usize> From<[(K, V); N]> for Set<Map<V>> {
    fn from(entries: [(K, V); N]) -> Self {
        Self::To(entries.into())
    }
}

/// `null` is read as [`Set::Clear`].
impl<T: Decode + Default> Decode for Set<T> {
    #[inline]
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let mut value = None::<T>;
        value.decode(json)?;
        *self = value.into();
        Ok(())
    }

    fn takes_empty(&self, kind: Kind) -> bool {
        T::default().takes_empty(kind)
    }
}

/// [`Set::Clear`] is written as `null`, not left out.
impl<T: Encode> Encode for Set<T> {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        match self {
            Self::Clear => json.null(),
            Self::To(value) => value.encode(json),
        }
    }
}

crate::serde!(impl[T] Set<T>);
