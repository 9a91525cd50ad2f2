//! Ids.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
    num::ParseIntError,
    str::FromStr,
};

use crate::json::{Decode, Encode, Invalid, JsonReader, Kind, Writer};

/// The id of a `T`, so that the id of a person is not taken for that of a ticket.
///
/// Read from a number or a text of digits, written as a number. `null` is read as 0, which no
/// helpdesk gives to anything (ids are numbers in values and texts in keys). Where the whole object
/// comes instead, its id is read and the rest dropped: a field that may hold either is a
/// [`Ref`](crate::Ref).
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Id, from_json};
///
/// struct Ticket;
///
/// let id: Id<Ticket> = from_json(br#""13""#)?;
/// assert_eq!(id, Id::from(13));
/// assert_eq!(id.to_string(), "13");
/// # Ok::<_, deskpro_runtime::Invalid>(())
/// ```
pub struct Id<T: ?Sized> {
    number: u64,
    of: PhantomData<fn() -> T>,
}

impl<T: ?Sized> Id<T> {
    /// The id with this number.
    #[inline]
    pub const fn new(number: u64) -> Self {
        Self { number, of: PhantomData }
    }

    /// The number.
    #[inline]
    pub const fn get(self) -> u64 {
        self.number
    }
}

impl<T: ?Sized> From<u64> for Id<T> {
    #[inline]
    fn from(number: u64) -> Self {
        Self::new(number)
    }
}

impl<T: ?Sized> From<Id<T>> for u64 {
    #[inline]
    fn from(id: Id<T>) -> Self {
        id.number
    }
}

impl<T: ?Sized> FromStr for Id<T> {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self::new)
    }
}

impl<T: ?Sized> Decode for Id<T> {
    #[inline]
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        decode(&mut self.number, json)
    }
}

/// Reads a number, or that of an object.
fn decode(number: &mut u64, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
    if json.kind() != Kind::Object {
        return number.decode(json);
    }
    let (start, mut id) = (json.clone(), None::<u64>);
    json.object(&mut [("id", &mut id)])?;
    *number = id.ok_or_else(|| start.unexpected("an id, or an object with one"))?;
    Ok(())
}

impl<T: ?Sized> Encode for Id<T> {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        self.number.encode(json);
    }
}

crate::serde!(impl[T: ?Sized] Id<T>);

// By hand, because a derive would ask the same of `T`.

impl<T: ?Sized> Clone for Id<T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Id<T> {}

impl<T: ?Sized> Default for Id<T> {
    #[inline]
    fn default() -> Self {
        Self::new(0)
    }
}

impl<T: ?Sized> PartialEq for Id<T> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl<T: ?Sized> Eq for Id<T> {}

impl<T: ?Sized> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: ?Sized> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number.cmp(&other.number)
    }
}

impl<T: ?Sized> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}

impl<T: ?Sized> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({})", self.number)
    }
}

impl<T: ?Sized> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.number, f)
    }
}
