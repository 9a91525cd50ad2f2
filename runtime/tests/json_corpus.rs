//! The syntax of RFC 8259: what is accepted and what is rejected, case by case.

use deskpro_runtime::{Invalid, Json, JsonReader, from_json};

/// Valid JSON texts.
const ACCEPTED: &[&[u8]] = &[
    // Words and white space.
    b"null",
    b"true",
    b"false",
    b" null ",
    b"\t\n\r null \t\n\r",
    // Numbers.
    b"0",
    b"-0",
    b"0.0",
    b"-0.0",
    b"1",
    b"-1",
    b"10",
    b"9007199254740993",
    b"18446744073709551615",
    b"18446744073709551616",
    b"-9223372036854775808",
    b"-9223372036854775809",
    b"100000000000000000000000000000000000000000",
    b"0.1",
    b"1.5",
    b"1.000000000000000000000000000000000000001",
    b"0e0",
    b"0E0",
    b"0e+0",
    b"0e-0",
    b"1e5",
    b"1E5",
    b"1e+5",
    b"1e-5",
    b"1.5e007",
    b"1e308",
    b"1e-400",
    b"-1.5E-3",
    b"1 ",
    // Strings.
    b"\"\"",
    b"\"a\"",
    b"\" \"",
    b"\"/\"",
    b"\"'\"",
    b"\"\x7F\"",
    b"\"\\\"\"",
    b"\"\\\\\"",
    b"\"\\/\"",
    b"\"\\b\\f\\n\\r\\t\"",
    b"\"\\u0041\"",
    b"\"\\u0000\"",
    b"\"\\u001f\"",
    b"\"\\u00e9\"",
    b"\"\\u00E9\"",
    b"\"\\u2028\\u2029\"",
    b"\"\\uFFFE\"",
    b"\"\\uFFFF\"",
    b"\"\\uD7FF\\uE000\"",
    b"\"\\ud83d\\ude00\"",
    b"\"\\uDBFF\\uDFFF\"",
    b"\"x\\uD800\\uDC00y\"",
    b"\"\\\\u0041\"",
    b"\"\\\\\\\"\"",
    b"\"seven b\"",
    b"\"eight by\"",
    b"\"nine byte\"",
    b"\"sixteen bytes ..\"",
    b"\"seven b\\n and more behind it\"",
    b"\"eight by\\n and more behind it\"",
    b"\"[1, 2], {\\\"a\\\": null}\"",
    "\"\u{e9}\u{20ac}\u{1f600}\"".as_bytes(),
    "\"\u{2028}\u{2029}\u{feff}\"".as_bytes(),
    "\"\u{80}\u{7ff}\u{800}\u{ffff}\u{10000}\u{10ffff}\"".as_bytes(),
    // Lists.
    b"[]",
    b"[ ]",
    b"[\n]",
    b"[1]",
    b"[ 1 ]",
    b"[1,2]",
    b"[ 1 , 2 ]",
    b"[null,true,false,0,\"\",[],{}]",
    b"[[]]",
    b"[[],[]]",
    b"[[[[[[1]]]]]]",
    b"[\"a\",\"b\"]",
    b"[1e1,-1,0.5]",
    b"[{}]",
    // Objects.
    b"{}",
    b"{ }",
    b"{\"a\":1}",
    b"{ \"a\" : 1 }",
    b"{\"a\":1,\"b\":2}",
    b"{\n\t\"a\"\r\n:\n1\n,\n\"b\"\n:\n2\n}",
    b"{\"\":0}",
    b"{\"a\":{}}",
    b"{\"a\":{\"b\":{\"c\":[]}}}",
    b"{\"a\":1,\"a\":2}",
    b"{\"a\":[1,{\"b\":2}],\"c\":null}",
    b"{\"\\u0061\":1}",
    b"{\"a\\nb\":1}",
    b"{\"\\ud83d\\ude00\":1}",
    b"{\"a b\":\"c d\"}",
    b"{\"{\":\"}\"}",
];

