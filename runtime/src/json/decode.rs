//! Decoding in place.

use super::{invalid::Invalid, kind::Kind, reader::JsonReader};

/// A value that can be read from JSON into the place where it stands.
///
/// The value is overwritten as far as the JSON speaks of it. `null` has to set it to its default:
/// this is how a repeated member is undone before its last occurrence is read.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Decode, Invalid, JsonReader, from_json};
///
/// #[derive(Default)]
/// struct Label {
///     id: u64,
///     title: String,
/// }
///
/// impl Decode for Label {
///     fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
///         json.object(&mut [("id", &mut self.id), ("title", &mut self.title)])
///     }
/// }
///
/// let label: Label = from_json(br#"{"id": "3", "title": "vip", "color": null}"#)?;
/// assert_eq!((label.id, label.title.as_str()), (3, "vip"));
/// # Ok::<_, Invalid>(())
/// ```
pub trait Decode {
    /// Reads the next value into `self`.
    ///
    /// # Errors
    ///
    /// When the value is malformed or of a kind that this type does not take.
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid>;

    /// Whether an empty value of this kind (`""`, `[]` or `{}`) means something else than
    /// "nothing" for this type.
    ///
    /// Asked by `Option`: the API writes `""`, `[]` and `{}` for `null` here and there. A text
    /// answers true for [`Kind::String`], a list for [`Kind::List`]; all others keep the default,
    /// false.
    fn takes_empty(&self, _kind: Kind) -> bool {
        false
    }
}

/// Decodes a whole JSON text. Members that the type does not know are dropped.
///
/// # Errors
///
/// When the text is malformed, does not fit the type, or is followed by anything else.
///
/// # Examples
///
/// ```
/// let ids: Vec<u64> = deskpro_runtime::from_json(br#"[1, "2", 3.0]"#)?;
/// assert_eq!(ids, [1, 2, 3]);
/// # Ok::<_, deskpro_runtime::Invalid>(())
/// ```
pub fn from_json<T: Decode + Default>(bytes: &[u8]) -> Result<T, Invalid> {
    let mut value = T::default();
    decode_all(&mut value, JsonReader::new(bytes))?;
    Ok(value)
}

/// Decodes a whole JSON text, and keeps what the type does not know in its
/// [`Extra`](crate::Extra)s, where it has them.
///
/// # Errors
///
/// Those of [`from_json`].
///
/// # Examples
///
/// What serde's `Deserialize` reads is read so, too. For a type with an `Extra`, see there.
///
/// ```
/// let ids: Vec<u64> = deskpro_runtime::from_json_keeping(b"[1, 2]")?;
/// assert_eq!(ids, [1, 2]);
/// # Ok::<_, deskpro_runtime::Invalid>(())
/// ```
pub fn from_json_keeping<T: Decode + Default>(bytes: &[u8]) -> Result<T, Invalid> {
    let mut value = T::default();
    decode_all(&mut value, JsonReader::new(bytes).keeping_unknown(true))?;
    Ok(value)
}

fn decode_all(value: &mut dyn Decode, mut json: JsonReader<'_>) -> Result<(), Invalid> {
    value.decode(&mut json)?;
    json.end()
}

/// `None` from `null`, and from `""`, `[]` and `{}` where they mean nothing to `T`.
impl<T: Decode + Default> Decode for Option<T> {
    #[inline]
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        if json.take_word("null") {
            *self = None;
            return Ok(());
        }
        if json.is_empty_value() && !T::default().takes_empty(json.kind()) {
            *self = None;
            return json.skip();
        }
        self.insert(T::default()).decode(json)
    }

    fn takes_empty(&self, kind: Kind) -> bool {
        T::default().takes_empty(kind)
    }
}

/// From a list; from `null` and `""` as an empty one, from an object as the list of its values.
impl<T: Decode + Default> Decode for Vec<T> {
    #[inline]
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        self.clear();
        json.list_with(&mut |json| {
            let mut item = T::default();
            item.decode(json)?;
            json.take_memory(size_of::<T>())?;
            self.push(item);
            Ok(())
        })
    }

    fn takes_empty(&self, kind: Kind) -> bool {
        matches!(kind, Kind::List | Kind::Object)
    }
}

impl<T: Decode> Decode for Box<T> {
    #[inline]
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        (**self).decode(json)
    }

    fn takes_empty(&self, kind: Kind) -> bool {
        (**self).takes_empty(kind)
    }
}
