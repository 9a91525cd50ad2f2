//! Which types send what an API takes.

use super::kind::{
    Any, Boolean, Day, Enum, Id, Integer, List, Map, Moment, Number, Object, Secret, Text,
};
use crate::{Date, DateTime, Encode, Json, Sensitive};

/// A type whose every value can be sent where the API takes a `K`.
///
/// Implement it for types of your own to use them in structs with
/// `#[deskpro_resource(tickets.create)]`: it says what the type stands for, while [`Encode`] says how
/// it is written. What converts into a generated type ([`Into`]) can be sent in its place.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Encode, Sends, Writer, kind};
///
/// struct Subject(String);
///
/// impl Encode for Subject {
///     fn encode(&self, json: &mut Writer) {
///         self.0.encode(json);
///     }
/// }
///
/// impl Sends<kind::Text> for Subject {}
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as `{K}`",
    label = "cannot be sent as that",
    note = "for a type of your own, implement `Encode` and `Sends`"
)]
pub trait Sends<K>: Encode {}

impl Sends<Text> for String {}
impl Sends<Text> for &str {}
impl Sends<Integer> for i64 {}
impl Sends<Integer> for i32 {}
impl Sends<Integer> for u32 {}
impl Sends<Number> for f64 {}
impl Sends<Boolean> for bool {}
impl Sends<Moment> for DateTime {}
impl Sends<Day> for Date {}
impl Sends<Any> for Json {}
impl<R> Sends<Id<R>> for crate::Id<R> {}
impl<R> Sends<Id<R>> for u64 {}

impl<E, T: Encode + Into<E>> Sends<Enum<E>> for T {}
impl<M, T: Encode + Into<M>> Sends<Object<M>> for T {}
impl<K, T: Sends<K>> Sends<List<K>> for Vec<T> {}
impl<K, T: Sends<K>> Sends<Map<K>> for crate::Map<T> {}
impl<K, T: Sends<K>> Sends<Secret<K>> for Sensitive<T> {}