/// Texts that are not valid JSON.
const REJECTED: &[&[u8]] = &[
    // Nothing, or not one value.
    b"",
    b" ",
    b"\n",
    b"\0",
    b"1 2",
    b"null null",
    b"[] []",
    b"{} {}",
    b"\"\" \"\"",
    b"[]x",
    b"1,",
    b",1",
    b"{},",
    b"null\0",
    b"\xEF\xBB\xBFnull",
    b"\x0Cnull",
    b"\x0Bnull",
    b"\xC2\xA0null",
    "\u{2028}null".as_bytes(),
    b"// comment\n1",
    b"/* comment */1",
    b"1 // comment",
    b"# comment\n1",
    // Words.
    b"n",
    b"nul",
    b"nulL",
    b"NULL",
    b"Null",
    b"nullx",
    b"t",
    b"tru",
    b"truE",
    b"True",
    b"truefalse",
    b"fals",
    b"FALSE",
    b"undefined",
    b"NaN",
    b"nan",
    b"Infinity",
    b"-Infinity",
    b"inf",
    b"None",
    // Numbers.
    b"-",
    b"+",
    b"+1",
    b"--1",
    b"- 1",
    b"-a",
    b"00",
    b"01",
    b"-01",
    b"007",
    b"1.",
    b"-1.",
    b".1",
    b"-.1",
    b".",
    b"1..2",
    b"1.2.3",
    b"1.e1",
    b"0.e1",
    b"1e",
    b"1E",
    b"1e+",
    b"1e-",
    b"1e.5",
    b"1e1.5",
    b"1ee1",
    b"e1",
    b"1_000",
    b"1,000",
    b"0x1F",
    b"0b1",
    b"1f",
    b"1a",
    b"1L",
    b"\xEF\xBC\x91",
    // Strings.
    b"\"",
    b"\"a",
    b"a\"",
    b"'a'",
    b"`a`",
    b"\"a\"b\"",
    b"\"\\\"",
    b"\"\\",
    b"\"\\x41\"",
    b"\"\\a\"",
    b"\"\\'\"",
    b"\"\\0\"",
    b"\"\\U0041\"",
    b"\"\\u\"",
    b"\"\\u0\"",
    b"\"\\u00\"",
    b"\"\\u004\"",
    b"\"\\u004",
    b"\"\\u004G\"",
    b"\"\\u+041\"",
    b"\"\\u 041\"",
    b"\"\\\n\"",
    b"\"a\nb\"",
    b"\"a\tb\"",
    b"\"a\0b\"",
    b"\"a\x1Fb\"",
    b"\"eight by\x01 and more behind it\"",
    // Surrogates without their other half.
    b"\"\\uD800\"",
    b"\"\\uDBFF\"",
    b"\"\\uDC00\"",
    b"\"\\uDFFF\"",
    b"\"\\uD800x\"",
    b"\"\\uD800\\n\"",
    b"\"\\uD800\\u0041\"",
    b"\"\\uD800\\uD800\"",
    b"\"\\uD800\\u\"",
    b"\"\\uD800\\uDC0\"",
    b"\"\\uDC00\\uD800\"",
    b"{\"\\uD800\":1}",
    // Bytes that are not UTF-8.
    b"\xFF",
    b"\"\xFF\"",
    b"\"\x80\"",
    b"\"\xC3\"",
    b"\"\xC3\x28\"",
    b"\"\xE2\x82\"",
    b"\"\xF0\x9F\x98\"",
    b"\"\xC0\xAF\"",
    b"\"\xE0\x80\xAF\"",
    b"\"\xED\xA0\x80\"",
    b"\"\xF4\x90\x80\x80\"",
    b"null\xFF",
    b"[1,\xFF]",
    b"{\"\xFF\":1}",
    b"n\x00u\x00l\x00l\x00",
    // Lists.
    b"[",
    b"]",
    b"[1",
    b"[1,",
    b"[1,]",
    b"[,1]",
    b"[,]",
    b"[1,,2]",
    b"[1 2]",
    b"[1;2]",
    b"[1:2]",
    b"[\"a\" \"b\"]",
    b"[1}",
    b"[1)",
    b"[]]",
    b"[[]",
    b"[[1]",
    b"[\"a]",
    b"[null",
    b"[tru]",
    b"[-]",
    b"[*]",
    // Objects.
    b"{",
    b"}",
    b"{\"a\"",
    b"{\"a\":",
    b"{\"a\":1",
    b"{\"a\":1,",
    b"{\"a\":1,}",
    b"{,\"a\":1}",
    b"{,}",
    b"{\"a\":1,,\"b\":2}",
    b"{\"a\":1 \"b\":2}",
    b"{\"a\" 1}",
    b"{\"a\",1}",
    b"{\"a\"=1}",
    b"{\"a\"::1}",
    b"{\"a\":}",
    b"{\"a\"}",
    b"{:1}",
    b"{1:1}",
    b"{a:1}",
    b"{'a':1}",
    b"{null:1}",
    b"{[]:1}",
    b"{\"a\":1]",
    b"{\"a\":1}}",
    b"{{}}",
    b"{\"a:1}",
    b"{\"a\":1,\"b\"}",
    b"{\"a\":{\"b\":1}",
    b"{\"a\": 01}",
];

