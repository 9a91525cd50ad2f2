//! Dates in every spelling that the API has been seen to use, and in some that it has not.

use std::fmt::Debug;

use deskpro_runtime::{Date, DateTime, Decode, Encode, from_json, to_json};
use jiff::{Timestamp, civil, tz::Offset};
use proptest::prelude::*;

fn read<T: Decode + Default>(json: &str) -> T {
    from_json(json.as_bytes()).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// Reads a text, and checks that the same is written.
#[track_caller]
fn kept<T: Decode + Encode + Default + Debug>(text: &str) -> T {
    let json = format!("\"{text}\"");
    let value: T = read(&json);
    assert_eq!(to_json(&value), json);
    value
}

fn moment(text: &str) -> Timestamp {
    text.parse().expect("a moment")
}

#[test]
fn moments_in_all_spellings() {
    for (text, expected) in [
        ("2025-05-01T08:02:02+0000", "2025-05-01T08:02:02Z"),
        ("2025-05-01T08:02:02+0200", "2025-05-01T06:02:02Z"),
        ("2025-05-01T08:02:02-0330", "2025-05-01T11:32:02Z"),
        ("2025-05-01T08:02:02-0000", "2025-05-01T08:02:02Z"),
        ("2025-12-31T23:59:59-0001", "2026-01-01T00:00:59Z"),
        ("2024-02-29T00:00:00+0000", "2024-02-29T00:00:00Z"),
        ("2025-05-01T08:02:02+00:00", "2025-05-01T08:02:02Z"),
        ("2025-05-01T08:02:02+02:00", "2025-05-01T06:02:02Z"),
        ("2025-05-01T08:02:02Z", "2025-05-01T08:02:02Z"),
        ("2025-05-01T08:02:02.5Z", "2025-05-01T08:02:02.5Z"),
        ("2025-05-01T08:02:02.123456+0200", "2025-05-01T06:02:02.123456Z"),
        // Without an offset UTC is assumed.
        ("2025-05-01T08:02:02", "2025-05-01T08:02:02Z"),
        ("2025-05-01 08:02:02", "2025-05-01T08:02:02Z"),
        ("2025-05-01T08:02", "2025-05-01T08:02:00Z"),
        (" 2025-05-01T08:02:02+0000 ", "2025-05-01T08:02:02Z"),
        ("2025-05-01", "2025-05-01T00:00:00Z"),
    ] {
        let date = kept::<DateTime>(text);
        assert_eq!(date.timestamp(), Some(moment(expected)), "{text}");
        assert_eq!(date.to_string(), text);
        assert_eq!(text.parse(), Ok(date));
    }
}

#[test]
fn texts_that_name_no_moment_are_kept() {
    for text in [
        "",
        "soon",
        "0000-00-00",
        "0000-00-00 00:00:00",
        "0000-00-00T00:00:00+0000",
        "-0001-11-30T00:00:00+0000",
        "2025-02-30T00:00:00+0000",
        "2025-13-01T00:00:00+0000",
        "2025-05-01T24:00:00+0000",
        "2025-05-01T08:60:02+0000",
        "2025-05-01T08:02:02+9900",
        "2025-05-01T08:02:02+0060",
        "2025-05-01t08.02.02 0000",
        "\u{661}025-05-01T08:02:02+000",
        "1714550522",
        "2025",
    ] {
        let date = kept::<DateTime>(text);
        assert_eq!(date.timestamp(), None, "{text}");
        assert_eq!(date.to_string(), text);
        assert!(text.parse::<DateTime>().is_err(), "{text}");
    }
}

#[test]
fn offsets_are_those_of_the_text() {
    for (text, minutes) in [
        ("2025-05-01T08:02:02+0000", Some(0)),
        ("2025-05-01T08:02:02+0200", Some(120)),
        ("2025-05-01T08:02:02-0330", Some(-210)),
        ("2025-05-01T08:02:02-03:30", Some(-210)),
        ("2025-05-01T08:02:02Z", Some(0)),
        ("2025-05-01T08:02:02", None),
        ("soon", None),
    ] {
        let offset = minutes.and_then(|minutes: i32| Offset::from_seconds(minutes * 60).ok());
        assert_eq!(kept::<DateTime>(text).offset(), offset, "{text}");
    }
}

#[test]
fn numbers_are_seconds_since_1970() {
    for (json, expected) in [
        ("1714550522", Some("2024-05-01T08:02:02Z")),
        ("0", Some("1970-01-01T00:00:00Z")),
        ("-1", Some("1969-12-31T23:59:59Z")),
        ("9223372036854775807", None),
    ] {
        let date: DateTime = read(json);
        assert_eq!(date.timestamp(), expected.map(moment), "{json}");
        assert_eq!(date.offset(), None);
        assert_eq!(date.to_string(), json);
        assert_eq!(to_json(&date), json);
        assert_eq!(to_json(&read::<Date>(json)), json);
    }
    assert_eq!(read::<Date>("1714550522").day(), Some(civil::date(2024, 5, 1)));
    assert_eq!(read::<Date>("9223372036854775807").day(), None);
}

#[test]
fn moments_are_written_in_the_usual_spelling() {
    for (given, expected) in [
        ("2025-05-01T08:02:02Z", "2025-05-01T08:02:02+0000"),
        ("2025-05-01T08:02:02.25Z", "2025-05-01T08:02:02.25+0000"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00+0000"),
        ("9999-12-30T22:00:00Z", "9999-12-30T22:00:00+0000"),
    ] {
        let date = DateTime::from(moment(given));
        assert_eq!(date.to_string(), expected);
        assert_eq!(date.timestamp(), Some(moment(given)));
    }
}

#[test]
fn days_in_all_spellings() {
    for text in [
        "2025-01-31",
        "2025-01-31T00:00:00",
        "2025-01-31 23:59:59",
        "2025-01-31T23:59:59+0200",
        "2025-01-31T23:59:59.999Z",
        "20250131",
    ] {
        let date = kept::<Date>(text);
        assert_eq!(date.day(), Some(civil::date(2025, 1, 31)), "{text}");
        assert_eq!(date.to_string(), text);
        assert_eq!(text.parse(), Ok(date));
    }
    for text in ["", "soon", "0000-00-00", "2025-02-29", "2025-1-31", "31.01.2025", "-0001-11-30"] {
        assert_eq!(kept::<Date>(text).day(), None, "{text}");
        assert!(text.parse::<Date>().is_err(), "{text}");
    }
    assert_eq!(Date::from(civil::date(2025, 1, 31)).to_string(), "2025-01-31");
}

#[test]
fn the_default_is_an_empty_text_and_null_means_it() {
    assert_eq!(to_json(&DateTime::default()), "\"\"");
    assert_eq!(to_json(&Date::default()), "\"\"");
    assert_eq!(read::<DateTime>("null"), DateTime::default());
    assert_eq!(read::<Date>("null"), Date::default());
}

#[test]
fn debug_shows_the_text() {
    let date: DateTime = read("\"2025-05-01T08:02:02+0000\"");
    assert_eq!(format!("{date:?}"), "DateTime(\"2025-05-01T08:02:02+0000\")");
    assert_eq!(format!("{:?}", read::<Date>("\"2025-05-01\"")), "Date(\"2025-05-01\")");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn every_text_is_kept(text in any::<String>()) {
        let json = to_json(&text);
        prop_assert_eq!(to_json(&read::<DateTime>(&json)), json.clone());
        prop_assert_eq!(to_json(&read::<Date>(&json)), json);
    }

    #[test]
    fn every_text_that_looks_like_a_moment_is_kept(
        text in "[0-2][0-9]{3}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9][+-][0-2][0-9][0-6][0-9]",
    ) {
        let date: DateTime = read(&format!("\"{text}\""));
        prop_assert_eq!(date.to_string(), text.clone());
        // jiff takes a leap second for the one before it, and knows no other spelling of it.
        let expected = jiff::fmt::strtime::parse("%Y-%m-%dT%H:%M:%S%z", &text)
            .and_then(|parsed| parsed.to_timestamp());
        if let Ok(expected) = expected {
            prop_assert_eq!(date.timestamp(), Some(expected));
        }
    }
}
