//! Which types hold what an API sends.

use super::Fields;
use super::kind::{
    Any, Boolean, Day, Enum, Id, Integer, List, Map, Moment, Nullable, Number, Object, Reference,
    Secret, Text,
};
use crate::{Date, DateTime, Decode, Json, Ref, Sensitive};

/// A type that holds every value of kind `K` that the API can send.
///
/// Implement it for types of your own to use them in structs with `#[deskpro_resource(...)]`: it
/// says what the type holds, while [`Decode`] says how it is read. A type that holds [`Text`] also
/// holds every enumeration.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Decode, Holds, Invalid, JsonReader, kind};
///
/// /// A subject, whose length is known.
/// #[derive(Default)]
/// struct Subject {
///     text: String,
///     characters: usize,
/// }
///
/// impl Decode for Subject {
///     fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
///         self.text.decode(json)?;
///         self.characters = self.text.chars().count();
///         Ok(())
///     }
/// }
///
/// impl Holds<kind::Text> for Subject {}
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold every `{K}`",
    label = "cannot hold it",
    note = "for a type of your own, implement `Decode` and `Holds`"
)]
pub trait Holds<K>: Decode + Default {}

impl Holds<Text> for String {}
impl Holds<Moment> for String {}
impl Holds<Day> for String {}
impl Holds<Integer> for i64 {}
impl Holds<Number> for f64 {}
impl Holds<Boolean> for bool {}
impl Holds<Moment> for DateTime {}
impl Holds<Day> for Date {}
impl<R> Holds<Id<R>> for crate::Id<R> {}
impl<R> Holds<Id<R>> for u64 {}

/// The object may be a struct of the user's own.
impl<M, T: Fields<M>> Holds<Reference<M>> for Ref<T> {}
impl<M, T: Fields<M>> Holds<Object<M>> for T {}

impl<E, T: Holds<Text>> Holds<Enum<E>> for T {}
impl<K, T: Holds<K>> Holds<List<K>> for Vec<T> {}
impl<K, T: Holds<K>> Holds<Map<K>> for crate::Map<T> {}
impl<K, T: Holds<K>> Holds<Nullable<K>> for Option<T> {}
impl<K, T: Holds<K>> Holds<Secret<K>> for Sensitive<T> {}

/// JSON holds whatever there is.
impl<M> Fields<M> for Json {}

macro_rules! json_holds {
    ($($kind:ty $(, $of:ident)?;)*) => {$(
        impl$(<$of>)? Holds<$kind> for Json {}
    )*};
}

json_holds! {
    Text;
    Integer;
    Number;
    Boolean;
    Moment;
    Day;
    Any;
    Id<R>, R;
    Reference<R>, R;
    List<K>, K;
    Map<K>, K;
    Nullable<K>, K;
}