/// Reads a text without decoding it.
fn skip(text: &[u8]) -> Result<(), Invalid> {
    let mut json = JsonReader::new(text);
    json.skip()?;
    json.end()
}

#[test]
fn valid_texts_are_accepted_and_mean_the_same_as_to_serde_json() {
    for text in ACCEPTED {
        let shown = String::from_utf8_lossy(text);
        let value = from_json::<Json>(text).unwrap_or_else(|error| panic!("{shown}: {error}"));
        assert_eq!(value, serde_json::from_slice::<Json>(text).expect("valid"), "{shown}");
        assert_eq!(skip(text), Ok(()), "{shown}");
    }
}

#[test]
fn invalid_texts_are_rejected() {
    for text in REJECTED {
        let shown = String::from_utf8_lossy(text);
        assert!(serde_json::from_slice::<Json>(text).is_err(), "{shown}");
        assert!(from_json::<Json>(text).is_err(), "{shown}");
        assert!(skip(text).is_err(), "{shown}");
    }
}

#[test]
fn invalid_texts_are_rejected_inside_of_skipped_members() {
    for text in REJECTED.iter().filter(|text| !text.contains(&b'}')) {
        let mut body = b"{\"unknown\":".to_vec();
        body.extend_from_slice(text);
        body.push(b'}');
        // Inside of an object a few of them become valid, such as one that ends with a comma.
        assert_eq!(
            JsonReader::new(&body).object(&mut []).is_err(),
            serde_json::from_slice::<Json>(&body).is_err(),
            "{}",
            String::from_utf8_lossy(&body)
        );
    }
}

#[test]
fn every_beginning_of_a_valid_text_is_rejected() {
    let text = "{\"a\": [1.5e3, \"\\ud83d\\ude00 \u{e9}\", null, true], \"b\": {\"c\": false}}";
    for end in 0..text.len() {
        let beginning = text.as_bytes().get(..end).expect("shorter");
        assert!(from_json::<Json>(beginning).is_err(), "{end}");
        assert!(skip(beginning).is_err(), "{end}");
    }
    assert!(from_json::<Json>(text.as_bytes()).is_ok());
}

#[test]
fn special_characters_are_found_wherever_they_are_in_a_string() {
    for length in 0..40 {
        let plain = "x".repeat(length);
        for (special, expected) in [("\\n", "\n"), ("\\\"", "\""), ("\u{e9}", "\u{e9}")] {
            let text = format!("\"{plain}{special}{plain}\"");
            let value: String = from_json(text.as_bytes()).expect("valid");
            assert_eq!(value, format!("{plain}{expected}{plain}"));
        }
        for control in 0..0x20_u8 {
            let text = format!("\"{plain}{}{plain}\"", char::from(control));
            assert!(from_json::<String>(text.as_bytes()).is_err(), "{control} after {length}");
        }
    }
}

#[test]
fn lists_and_objects_nest_128_levels_deep_and_no_deeper() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let nested = |levels| format!("{}0{}", open.repeat(levels), close.repeat(levels));
        assert!(from_json::<Json>(nested(128).as_bytes()).is_ok());
        assert_eq!(skip(nested(128).as_bytes()), Ok(()));
        for levels in [129, 100_000] {
            let error = from_json::<Json>(nested(levels).as_bytes()).expect_err("too deep");
            assert_eq!(error.expected(), "at most 128 levels of lists and objects");
            assert_eq!(skip(nested(levels).as_bytes()), Err(error));
        }
    }
}

#[test]
fn levels_are_counted_down_again() {
    let text = format!("[{}[]]", "[[]],{\"a\":{}},".repeat(200));
    assert!(from_json::<Json>(text.as_bytes()).is_ok());
}
