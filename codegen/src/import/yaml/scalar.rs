//! Texts as YAML: plain where that reads as the same text, quoted where it does not.

/// Words that are no texts.
const WORDS: [&str; 3] = ["true", "false", "null"];

/// The longest key that is written plainly.
const LONGEST_KEY: usize = 120;

/// A text on one line.
pub(super) fn scalar(text: &str, is_flow: bool) -> String {
    if is_plain(text, is_flow) { text.to_owned() } else { quoted(text) }
}

/// A key that is a text.
pub(super) fn key(text: &str, is_flow: bool) -> String {
    match is_plain(text, is_flow) && text.len() <= LONGEST_KEY {
        true => text.to_owned(),
        false => quoted(text),
    }
}

/// Whether a text may stand as it is, on one line.
fn is_plain(text: &str, is_flow: bool) -> bool {
    let begins = |c: char| c.is_ascii_alphabetic() || c == '/' || c == '_' || c == '$';
    let is_word = |word: &&str| word.eq_ignore_ascii_case(text);
    let marks: &[char] = if is_flow { &[',', '[', ']', '{', '}'] } else { &[] };
    text.starts_with(begins)
        && !text.ends_with([' ', ':'])
        && text.chars().all(is_printable)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(['\n', '\t'])
        && !text.contains(marks)
        && !(is_flow && (text.contains(":\"") || text.contains(":'") || text.contains("?,")))
        && !WORDS.iter().any(is_word)
}

/// Whether YAML takes a character unescaped, in whichever version.
pub(super) fn is_printable(c: char) -> bool {
    match c {
        '\n' | '\t' | ' '..='~' => true,
        '\u{feff}' | '\u{2028}' | '\u{2029}' => false,
        _ => c >= '\u{a0}' && !matches!(c, '\u{fffe}' | '\u{ffff}'),
    }
}

/// A text in quotes, on one line.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            _ if is_printable(c) => out.push(c),
            _ if u32::from(c) <= 0xff => out.push_str(&format!("\\x{:02X}", u32::from(c))),
            _ if u32::from(c) <= 0xffff => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            _ => out.push_str(&format!("\\U{:08X}", u32::from(c))),
        }
    }
    out.push('"');
    out
}
