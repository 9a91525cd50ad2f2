//! Text to the percent-encoded text of a URL.

use std::fmt::{self, Display, Write};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but the characters that RFC 3986 calls unreserved.
pub(crate) const RESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Adds to a URL what is written to it, percent-encoded.
struct Encoder<'u, U> {
    url: &'u mut U,
    has_control_character: bool,
}

/// Adds a value to a URL; says whether it held a control character.
pub(crate) fn encode<U>(url: &mut U, value: &dyn Display) -> bool
where
    U: for<'t> Extend<&'t str>,
{
    let mut encoder = Encoder { url, has_control_character: false };
    // Writing to memory cannot fail, and a value that cannot be shown ends there.
    let _ = write!(encoder, "{value}");
    encoder.has_control_character
}

impl<U> Write for Encoder<'_, U>
where
    U: for<'t> Extend<&'t str>,
{
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.has_control_character |= text.chars().any(char::is_control);
        self.url.extend(utf8_percent_encode(text, RESERVED));
        Ok(())
    }
}
