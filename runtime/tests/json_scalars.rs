//! What texts, numbers, booleans and dates are read from, and what is refused.

use std::fmt::Debug;

use deskpro_runtime::{
    Date, DateTime, Decode, Id, Invalid, Json, JsonReader, Sensitive, from_json,
};

struct Star;

/// An enum of texts, as a generated one.
#[derive(Debug, Clone, PartialEq)]
enum Status {
    Open,
    Unknown(String),
}

impl From<&str> for Status {
    fn from(text: &str) -> Self {
        match text {
            "open" => Self::Open,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl Default for Status {
    fn default() -> Self {
        Self::Unknown(String::new())
    }
}

impl Decode for Status {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        *self = json.text(|text| text.into())?;
        Ok(())
    }
}

#[track_caller]
fn read<T: Decode + Default>(text: &str) -> T {
    from_json(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Every one of these texts is refused, as no such thing as `expected`.
#[track_caller]
fn refuses<T: Decode + Default + Debug>(expected: &str, texts: &[&str]) {
    for text in texts {
        let error = from_json::<T>(text.as_bytes()).expect_err(text);
        assert_eq!(error.expected(), expected, "{text}");
    }
}

#[test]
fn quirk_5_booleans_from_numbers_and_texts() {
    for (expected, texts) in
        [(true, ["true", "1", "\"1\"", "\"true\""]), (false, ["false", "0", "\"0\"", "\"false\""])]
    {
        for text in texts {
            assert_eq!(read::<bool>(text), expected, "{text}");
        }
    }
    assert!(!read::<bool>("null"));
    refuses::<bool>("a boolean", &["2", "-1", "1.0", "\"yes\"", "\"\"", "\"True\""]);
    refuses::<bool>("a string", &["[]", "{}"]);
}

#[test]
fn quirk_6_texts_from_scalars() {
    for (expected, text) in [
        ("0", "0"),
        ("1.50", "1.50"),
        ("-1E+3", "-1E+3"),
        ("true", "true"),
        ("false", "false"),
        ("", "null"),
        ("", "\"\""),
        ("a\nb", "\"a\\nb\""),
    ] {
        assert_eq!(read::<String>(text), expected, "{text}");
    }
    assert_eq!(read::<Option<String>>("\"\""), Some(String::new()));
    assert_eq!(read::<Option<String>>("0"), Some("0".to_owned()));
    assert_eq!(read::<Option<Sensitive<String>>>("\"\""), Some("".into()));
    assert_eq!(read::<Option<String>>("null"), None);
    assert_eq!(read::<Option<String>>("[]"), None);
    refuses::<String>("a string", &["[]", "{}", "[\"a\"]", "{\"a\":1}"]);
    refuses::<Option<String>>("a string", &["[\"a\"]", "{\"a\":1}"]);
}

#[test]
fn quirk_7_and_14_integers_and_ids_from_texts() {
    for text in ["7", "\"7\"", "7.0", "7e0", "0.7e1", "\"7.0\""] {
        assert_eq!(read::<i64>(text), 7, "{text}");
        assert_eq!(read::<u64>(text), 7, "{text}");
        assert_eq!(read::<i32>(text), 7, "{text}");
        assert_eq!(read::<u32>(text), 7, "{text}");
        assert_eq!(read::<Id<Star>>(text), Id::new(7), "{text}");
    }
    assert_eq!(read::<i64>("\"-7\""), -7);
    assert_eq!(read::<u64>("-0"), 0);
    assert_eq!(read::<u64>("null"), 0);
    assert_eq!(read::<u64>("18446744073709551615"), u64::MAX);
    assert_eq!(read::<i64>("-9223372036854775808"), i64::MIN);
    refuses::<u64>(
        "an integer",
        &["\"seven\"", "\"\"", "\" 7\"", "\"7 \"", "\"7x\"", "\"+7\"", "1.5", "1e-1", "true", "[]"],
    );
}

#[test]
fn integers_out_of_range_are_refused() {
    refuses::<u64>(
        "an integer from 0 to 18446744073709551615",
        &["-1", "\"-1\"", "18446744073709551616", "99999999999999999999999", "-1.0"],
    );
    refuses::<i64>(
        "an integer from -9223372036854775808 to 9223372036854775807",
        &["9223372036854775808", "-9223372036854775809"],
    );
    refuses::<i32>("an integer from -2147483648 to 2147483647", &["2147483648", "-2147483649"]);
    refuses::<u32>("an integer from 0 to 4294967295", &["4294967296", "-1"]);
}

#[test]
fn integers_in_point_and_exponent_notation_are_exact() {
    for (expected, text) in [
        (0, "0.0"),
        (0, "-0.0e9"),
        (100, "1e2"),
        (-100, "-1.00E+2"),
        (12, "1200e-2"),
        (5, "0.05e2"),
        (9_007_199_254_740_993, "9007199254740993.0"),
        (1_234_567_890_123_456_789, "1.234567890123456789e18"),
        (i64::MIN, "-9223372036854775808.000"),
    ] {
        assert_eq!(read::<i64>(text), expected, "{text}");
    }
    refuses::<i64>(
        "an integer",
        &[
            "1.00000000000000000000000001",
            "0.5e0",
            "-0.5",
            "15e-1",
            "1e-400",
            "1e400",
            "1e9999999999",
        ],
    );
}

#[test]
fn floats_from_numbers_and_texts() {
    assert_eq!(read::<f64>("1.5"), 1.5);
    assert_eq!(read::<f64>("\"1.5\""), 1.5);
    assert_eq!(read::<f64>("2"), 2.0);
    assert_eq!(read::<f64>("null"), 0.0);
    refuses::<f64>("a number", &["\"a\"", "\"\"", "\"1.5 \"", "\"inf\"", "\"NaN\"", "true", "[]"]);
    refuses::<f64>("a number within the range of a double", &["1e400", "-1e400", "\"1e400\""]);
}

#[test]
fn quirk_8_dates_from_texts_and_integers() {
    for text in ["\"2025-05-01T08:02:02+0000\"", "\"\"", "\"soon\"", "null", "1714550522"] {
        read::<DateTime>(text);
        read::<Date>(text);
    }
    refuses::<DateTime>("a date and a time", &["[]", "{}", "true"]);
    refuses::<DateTime>("an integer", &["1.5"]);
    refuses::<Date>("a date", &["[]", "{}", "true"]);
}

#[test]
fn unknown_enum_values_keep_their_text() {
    assert_eq!(read::<Status>("\"open\""), Status::Open);
    assert_eq!(read::<Status>("\"pending.5\""), Status::Unknown("pending.5".into()));
    assert_eq!(read::<Status>("5"), Status::Unknown("5".into()));
    assert_eq!(read::<Status>("null"), Status::default());
}

#[test]
fn free_json_takes_everything() {
    for text in ["{}", "[]", "\"\"", "0", "false", r#"{"a":[1,null,"x",1.5,true]}"#] {
        assert_eq!(read::<Json>(text), serde_json::from_str::<Json>(text).expect("valid"));
        assert_eq!(read::<Option<Json>>(text), serde_json::from_str::<Json>(text).ok());
    }
    assert_eq!(read::<Option<Json>>("null"), None);
    assert_eq!(read::<Json>("null"), Json::Null);
    assert_eq!(read::<Json>("0.5e33"), Json::from(5e32));
    assert_eq!(read::<Json>("-0"), Json::from(-0.0));
    assert_eq!(read::<Json>("18446744073709551615"), Json::from(u64::MAX));
    assert_eq!(read::<Json>("-9223372036854775808"), Json::from(i64::MIN));
    assert_eq!(read::<Json>("18446744073709551616"), Json::from(18_446_744_073_709_551_616.0));
    refuses::<Json>("a number within the range of a double", &["1e400"]);
}
