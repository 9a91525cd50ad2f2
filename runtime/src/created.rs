//! The answers to creating and updating.

use bytes::Bytes;

use crate::{
    Decode, DecodeFault, FromResponse, Id, Invalid, Json, JsonReader, Kind, Linked, Links, Meta,
    Resource, Response, ResponseHead,
    envelope::{Around, read_members},
};

/// The answer to a create: where the resource is, and the resource if it was sent along.
///
/// Documented is a `Location` (GUIDE), recorded is the whole resource (HMRC); either may be
/// missing.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Created<T> {
    /// The address of the resource: the `Location` header.
    pub location: Option<String>,
    /// The resource, where the answer holds it.
    pub data: Option<T>,
    /// Addresses.
    pub links: Links,
    /// What the helpdesk says about the data.
    pub meta: Meta,
    /// Resources that were sent along.
    pub linked: Linked,
    response: ResponseHead,
}

/// The answer to an update: mostly nothing but where the resource is.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Updated<T = Json> {
    /// The address of the resource: the `Location` header.
    pub location: Option<String>,
    /// The resource, where the answer holds it.
    pub data: Option<T>,
    response: ResponseHead,
}

impl<T> Created<T> {
    /// Resources that were sent along.
    pub fn linked(&self) -> &Linked {
        &self.linked
    }

    /// Status and headers.
    pub fn response(&self) -> &ResponseHead {
        &self.response
    }
}

impl<T: Resource> Created<T> {
    /// The id of the new resource: its own, else the last part of its address.
    pub fn id(&self) -> Option<Id<T>> {
        // An object without an id was decoded with that of nothing, 0.
        let own = self.data.as_ref().map(T::id).filter(|id| id.get() != 0);
        own.or_else(|| id_in(self.location.as_deref()))
            .or_else(|| id_in(self.links.self_.as_deref()))
    }
}

impl<T> Updated<T> {
    /// Status and headers.
    pub fn response(&self) -> &ResponseHead {
        &self.response
    }
}

impl<T: Decode + Default> FromResponse for Created<T> {
    fn from_response(response: &Response) -> Result<Self, DecodeFault> {
        let mut data = None::<T>;
        let Around { links, meta, linked } =
            read_any(response.whole_body()?, response.json()?, &mut data)?;
        let location = response.head().location().map(str::to_owned);
        Ok(Self { location, data, links, meta, linked, response: response.head().clone() })
    }
}

impl<T: Decode + Default> FromResponse for Updated<T> {
    fn from_response(response: &Response) -> Result<Self, DecodeFault> {
        let mut data = None::<T>;
        read_any(response.whole_body()?, response.json()?, &mut data)?;
        let location = response.head().location().map(str::to_owned);
        Ok(Self { location, data, response: response.head().clone() })
    }
}

/// Whether an answer holds no resource, so that it has to be asked for.
pub(crate) fn is_without_data(response: &Response) -> bool {
    let mut data = Presence(false);
    match response.whole_body().map(|body| read_any(body, JsonReader::new(body), &mut data)) {
        Ok(Ok(_)) => !data.0,
        // What cannot be read is for the caller to see.
        Ok(Err(_)) | Err(_) => false,
    }
}

/// Reads an envelope, an object without data, an empty list, or an empty body.
fn read_any(
    body: &Bytes,
    mut json: JsonReader<'_>,
    data: &mut dyn Decode,
) -> Result<Around, Invalid> {
    if json.end().is_ok() {
        return Ok(Around::default());
    }
    match json.kind() {
        Kind::List | Kind::Null => {
            // As an object it has to be an empty one.
            json.unwatched(|json| json.object_with(&mut |_, json| json.skip()))?;
            json.end()?;
            Ok(Around::default())
        }
        _ => read_members(body, json, data).map(|(around, _)| around),
    }
}

/// Whether there was anything but `null`, `[]` or `{}`.
struct Presence(bool);

impl Decode for Presence {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let raw = json.raw()?;
        let is_empty = raw.chars().all(|c| c.is_whitespace() || "[]{}".contains(c));
        self.0 = raw != "null" && !is_empty;
        Ok(())
    }
}

/// The id at the end of an address: `https://support.example.com/api/v2/tickets/13`.
fn id_in<T>(address: Option<&str>) -> Option<Id<T>> {
    let path = address?.split(['?', '#']).next()?.trim_end_matches('/');
    path.rsplit('/').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{Bytes, Id, JsonReader, Presence, id_in, read_any};

    #[test]
    fn the_id_is_the_last_part_of_an_address() {
        let id = |address: &str| id_in::<()>(Some(address)).map(Id::get);
        assert_eq!(id("https://example.com/api/v2/tickets/13"), Some(13));
        assert_eq!(id("/tickets/13/?include=person#top"), Some(13));
        assert_eq!(id("/blobs/13-ABC"), None);
        assert_eq!(id(""), None);
        assert_eq!(id_in::<()>(None), None);
    }

    #[test]
    fn an_answer_without_data_comes_in_many_shapes() {
        let holds_data = |body: &'static str| {
            let mut data = Presence(false);
            let body = Bytes::from(body);
            read_any(&body, JsonReader::new(&body), &mut data).map(|_| data.0)
        };
        for body in ["", " ", "[]", "{}", "null", r#"{"data": {}}"#, r#"{"data": [ ]}"#] {
            assert_eq!(holds_data(body), Ok(false), "{body}");
        }
        assert_eq!(holds_data(r#"{"data": null, "meta": []}"#), Ok(false));
        assert_eq!(holds_data(r#"{"data": {"id": 1}}"#), Ok(true));
        for body in ["<html>", "[1]", "{", "{} x"] {
            assert!(holds_data(body).is_err(), "{body}");
        }
    }
}
