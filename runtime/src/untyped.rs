//! Resources whose shape is not known.

use std::{fmt, marker::PhantomData, ops::Deref};

use crate::{
    Decode, Encode, Fields, Id, Invalid, Json, JsonReader, Kind, Resource, Writer, from_json,
    to_json,
};

/// A resource whose shape is not known: any JSON, with a name for it.
///
/// It stands wherever a resource does, so that its id is none of another resource.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Id, Resource, Untyped, UntypedKind, from_json};
///
/// /// What a brand is called where types are told apart.
/// enum BrandKind {}
///
/// impl UntypedKind for BrandKind {
///     const LINKED_AS: &'static str = "brand";
/// }
///
/// type Brand = Untyped<BrandKind>;
///
/// let brand: Brand = from_json(br#"{"id": "7", "name": "Example"}"#)?;
/// assert_eq!(brand.id(), Id::from(7));
/// assert_eq!(brand["name"], "Example");
/// # Ok::<_, deskpro_runtime::Invalid>(())
/// ```
pub struct Untyped<K> {
    json: Json,
    kind: PhantomData<fn() -> K>,
}

/// What an [`Untyped`] stands for: a type without values, one per resource.
pub trait UntypedKind {
    /// The name under which these are found in the `linked` part of a response; empty where they are
    /// never there.
    const LINKED_AS: &'static str = "";
}

impl<K> Untyped<K> {
    /// The JSON itself.
    pub fn into_json(self) -> Json {
        self.json
    }
}

impl<K> From<Json> for Untyped<K> {
    fn from(json: Json) -> Self {
        Self { json, kind: PhantomData }
    }
}

impl<K> From<Untyped<K>> for Json {
    fn from(untyped: Untyped<K>) -> Self {
        untyped.json
    }
}

impl<K> Deref for Untyped<K> {
    type Target = Json;

    fn deref(&self) -> &Json {
        &self.json
    }
}

/// The id is the member `id`, be it a number or its digits; 0 where there is none.
impl<K: UntypedKind> Resource for Untyped<K> {
    const LINKED_AS: &'static str = K::LINKED_AS;

    fn id(&self) -> Id<Self> {
        // Read as all other ids are. What is no id is that of nothing.
        let id = self.json.get("id").map(|id| from_json(to_json(id).as_bytes()));
        id.and_then(Result::ok).unwrap_or_default()
    }
}

impl<K> Fields<Self> for Untyped<K> {}

impl<K> Decode for Untyped<K> {
    #[inline]
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        self.json.decode(json)
    }

    fn takes_empty(&self, kind: Kind) -> bool {
        self.json.takes_empty(kind)
    }
}

impl<K> Encode for Untyped<K> {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        self.json.encode(json);
    }
}

crate::serde!(impl[K] Untyped<K>);

// By hand, because a derive would ask the same of `K`.

impl<K> Clone for Untyped<K> {
    fn clone(&self) -> Self {
        self.json.clone().into()
    }
}

impl<K> Default for Untyped<K> {
    fn default() -> Self {
        Json::Null.into()
    }
}

impl<K> PartialEq for Untyped<K> {
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json
    }
}

/// Shows the JSON.
impl<K> fmt::Debug for Untyped<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.json.fmt(f)
    }
}
