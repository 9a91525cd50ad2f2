//! Encoding.

use super::writer::Writer;

/// A value that can be written as JSON.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Encode, Writer, to_json};
///
/// struct Label {
///     title: String,
///     color: Option<String>,
/// }
///
/// impl Encode for Label {
///     fn encode(&self, json: &mut Writer) {
///         json.object(&[("title", &self.title), ("color", &self.color)]);
///     }
/// }
///
/// let label = Label { title: "vip".to_owned(), color: None };
/// assert_eq!(to_json(&label), r#"{"title":"vip"}"#);
/// ```
pub trait Encode {
    /// Writes this value: exactly one.
    fn encode(&self, json: &mut Writer);

    /// Whether a member with this value is left out of [`Writer::object`]; only `None` is.
    fn is_absent(&self) -> bool {
        false
    }
}

/// Encodes a value as JSON text, without white space.
///
/// # Examples
///
/// ```
/// assert_eq!(deskpro_runtime::to_json(&vec![1_u64, 2]), "[1,2]");
/// ```
pub fn to_json(value: &dyn Encode) -> String {
    let mut json = Writer::new();
    value.encode(&mut json);
    json.into_text()
}

/// `None` is left out of objects and written as `null` elsewhere.
impl<T: Encode> Encode for Option<T> {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        match self {
            Some(value) => value.encode(json),
            None => json.null(),
        }
    }

    #[inline]
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Encode> Encode for Vec<T> {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        self.as_slice().encode(json);
    }
}

impl<T: Encode> Encode for [T] {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        json.list(&mut self.iter().map(|item| item as &dyn Encode));
    }
}

impl<T: Encode + ?Sized> Encode for Box<T> {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        (**self).encode(json);
    }

    #[inline]
    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}

impl<T: Encode + ?Sized> Encode for &T {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        (**self).encode(json);
    }

    #[inline]
    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }
}
