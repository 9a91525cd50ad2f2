//! What an error says: where, what was expected, what was found, and nothing that is secret.

use deskpro_runtime::{Invalid, Json, JsonReader, Map, Sensitive, from_json};

/// The text of the error of decoding this as a map of lists of integers.
fn error(text: &str) -> String {
    match from_json::<Map<Vec<u64>>>(text.as_bytes()) {
        Ok(map) => panic!("{text} is no error, but {map:?}"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn an_error_names_the_path_the_expected_the_found_and_the_offset() {
    for (text, expected) in [
        (r#"{"a":[1,"x"]}"#, r#"a[1]: expected an integer, found "x" (byte 8)"#),
        (r#"{"a":[true]}"#, "a[0]: expected an integer, found true (byte 6)"),
        (r#"{"a":[[]]}"#, "a[0]: expected an integer, found a list (byte 6)"),
        (r#"{"a":[{}]}"#, "a[0]: expected an integer, found an object (byte 6)"),
        (r#"{"a":[1.5]}"#, "a[0]: expected an integer, found 1.5 (byte 6)"),
        (r#"{"a":1}"#, "a: expected a list, found 1 (byte 5)"),
        ("7", "expected an object, found 7 (byte 0)"),
        ("", "expected an object, found the end of the text (byte 0)"),
        ("<html>", "expected an object, found '<' (byte 0)"),
        (r#"{"a":["#, "a[0]: expected an integer, found the end of the text (byte 6)"),
        (r#"{"a":[1"#, "a: expected `,` or `]`, found the end of the text (byte 7)"),
        (r#"{"a":[1]"#, "expected `,` or `}`, found the end of the text (byte 8)"),
        (r#"{"a":[1]} x"#, "expected the end of the JSON, found 'x' (byte 10)"),
        (r#"{"a" 1}"#, "expected `:`, found '1' (byte 5)"),
        (r#"{a:1}"#, "expected the name of a member in quotes, found 'a' (byte 1)"),
        (r#"{"a":[01]}"#, "a[0]: expected no digit after a leading zero, found '1' (byte 7)"),
        (r#"{"a b":1}"#, r#"["a b"]: expected a list, found 1 (byte 7)"#),
        (r#"{"":1}"#, r#"[""]: expected a list, found 1 (byte 4)"#),
        (r#"{"a":{"b":"c"}}"#, r#"a.b: expected an integer, found "c" (byte 10)"#),
    ] {
        assert_eq!(error(text), expected, "{text}");
    }
}

#[test]
fn errors_in_skipped_members_have_a_path_too() {
    let error = JsonReader::new(br#"{"a":{"b":[1,{"c":tru}]}}"#).object(&mut []).unwrap_err();
    assert_eq!(error.to_string(), "a.b[1].c: expected a value, found 't' (byte 18)");
}

#[test]
fn errors_in_free_json_have_a_path_too() {
    let error = from_json::<Json>(br#"{"a":[{"b":nul}]}"#).unwrap_err();
    assert_eq!(error.to_string(), "a[0].b: expected a value, found 'n' (byte 11)");
}

#[test]
fn bytes_that_are_not_utf_8_are_named() {
    let error = from_json::<Vec<String>>(b"[\"a\", \"\xE9\"]").unwrap_err();
    assert_eq!(
        error.to_string(),
        "[1]: expected the closing quote of a string, found a byte that is not UTF-8 (byte 7)"
    );
}

#[test]
fn half_of_a_surrogate_pair_is_named() {
    let error = from_json::<String>(br#""ab\ud83dx""#).unwrap_err();
    assert_eq!(error.to_string(), "expected a pair of surrogates, found half of a pair (byte 3)");
}

#[test]
fn long_values_are_shortened_at_a_character() {
    let text = format!("\"{}\"", "\u{20ac}".repeat(1000));
    let error = from_json::<u64>(text.as_bytes()).unwrap_err();
    assert_eq!(error.found(), format!("\"{}...\"", "\u{20ac}".repeat(40)));
    let error = from_json::<Vec<bool>>(format!("[{}]", "1".repeat(1000)).as_bytes()).unwrap_err();
    assert_eq!(error.found(), format!("{}...", "1".repeat(40)));
    let name = "n".repeat(1000);
    let error = from_json::<Map<bool>>(format!("{{\"{name}\":7}}").as_bytes()).unwrap_err();
    assert_eq!(error.path(), format!("[\"{}...\"]", "n".repeat(40)));
}

#[test]
fn long_paths_are_cut_where_they_are_shown() {
    let text = r#"{"name":"#.repeat(100) + "x";
    let error = from_json::<Json>(text.as_bytes()).unwrap_err();
    assert_eq!(error.path(), ["name"; 100].join("."));
    let shown = ["name"; 60].join(".") + "....";
    assert_eq!(error.to_string(), format!("{shown}: expected a value, found 'x' (byte 800)"));
    assert!(format!("{error:?}").len() < 400, "{error:?}");
}

#[test]
fn malformed_text_shows_no_more_than_one_character() {
    for text in [
        r#"{"a" "opensesame"}"#,
        r#"["a" "opensesame"]"#,
        r#"{"a":x"opensesame"}"#,
        r#"[topensesame]"#,
    ] {
        let error = from_json::<Json>(text.as_bytes()).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("sesame"), "{error}");
    }
}

#[test]
fn errors_of_sensitive_values_do_not_show_them() {
    for text in [r#""opensesame""#, r#"["opensesame"]"#, r#"{"opensesame":"#] {
        let error = from_json::<Sensitive<u64>>(text.as_bytes()).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("sesame"), "{error}");
        assert_eq!(error.found(), "something that is not shown");
    }
}

#[test]
fn neither_reader_nor_writer_shows_its_text() {
    let mut writer = deskpro_runtime::Writer::new();
    writer.string("opensesame");
    let reader = JsonReader::new(b"\"opensesame\"");
    assert_eq!(
        format!("{reader:?} {writer:?}"),
        "JsonReader { offset: 0, .. } Writer { length: 12, .. }"
    );
}

#[test]
fn an_error_is_one_pointer_large() {
    assert_eq!(size_of::<Result<(), Invalid>>(), size_of::<usize>());
}

#[test]
fn an_error_can_be_placed_into_a_longer_text() {
    let error = from_json::<Vec<u64>>(b"[1, {}]").unwrap_err();
    let error = error.in_member("ids").in_item(3).in_member("data").moved_by(100);
    assert_eq!(error.path(), "data[3].ids[1]");
    assert_eq!(error.offset(), 104);
}
