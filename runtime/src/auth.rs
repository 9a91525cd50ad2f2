//! How a client shows who it is.

use std::fmt;

use http::HeaderValue;

/// The credentials of a client; never shown by `Debug`, in logs or in errors.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::Auth;
///
/// let auth = Auth::key("2:YWK2PGCS8CNW62SR8TBTBKWMY");
/// assert_eq!(format!("{auth:?}"), "Auth::key(..)");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Auth {
    scheme: Scheme,
    secret: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Key,
    Token,
    Bearer,
    None,
}

impl Auth {
    /// An API key, `{id}:{secret}`, with or without the word `key` before it (GUIDE).
    pub fn key(key: impl Into<String>) -> Self {
        Self::new(Scheme::Key, key.into())
    }

    /// An API token, `{id}:{secret}`, with or without the word `token` before it (REF).
    pub fn token(token: impl Into<String>) -> Self {
        Self::new(Scheme::Token, token.into())
    }

    /// The bearer token of an agent's session, with or without the word `Bearer` before it.
    pub fn bearer(token: impl Into<String>) -> Self {
        Self::new(Scheme::Bearer, token.into())
    }

    /// No credentials, for the few operations that need none.
    pub fn none() -> Self {
        Self::new(Scheme::None, String::new())
    }

    fn new(scheme: Scheme, secret: String) -> Self {
        Self { scheme, secret }
    }

    /// The value of the `Authorization` header.
    ///
    /// Fails with the fault when there is nothing to send or when it does not fit into a header.
    pub(crate) fn header(&self) -> Result<Option<HeaderValue>, &'static str> {
        let Some(word) = self.scheme.word() else {
            return Ok(None);
        };
        // A key that was read from a file often ends with the end of its line.
        let secret = without_word(self.secret.trim_start(), word).trim();
        if secret.is_empty() {
            return Err("there is none");
        }
        if !secret.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err("it holds white space, control characters or characters beyond ASCII");
        }
        let mut value = HeaderValue::try_from(format!("{word} {secret}"))
            .map_err(|_| "it does not fit into a header")?;
        value.set_sensitive(true);
        Ok(Some(value))
    }
}

impl Scheme {
    /// The word that the `Authorization` header starts with.
    const fn word(self) -> Option<&'static str> {
        match self {
            Self::Key => Some("key"),
            Self::Token => Some("token"),
            Self::Bearer => Some("Bearer"),
            Self::None => None,
        }
    }
}

impl fmt::Debug for Auth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.scheme {
            Scheme::Key => "Auth::key(..)",
            Scheme::Token => "Auth::token(..)",
            Scheme::Bearer => "Auth::bearer(..)",
            Scheme::None => "Auth::none()",
        })
    }
}

/// The secret without the scheme's word, which is often copied along with it.
fn without_word<'a>(secret: &'a str, word: &str) -> &'a str {
    match secret.split_once(' ') {
        Some((first, rest)) if first.eq_ignore_ascii_case(word) => rest,
        _ => secret,
    }
}

#[cfg(test)]
mod tests {
    use super::Auth;

    fn header(auth: &Auth) -> String {
        auth.header().unwrap().unwrap().to_str().unwrap().to_owned()
    }

    #[test]
    fn the_scheme_is_put_before_the_secret_once() {
        assert_eq!(header(&Auth::key("2:ABC")), "key 2:ABC");
        assert_eq!(header(&Auth::key("key 2:ABC")), "key 2:ABC");
        assert_eq!(header(&Auth::token("Token 2:ABC")), "token 2:ABC");
        assert_eq!(header(&Auth::key(" 2:ABC\r\n")), "key 2:ABC");
        assert_eq!(header(&Auth::bearer("e.y.J")), "Bearer e.y.J");
        assert_eq!(Auth::none().header(), Ok(None));
    }

    #[test]
    fn what_is_no_header_value_is_refused() {
        for secret in ["", "key ", "2:A\nB", "2:A\r\nHost: x", "2:\u{e9}", "2:A B", "2:A\0"] {
            assert!(Auth::key(secret).header().is_err(), "{secret:?}");
        }
    }

    #[test]
    fn the_header_is_sensitive_and_debug_shows_no_secret() {
        let auth = Auth::key("2:SECRET");
        assert!(auth.header().unwrap().unwrap().is_sensitive());
        assert!(!format!("{auth:?} {:?}", auth.header()).contains("SECRET"));
    }
}
