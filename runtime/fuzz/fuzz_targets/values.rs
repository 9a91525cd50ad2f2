//! Every type that decodes: `cargo fuzz run -s none values` in `runtime/`.
//!
//! Nothing panics, what a type takes is JSON, and what it writes it takes again.

#![no_main]

use std::fmt::Debug;

use deskpro_runtime::{
    Date, DateTime, Decode, Encode, Extra, Id, Invalid, Json, JsonReader, Map, Sensitive, Set,
    Writer, from_json, from_json_keeping, to_json,
};
use libfuzzer_sys::fuzz_target;

/// An object with members of many types.
#[derive(Debug, Default, PartialEq)]
struct Thing {
    id: Id<Thing>,
    name: Option<String>,
    labels: Vec<String>,
    date: Option<DateTime>,
    fields: Map<Json>,
    inner: Option<Box<Thing>>,
    extra: Extra,
}

impl Decode for Thing {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let slots: &mut [(_, &mut dyn Decode)] = &mut [
            ("id", &mut self.id),
            ("name", &mut self.name),
            ("labels", &mut self.labels),
            ("date", &mut self.date),
            ("fields", &mut self.fields),
            ("inner", &mut self.inner),
        ];
        json.object_and(slots, &mut self.extra)
    }
}

impl Encode for Thing {
    fn encode(&self, json: &mut Writer) {
        let members: &[(_, &dyn Encode)] = &[
            ("id", &self.id),
            ("name", &self.name),
            ("labels", &self.labels),
            ("date", &self.date),
            ("fields", &self.fields),
            ("inner", &self.inner),
        ];
        json.object_and(members, &self.extra);
    }
}

fn check<T: Decode + Encode + Default + Debug + PartialEq>(bytes: &[u8]) {
    match from_json::<T>(bytes) {
        Ok(value) => {
            let mut reader = JsonReader::new(bytes);
            reader.skip().and_then(|()| reader.end()).expect("what was taken is JSON");
            let written = to_json(&value);
            assert_eq!(from_json::<T>(written.as_bytes()).expect("our own JSON"), value);
        }
        Err(error) => {
            assert!(error.offset() <= bytes.len());
            assert!(error.to_string().len() < 10_000);
        }
    }
}

/// Keeping what is unknown refuses nothing else, and what is kept is written and read again.
fn check_kept(bytes: &[u8]) {
    let kept = from_json_keeping::<Thing>(bytes);
    assert_eq!(kept.is_ok(), from_json::<Thing>(bytes).is_ok());
    if let Ok(thing) = kept {
        let written = to_json(&thing);
        assert_eq!(from_json_keeping::<Thing>(written.as_bytes()).expect("our own JSON"), thing);
    }
}

fuzz_target!(|bytes: &[u8]| {
    check::<Thing>(bytes);
    check::<Vec<Thing>>(bytes);
    check_kept(bytes);
    check::<bool>(bytes);
    check::<i32>(bytes);
    check::<i64>(bytes);
    check::<u64>(bytes);
    check::<f64>(bytes);
    check::<String>(bytes);
    check::<Date>(bytes);
    check::<DateTime>(bytes);
    check::<Map<Option<u64>>>(bytes);
    check::<Sensitive<String>>(bytes);
    check::<Set<Vec<u64>>>(bytes);
    if let Ok(date) = from_json::<DateTime>(bytes) {
        let _ = (date.timestamp(), date.offset());
    }
    if let Ok(date) = from_json::<Date>(bytes) {
        let _ = date.day();
    }
});
