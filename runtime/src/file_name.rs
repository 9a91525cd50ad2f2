//! The name that an answer gives to the file in its body (RFC 6266).

use std::borrow::Cow;

use http::header;
use percent_encoding::percent_decode_str;

use crate::ResponseHead;

/// The name in `Content-Disposition`, never a path.
pub(crate) fn file_name(head: &ResponseHead) -> Option<String> {
    let value = head.headers().get(header::CONTENT_DISPOSITION)?;
    name_in(&text_of(value.as_bytes()))
}

fn name_in(disposition: &str) -> Option<String> {
    let parameters = parameters(disposition);
    let value = |name: &str| {
        let found = parameters.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    };
    let extended = value("filename*").and_then(extended_text).and_then(|text| last_segment(&text));
    extended.or_else(|| value("filename").and_then(last_segment))
}

/// The parameters of a header value such as `attachment; filename="a b.txt"`.
fn parameters(value: &str) -> Vec<(String, String)> {
    let mut parameters = Vec::new();
    let mut rest = value;
    while let Some((_, after)) = rest.split_once(';') {
        let Some((name, value)) = after.split_once('=') else { break };
        // What stands before the name has no value.
        let name = name.rsplit(';').next().unwrap_or_default().trim();
        let (value, after) = parameter_value(value.trim_start());
        parameters.push((name.to_owned(), value));
        rest = after;
    }
    parameters
}

/// A value in quotes or without, and what comes after it.
fn parameter_value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(';').unwrap_or(text.len());
        let (value, rest) = text.split_at(end);
        return (value.trim().to_owned(), rest);
    };
    let mut value = String::new();
    let mut characters = quoted.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            // A quote is written `\"`. All other backslashes are those of a path that should not
            // be there.
            '\\' if characters.as_str().starts_with(['"', '\\']) => value.extend(characters.next()),
            _ => value.push(character),
        }
    }
    (value, characters.as_str())
}

/// The text of `UTF-8'en'%e2%82%ac.txt` (RFC 8187).
fn extended_text(value: &str) -> Option<String> {
    let mut parts = value.splitn(3, '\'');
    let (charset, _tag, encoded) = (parts.next()?, parts.next()?, parts.next()?);
    let bytes = Cow::from(percent_decode_str(encoded));
    if charset.eq_ignore_ascii_case("utf-8") {
        return String::from_utf8(bytes.into_owned()).ok();
    }
    // What is beyond ASCII and not encoded is no byte of this character set any more.
    let is_latin_1 = charset.eq_ignore_ascii_case("iso-8859-1") && encoded.is_ascii();
    is_latin_1.then(|| latin_1(&bytes))
}

fn last_segment(path: &str) -> Option<String> {
    let last = path.rsplit(['/', '\\']).next()?;
    let name: String = last.chars().filter(|character| !character.is_control()).collect();
    let name = name.trim();
    (!matches!(name, "" | "." | "..")).then(|| name.to_owned())
}

/// The text of a header: UTF-8 where it is that, which most servers send, else Latin-1.
fn text_of(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => latin_1(bytes),
    }
}

fn latin_1(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::{name_in, text_of};

    #[test]
    fn names_come_quoted_bare_and_extended() {
        for (value, expected) in [
            (r#"attachment; filename="a b.txt""#, Some("a b.txt")),
            ("attachment; filename=a.txt", Some("a.txt")),
            ("attachment;FILENAME = a.txt ; size=3", Some("a.txt")),
            (r#"attachment; filename="a;b=\"c\".txt"; x=y"#, Some(r#"a;b="c".txt"#)),
            (
                "attachment; filename=\"e.txt\"; filename*=UTF-8''%e2%82%ac.txt",
                Some("\u{20ac}.txt"),
            ),
            ("attachment; filename*=utf-8'en'a%20b.txt; filename=c.txt", Some("a b.txt")),
            ("attachment; filename*=ISO-8859-1''%e9.txt", Some("\u{e9}.txt")),
            ("attachment; filename*=UTF-8''%ff.txt; filename=c.txt", Some("c.txt")),
            ("attachment; filename*=ISO-8859-1''\u{e9}.txt; filename=c.txt", Some("c.txt")),
            ("attachment; filename*=KOI8-R''%ff.txt", None),
            ("attachment; filename*=nothing", None),
            ("inline; x; filename=a.txt", Some("a.txt")),
            ("attachment; filename=\"open", Some("open")),
            ("attachment", None),
            ("attachment; filename=\"\"", None),
            ("", None),
        ] {
            assert_eq!(name_in(value).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn a_name_is_no_path() {
        for (value, expected) in [
            (r#"attachment; filename="../../etc/passwd""#, Some("passwd")),
            (r#"attachment; filename="C:\temp\a.txt""#, Some("a.txt")),
            ("attachment; filename*=UTF-8''..%2F..%2Fa.txt", Some("a.txt")),
            ("attachment; filename*=UTF-8''a%0d%0a%00.txt", Some("a.txt")),
            (r#"attachment; filename="..""#, None),
            ("attachment; filename=a/", None),
        ] {
            assert_eq!(name_in(value).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn headers_are_utf_8_or_latin_1() {
        assert_eq!(text_of("\u{e9}".as_bytes()), "\u{e9}");
        assert_eq!(text_of(b"\xe9"), "\u{e9}");
    }
}
