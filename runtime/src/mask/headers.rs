//! Headers, and the secrets that they hold.

use http::{HeaderMap, HeaderName, HeaderValue, header};

use super::{MASK, Mask};

/// Headers that hold addresses.
const ADDRESSES: [HeaderName; 4] =
    [header::LOCATION, header::CONTENT_LOCATION, header::REFERER, header::LINK];

/// Headers that say who asks: what they hold is a secret wherever else it is.
const CREDENTIALS: [HeaderName; 3] =
    [header::AUTHORIZATION, header::PROXY_AUTHORIZATION, header::COOKIE];

/// How short a secret may be to be looked for in other texts.
const SHORTEST: usize = 6;

impl Mask {
    /// The value of a header; `None` where it is no text.
    pub(crate) fn header(&self, name: &HeaderName, value: &HeaderValue) -> Option<String> {
        if self.hides(name.as_str()) || value.is_sensitive() {
            return Some(MASK.to_owned());
        }
        let text = std::str::from_utf8(value.as_bytes()).ok()?;
        Some(match ADDRESSES.contains(name) {
            true => self.url(text),
            false => self.replaced(text).into_owned(),
        })
    }

    /// The same mask, which hides the credentials among these headers wherever they are.
    pub(crate) fn knowing(&self, headers: &HeaderMap) -> Self {
        let mut mask = self.clone();
        for name in &CREDENTIALS {
            let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
            for text in values.flat_map(|value| value.split("; ")) {
                // The whole, what comes after the scheme, and what comes after the number of a key or
                // the name of a cookie.
                let bare = text.split_once(' ').map_or(text, |(_, bare)| bare);
                let secret = bare.rsplit_once([':', '=']).map_or(bare, |(_, secret)| secret);
                for text in [text, bare, secret] {
                    if text.len() >= SHORTEST {
                        mask.replace(text, MASK);
                    }
                }
            }
        }
        mask
    }
}

#[cfg(test)]
mod tests {
    use super::{HeaderMap, HeaderValue, Mask};

    #[test]
    fn secrets_go_whether_they_are_marked_or_known_by_name() {
        let mask = Mask::default();
        let shown = |name: &str, value: HeaderValue| mask.header(&name.parse().unwrap(), &value);
        let mut marked = HeaderValue::from_static("a");
        marked.set_sensitive(true);
        assert_eq!(shown("x-brand", marked).as_deref(), Some("***"));
        for name in ["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key"] {
            assert_eq!(
                shown(name, HeaderValue::from_static("a")).as_deref(),
                Some("***"),
                "{name}"
            );
        }
        let location = HeaderValue::from_static("/x?token=a");
        assert_eq!(shown("location", location).as_deref(), Some("/x?token=***"));
        assert_eq!(shown("x-brand", HeaderValue::from_static("a")).as_deref(), Some("a"));
        assert_eq!(shown("x-brand", HeaderValue::from_bytes(b"\xff").unwrap()), None);
    }

    #[test]
    fn credentials_are_hidden_wherever_they_are() {
        let mut headers = HeaderMap::new();
        headers.insert("authorization", HeaderValue::from_static("key 2:SECRET"));
        headers.insert("cookie", HeaderValue::from_static("a=b; c=COOKIE"));
        let mask = Mask::default().knowing(&headers);
        assert_eq!(mask.text("2:SECRET, SECRET, COOKIE and a=b"), "***, ***, *** and a=b");
    }
}
