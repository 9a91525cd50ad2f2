//! What a cassette keeps of a body.

use bytes::Bytes;
use http::HeaderValue;

use super::{
    host::OwnHost,
    layout::compact,
    part::Part,
    raw::{AsItIs, Raw, from_base64, to_base64},
};
use crate::{Encode, Invalid, Json, JsonReader, form_parts::parts, from_json, mask::Mask};

/// A body without its secrets, as it reads best.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Content {
    #[default]
    Nothing,
    /// Without white space.
    Json(String),
    Text(String),
    Binary(Vec<u8>),
    Form(Vec<Part>),
}

impl Content {
    /// What is kept of the body of a request.
    pub(super) fn of_request(kind: Option<&HeaderValue>, body: &[u8], mask: &Mask) -> Self {
        match kind.and_then(|kind| parts(kind, body)) {
            Some(parts) => Self::Form(parts.iter().map(|part| Part::of(part, mask)).collect()),
            None => Self::of_answer(kind, body, mask),
        }
    }

    /// What is kept of the body of an answer.
    pub(super) fn of_answer(content_type: Option<&HeaderValue>, body: &[u8], mask: &Mask) -> Self {
        let kind = content_type.and_then(|kind| kind.to_str().ok());
        match std::str::from_utf8(body) {
            Ok("") => Self::Nothing,
            Ok(text) if is_json(kind, text) => Self::Json(compact(&mask.json(text))),
            Ok(text) if kind.is_some_and(|kind| kind.starts_with(FORM)) => {
                Self::Text(mask.pairs(text))
            }
            Ok(text) => Self::Text(mask.text(text)),
            Err(_) => Self::Binary(body.to_vec()),
        }
    }

    /// The body of an answer, which is no form.
    pub(super) fn to_body(&self, host: &OwnHost) -> Bytes {
        match self {
            Self::Nothing | Self::Form(_) => Bytes::new(),
            Self::Json(text) | Self::Text(text) => host.put_back(text).into_owned().into(),
            Self::Binary(bytes) => bytes.clone().into(),
        }
    }

    /// Where this differs from another one, if it does.
    pub(super) fn difference(&self, other: &Self) -> Option<String> {
        match (self, other) {
            (Self::Json(one), Self::Json(other)) => {
                let (Ok(one), Ok(other)) = (json(one), json(other)) else {
                    return (one != other).then(String::new);
                };
                json_difference(&one, &other)
            }
            (Self::Form(one), Self::Form(other)) if one.len() == other.len() => {
                let mut both = one.iter().zip(other);
                both.find(|(one, other)| one != other).map(|(one, _)| one.name().to_owned())
            }
            _ => (self != other).then(String::new),
        }
    }

