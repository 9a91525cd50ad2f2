//! What looks like a name that an API gives, and not like data.

/// How long a name may be.
const LONGEST: usize = 64;

/// How many digits it may have: fewer than a telephone number or a key.
const MOST_DIGITS: usize = 3;

/// Whether a text looks like the name of a field.
pub(super) fn is_name(text: &str) -> bool {
    looks_given(text, b"_-") && !text.starts_with('-')
}

/// Whether a text looks like a code, or like a value of an enumeration: `awaiting_agent`, `2`.
pub(super) fn is_code(text: &str) -> bool {
    let is_small_number =
        matches!(text.len(), 1..=MOST_DIGITS) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_small_number || looks_given(text, b"_-.:")
}

fn looks_given(text: &str, also: &[u8]) -> bool {
    let begins = text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    begins
        && text.len() <= LONGEST
        && digits <= MOST_DIGITS
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || also.contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::{is_code, is_name};

    #[test]
    fn names_that_an_api_gives() {
        for name in ["id", "order_number", "_self", "isVip", "x-large", "sha256"] {
            assert!(is_name(name), "{name}");
        }
        for name in
            ["", "7", "-1", "a@example.com", "Anna Example", "card_4111", "a.b", "\u{e9}t\u{e9}"]
        {
            assert!(!is_name(name), "{name}");
        }
        assert!(is_name(&"x".repeat(64)) && !is_name(&"x".repeat(65)));
    }

    #[test]
    fn codes_that_an_api_gives() {
        for code in ["awaiting_agent", "hidden.deleted", "TOO_MANY", "api:scope", "0", "404"] {
            assert!(is_code(code), "{code}");
        }
        for code in ["", "4711", "+49", "2:YWK2PGCS8CNW62SR", "#13 Not Found", "a@example.com"] {
            assert!(!is_code(code), "{code}");
        }
    }
}
