//! The object around one resource.

use bytes::Bytes;

use crate::{
    Decode, DecodeFault, FromResponse, Invalid, JsonReader, Kind, Linked, Links, Meta, Response,
    ResponseHead, drift::What,
};

/// One resource as the API answers it: `{"data": {..}, "links": {..}, "meta": {..}}`.
///
/// `links`, `meta` and `linked` may be missing.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Envelope<T> {
    /// The resource.
    pub data: T,
    /// Addresses.
    pub links: Links,
    /// What the helpdesk says about the data.
    pub meta: Meta,
    /// Resources that were sent along.
    pub linked: Linked,
    response: ResponseHead,
}

impl<T> Envelope<T> {
    /// Resources that were sent along.
    pub fn linked(&self) -> &Linked {
        &self.linked
    }

    /// Status and headers.
    pub fn response(&self) -> &ResponseHead {
        &self.response
    }
}

impl<T: Decode + Default> FromResponse for Envelope<T> {
    fn from_response(response: &Response) -> Result<Self, DecodeFault> {
        let mut data = T::default();
        let Around { links, meta, linked } =
            read_envelope(response.whole_body()?, response.json()?, &mut data)?;
        Ok(Self { data, links, meta, linked, response: response.head().clone() })
    }
}

/// What is around the data.
#[derive(Debug, Default)]
pub(crate) struct Around {
    pub(crate) links: Links,
    pub(crate) meta: Meta,
    pub(crate) linked: Linked,
}

/// Reads an envelope whose data must be there.
fn read_envelope(
    body: &Bytes,
    json: JsonReader<'_>,
    data: &mut dyn Decode,
) -> Result<Around, Invalid> {
    let (around, found) = read_members(body, json, &mut Present(data))?;
    match found {
        true => Ok(around),
        false => Err(without_data()),
    }
}

/// Reads an envelope with a reader of its body; says whether it held data.
pub(crate) fn read_members(
    body: &Bytes,
    mut json: JsonReader<'_>,
    data: &mut dyn Decode,
) -> Result<(Around, bool), Invalid> {
    if json.kind() != Kind::Object {
        return Err(json.unexpected("an object with the member `data`"));
    }
    let mut around = Around::default();
    let mut found = false;
    json.members_with(&mut |name, json| match name {
        "data" => {
            found = true;
            data.decode(json)
        }
        "links" => around.links.read(json),
        "meta" => around.meta.read(json),
        "linked" => around.linked.read(body, json),
        _ => {
            json.note(What::Field);
            json.skip()
        }
    })?;
    json.end()?;
    Ok((around, found))
}

/// The error for an object that is no envelope.
pub(crate) fn without_data() -> Invalid {
    Invalid::new("an object with the member `data`", "one without it", 0)
}

/// A resource that must be there.
///
/// Within a resource, `null` and `[]` are taken for an object without members; for a whole
/// resource that would make one up.
pub(crate) struct Present<'a>(pub(crate) &'a mut dyn Decode);

impl Decode for Present<'_> {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let kind = json.kind();
        if matches!(kind, Kind::Null | Kind::List) && !self.0.takes_empty(kind) {
            return Err(json.unexpected("the resource"));
        }
        self.0.decode(json)
    }
}
