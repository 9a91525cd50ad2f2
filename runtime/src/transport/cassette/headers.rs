//! What a cassette keeps of headers.

use http::{HeaderMap, HeaderName, HeaderValue};

use super::{
    host::OwnHost,
    raw::{from_base64, to_base64},
};
use crate::{Decode, Encode, Invalid, JsonReader, Kind, Writer, mask::Mask};

/// Headers without their secrets, in the order of their names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Headers(Vec<(String, Vec<Value>)>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Text(String),
    Binary(Vec<u8>),
}

impl Headers {
    pub(super) fn of(headers: &HeaderMap, mask: &Mask) -> Self {
        let value = |name, value: &HeaderValue| match mask.header(name, value) {
            Some(text) => Value::Text(text),
            None => Value::Binary(value.as_bytes().to_vec()),
        };
        let values = |name| headers.get_all(name).iter().map(|text| value(name, text)).collect();
        let mut kept: Vec<_> =
            headers.keys().map(|name| (name.as_str().to_owned(), values(name))).collect();
        kept.sort_by(|(one, _), (other, _)| one.cmp(other));
        Self(kept)
    }

    /// Leaves out one of them.
    pub(super) fn without(mut self, name: &HeaderName) -> Self {
        self.0.retain(|(known, _)| known != name.as_str());
        self
    }

    /// Says something else in one of them, if it is there.
    pub(super) fn saying(mut self, name: &HeaderName, text: &str) -> Self {
        let known = self.0.iter_mut().find(|(known, _)| known == name.as_str());
        if let Some((_, values)) = known {
            *values = vec![Value::Text(text.to_owned())];
        }
        self
    }

    /// The headers. What somebody wrote into the file and could be no header is none.
    pub(super) fn to_map(&self, host: &OwnHost) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, values) in &self.0 {
            let Ok(name) = HeaderName::try_from(name) else { continue };
            for value in values {
                let value = match value {
                    Value::Text(text) => HeaderValue::try_from(host.put_back(text).as_ref()),
                    Value::Binary(bytes) => HeaderValue::from_bytes(bytes),
                };
                headers.extend(value.map(|value| (name.clone(), value)));
            }
        }
        headers
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A header that came once is its text, one that came more often a list.
impl Encode for Headers {
    fn encode(&self, json: &mut Writer) {
        let values = self.0.iter().map(|(name, values)| {
            let value: &dyn Encode = match values.as_slice() {
                [value] => value,
                _ => values,
            };
            (name.as_str(), value)
        });
        json.members(&mut values.collect::<Vec<_>>().into_iter());
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl Encode for Value {
    fn encode(&self, json: &mut Writer) {
        match self {
            Self::Text(text) => json.string(text),
            Self::Binary(bytes) => json.object(&[("base64", &to_base64(bytes))]),
        }
    }
}

impl Decode for Headers {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        self.0.clear();
        json.object_with(&mut |name, json| {
            let mut values = Vec::new();
            match json.kind() {
                Kind::List => json.list_with(&mut |json| {
                    values.push(Value::read(json)?);
                    Ok(())
                })?,
                _ => values.push(Value::read(json)?),
            }
            self.0.push((name.to_owned(), values));
            Ok(())
        })
    }
}

impl Value {
    fn read(json: &mut JsonReader<'_>) -> Result<Self, Invalid> {
        if json.kind() != Kind::Object {
            return json.text(|text| Self::Text(text.to_owned()));
        }
        let mut base64 = String::new();
        json.object(&mut [("base64", &mut base64)])?;
        Ok(Self::Binary(from_base64(&base64, json)?))
    }
}
