//! Answers, made up.

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::{
    bodies::bodies,
    kept::answer::{Answer, End},
};

/// Answers of every status, with headers that are read and bodies of every kind.
pub(crate) fn answers() -> impl Strategy<Value = Answer> {
    let parts = (statuses(), headers(), bodies(), ends());
    parts.prop_map(|(status, headers, body, end)| Answer { status, headers, body, end })
}

/// Answers with a header that has one of these values.
pub(crate) fn answers_with(
    header: &'static str,
    values: impl Strategy<Value = HeaderValue>,
) -> impl Strategy<Value = Answer> {
    (answers(), values).prop_map(move |(mut answer, value)| {
        answer.headers.insert(header, value);
        answer
    })
}

pub(crate) fn statuses() -> impl Strategy<Value = StatusCode> {
    const USUAL: &[u16] = &[200, 201, 204, 400, 401, 403, 404, 405, 409, 423, 429, 500, 502, 503];
    let status = prop_oneof![6 => select(USUAL), 3 => 300_u16..309, 1 => 100_u16..=999];
    status.prop_map(|status| StatusCode::from_u16(status).expect("three digits"))
}

/// Statuses at which a client may go somewhere else.
pub(crate) fn leading() -> impl Strategy<Value = StatusCode> {
    const LEADING: &[u16] = &[200, 201, 204, 301, 302, 303, 307, 308, 405];
    select(LEADING).prop_map(|status| StatusCode::from_u16(status).expect("three digits"))
}

fn ends() -> impl Strategy<Value = End> {
    prop_oneof![
        8 => Just(End::Whole),
        1 => Just(End::Closed),
        1 => Just(End::Late),
        1 => (0_usize..100).prop_map(End::Limit),
    ]
}

fn headers() -> impl Strategy<Value = HeaderMap> {
    const NAMES: &[&str] = &[
        "allow",
        "content-disposition",
        "content-type",
        "date",
        "location",
        "set-cookie",
        "x-odd",
    ];
    let value = prop_oneof![
        3 => pieces(HEADER_PIECES, 6).prop_filter_map("a header", value),
        1 => vec(any::<u8>(), 0..30).prop_filter_map("a header", value),
    ];
    vec((select(NAMES), value), 0..5).prop_map(|headers| {
        let name = |name| HeaderName::from_static(name);
        headers.into_iter().map(|(it, value)| (name(it), value)).collect()
    })
}

const HEADER_PIECES: &[&str] = &[
    "application/json",
    "text/html; charset=utf-8",
    "GET, HEAD",
    "post",
    "PUT",
    ",",
    "attachment",
    "; filename=",
    "; filename*=",
    "UTF-8''",
    "%2F",
    "%00",
    "..",
    "/",
    "\\",
    "\"",
    "a.txt",
    "\u{e9}",
    " ",
    "https://",
    "session=0123456789",
];

/// The value of a header, where these bytes are one.
pub(crate) fn value(bytes: impl AsRef<[u8]>) -> Option<HeaderValue> {
    HeaderValue::from_bytes(bytes.as_ref()).ok()
}

/// Texts that are put together of some pieces.
pub(crate) fn pieces(pieces: &'static [&str], most: usize) -> impl Strategy<Value = String> {
    vec(select(pieces), 0..most).prop_map(|pieces| pieces.concat())
}

/// Texts with characters of every kind.
pub(crate) fn texts() -> impl Strategy<Value = String> + Clone {
    let characters = vec(any::<char>(), 0..8).prop_map(String::from_iter);
    prop_oneof![characters, "[\\x00-\\x7f]{0,8}"]
}
