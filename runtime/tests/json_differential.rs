//! The reader against serde_json, over generated and damaged texts.

use deskpro_runtime::{Invalid, Json, JsonReader, from_json, to_json};
use proptest::{collection::vec, prelude::*, sample::Index};

/// Pieces of JSON, of which texts are made that are nearly JSON.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    " ",
    "\n",
    "null",
    "true",
    "false",
    "0",
    "1",
    "-",
    ".",
    "e",
    "+",
    "12",
    "1.5",
    "1e5",
    "1e999",
    "\"a\"",
    "\"\"",
    "\\u",
    "\\ud83d",
    "\\ude00",
    "d8",
    "\\n",
    "\u{e9}",
    "\u{1f600}",
    "\u{1}",
    "\"a\":",
    "[]",
    "{}",
    "18446744073709551616",
    "x",
    "/",
];

fn values() -> impl Strategy<Value = Json> {
    let scalars = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<u64>().prop_map(Json::from),
        any::<f64>().prop_filter("JSON has no such number", |n| n.is_finite()).prop_map(Json::from),
        any::<String>().prop_map(Json::from),
        "[ -~\\n\"\\\\]{0,30}".prop_map(Json::from),
    ];
    scalars.prop_recursive(5, 60, 8, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..8).prop_map(Json::from),
            vec(("[a-z\"\\\\\u{e9}]{0,10}", inner), 0..8)
                .prop_map(|members| members.into_iter().collect::<serde_json::Map<_, _>>().into()),
        ]
    })
}

fn skip(text: &[u8]) -> Result<(), Invalid> {
    let mut json = JsonReader::new(text);
    json.skip()?;
    json.end()
}

/// Whether two values are the same, but for serde_json's rounding: of a number with many digits it
/// may read a neighbour of the nearest double.
fn are_alike(ours: &Json, theirs: &Json) -> bool {
    match (ours, theirs) {
        (Json::Array(ours), Json::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| are_alike(a, b))
        }
        (Json::Object(ours), Json::Object(theirs)) => {
            let same = |name, a| theirs.get(name).is_some_and(|b| are_alike(a, b));
            ours.len() == theirs.len() && ours.iter().all(|(name, a)| same(name, a))
        }
        (Json::Number(ours), Json::Number(theirs)) if ours.is_f64() && theirs.is_f64() => {
            let (ours, theirs) = (ours.as_f64(), theirs.as_f64());
            let tolerance = |a: f64| (a.abs() * 2.0).max(f64::MIN_POSITIVE) * f64::EPSILON;
            ours.zip(theirs).is_some_and(|(a, b)| (a - b).abs() <= tolerance(a))
        }
        _ => ours == theirs,
    }
}

/// Both readers must agree on whether this is JSON, and on what it says.
fn assert_agreement(text: &[u8]) {
    let shown = String::from_utf8_lossy(text);
    let theirs = serde_json::from_slice::<Json>(text);
    let ours = from_json::<Json>(text);
    match (&ours, &theirs) {
        (Ok(ours), Ok(theirs)) => assert!(are_alike(ours, theirs), "{shown}: {ours}"),
        (Err(_), Err(_)) => {}
        _ => panic!("{shown}: {ours:?}, but serde_json: {theirs:?}"),
    }
    // What is skipped may hold numbers that no type can, but is checked otherwise.
    let is_out_of_range =
        theirs.as_ref().is_err_and(|error| error.to_string().contains("out of range"));
    if !is_out_of_range {
        assert_eq!(skip(text).is_ok(), theirs.is_ok(), "{shown}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..Default::default() })]

    #[test]
    fn compact_texts_are_read_alike(value in values()) {
        assert_agreement(value.to_string().as_bytes());
    }

    #[test]
    fn texts_with_white_space_are_read_alike(value in values()) {
        let text = serde_json::to_string_pretty(&value).expect("a value");
        assert_agreement(text.as_bytes());
    }

    #[test]
    fn what_is_written_reads_the_same(value in values()) {
        let text = to_json(&value);
        prop_assert!(are_alike(&value, &serde_json::from_str(&text).expect("valid")));
        prop_assert_eq!(from_json::<Json>(text.as_bytes()), Ok(value));
    }

    #[test]
    fn written_strings_read_the_same(text in any::<String>()) {
        let written = to_json(&text);
        prop_assert_eq!(serde_json::from_str::<String>(&written).expect("valid"), text.clone());
        prop_assert_eq!(from_json::<String>(written.as_bytes()).expect("valid"), text);
    }

    #[test]
    fn truncated_texts_are_judged_alike(value in values(), end in any::<Index>()) {
        let text = value.to_string();
        let beginning = text.as_bytes().get(..end.index(text.len() + 1)).expect("shorter");
        assert_agreement(beginning);
    }

    #[test]
    fn damaged_texts_are_judged_alike(
        value in values(),
        damages in vec((any::<Index>(), any::<u8>(), 0..3_u8), 1..4),
    ) {
        let mut text = value.to_string().into_bytes();
        for (place, byte, damage) in damages {
            let at = place.index(text.len() + 1);
            match damage {
                0 => text.insert(at, byte),
                1 if at < text.len() => drop(text.remove(at)),
                _ => text.get_mut(at).into_iter().for_each(|old| *old = byte),
            }
        }
        assert_agreement(&text);
    }

    #[test]
    fn texts_made_of_pieces_are_judged_alike(pieces in vec(prop::sample::select(PIECES), 0..12)) {
        assert_agreement(pieces.concat().as_bytes());
    }

    #[test]
    fn arbitrary_bytes_are_judged_alike(bytes in vec(any::<u8>(), 0..40)) {
        assert_agreement(&bytes);
    }

    #[test]
    fn integers_are_read_exactly(signed in any::<i64>(), unsigned in any::<u64>()) {
        prop_assert_eq!(from_json::<i64>(signed.to_string().as_bytes()), Ok(signed));
        prop_assert_eq!(from_json::<u64>(unsigned.to_string().as_bytes()), Ok(unsigned));
        prop_assert_eq!(from_json::<i64>(to_json(&signed).as_bytes()), Ok(signed));
        prop_assert_eq!(from_json::<u64>(to_json(&unsigned).as_bytes()), Ok(unsigned));
    }

    #[test]
    fn digits_are_an_integer_where_the_type_holds_them(digits in "-?[0-9]{1,22}") {
        let is_json = serde_json::from_str::<Json>(&digits).is_ok();
        let signed = digits.parse::<i64>().ok().filter(|_| is_json);
        let small = digits.parse::<i32>().ok().filter(|_| is_json);
        let natural = digits.parse::<u32>().ok().or((digits == "-0").then_some(0));
        prop_assert_eq!(from_json::<i64>(digits.as_bytes()).ok(), signed);
        prop_assert_eq!(from_json::<i32>(digits.as_bytes()).ok(), small);
        prop_assert_eq!(from_json::<u32>(digits.as_bytes()).ok(), natural.filter(|_| is_json));
    }

    #[test]
    fn floats_are_read_exactly(float in any::<f64>().prop_filter("finite", |n| n.is_finite())) {
        for text in [format!("{float:?}"), format!("{float:e}"), to_json(&float)] {
            let read = from_json::<f64>(text.as_bytes()).expect("a number");
            prop_assert_eq!(read.to_bits(), float.to_bits());
        }
    }
}
