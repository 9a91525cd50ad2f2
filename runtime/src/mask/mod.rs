//! What is about to be shown or written, to the same without secrets.

mod headers;
mod json;
mod names;
mod pairs;

use std::borrow::Cow;

use self::names::{is_secret, plain};
pub(crate) use self::pairs::decoded;

/// What stands where a secret was.
pub(crate) const MASK: &str = "***";

/// Knows what is a secret: by its name, or by what it is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mask {
    /// Names besides those that are secret anyway, as [`plain`] ones.
    names: Vec<String>,
    /// Texts, and what is to stand for each of them.
    texts: Vec<(String, String)>,
}

impl Mask {
    /// Hides what has this name too.
    pub(crate) fn hide(&mut self, name: &str) {
        self.names.push(plain(name));
    }

    /// Puts a text in the place of another one, wherever that is.
    pub(crate) fn replace(&mut self, text: &str, by: &str) {
        if !text.is_empty() {
            self.texts.push((text.to_owned(), by.to_owned()));
        }
    }

    /// Whether what has this name is a secret.
    pub(crate) fn hides(&self, name: &str) -> bool {
        let plain = plain(name);
        is_secret(&plain) || self.names.contains(&plain)
    }

    /// A value of this name, be it a text or JSON.
    pub(crate) fn value(&self, name: &str, value: &str) -> String {
        match self.hides(name) && !value.is_empty() {
            true => MASK.to_owned(),
            false => self.text(value),
        }
    }

    /// A text of any kind. Where it is JSON, also one that breaks off, its members are known by name.
    pub(crate) fn text(&self, text: &str) -> String {
        self.replaced(&self.json(text)).into_owned()
    }

    /// A URL, or the path and query of one.
    pub(crate) fn url(&self, url: &str) -> String {
        let (rest, fragment) = cut(url, '#');
        let (address, query) = cut(rest, '?');
        let mut masked = self.replaced(&without_user(address)).into_owned();
        for (sign, pairs) in [('?', query), ('#', fragment)] {
            if let Some(pairs) = pairs {
                masked.push(sign);
                masked.push_str(&self.pairs(pairs));
            }
        }
        masked
    }

    /// The text with others in the place of those that are to be replaced.
    fn replaced<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut replaced = Cow::Borrowed(text);
        for (old, new) in &self.texts {
            if replaced.contains(old.as_str()) {
                replaced = replaced.replace(old.as_str(), new).into();
            }
        }
        replaced
    }

    /// A text that may be JSON or a URL, if there is something in it that has to go.
    fn changed(&self, text: &str) -> Option<String> {
        let is_url = text.starts_with(['/', '?']) || text.contains("://");
        let masked = match is_url && !text.contains(char::is_whitespace) {
            true => self.url(text),
            false if text.starts_with(['{', '[']) => self.text(text),
            false => self.replaced(text).into_owned(),
        };
        (masked != text).then_some(masked)
    }
}

fn cut(text: &str, at: char) -> (&str, Option<&str>) {
    match text.split_once(at) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

/// The address without the user and the password that it may name.
fn without_user(address: &str) -> Cow<'_, str> {
    let Some((scheme, rest)) = address.split_once("://") else {
        return address.into();
    };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    match authority.rsplit_once('@') {
        Some((_, host)) => format!("{scheme}://{MASK}@{host}{path}").into(),
        None => address.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::Mask;

    #[test]
    fn urls_lose_users_secret_parameters_and_what_is_replaced() {
        let mut mask = Mask::default();
        mask.hide("Blob-Auth");
        mask.replace("support.example.com", "helpdesk.invalid");
        for (url, expected) in [
            ("https://a:b@example.com/x@y", "https://***@example.com/x@y"),
            ("/x?page=1&access_token=abc&empty_token=", "/x?page=1&access_token=***&empty_token="),
            ("/x?blob_auth=1", "/x?blob_auth=***"),
            ("/x#access_token=abc", "/x#access_token=***"),
            ("https://support.example.com/x?a=b", "https://helpdesk.invalid/x?a=b"),
            ("/x?to=https%3A%2F%2Fsupport.example.com", "/x?to=https%3A%2F%2Fhelpdesk.invalid"),
            ("", ""),
        ] {
            assert_eq!(mask.url(url), expected, "{url}");
        }
    }

    #[test]
    fn texts_may_be_json_or_not() {
        let mut mask = Mask::default();
        mask.replace("2:SECRET", "***");
        assert_eq!(mask.text("not 2:SECRET, \"a\""), "not ***, \"a\"");
        assert_eq!(mask.text(r#"<p>{"token":"a"#), r#"<p>{"token":"***"#);
        assert_eq!(mask.value("password", "a"), "***");
        assert_eq!(mask.value("fields", r#"{"password":"a"}"#), r#"{"password":"***"}"#);
    }
}
