//! Values of the headers that a client reads, made up.

use http::HeaderValue;
use proptest::{collection::vec, prelude::*, sample::select};

use crate::answers::{pieces, value};

/// What a `Location` may be, at home and elsewhere.
pub(crate) fn addresses() -> impl Strategy<Value = HeaderValue> {
    const SCHEMES: &[&str] = &["https:", "https:", "https:", "HTTPS:", "http:", "ftp:", "", " "];
    const SLASHES: &[&str] = &["//", "//", "//", "//", "/", "\\\\", "/\\", "///"];
    const USERS: &[&str] = &["", "", "", "", "key@", "support.example.com@", "%40", "?@"];
    const HOSTS: &[&str] =
        &["support.example.com", "SUPPORT.example.com", "localhost", "evil.example.org", "[::1]"];
    const PORTS: &[&str] = &["", ":", ":443", ":8080", ":65979", ":x"];
    const PATHS: &[&str] =
        &["", "/", "/api/v2/tickets/14", "/desk/api/v2", "?x=1", "#top", "/../..", "/a b", "%2f"];
    let whole = (select(SCHEMES), select(SLASHES), select(USERS), select(HOSTS), select(PORTS))
        .prop_map(|(scheme, slashes, user, host, port)| {
            [scheme, slashes, user, host, port].concat()
        });
    let whole = (whole, select(PATHS)).prop_map(|(server, path)| server + path);
    prop_oneof![3 => whole, 1 => pieces(PATHS, 4)].prop_filter_map("a header", value)
}

/// Seconds, dates, and what looks like one.
pub(crate) fn waits() -> impl Strategy<Value = HeaderValue> {
    const PIECES: &[&str] = &[
        "Sun",
        "Sunday",
        ",",
        " ",
        "-",
        "06",
        "Nov",
        "1994",
        "94",
        "08:49:37",
        "GMT",
        "+0100",
        "0",
        "9",
        "60",
        "99999999999999999999",
        "24:00:60",
        "31",
        "Feb",
        "9999",
        "-9999",
        ".",
        "\t",
    ];
    let date = "(Sun|Mon), [0-3][0-9] (Jan|Feb|Nov) [0-9]{4} [0-2][0-9]:[0-6][0-9]:[0-6][0-9] GMT";
    prop_oneof![pieces(PIECES, 9), date, "[0-9]{1,22}"].prop_filter_map("a header", value)
}

/// Names of files, in all forms.
pub(crate) fn dispositions() -> impl Strategy<Value = HeaderValue> {
    const PIECES: &[&str] = &[
        "attachment",
        "inline",
        ";",
        "; filename=",
        ";filename*=",
        "FileName*0=",
        "UTF-8''",
        "iso-8859-1'en'",
        "\"",
        "\\",
        "\\\"",
        "/",
        "%2f",
        "%5C",
        "%00",
        "%0d%0a",
        "%2e",
        ".",
        "..",
        "C:",
        " ",
        "a b",
        "\u{e9}",
        "%e9",
        "=",
    ];
    let text = pieces(PIECES, 10).prop_map(String::into_bytes);
    let latin = vec(0x20_u8.., 0..20)
        .prop_map(|name| [b"attachment; filename=".as_slice(), &name].concat());
    prop_oneof![3 => text, 1 => latin].prop_filter_map("a header", value)
}
