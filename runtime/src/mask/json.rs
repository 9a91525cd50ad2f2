//! JSON, whole or broken off, to the same with nothing but its secrets changed.
//!
//! Goes from one token to the next, so that order, numbers and white space stay what they are, and so
//! that a body that breaks off gives nothing away either.

use super::{MASK, Mask};
use crate::{Writer, from_json, json::string_length};

impl Mask {
    /// The same JSON. Of what is hidden the kind stays, so that it can still be read: texts are masked,
    /// numbers become 0, and what is in lists and objects is hidden in turn.
    pub(crate) fn json(&self, text: &str) -> String {
        let mut walk = Walk { mask: self, masked: String::new(), hidden: Vec::new(), next: None };
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let length = token_length(rest, first);
            let (token, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
            walk.token(first, token, after);
            rest = after;
        }
        walk.masked
    }
}

struct Walk<'m> {
    mask: &'m Mask,
    masked: String,
    /// For each list and object around the next token, whether all in it is hidden.
    hidden: Vec<bool>,
    /// Whether the value that comes next is hidden by its name.
    next: Option<bool>,
}

impl Walk<'_> {
    fn token(&mut self, first: char, token: &str, after: &str) {
        match first {
            '"' if after.trim_start().starts_with(':') => {
                let name = from_json::<String>(token.as_bytes()).unwrap_or_default();
                self.next = Some(self.mask.hides(&name));
                self.text(token, false);
            }
            '"' => {
                let hides = self.hides();
                self.text(token, hides);
            }
            '-' | '0'..='9' => {
                let hides = self.hides() || self.mask.replaced(token) != token;
                self.masked.push_str(if hides { "0" } else { token });
            }
            '{' | '[' => {
                let hides = self.hides();
                self.hidden.push(hides);
                self.masked.push(first);
            }
            _ => {
                match first {
                    '}' | ']' => drop(self.hidden.pop()),
                    ',' => self.next = None,
                    _ => {}
                }
                self.masked.push_str(token);
            }
        }
    }

    /// Whether the value that comes now is hidden.
    fn hides(&mut self) -> bool {
        self.next.take() == Some(true) || self.hidden.last() == Some(&true)
    }

    fn text(&mut self, token: &str, hides: bool) {
        let is_whole = token.len() > 1 && token.ends_with('"');
        let text = from_json::<String>(token.as_bytes());
        let masked = match (hides, &text) {
            (true, Ok(text)) if text.is_empty() => None,
            (true, _) => Some(MASK.to_owned()),
            (false, Ok(text)) => self.mask.changed(text),
            (false, Err(_)) => None,
        };
        match masked {
            Some(masked) if is_whole => {
                let mut json = Writer::new();
                json.string(&masked);
                self.masked.push_str(&json.into_text());
            }
            Some(masked) => {
                self.masked.push('"');
                self.masked.push_str(&masked);
            }
            None => self.masked.push_str(token),
        }
    }
}

/// How long the token is that begins so.
fn token_length(text: &str, first: char) -> usize {
    match first {
        '"' => string_length(text),
        '-' | '0'..='9' => {
            let is_part = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
            text.find(|c| !is_part(c)).unwrap_or(text.len())
        }
        '{' | '}' | '[' | ']' | ',' => 1,
        _ => {
            let begins = |c: char| "\"{}[],-".contains(c) || c.is_ascii_digit();
            text.find(begins).unwrap_or(text.len())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Mask;

    #[test]
    fn what_is_secret_by_its_name_goes_and_its_kind_stays() {
        let mask = Mask::default();
        for (json, expected) in [
            (r#"{"password": "a", "subject": "b"}"#, r#"{"password": "***", "subject": "b"}"#),
            (
                r#"{"a":{"token":"x"},"b":[{"token":"y"}]}"#,
                r#"{"a":{"token":"***"},"b":[{"token":"***"}]}"#,
            ),
            (
                r#"{"token": 12, "pass": -1.5e3, "a": 1.50}"#,
                r#"{"token": 0, "pass": 0, "a": 1.50}"#,
            ),
            (
                r#"{"token": true, "pwd": null, "auth": ""}"#,
                r#"{"token": true, "pwd": null, "auth": ""}"#,
            ),
            (
                r#"{"tokens": ["a", {"b": "c"}], "d": "e"}"#,
                r#"{"tokens": ["***", {"b": "***"}], "d": "e"}"#,
            ),
            (r#"{"p\u0061ssword": "a"}"#, r#"{"p\u0061ssword": "***"}"#),
            (r#"{"payload": "{\"token\": \"a\"}"}"#, r#"{"payload": "{\"token\": \"***\"}"}"#),
            (r#"["token", "a"]"#, r#"["token", "a"]"#),
            (r#"{"a": "token", "b": "c"}"#, r#"{"a": "token", "b": "c"}"#),
            (r#"{"token": "a\"b", "c": "d"}"#, r#"{"token": "***", "c": "d"}"#),
            (
                r#"{"url": "https://example.com/?token=a&b=c"}"#,
                r#"{"url": "https://example.com/?token=***&b=c"}"#,
            ),
        ] {
            assert_eq!(mask.json(json), expected);
        }
    }

    #[test]
    fn what_breaks_off_gives_nothing_away() {
        let mask = Mask::default();
        for (json, expected) in [
            (r#"{"token": "ab"#, r#"{"token": "***"#),
            (r#"{"token": "ab\"#, r#"{"token": "***"#),
            (r#"{"token": ["a", "b"#, r#"{"token": ["***", "***"#),
            (r#"{"token""#, r#"{"token""#),
            (r#"]}]"a"#, r#"]}]"a"#),
            ("", ""),
        ] {
            assert_eq!(mask.json(json), expected);
        }
    }

    #[test]
    fn texts_are_replaced_within_strings() {
        let mut mask = Mask::default();
        mask.replace("a\"b", "***");
        mask.replace("77", "***");
        assert_eq!(
            mask.json(r#"{"x a\"b": "y a\"b\n", "n": 1775}"#),
            r#"{"x ***": "y ***\n", "n": 0}"#
        );
        assert_eq!(mask.json("\u{e9}\"\u{e9}\"\u{e9}"), "\u{e9}\"\u{e9}\"\u{e9}");
    }

    proptest::proptest! {
        #[test]
        fn texts_without_secrets_stay_as_they_are(text in "[\"\\\\{}:,\\[\\]0-9a-c \u{e9}-]*") {
            proptest::prop_assert_eq!(Mask::default().json(&text), text);
        }
    }
}
