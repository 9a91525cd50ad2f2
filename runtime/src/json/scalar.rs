//! Booleans, numbers and texts.

use super::{
    decode::Decode, encode::Encode, invalid::Invalid, kind::Kind, reader::JsonReader,
    writer::Writer,
};

/// From `true` and `false`, from 0 and 1, and from these four as texts.
impl Decode for bool {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        if json.take_word("true") {
            *self = true;
            return Ok(());
        }
        if json.take_word("false") {
            *self = false;
            return Ok(());
        }
        let start = json.clone();
        *self = match &*json.any_text()? {
            "true" | "1" => true,
            "false" | "0" => false,
            "" if start.kind() == Kind::Null => false,
            _ => return Err(start.unexpected("a boolean")),
        };
        Ok(())
    }
}

impl Encode for bool {
    fn encode(&self, json: &mut Writer) {
        json.boolean(*self);
    }
}

macro_rules! integers {
    ($($integer:ident),*) => {$(
        /// From a number without a fraction, or a text that spells one.
        impl Decode for $integer {
            fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
                const GREATEST: u64 = $integer::MAX as u64;
                // Integers of this width lie between the two limits, so the conversions hold.
                *self = match json.take_natural(GREATEST) {
                    Some(natural) => natural as $integer,
                    None => json.integer($integer::MIN.into(), GREATEST)? as $integer,
                };
                Ok(())
            }
        }

        impl Encode for $integer {
            fn encode(&self, json: &mut Writer) {
                json.integer((*self).into());
            }
        }
    )*};
}

integers!(i32, i64, u32);

/// From a number without a fraction and a sign, or a text that spells one.
impl Decode for u64 {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        *self = match json.take_natural(u64::MAX) {
            Some(natural) => natural,
            // What lies between these limits is a `u64`.
            None => json.integer(0, u64::MAX)? as u64,
        };
        Ok(())
    }
}

impl Encode for u64 {
    fn encode(&self, json: &mut Writer) {
        json.integer((*self).into());
    }
}

/// From a number, or a text that spells one.
impl Decode for f64 {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        *self = json.float()?;
        Ok(())
    }
}

impl Encode for f64 {
    fn encode(&self, json: &mut Writer) {
        json.float(*self);
    }
}

/// From a string; numbers and booleans are taken as they are spelled.
impl Decode for String {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        *self = match json.take_plain() {
            Some(plain) => plain.to_owned(),
            None => json.any_text()?.into_owned(),
        };
        Ok(())
    }

    fn takes_empty(&self, kind: Kind) -> bool {
        kind == Kind::String
    }
}

impl Encode for String {
    fn encode(&self, json: &mut Writer) {
        json.string(self);
    }
}

impl Encode for str {
    fn encode(&self, json: &mut Writer) {
        json.string(self);
    }
}
