//! JSON within JSON, and bytes within JSON.

use base64::{Engine, engine::general_purpose::STANDARD};

use super::layout::compact;
use crate::{Decode, Encode, Invalid, JsonReader, Kind, Writer};

/// JSON as it is, with nothing of it interpreted; none where there is none.
#[derive(Default)]
pub(super) struct Raw(pub(super) Option<String>);

impl Decode for Raw {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        self.0 = Some(compact(json.raw()?));
        Ok(())
    }

    fn takes_empty(&self, _: Kind) -> bool {
        true
    }
}

/// JSON that is written as it is.
pub(super) struct AsItIs<'j>(pub(super) &'j str);

impl Encode for AsItIs<'_> {
    fn encode(&self, json: &mut Writer) {
        json.raw(self.0);
    }
}

/// Bytes as text.
pub(super) fn to_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Text as bytes.
pub(super) fn from_base64(text: &str, json: &JsonReader<'_>) -> Result<Vec<u8>, Invalid> {
    STANDARD.decode(text).map_err(|_| Invalid::new("base64", "something else", json.offset()))
}
