//! Values of any shape.

use super::{
    decode::Decode, encode::Encode, invalid::Invalid, kind::Kind, reader::JsonReader,
    writer::Writer,
};

/// A JSON value of any shape.
///
/// Numbers are kept as far as `serde_json` keeps them: integers of 64 bits exactly, all others as
/// the nearest double. The members of objects are sorted by name, unless the `preserve_order`
/// feature of `serde_json` is on.
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
    json.members_with(&mut |name, json| {
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

/// Integers of 64 bits, and doubles that are the nearest to what is written.
fn number(json: &mut JsonReader<'_>) -> Result<Json, Invalid> {
    let start = json.clone();
    let number = json.number()?;
    if let Ok(natural) = number.parse::<u64>() {
        return Ok(natural.into());
    }
    // `-0` is a double: no integer has that sign.
    if let Some(integer) = number.parse::<i64>().ok().filter(|integer| *integer != 0) {
        return Ok(integer.into());
    }
    let double = number.parse().ok().and_then(serde_json::Number::from_f64);
    let expected = "a number within the range of a double";
    double.map(Json::Number).ok_or_else(|| start.unexpected(expected))
}
