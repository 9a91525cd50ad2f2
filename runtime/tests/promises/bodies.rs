//! Bodies of answers, made up.

use bytes::Bytes;
use deskpro_runtime::Json;
use proptest::{collection::vec, prelude::*, sample::Index, sample::select};

use crate::answers::pieces;

/// JSON, whole, damaged and cut off; what looks like JSON; and all else.
pub(crate) fn bodies() -> impl Strategy<Value = Bytes> {
    prop_oneof![
        4 => json().prop_map(|json| json.to_string().into()),
        4 => (json(), any::<Index>(), any::<u8>()).prop_map(|(json, place, byte)| {
            let mut text = json.to_string().into_bytes();
            let at = place.index(text.len());
            text[at] = byte;
            text.into()
        }),
        4 => (json(), any::<Index>()).prop_map(|(json, end)| {
            let text = Bytes::from(json.to_string());
            text.slice(..end.index(text.len()))
        }),
        2 => pieces(PIECES, 12).prop_map(Bytes::from),
        2 => vec(any::<u8>(), 0..60).prop_map(Bytes::from),
    ]
}

/// Bodies of one long text, where an error speaks of it.
pub(crate) fn long_bodies() -> impl Strategy<Value = Bytes> {
    const PLACES: &[&str] = &[
        r#"{"code":"TEXT","message":"TEXT"}"#,
        r#"{"errors":{"fields":{"TEXT":["TEXT"]}}}"#,
        r#"{"data":"TEXT"}"#,
        r#"{"data":{"subject":{"TEXT":7}}}"#,
        r#"{"data":[TEXT]}"#,
        "TEXT",
    ];
    (select(PLACES), select(&["x", "1", "\\n", "\u{e9}", "\\u0080"][..]))
        .prop_map(|(body, text)| body.replace("TEXT", &text.repeat(100_000)).into())
}

const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\u00",
    "1f",
    "null",
    "true",
    "7",
    "-1.5e3",
    "\"data\":",
    "\"errors\":",
    "\"fields\":",
    "\"code\":",
    "\"message\":",
    "\"linked\":",
    "\"x\"",
    "<html>",
    "\u{1b}[31m",
    "\r\n",
    "\u{feff}",
    "\u{e9}",
];

/// Envelopes, pages, refusals, and what looks like one.
fn json() -> impl Strategy<Value = Json> {
    let scalar = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        (-1e300..1e300).prop_map(Json::from),
        "[ -~\u{80}-\u{a0}\\n]{0,20}".prop_map(Json::from),
        select(TEXTS).prop_map(Json::from),
    ];
    scalar.prop_recursive(6, 60, 6, |inner| {
        let members = vec((select(NAMES.split(' ').collect::<Vec<_>>()), inner.clone()), 0..6)
            .prop_map(|members| {
                let members = members.into_iter().map(|(name, value)| (name.to_owned(), value));
                Json::Object(members.collect())
            });
        prop_oneof![
            3 => members,
            1 => vec(inner.clone(), 0..5).prop_map(Json::from),
            2 => inner.prop_map(|data| serde_json::json!({"data": data})),
        ]
    })
}

const TEXTS: &[&str] = &[
    "",
    "13",
    "invalid_input",
    "required",
    "2025-05-01T08:02:02+0000",
    "2025-05-01",
    "/tickets?page=2",
    "https://evil.example.org/",
];

const NAMES: &str = "\
    data links meta linked next self pagination current_page total_pages status code \
    message errors fields fields_7 ticket 13 id subject rank is_hold labels \
    date_created date_due auth parent children new";
