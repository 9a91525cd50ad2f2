//! The reader against serde_json: `cargo fuzz run -s none json` in `runtime/`.
//!
//! Both have to agree on what is JSON and on what it says.

#![no_main]

use deskpro_runtime::{Json, JsonReader, from_json, to_json};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let theirs = serde_json::from_slice::<Json>(bytes);
    let ours = from_json::<Json>(bytes);
    let mut reader = JsonReader::new(bytes);
    let skipped = reader.skip().and_then(|()| reader.end());

    let limit = |error: &serde_json::Error, words: &str| error.to_string().contains(words);
    match (&ours, &theirs) {
        (Ok(ours), Ok(theirs)) => assert_eq!(ours, theirs),
        (Err(_), Err(_)) => {}
        // serde_json stops one level before this reader does.
        (Ok(_), Err(error)) => assert!(limit(error, "recursion limit"), "{error}"),
        (Err(error), Ok(_)) => panic!("{error}"),
    }
    // What is skipped may hold numbers that no type can.
    let is_range = theirs.as_ref().is_err_and(|error| limit(error, "out of range"));
    assert!(skipped.is_ok() == ours.is_ok() || is_range);

    if let Ok(value) = ours {
        let written = to_json(&value);
        assert_eq!(from_json::<Json>(written.as_bytes()), Ok(value));
    }
});
