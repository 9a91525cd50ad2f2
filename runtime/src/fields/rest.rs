//! All fields that have no place of their own.

use std::fmt;

use crate::{Decode, Invalid, JsonReader, Kind, Map};

/// The members of an object that nothing else takes, as a map.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Decode, Json, JsonReader, Map, Rest};
///
/// let (mut id, mut rest) = (0_u64, Map::<Json>::new());
/// let mut json = JsonReader::new(br#"{"id": 13, "color": "red"}"#);
/// let mut again = json.clone();
/// json.object(&mut [("id", &mut id)])?;
/// Rest::new(&mut rest, &[&["id"]]).decode(&mut again)?;
/// assert_eq!(rest.get("color").map(ToString::to_string).as_deref(), Some("\"red\""));
/// # Ok::<_, deskpro_runtime::Invalid>(())
/// ```
pub struct Rest<'r, V> {
    map: &'r mut Map<V>,
    taken: &'r [&'r [&'r str]],
}

impl<'r, V> Rest<'r, V> {
    /// Fills this map with the members that have none of these names.
    pub fn new(map: &'r mut Map<V>, taken: &'r [&'r [&'r str]]) -> Self {
        Self { map, taken }
    }
}

impl<V: Decode + Default> Decode for Rest<'_, V> {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        *self.map = Map::new();
        if json.kind() != Kind::Object {
            return json.skip();
        }
        let mut members = Vec::new();
        // What is described of these members nobody here knows.
        json.unwatched(|json| {
            json.object_with(&mut |name, json| {
                if self.taken.iter().any(|names| names.contains(&name)) {
                    return json.skip();
                }
                let mut value = V::default();
                value.decode(json)?;
                members.push((name.to_owned(), value));
                Ok(())
            })
        })?;
        // All at once, so that keeping the last of those with the same name does not take long.
        self.map.extend(members);
        Ok(())
    }
}

impl<V> fmt::Debug for Rest<'_, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rest").field("taken", &self.taken).finish_non_exhaustive()
    }
}
