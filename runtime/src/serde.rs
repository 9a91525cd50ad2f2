//! serde's traits, through `Encode` and `Decode`.
//!
//! A derive would cost compile time for every type and for everybody. Here a type only names
//! itself, and what serde needs is compiled where it is used.

use std::fmt;

#[doc(hidden)]
pub use ::serde::{Deserialize, Deserializer, Serialize, Serializer};
use ::serde::{
    de::{self, MapAccess, SeqAccess, Visitor},
    ser::{self, SerializeMap as _, SerializeSeq as _},
};

use crate::json::{Decode, Encode, Invalid, JsonReader, Kind, Writer, to_json};

/// Implements serde's `Serialize` and `Deserialize` for types that implement
/// [`Encode`](crate::Encode), and [`Decode`](crate::Decode) with `Default`.
///
/// What is serialized is what would be sent to the API, and what is deserialized is read as
/// leniently as what the API sends, with members that the type does not know kept in its
/// [`Extra`](crate::Extra). The format must describe itself, as JSON, YAML and TOML do.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Decode, Encode, Invalid, JsonReader, Writer};
///
/// #[derive(Debug, Default, PartialEq)]
/// struct Label {
///     title: String,
/// }
///
/// impl Encode for Label {
///     fn encode(&self, json: &mut Writer) {
///         json.object(&[("title", &self.title)]);
///     }
/// }
///
/// impl Decode for Label {
///     fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
///         json.object(&mut [("title", &mut self.title)])
///     }
/// }
///
/// deskpro_runtime::serde!(Label);
///
/// let label = Label { title: "vip".to_owned() };
/// let value = serde_json::to_value(&label)?;
/// assert_eq!(value, serde_json::json!({ "title": "vip" }));
/// assert_eq!(serde_json::from_value::<Label>(value)?, label);
/// # Ok::<_, serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! serde {
    (impl[$parameter:ident $(: $($bound:tt)+)?] $type:ty) => {
        impl<$parameter $(: $($bound)+)?> $crate::serde::Serialize for $type
        where
            Self: $crate::Encode,
        {
            fn serialize<S: $crate::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $crate::serde::serialize(self, to)
            }
        }

        impl<'de, $parameter $(: $($bound)+)?> $crate::serde::Deserialize<'de> for $type
        where
            Self: $crate::Decode + Default,
        {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::serde::deserialize(from)
            }
        }
    };
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::serde::Serialize for $type {
            #[inline]
            fn serialize<S: $crate::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $crate::serde::serialize(self, to)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $type {
            #[inline]
            fn deserialize<D: $crate::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::serde::deserialize(from)
            }
        }
    )+};
}

/// Serializes what the value encodes to.
#[doc(hidden)]
pub fn serialize<S: Serializer>(value: &dyn Encode, to: S) -> Result<S::Ok, S::Error> {
    Text(&to_json(value)).serialize(to)
}

/// Decodes the JSON of what is deserialized.
#[doc(hidden)]
pub fn deserialize<'de, D: Deserializer<'de>, T: Decode + Default>(from: D) -> Result<T, D::Error> {
    let text = from.deserialize_any(ToJson)?;
    // What a program stores and loads again must not lose anything.
    crate::json::from_json_keeping(text.as_bytes()).map_err(de::Error::custom)
}

/// JSON text that is serialized as what it says.
struct Text<'t>(&'t str);

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut json = JsonReader::new(self.0.as_bytes());
        match json.kind() {
            Kind::Object => serialize_object(&mut json, to),
            Kind::List => serialize_list(&mut json, to),
            Kind::String => json.text(|text| to.serialize_str(text)).map_err(broken)?,
            Kind::Number => serialize_number(self.0, to),
            Kind::Boolean => to.serialize_bool(self.0 == "true"),
            Kind::Null | Kind::Nothing => to.serialize_unit(),
        }
    }
}

fn serialize_object<S: Serializer>(json: &mut JsonReader<'_>, to: S) -> Result<S::Ok, S::Error> {
    let mut members = Vec::new();
    let read = json.object_with(&mut |name, json| {
        members.push((name.to_owned(), Text(json.raw()?)));
        Ok(())
    });
    read.map_err(broken)?;
    let mut map = to.serialize_map(Some(members.len()))?;
    for (name, value) in &members {
        map.serialize_entry(name, value)?;
    }
    map.end()
}

fn serialize_list<S: Serializer>(json: &mut JsonReader<'_>, to: S) -> Result<S::Ok, S::Error> {
    let mut items = Vec::new();
    let read = json.list_with(&mut |json| {
        items.push(Text(json.raw()?));
        Ok(())
    });
    read.map_err(broken)?;
    let mut list = to.serialize_seq(Some(items.len()))?;
    for item in &items {
        list.serialize_element(item)?;
    }
    list.end()
}

fn serialize_number<S: Serializer>(number: &str, to: S) -> Result<S::Ok, S::Error> {
    if let Ok(number) = number.parse() {
        return to.serialize_u64(number);
    }
    if let Ok(number) = number.parse() {
        return to.serialize_i64(number);
    }
    to.serialize_f64(number.parse().map_err(ser::Error::custom)?)
}

/// Only a hand-written `Encode` that writes no valid JSON comes here.
fn broken<E: ser::Error>(invalid: Invalid) -> E {
    E::custom(invalid)
}

/// Turns whatever is deserialized into JSON text.
struct ToJson;

impl<'de> de::DeserializeSeed<'de> for ToJson {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<String, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ToJson {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON can say")
    }

    fn visit_bool<E>(self, value: bool) -> Result<String, E> {
        Ok(to_json(&value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<String, E> {
        Ok(to_json(&value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<String, E> {
        Ok(to_json(&value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<String, E> {
        Ok(to_json(&value))
    }

    fn visit_str<E>(self, value: &str) -> Result<String, E> {
        Ok(to_json(&value))
    }

    fn visit_unit<E>(self) -> Result<String, E> {
        Ok("null".to_owned())
    }

    fn visit_none<E>(self) -> Result<String, E> {
        Ok("null".to_owned())
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<String, D::Error> {
        from.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<String, D::Error> {
        from.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<String, A::Error> {
        let mut texts = Vec::new();
        while let Some(item) = items.next_element_seed(ToJson)? {
            texts.push(Raw(item));
        }
        Ok(to_json(&texts))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<String, A::Error> {
        let mut texts = Vec::new();
        while let Some((name, value)) = members.next_entry_seed(ToJson, ToJson)? {
            let name: String =
                crate::json::from_json(name.as_bytes()).map_err(de::Error::custom)?;
            texts.push((name, Raw(value)));
        }
        let mut json = Writer::new();
        json.members(&mut texts.iter().map(|(name, value)| (name.as_str(), value as &dyn Encode)));
        Ok(json.into_text())
    }
}

/// JSON text that is already encoded.
struct Raw(String);

impl Encode for Raw {
    fn encode(&self, json: &mut Writer) {
        json.raw(&self.0);
    }
}
