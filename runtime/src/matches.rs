//! Patterns of error codes.

/// Whether an error code fits a pattern in which one `*` stands for any text.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::matches;
///
/// assert!(matches("#* Not Found", "#3432 Not Found"));
/// assert!(matches("not_found", "not_found"));
/// assert!(!matches("#* Not Found", "#3432"));
/// ```
pub fn matches(pattern: &str, code: &str) -> bool {
    match pattern.split_once('*') {
        // The length keeps the two halves from sharing characters: `ab*ba` is not `aba`.
        Some((start, end)) => {
            code.len() >= start.len() + end.len() && code.starts_with(start) && code.ends_with(end)
        }
        None => pattern == code,
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_any_text() {
        assert!(matches("*", ""));
        assert!(matches("#*", "#1"));
        assert!(matches("*_limits", "rate_limits"));
        assert!(matches("# Not*", "# Not"));
    }

    #[test]
    fn both_halves_need_their_own_characters() {
        assert!(matches("ab*ba", "abba"));
        assert!(!matches("ab*ba", "aba"));
        assert!(!matches("a", "A"));
        assert!(!matches("", "a"));
    }
}
