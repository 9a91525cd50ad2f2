//! References to other resources.

use super::{id::Id, resource::Resource};
use crate::json::{Decode, Encode, Invalid, JsonReader, Kind, Writer};

/// A reference to another resource: its id, or the whole of it.
///
/// Which of both the API sends depends on the endpoint and on the `inline_sideloads` parameter
///.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Decode, Id, Invalid, JsonReader, Ref, Resource, from_json};
///
/// #[derive(Default)]
/// struct Person {
///     id: Id<Person>,
/// }
///
/// impl Decode for Person {
///     fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
///         json.object(&mut [("id", &mut self.id)])
///     }
/// }
///
/// impl Resource for Person {
///     const LINKED_AS: &'static str = "person";
///     fn id(&self) -> Id<Self> {
///         self.id
///     }
/// }
///
/// let people: Vec<Ref<Person>> = from_json(br#"[5, "6", {"id": 7}]"#)?;
/// assert_eq!(people.iter().map(|person| person.id().get()).collect::<Vec<_>>(), [5, 6, 7]);
/// assert!(people[0].object().is_none());
/// # Ok::<_, Invalid>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Ref<T> {
    /// Only the id.
    Id(Id<T>),
    /// The whole object.
    Object(Box<T>),
}

impl<T> Ref<T> {
    /// The object, where the whole of it was sent.
    pub fn object(&self) -> Option<&T> {
        match self {
            Self::Id(_) => None,
            Self::Object(object) => Some(object),
        }
    }
}

impl<T: Resource> Ref<T> {
    /// The id, in both cases.
    pub fn id(&self) -> Id<T> {
        match self {
            Self::Id(id) => *id,
            Self::Object(object) => object.id(),
        }
    }
}

impl<T> Default for Ref<T> {
    #[inline]
    fn default() -> Self {
        Self::Id(Id::default())
    }
}

impl<T> From<Id<T>> for Ref<T> {
    fn from(id: Id<T>) -> Self {
        Self::Id(id)
    }
}

impl<T> From<u64> for Ref<T> {
    fn from(id: u64) -> Self {
        Self::Id(id.into())
    }
}

impl<T: Decode + Default> Decode for Ref<T> {
    #[inline]
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        match json.kind() {
            Kind::Object => {
                let mut object = Box::<T>::default();
                object.decode(json)?;
                *self = Self::Object(object);
            }
            Kind::Number | Kind::String | Kind::Null => {
                let mut id = Id::default();
                id.decode(json)?;
                *self = Self::Id(id);
            }
            _ => return Err(json.unexpected("an id or an object")),
        }
        Ok(())
    }
}

impl<T: Encode> Encode for Ref<T> {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        match self {
            Self::Id(id) => id.encode(json),
            Self::Object(object) => object.encode(json),
        }
    }
}

crate::serde!(impl[T] Ref<T>);
