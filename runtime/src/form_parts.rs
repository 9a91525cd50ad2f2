//! The body of a form to its parts (RFC 7578), for those who show it.

use http::HeaderValue;

/// A part of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part<'b> {
    pub(crate) name: String,
    /// Where it is a file.
    pub(crate) file_name: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) content: &'b [u8],
    /// Where in the body the content begins.
    pub(crate) start: usize,
}

/// The parts, if it is a form and well-formed.
pub(crate) fn parts<'b>(content_type: &HeaderValue, body: &'b [u8]) -> Option<Vec<Part<'b>>> {
    let content_type = content_type.to_str().ok()?;
    let (kind, parameters) = content_type.split_once(';')?;
    let (_, boundary) = parameters.split_once("boundary=")?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") || boundary.is_empty() {
        return None;
    }
    let end = format!("\r\n--{boundary}");
    let mut rest = body.strip_prefix(end.get(2..)?.as_bytes())?;
    let mut parts = Vec::new();
    while let Some(part) = rest.strip_prefix(b"\r\n") {
        let start = body.len().saturating_sub(part.len());
        let (part, after) = split(part, end.as_bytes())?;
        parts.push(read(part, start)?);
        rest = after;
    }
    (rest == b"--\r\n").then_some(parts)
}

/// Reads a part that begins there.
fn read(part: &[u8], start: usize) -> Option<Part<'_>> {
    let (head, content) = split(part, b"\r\n\r\n")?;
    let head = std::str::from_utf8(head).ok()?;
    let header = |name: &str| {
        let mut headers = head.split("\r\n").filter_map(|line| line.split_once(": "));
        headers.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    };
    let disposition = header("content-disposition")?;
    Some(Part {
        name: parameter(disposition, "name")?,
        file_name: parameter(disposition, "filename"),
        content_type: header("content-type").map(str::to_owned),
        content,
        start: start.saturating_add(part.len()).saturating_sub(content.len()),
    })
}

/// A parameter in quotes, as forms are written here and by browsers.
fn parameter(disposition: &str, name: &str) -> Option<String> {
    let (_, value) = disposition.split_once(&format!("; {name}=\""))?;
    let (value, _) = value.split_once('"')?;
    Some(value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"))
}

/// What comes before a text and what comes after it.
fn split<'b>(bytes: &'b [u8], at: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let place = bytes.windows(at.len()).position(|window| window == at)?;
    Some((bytes.get(..place)?, bytes.get(place + at.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::{HeaderValue, Part, parts};
    use crate::{Method, Upload, body::Body};

    #[test]
    fn a_form_is_taken_apart_into_what_it_was_made_of() {
        let mut body = Body::default();
        body.set_field("ti\"tle", &"a\r\n--b");
        body.set_file(
            "file",
            Upload::new("a \"b\".png", &b"\r\n\xFF"[..]).content_type("image/png"),
        );
        body.set_file("empty", Upload::new("; name=\"x", ""));
        let (content_type, body) = body.finish(Method::Post).unwrap();
        let body = body.as_bytes().unwrap();
        let parts = parts(&content_type, body).unwrap();
        let told = |part: &Part<'_>| {
            assert!(body[part.start..].starts_with(part.content));
            assert!(body[..part.start].ends_with(b"\r\n\r\n"));
            let (file_name, content_type) = (part.file_name.clone(), part.content_type.clone());
            (part.name.clone(), file_name, content_type, part.content.to_vec())
        };
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(
            parts.iter().map(told).collect::<Vec<_>>(),
            [
                ("ti\"tle".to_owned(), None, None, b"a\r\n--b".to_vec()),
                ("file".to_owned(), text("a \"b\".png"), text("image/png"), b"\r\n\xFF".to_vec()),
                (
                    "empty".to_owned(),
                    text("; name=\"x"),
                    text("application/octet-stream"),
                    Vec::new()
                ),
            ]
        );
    }

    #[test]
    fn what_is_no_form_is_none() {
        let kind = HeaderValue::from_static;
        let form = kind("multipart/form-data; boundary=B");
        assert_eq!(parts(&form, b"--B--\r\n"), Some(vec![]));
        for body in [&b""[..], b"--B", b"--B\r\n", b"--B\r\nx\r\n\r\ny\r\n--B--\r\n", b"--B--"] {
            assert_eq!(parts(&form, body), None, "{body:?}");
        }
        assert_eq!(parts(&kind("application/json"), b"--B--\r\n"), None);
        assert_eq!(parts(&kind("multipart/form-data; boundary="), b"----\r\n"), None);
    }
}
