//! The members of an object that its description does not know.

use std::fmt;

use super::{
    decode::from_json, encode::Encode, free::Json, invalid::Invalid, reader::JsonReader,
    writer::Writer,
};

/// The members of an object that the description does not know, in the order of those of a [`Json`].
///
/// They are kept only where that was asked for: of one request with
/// [`Request::keep_unknown`](crate::Request::keep_unknown), of all of a client with
/// [`ClientBuilder::keep_unknown`](crate::ClientBuilder::keep_unknown), and always where serde
/// deserializes, so that what a program stores loses nothing. What is kept is also written again.
///
/// A member with a number beyond the range of a double is dropped even so.
///
/// As large as a pointer while it is empty. `Debug` shows the names only: nobody knows whether one
/// of the values is a secret.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Decode, Extra, Invalid, Json, JsonReader, from_json, from_json_keeping};
///
/// #[derive(Default)]
/// struct Label {
///     title: String,
///     extra: Extra,
/// }
///
/// impl Decode for Label {
///     fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
///         json.object_and(&mut [("title", &mut self.title)], &mut self.extra)
///     }
/// }
///
/// let text = br#"{"title": "vip", "shade": 7}"#;
/// let label: Label = from_json_keeping(text)?;
/// assert_eq!(label.extra.get("shade"), Some(&Json::from(7)));
/// let label: Label = from_json(text)?;
/// assert!(label.extra.is_empty());
/// # Ok::<_, Invalid>(())
/// ```
// Never `Some` of an empty map, so that equality can be derived.
#[derive(Clone, Default, PartialEq)]
pub struct Extra(Option<Box<serde_json::Map<String, Json>>>);

impl Extra {
    /// The value of a member.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.0.as_ref()?.get(name)
    }

    /// All members with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.0.iter().flat_map(|members| members.iter().map(|(name, value)| (name.as_str(), value)))
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |members| members.len())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Sets a member and returns the value that it had.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Json>) -> Option<Json> {
        self.0.get_or_insert_default().insert(name.into(), value.into())
    }

    /// Takes a member out and returns its value.
    pub fn remove(&mut self, name: &str) -> Option<Json> {
        let members = self.0.as_mut()?;
        let value = members.remove(name);
        if members.is_empty() {
            self.0 = None;
        }
        value
    }

    /// Reads the value of a member. Of members with the same name the last one counts.
    pub(super) fn read(&mut self, name: &str, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let raw = json.raw()?;
        match from_json::<Json>(raw.as_bytes()) {
            Ok(value) => self.insert(name, value),
            // A number that nothing can hold. Nobody asked for it, so it must not fail the object.
            Err(_) => self.remove(name),
        };
        Ok(())
    }
}

impl<'a> JsonReader<'a> {
    /// The same reader, which now keeps members that nothing knows, or skips them.
    ///
    /// A new reader skips them.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::{Extra, JsonReader};
    ///
    /// let (mut id, mut extra) = (0_u64, Extra::default());
    /// let mut json = JsonReader::new(br#"{"id": 7, "new": true}"#).keeping_unknown(true);
    /// json.object_and(&mut [("id", &mut id)], &mut extra)?;
    /// assert_eq!((id, extra.len()), (7, 1));
    /// # Ok::<_, deskpro_runtime::Invalid>(())
    /// ```
    #[must_use]
    pub fn keeping_unknown(mut self, keeps: bool) -> Self {
        self.keeps_unknown = keeps;
        self
    }

    /// Whether members that nothing knows are kept.
    pub fn keeps_unknown(&self) -> bool {
        self.keeps_unknown
    }
}

impl Writer {
    /// Writes an object, as [`object`](Self::object) does, and behind its members the extra ones.
    ///
    /// Where an extra one has the name of a member that is written, the member counts.
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::{Extra, Writer};
    ///
    /// let mut extra = Extra::default();
    /// extra.insert("shade", 7);
    /// let mut json = Writer::new();
    /// json.object_and(&[("id", &3_u64)], &extra);
    /// assert_eq!(json.into_text(), r#"{"id":3,"shade":7}"#);
    /// ```
    pub fn object_and(&mut self, members: &[(&'static str, &dyn Encode)], extra: &Extra) {
        let present = members.iter().filter(|(_, value)| !value.is_absent()).copied();
        let is_written =
            |name: &str| members.iter().any(|(known, value)| *known == name && !value.is_absent());
        let extra = extra
            .iter()
            .filter(|(name, _)| !is_written(name))
            .map(|(name, value)| (name, value as &dyn Encode));
        self.members(&mut present.chain(extra));
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(|(name, _)| name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{Extra, Json};

    #[test]
    fn an_empty_one_is_as_large_as_a_pointer() {
        assert_eq!(size_of::<Extra>(), size_of::<usize>());
    }

    #[test]
    fn it_can_be_changed_and_an_emptied_one_equals_an_empty_one() {
        let mut extra = Extra::default();
        assert_eq!(extra.insert("b", 1), None);
        assert_eq!(extra.insert("a", "x"), None);
        assert_eq!(extra.insert("b", 2), Some(Json::from(1)));
        assert_eq!((extra.len(), extra.is_empty()), (2, false));
        let members: Vec<_> = extra.iter().collect();
        assert_eq!(members, [("a", &Json::from("x")), ("b", &Json::from(2))]);
        assert_eq!(extra.remove("c"), None);
        assert_eq!(extra.remove("a"), Some(Json::from("x")));
        assert_eq!(extra.remove("b"), Some(Json::from(2)));
        assert_eq!((extra.len(), extra), (0, Extra::default()));
    }

    #[test]
    fn debug_shows_no_values() {
        let mut extra = Extra::default();
        extra.insert("token", "secret");
        assert_eq!(format!("{extra:?}"), r#"{"token"}"#);
    }
}
