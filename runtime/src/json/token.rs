//! Tokens of JSON text, for those who change it without reading it.

/// How long the string is that the text begins with, its quotes included; all of the text when the
/// string does not end.
pub(crate) fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::string_length;

    #[test]
    fn a_string_ends_with_the_quote_that_nothing_escapes() {
        for (text, length) in [
            (r#""" "a""#, 2),
            (r#""a\"b""#, 6),
            (r#""a\\"b""#, 5),
            (r#""a\""#, 4),
            ("\"\u{e9}\",", 4),
            ("\"", 1),
        ] {
            assert_eq!(string_length(text), length, "{text}");
        }
    }
}
