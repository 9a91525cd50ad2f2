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
/// let set = Set::from("Printer on fire".to_owned());
/// let clear: Set<String> = Clear.into();
/// assert_eq!(to_json(&set), r#""Printer on fire""#);
/// assert_eq!(to_json(&clear), "null");
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

/// What a setter of a nullable field takes: a value, [`Clear`], or an `Option` of which `None`
/// clears.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Clear, IntoSet, to_json};
///
/// fn subject(subject: impl IntoSet<String>) -> String {
///     to_json(&subject.into_set())
/// }
///
/// assert_eq!(subject("Printer on fire"), r#""Printer on fire""#);
/// assert_eq!(subject(Clear), "null");
/// assert_eq!(subject(None::<String>), "null");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be what the field is set to",
    label = "the field takes a `{T}`, an `Option` of one, or `Clear`"
)]
pub trait IntoSet<T> {
    /// What becomes of the field.
    fn into_set(self) -> Set<T>;
}

impl<T> IntoSet<T> for Set<T> {
    fn into_set(self) -> Set<T> {
        self
    }
}

impl<T> IntoSet<T> for Clear {
    fn into_set(self) -> Set<T> {
        Set::Clear
    }
}

impl<T: Encode> IntoSet<T> for T {
    fn into_set(self) -> Set<T> {
        Set::To(self)
    }
}

impl<T> IntoSet<T> for Option<T> {
    fn into_set(self) -> Set<T> {
        self.into()
    }
}

impl<R> IntoSet<Id<R>> for Option<u64> {
    fn into_set(self) -> Set<Id<R>> {
        self.map(Id::from).into()
    }
}

impl IntoSet<String> for Option<&str> {
    fn into_set(self) -> Set<String> {
        self.map(str::to_owned).into()
    }
}

impl<R> IntoSet<Id<R>> for u64 {
    fn into_set(self) -> Set<Id<R>> {
        Set::To(self.into())
    }
}

impl<R> IntoSet<Ref<R>> for u64 {
    fn into_set(self) -> Set<Ref<R>> {
        Set::To(self.into())
    }
}

impl<R> IntoSet<Ref<R>> for Id<R> {
    fn into_set(self) -> Set<Ref<R>> {
        Set::To(self.into())
    }
}

impl IntoSet<String> for &str {
    fn into_set(self) -> Set<String> {
        Set::To(self.to_owned())
    }
}

impl IntoSet<Sensitive<String>> for &str {
    fn into_set(self) -> Set<Sensitive<String>> {
        Set::To(self.into())
    }
}

impl IntoSet<Sensitive<String>> for String {
    fn into_set(self) -> Set<Sensitive<String>> {
        Set::To(self.into())
    }
}

impl IntoSet<DateTime> for jiff::Timestamp {
    fn into_set(self) -> Set<DateTime> {
        Set::To(self.into())
    }
}

impl IntoSet<Date> for jiff::civil::Date {
    fn into_set(self) -> Set<Date> {
        Set::To(self.into())
    }
}

impl<T, U: Into<T>, const N: usize> IntoSet<Vec<T>> for [U; N] {
    fn into_set(self) -> Set<Vec<T>> {
        Set::To(self.into_iter().map(Into::into).collect())
    }
}

impl IntoSet<Vec<String>> for Vec<&str> {
    fn into_set(self) -> Set<Vec<String>> {
        Set::To(self.into_iter().map(str::to_owned).collect())
    }
}

impl<R> IntoSet<Vec<Id<R>>> for Vec<u64> {
    fn into_set(self) -> Set<Vec<Id<R>>> {
        Set::To(self.into_iter().map(Id::from).collect())
    }
}

impl<K: Into<String>, V, const N: usize> IntoSet<Map<V>> for [(K, V); N] {
    fn into_set(self) -> Set<Map<V>> {
        Set::To(self.into())
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
