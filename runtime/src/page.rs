//! One page of a list.

use bytes::Bytes;

use crate::{
    Decode, DecodeFault, FromResponse, Invalid, JsonReader, Kind, Linked, Links, Meta, Response,
    ResponseHead,
    envelope::{Around, read_members, without_data},
};

/// One page of a list: `{"data": [..], "links": {..}, "meta": {..}}`.
///
/// `links`, `meta` and `linked` may be missing, and a bare list is taken for the data.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Page<T> {
    /// The resources of this page.
    pub data: Vec<T>,
    /// Addresses of other pages, where the helpdesk sends them.
    pub links: Links,
    /// Which page this is and how many there are.
    pub meta: Meta,
    /// Resources that were sent along.
    pub linked: Linked,
    response: ResponseHead,
}

impl<T> Page<T> {
    /// Resources that were sent along.
    pub fn linked(&self) -> &Linked {
        &self.linked
    }

    /// Status and headers.
    pub fn response(&self) -> &ResponseHead {
        &self.response
    }
}

impl<T: Decode + Default> FromResponse for Page<T> {
    fn from_response(response: &Response) -> Result<Self, DecodeFault> {
        let mut data = Vec::new();
        let Around { links, meta, linked } =
            read_page(response.whole_body()?, response.json()?, &mut data)?;
        Ok(Self { data, links, meta, linked, response: response.head().clone() })
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.data.into_iter()
    }
}

fn read_page(
    body: &Bytes,
    mut json: JsonReader<'_>,
    data: &mut dyn Decode,
) -> Result<Around, Invalid> {
    if json.kind() == Kind::List {
        data.decode(&mut json)?;
        json.end()?;
        return Ok(Around::default());
    }
    match read_members(body, json, data)? {
        (around, true) => Ok(around),
        (_, false) => Err(without_data()),
    }
}
