//! JSON as it is shown: what is not seen is escaped.

use serde_json::Value;

/// A value on one line.
pub(super) fn compact(value: &Value) -> String {
    visible(&value.to_string())
}

/// A value with its members on lines of their own; on one line where it is short.
pub(super) fn pretty(value: &Value) -> String {
    let compact = value.to_string();
    let pretty = serde_json::to_string_pretty(value).unwrap_or_else(|_| compact.clone());
    visible(if compact.len() <= SHORT { &compact } else { &pretty })
}

/// How long a line is at most that holds a whole value.
const SHORT: usize = 60;

/// Escapes the characters that are not seen, or that turn the direction of text round: within JSON
/// they can stand in texts only. Line breaks between members stay.
fn visible(json: &str) -> String {
    let is_hidden = |c: char| {
        c != '\n' && c.is_control()
            || matches!(c, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if is_hidden(c) {
            out.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{compact, pretty};

    #[test]
    fn what_is_not_seen_is_escaped_and_means_the_same() {
        let value = json!({ "a": "x\u{202E}\u{7f}\n\u{2028}y" });
        assert_eq!(compact(&value), r#"{"a":"x\u202e\u007f\n\u2028y"}"#);
        assert_eq!(serde_json::from_str::<Value>(&pretty(&value)).unwrap(), value);
    }

    #[test]
    fn long_values_are_broken() {
        assert_eq!(pretty(&json!([1, 2])), "[1,2]");
        let long = json!({ "a": "x".repeat(60) });
        assert_eq!(pretty(&long).lines().count(), 3);
    }
}
