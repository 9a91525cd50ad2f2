//! How foreign text is shown in error messages.

use std::fmt;

use crate::Response;

/// How many characters of a foreign text an error message shows.
const LONGEST: usize = 300;

/// Text of the helpdesk's, cut to a bearable length and with control characters escaped, so that it
/// cannot break a line of a log.
pub(crate) struct Shown<'a>(pub(crate) &'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write;
        for (place, character) in self.0.chars().enumerate() {
            if place == LONGEST {
                return f.write_str("...");
            }
            match character.is_control() {
                true => write!(f, "{}", character.escape_default())?,
                false => f.write_char(character)?,
            }
        }
        Ok(())
    }
}

/// The start of the text, as `Debug` shows texts.
impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(LONGEST) {
            Some((end, _)) => write!(f, "{:?}...", self.0.get(..end).unwrap_or_default()),
            None => write!(f, "{:?}", self.0),
        }
    }
}

/// ` (text/html)`, or nothing when an answer says that it is JSON or does not say what it is.
pub(crate) fn content_type(response: &Response) -> impl fmt::Display + '_ {
    fmt::from_fn(|f| match response.head().header("content-type") {
        Some(kind) if !kind.contains("json") => write!(f, " ({})", Shown(kind)),
        _ => Ok(()),
    })
}

/// ` (request id 8f3c)`, or nothing when the helpdesk does not call the request anything.
pub(crate) fn request_id(response: &Response) -> impl fmt::Display + '_ {
    fmt::from_fn(|f| match response.head().request_id() {
        Some(id) => write!(f, " (request id {})", Shown(id)),
        None => Ok(()),
    })
}

#[cfg(test)]
mod tests {
    use super::Shown;

    #[test]
    fn control_characters_are_escaped_and_long_texts_cut() {
        assert_eq!(Shown("a\nb\u{1b}[0m").to_string(), "a\\nb\\u{1b}[0m");
        assert_eq!(Shown(&"\u{e9}".repeat(301)).to_string(), "\u{e9}".repeat(300) + "...");
        assert_eq!(format!("{:?}", Shown("a\nb")), r#""a\nb""#);
        let shown = format!("{:?}", Shown(&"\u{e9}".repeat(301)));
        assert_eq!(shown, format!("\"{}\"...", "\u{e9}".repeat(300)));
    }
}
