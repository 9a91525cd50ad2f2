//! Fields and files to `multipart/form-data` (RFC 7578), written as browsers do.

use std::hash::{BuildHasher, Hasher, RandomState};

use http::HeaderValue;

use super::{members::Members, multipart::Multipart};
use crate::{Upload, from_json, transport::RequestBody};

/// What a form says: fields as their names and JSON, and files.
#[derive(Clone, Default)]
pub(crate) struct Form {
    pub(super) fields: Members,
    pub(super) files: Vec<(String, Upload)>,
}

impl Form {
    /// The value of `Content-Type` and the body.
    pub(super) fn encode(&self) -> (HeaderValue, RequestBody) {
        self.encode_with(std::iter::repeat_with(random_boundary))
    }

    /// The same with the first of these boundaries that occurs nowhere in what is known of the form.
    fn encode_with(
        &self,
        mut boundaries: impl Iterator<Item = String>,
    ) -> (HeaderValue, RequestBody) {
        let texts: Vec<(String, String)> =
            self.fields.iter().map(|(name, json)| (name, text_of(json))).collect();
        let occurs = |boundary: &str| {
            texts.iter().any(|(name, text)| name.contains(boundary) || text.contains(boundary))
                || self.files.iter().any(|(name, upload)| upload.holds(name, boundary))
        };
        let boundary = boundaries.find(|boundary| !occurs(boundary)).unwrap_or_default();
        let mut body = Multipart::new(&boundary, self.files.iter().map(|(_, upload)| upload));
        for (name, text) in &texts {
            let head = format!("Content-Disposition: form-data; name=\"{}\"", quoted(name));
            body.add_bytes(&head, text.as_bytes());
        }
        for (name, upload) in &self.files {
            let Upload { file_name, content_type, content } = upload;
            let (name, file_name) = (quoted(name), quoted(file_name));
            let head = format!(
                "Content-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\
                 Content-Type: {content_type}"
            );
            body.add(&head, content);
        }
        // A boundary is ASCII, so that it fits into a header.
        let content_type =
            HeaderValue::try_from(format!("multipart/form-data; boundary={boundary}"))
                .unwrap_or(HeaderValue::from_static("multipart/form-data"));
        (content_type, body.finish())
    }

    /// Whether a file of it could be sent only once, and was.
    pub(super) fn is_spent(&self) -> bool {
        self.files.iter().any(|(_, upload)| upload.content.is_spent())
    }
}

impl Upload {
    /// Whether a part with this file holds the text anywhere; of content that is not in memory nobody
    /// knows.
    fn holds(&self, name: &str, text: &str) -> bool {
        name.contains(text)
            || self.file_name.contains(text)
            || self.content_type.contains(text)
            || self.content.as_bytes().is_some_and(|bytes| contains(bytes, text.as_bytes()))
    }
}

/// A text as it is, everything else as JSON.
fn text_of(json: &str) -> String {
    match json.starts_with('"') {
        true => from_json(json.as_bytes()).unwrap_or_else(|_| json.to_owned()),
        false => json.to_owned(),
    }
}

/// A name as browsers write it within quotes.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

/// 128 bits that nobody can foresee, so that no file can be made to hold them.
fn random_boundary() -> String {
    let bits = || RandomState::new().build_hasher().finish();
    format!("----deskpro-rs-{:016x}{:016x}", bits(), bits())
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    let Some(first) = text.first() else {
        return true;
    };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        rest = rest.get(at..).unwrap_or_default();
        if rest.starts_with(text) {
            return true;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{Form, Members, Upload, contains, random_boundary};
    use crate::Encode;

    fn fields(fields: &[(&str, &dyn Encode)]) -> Members {
        let mut members = Members::default();
        fields.iter().for_each(|(name, value)| members.set(name, *value));
        members
    }

    fn encode(form: &Form, boundaries: &[&str]) -> (String, String) {
        let boundaries = boundaries.iter().map(|boundary| (*boundary).to_owned());
        let (content_type, body) = form.encode_with(boundaries);
        let body = String::from_utf8(body.as_bytes().unwrap().to_vec()).unwrap();
        (content_type.to_str().unwrap().to_owned(), body)
    }

    #[test]
    fn fields_come_before_files_texts_as_they_are() {
        let form = Form {
            fields: fields(&[
                ("title", &"a \"b\""),
                ("ids", &vec![1_u64, 2]),
                ("is_inline", &true),
            ]),
            files: vec![("file".to_owned(), Upload::new("a.txt", "It\r\nburns"))],
        };
        let (content_type, body) = encode(&form, &["B"]);
        assert_eq!(content_type, "multipart/form-data; boundary=B");
        let expected = [
            "--B",
            "Content-Disposition: form-data; name=\"title\"",
            "",
            "a \"b\"",
            "--B",
            "Content-Disposition: form-data; name=\"ids\"",
            "",
            "[1,2]",
            "--B",
            "Content-Disposition: form-data; name=\"is_inline\"",
            "",
            "true",
            "--B",
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"",
            "Content-Type: application/octet-stream",
            "",
            "It\r\nburns",
            "--B--",
            "",
        ];
        assert_eq!(body, expected.join("\r\n"));
    }

    #[test]
    fn names_cannot_leave_their_quotes() {
        let upload =
            Upload::new("a\"; x=\"b\r\n\r\nc \u{e9}%22.txt", "").content_type("text/plain");
        let form = Form { fields: Members::default(), files: vec![("f\n\"".to_owned(), upload)] };
        let (_, body) = encode(&form, &["B"]);
        assert_eq!(
            body,
            "--B\r\nContent-Disposition: form-data; name=\"f%0A%22\"; \
             filename=\"a%22; x=%22b%0D%0A%0D%0Ac \u{e9}%22.txt\"\r\n\
             Content-Type: text/plain\r\n\r\n\r\n--B--\r\n"
        );
    }

    #[test]
    fn a_boundary_occurs_nowhere_in_the_form() {
        let form = Form {
            fields: fields(&[("in a name: one", &"in a text: two")]),
            files: vec![("f".to_owned(), Upload::new("three", &b"\xFF--fofour--"[..]))],
        };
        let boundaries =
            ["one", "two", "three", "four", "five"].iter().map(|boundary| (*boundary).to_owned());
        let (content_type, _) = form.encode_with(boundaries);
        assert_eq!(content_type, "multipart/form-data; boundary=five");
    }

    #[test]
    fn boundaries_are_long_enough_different_and_allowed() {
        let (a, b) = (random_boundary(), random_boundary());
        assert_ne!(a, b);
        assert!(a.len() <= 70 && a.len() >= 40, "{a}");
        assert!(a.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{a}");
    }

    #[test]
    fn a_text_is_found_wherever_it_is() {
        assert!(contains(b"xxab", b"ab") && contains(b"aab", b"ab") && contains(b"ab", b"ab"));
        assert!(!contains(b"xxa", b"ab") && !contains(b"", b"ab") && !contains(b"ba", b"ab"));
    }
}
