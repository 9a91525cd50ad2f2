//! YAML for people: texts with quotes only where they need them.

/// Words that mean something else than themselves.
const WORDS: [&str; 10] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"];

/// A text, as a key or a value in a block.
pub(super) fn text(text: &str) -> String {
    let is_word = |text: &str| WORDS.contains(&text.to_ascii_lowercase().as_str());
    let begins = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let plain = |c: char| c.is_ascii_alphanumeric() || " _-.`;?()".contains(c);
    if begins && !is_word(text) && !text.ends_with(' ') && text.chars().all(plain) {
        return text.to_owned();
    }
    // A string of JSON is one of YAML.
    serde_json::Value::from(text).to_string()
}

/// A comment of as many lines as it takes, each after this indent.
pub(super) fn comment(text: &str, indent: &str) -> String {
    const WIDTH: usize = 110;
    let mut lines = String::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && indent.len() + line.len() + word.len() + 3 > WIDTH {
            lines.push_str(&format!("{indent}# {line}\n"));
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines + &format!("{indent}# {line}\n")
}

#[cfg(test)]
mod tests {
    use super::{comment, text};

    #[test]
    fn quotes_only_where_they_are_needed() {
        for (plain, written) in [
            ("order_number", "order_number"),
            ("list(json)?", "list(json)?"),
            ("Seen in `tickets.list`; not documented.", "Seen in `tickets.list`; not documented."),
            ("null", r#""null""#),
            ("No", r#""No""#),
            ("404", r#""404""#),
            ("2fa", r#""2fa""#),
            ("a: b", r#""a: b""#),
            ("a #b", r##""a #b""##),
            ("", r#""""#),
            ("a\nb", r#""a\nb""#),
        ] {
            assert_eq!(text(plain), written);
        }
    }

    #[test]
    fn comments_are_broken_between_words() {
        let words = ["word"; 30].join(" ");
        let lines = comment(&words, "    ");
        assert_eq!(lines.lines().count(), 2);
        assert!(lines.lines().all(|line| line.starts_with("    # word") && line.len() <= 110));
        assert_eq!(comment("a\nb", ""), "# a b\n");
    }
}
