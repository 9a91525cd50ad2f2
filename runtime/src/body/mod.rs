//! The body of a request, while it is put together.

mod form;
mod members;
mod multipart;

use std::fmt;

use bytes::Bytes;
use http::HeaderValue;

use self::{form::Form, members::Members};
use crate::{Encode, JsonReader, Method, Upload, transport::RequestBody};

/// The content type of JSON.
pub(crate) const JSON: &str = "application/json";

/// What a request says besides its path and query.
#[derive(Clone)]
pub(crate) enum Body {
    /// The members of a JSON object.
    Members(Members),
    /// Fields and files.
    Form(Form),
    /// Something that was given as a whole.
    Whole {
        /// The value of the `Content-Type` header.
        content_type: HeaderValue,
        /// The body itself.
        bytes: Bytes,
    },
}

impl Default for Body {
    fn default() -> Self {
        Self::Members(Members::default())
    }
}

impl Body {
    /// Sets a member; whatever was there as a whole gives way.
    pub(crate) fn set_field(&mut self, name: &str, value: &dyn Encode) {
        if let Self::Whole { .. } = self {
            *self = Self::default();
        }
        let members = match self {
            Self::Members(members) => members,
            Self::Form(form) => &mut form.fields,
            Self::Whole { .. } => return,
        };
        members.set(name, value);
    }

    /// Sets a file; members become fields of the form, whatever was there as a whole gives way.
    pub(crate) fn set_file(&mut self, name: &str, upload: Upload) {
        let mut form = match std::mem::take(self) {
            Self::Members(fields) => Form { fields, files: Vec::new() },
            Self::Form(form) => form,
            Self::Whole { .. } => Form::default(),
        };
        match form.files.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = upload,
            None => form.files.push((name.to_owned(), upload)),
        }
        *self = Self::Form(form);
    }

    /// Whether nothing was set.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(self, Self::Members(members) if members.is_empty())
    }

    /// What is sent as JSON within a batch, or nothing; else why it cannot be sent so.
    pub(crate) fn payload(self, method: Method) -> Result<Option<String>, &'static str> {
        if let Self::Form(_) = self {
            return Err("it sends files");
        }
        let Some((content_type, body)) = self.finish(method) else {
            return Ok(None);
        };
        let Some(bytes) = body.as_bytes().filter(|_| content_type == JSON) else {
            return Err("its body is no JSON");
        };
        let mut json = JsonReader::new(bytes);
        match json.raw().and_then(|text| json.end().map(|()| text.to_owned())) {
            Ok(text) => Ok(Some(text)),
            Err(_) => Err("its body is malformed JSON"),
        }
    }

    /// What is sent and as what, or nothing. `PUT` and `POST` always carry well-formed JSON
    /// (GUIDE), be it `{}`.
    pub(crate) fn finish(self, method: Method) -> Option<(HeaderValue, RequestBody)> {
        match self {
            Self::Whole { content_type, bytes } => Some((content_type, bytes.into())),
            Self::Form(form) => Some(form.encode()),
            Self::Members(members) if members.is_empty() && !method.has_body() => None,
            Self::Members(members) => {
                Some((HeaderValue::from_static(JSON), members.into_json().into()))
            }
        }
    }

    /// Whether a file of it could be sent only once, and was.
    pub(crate) fn is_spent(&self) -> bool {
        matches!(self, Self::Form(form) if form.is_spent())
    }
}

/// Shows the names of the members, never their values.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Members(members) => {
                f.debug_list().entries(members.iter().map(|(name, _)| name)).finish()
            }
            Self::Form(form) => {
                let fields = form.fields.iter().map(|(name, _)| name);
                let files = form.files.iter().map(|(name, _)| name.clone());
                f.debug_list().entries(fields.chain(files)).finish()
            }
            Self::Whole { bytes, .. } => write!(f, "{} bytes", bytes.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Body, Method, Upload};

    fn text(body: Body, method: Method) -> Option<String> {
        let (_, body) = body.finish(method)?;
        Some(String::from_utf8(body.as_bytes().unwrap().to_vec()).unwrap())
    }

    #[test]
    fn members_are_written_in_order_and_replaced_by_name() {
        let mut body = Body::default();
        body.set_field("subject", &"a \"b\"");
        body.set_field("agent", &5_u64);
        body.set_field("subject", &"c");
        body.set_field("x\"y", &vec![1_u64]);
        assert_eq!(text(body, Method::Post).unwrap(), r#"{"subject":"c","agent":5,"x\"y":[1]}"#);
    }

    #[test]
    fn an_absent_value_takes_the_member_out() {
        let mut body = Body::default();
        body.set_field("agent", &5_u64);
        body.set_field("agent", &None::<u64>);
        body.set_field("team", &None::<u64>);
        assert_eq!(text(body, Method::Put).unwrap(), "{}");
    }

    #[test]
    fn a_file_makes_members_fields_and_back_again_nothing_is_lost() {
        let mut body = Body::default();
        body.set_field("title", &"a");
        body.set_file("file", Upload::new("a.txt", "A"));
        body.set_file("file", Upload::new("b.txt", "B"));
        body.set_field("count", &2_u64);
        assert_eq!(format!("{body:?}"), r#"["title", "count", "file"]"#);
        let text = text(body, Method::Post).unwrap();
        for part in ["name=\"title\"\r\n\r\na\r\n", "\"count\"\r\n\r\n2\r\n", "\r\n\r\nB\r\n"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(!text.contains("a.txt"), "{text}");
    }

    #[test]
    fn only_verbs_that_write_have_a_body_of_their_own_accord() {
        assert_eq!(text(Body::default(), Method::Get), None);
        assert_eq!(text(Body::default(), Method::Delete), None);
        assert_eq!(text(Body::default(), Method::Post).unwrap(), "{}");
        let mut body = Body::default();
        body.set_field("ids", &vec![1_u64]);
        assert_eq!(text(body, Method::Delete).unwrap(), r#"{"ids":[1]}"#);
    }
}
