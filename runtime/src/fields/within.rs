//! Fields of an object within an object.

use std::fmt;

use crate::{Decode, Invalid, JsonReader, Kind};

/// The slot of an object of which only some members are wanted: `organization.name`.
///
/// What is no object, such as the id of a resource that was not sent along, sets these members to
/// what `null` means for them.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{JsonReader, Within};
///
/// let (mut id, mut name) = (0_u64, None::<String>);
/// let mut json = JsonReader::new(br#"{"id": 13, "organization": {"name": "Example"}}"#);
/// json.object(&mut [
///     ("id", &mut id),
///     ("organization", &mut Within::new(&mut [("name", &mut name)])),
/// ])?;
/// assert_eq!(name.as_deref(), Some("Example"));
/// # Ok::<_, deskpro_runtime::Invalid>(())
/// ```
pub struct Within<'w, 's>(&'w mut [(&'static str, &'s mut dyn Decode)]);

impl<'w, 's> Within<'w, 's> {
    /// The slots of the members that are wanted.
    pub fn new(slots: &'w mut [(&'static str, &'s mut dyn Decode)]) -> Self {
        Self(slots)
    }
}

impl Decode for Within<'_, '_> {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        match json.kind() {
            Kind::Object | Kind::List => json.object(self.0),
            _ => {
                json.skip()?;
                JsonReader::new(b"null").object(self.0)
            }
        }
    }
}

impl fmt::Debug for Within<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}