    /// The members that say what it is, of which one at most is there.
    pub(super) fn with_members<T>(&self, write: impl FnOnce(Members<'_>) -> T) -> T {
        let (mut json, mut text, mut base64, mut form) = (None, None, None, None);
        match self {
            Self::Nothing => {}
            Self::Json(raw) => json = Some(AsItIs(raw)),
            Self::Text(plain) => text = Some(plain.as_str()),
            Self::Binary(bytes) => base64 = Some(to_base64(bytes)),
            Self::Form(parts) => form = Some(parts.as_slice()),
        }
        write([("json", &json), ("text", &text), ("base64", &base64), ("form", &form)])
    }
}

/// Members of an object, by name.
pub(super) type Members<'c> = [(&'static str, &'c dyn Encode); 4];

const FORM: &str = "application/x-www-form-urlencoded";

/// What was read of the members that say what a body is.
#[derive(Default)]
pub(super) struct Slots {
    pub(super) json: Raw,
    pub(super) text: Option<String>,
    pub(super) base64: Option<String>,
    pub(super) form: Option<Vec<Part>>,
}

impl Slots {
    pub(super) fn into_content(self, json: &JsonReader<'_>) -> Result<Content, Invalid> {
        Ok(match self {
            Self { json: Raw(Some(json)), .. } => Content::Json(json),
            Self { text: Some(text), .. } => Content::Text(text),
            Self { base64: Some(text), .. } => Content::Binary(from_base64(&text, json)?),
            Self { form: Some(parts), .. } => Content::Form(parts),
            _ => Content::Nothing,
        })
    }
}

/// Whether a body is JSON: by what it is said to be, where it is, and by what it is.
fn is_json(content_type: Option<&str>, text: &str) -> bool {
    let may_be = match content_type {
        Some(kind) => kind.contains("json"),
        None => text.trim_start().starts_with(['{', '[']),
    };
    let mut json = JsonReader::new(text.as_bytes());
    may_be && json.skip().and_then(|()| json.end()).is_ok()
}

fn json(text: &str) -> Result<Json, Invalid> {
    from_json(text.as_bytes())
}

/// The path of the first value that is not the same.
fn json_difference(one: &Json, other: &Json) -> Option<String> {
    let below = |name: String, rest: String| match rest.as_str() {
        "" => name,
        rest => format!("{name}.{rest}"),
    };
    match (one, other) {
        (Json::Object(one), Json::Object(other)) => {
            let names = one.keys().chain(other.keys().filter(|name| !one.contains_key(*name)));
            let mut all = names.map(|name| (name, one.get(name), other.get(name)));
            all.find_map(|(name, one, other)| match (one, other) {
                (Some(one), Some(other)) => {
                    json_difference(one, other).map(|rest| below(name.clone(), rest))
                }
                _ => Some(name.clone()),
            })
        }
        (Json::Array(one), Json::Array(other)) if one.len() == other.len() => {
            let mut both = one.iter().zip(other).enumerate();
            both.find_map(|(place, (one, other))| {
                json_difference(one, other).map(|rest| below(place.to_string(), rest))
            })
        }
        _ => (one != other).then(String::new),
    }
}

#[cfg(test)]
mod tests {
    use super::{Content, HeaderValue, Mask};

    fn of(content_type: Option<&'static str>, body: &[u8]) -> Content {
        let content_type = content_type.map(HeaderValue::from_static);
        Content::of_request(content_type.as_ref(), body, &Mask::default())
    }

    #[test]
    fn a_body_is_kept_as_it_reads_best() {
        let json = |text: &str| Content::Json(text.to_owned());
        let text = |text: &str| Content::Text(text.to_owned());
        for (content_type, body, expected) in [
            (None, &b""[..], Content::Nothing),
            (None, br#"{ "a": 1.50 }"#, json(r#"{"a":1.50}"#)),
            (None, b"13", text("13")),
            (Some("application/json"), b" \"a b\"\n", json("\"a b\"")),
            (Some("application/problem+json; charset=utf-8"), b"null", json("null")),
            (Some("application/json"), b"{\"token\": \"a", text("{\"token\": \"***")),
            (Some("text/csv"), b"{}\n", text("{}\n")),
            (Some("application/x-www-form-urlencoded"), b"token=a&b=c", text("token=***&b=c")),
            (Some("image/png"), b"\xFF", Content::Binary(vec![0xFF])),
        ] {
            let content = of(content_type, body);
            assert_eq!(content, expected, "{content_type:?}");
        }
    }

    #[test]
    fn json_differs_in_values_and_not_in_its_order() {
        let json = |text: &str| of(None, text.as_bytes());
        let one = json(r#"{"a": {"b": [1, {"c": 2}]}, "d": null}"#);
        for (other, expected) in [
            (r#"{"d": null, "a": {"b": [1, {"c": 2}]}}"#, None),
            (r#"{"d": null, "a": {"b": [1, {"c": 3}]}}"#, Some("a.b.1.c")),
            (r#"{"d": null, "a": {"b": [1]}}"#, Some("a.b")),
            (r#"{"d": null, "a": {"b": [1, {"c": 2}]}, "e": 1}"#, Some("e")),
            (r#"{"a": {"b": [1, {"c": 2}]}}"#, Some("d")),
            ("[]", Some("")),
            ("", Some("")),
        ] {
            assert_eq!(one.difference(&json(other)).as_deref(), expected, "{other}");
        }
    }
}
