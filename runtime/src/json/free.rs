//! Values of any shape.

use super::{
    decode::Decode, encode::Encode, invalid::Invalid, kind::Kind, reader::JsonReader,
    writer::Writer,
};

/// A JSON value of any shape.
///
/// Numbers are kept as far as `serde_json` keeps them: integers of 64 bits exactly, all others as
/// doubles. The members of objects are sorted by name.
pub type Json = serde_json::Value;

impl Decode for Json {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        *self = match json.kind() {
            Kind::Object => object(json)?,
            Kind::List => list(json)?,
            Kind::Number => number(json)?,
            Kind::String => json.string()?.into_owned().into(),
            Kind::Boolean if json.take_word("true") => true.into(),
            Kind::Boolean if json.take_word("false") => false.into(),
            Kind::Null if json.take_word("null") => Json::Null,
            Kind::Boolean | Kind::Null | Kind::Nothing => return Err(json.unexpected("a value")),
        };
        Ok(())
    }

    fn takes_empty(&self, _kind: Kind) -> bool {
        true
    }
}

impl Encode for Json {
    fn encode(&self, json: &mut Writer) {
        // `Display` of a value is its compact JSON.
        json.raw(&self.to_string());
    }
}

fn object(json: &mut JsonReader<'_>) -> Result<Json, Invalid> {
    let mut members = serde_json::Map::new();
    json.object_with(&mut |name, json| {
        let mut value = Json::Null;
        value.decode(json)?;
        members.insert(name.to_owned(), value);
        Ok(())
    })?;
    Ok(Json::Object(members))
}

fn list(json: &mut JsonReader<'_>) -> Result<Json, Invalid> {
    let mut items = Vec::new();
    items.decode(json)?;
    Ok(Json::Array(items))
}

fn number(json: &mut JsonReader<'_>) -> Result<Json, Invalid> {
    let start = json.clone();
    match json.number()?.parse() {
        Ok(number) => Ok(Json::Number(number)),
        Err(_) => Err(start.unexpected("a number within the range of a double")),
    }
}
