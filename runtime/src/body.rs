//! The body of a request, while it is put together.

use std::fmt;

use bytes::Bytes;
use http::HeaderValue;

use crate::{Encode, Method, Writer, to_json};

/// What a request says besides its path and query.
#[derive(Clone)]
pub(crate) enum Body {
    /// The members of a JSON object, each as its name and its JSON.
    Members(Vec<(String, String)>),
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
        Self::Members(Vec::new())
    }
}

impl Body {
    /// Sets a member; whatever was there as a whole gives way.
    pub(crate) fn set_field(&mut self, name: &str, value: &dyn Encode) {
        if let Self::Whole { .. } = self {
            *self = Self::default();
        }
        let Self::Members(members) = self else { return };
        let json = (!value.is_absent()).then(|| to_json(value));
        let old = members.iter().position(|(known, _)| known == name);
        match (old.and_then(|place| members.get_mut(place)), json) {
            (Some(member), Some(json)) => member.1 = json,
            (Some(_), None) => members.retain(|(known, _)| known != name),
            (None, Some(json)) => members.push((name.to_owned(), json)),
            (None, None) => {}
        }
    }

    /// What is sent and as what, or nothing. `PUT` and `POST` always carry well-formed JSON
    /// (GUIDE), be it `{}`.
    pub(crate) fn finish(self, method: Method) -> Option<(HeaderValue, Bytes)> {
        match self {
            Self::Whole { content_type, bytes } => Some((content_type, bytes)),
            Self::Members(members) if members.is_empty() && !method.has_body() => None,
            Self::Members(members) => {
                Some((HeaderValue::from_static("application/json"), object(&members).into()))
            }
        }
    }
}

/// Shows the names of the members, never their values.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Members(members) => {
                f.debug_list().entries(members.iter().map(|(name, _)| name)).finish()
            }
            Self::Whole { bytes, .. } => write!(f, "{} bytes", bytes.len()),
        }
    }
}

fn object(members: &[(String, String)]) -> String {
    let mut json = String::from("{");
    for (name, value) in members {
        if json.len() > 1 {
            json.push(',');
        }
        let mut quoted = Writer::new();
        quoted.string(name);
        json.push_str(&quoted.into_text());
        json.push(':');
        json.push_str(value);
    }
    json.push('}');
    json
}

#[cfg(test)]
mod tests {
    use super::{Body, Method};

    fn text(body: Body, method: Method) -> Option<String> {
        body.finish(method).map(|(_, bytes)| String::from_utf8(bytes.to_vec()).unwrap())
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
    fn only_verbs_that_write_have_a_body_of_their_own_accord() {
        assert_eq!(text(Body::default(), Method::Get), None);
        assert_eq!(text(Body::default(), Method::Delete), None);
        assert_eq!(text(Body::default(), Method::Post).unwrap(), "{}");
        let mut body = Body::default();
        body.set_field("ids", &vec![1_u64]);
        assert_eq!(text(body, Method::Delete).unwrap(), r#"{"ids":[1]}"#);
    }
}
