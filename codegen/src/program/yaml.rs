//! JSON as YAML that people can read and every reader takes for the same.
//!
//! Readers of YAML 1.1, as in Python, take `on` for true and `2025-01-01` for a date, and those of
//! 1.2 do not; libraries that write YAML quote for the one or the other. So here everything is
//! quoted that is not plain text for both.

use serde_json::Value;

/// The document, with a line break at its end.
pub(crate) fn write(value: &Value) -> String {
    let mut text = String::new();
    match value {
        Value::Object(_) | Value::Array(_) => block(&mut text, value, 0),
        // What stands in a document of its own is indented too, or a line of it may be YAML.
        scalar => text = inline(scalar, 1) + "\n",
    }
    text
}

/// Writes what has members, each on lines of its own.
fn block(text: &mut String, value: &Value, depth: usize) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (key, member) in members {
                indent(text, depth);
                text.push_str(&key_of(key));
                text.push(':');
                nested(text, member, depth + 1);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                indent(text, depth);
                text.push('-');
                let mut within = String::new();
                nested(&mut within, item, depth + 1);
                // The first member stands beside the dash.
                match within.strip_prefix('\n') {
                    Some(lines) => {
                        text.push(' ');
                        text.push_str(lines.trim_start_matches(' '));
                    }
                    None => text.push_str(&within),
                }
            }
        }
        other => {
            indent(text, depth);
            text.push_str(&inline(other, depth));
            text.push('\n');
        }
    }
}

/// Writes a value behind its key or dash.
fn nested(text: &mut String, value: &Value, depth: usize) {
    let has_members = match value {
        Value::Object(members) => !members.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => false,
    };
    if has_members {
        text.push('\n');
        block(text, value, depth);
    } else {
        text.push(' ');
        text.push_str(&inline(value, depth));
        text.push('\n');
    }
}

fn indent(text: &mut String, depth: usize) {
    text.extend(std::iter::repeat_n("  ", depth));
}

fn key_of(key: &str) -> String {
    if is_plain(key) { key.to_owned() } else { quoted(key) }
}

/// A value without members.
fn inline(value: &Value, depth: usize) -> String {
    match value {
        Value::String(text) if is_plain(text) => text.clone(),
        Value::String(text) if is_literal(text) => literal(text, depth),
        Value::String(text) => quoted(text),
        Value::Number(number) => numeric(&number.to_string()),
        Value::Array(_) => "[]".to_owned(),
        Value::Object(_) => "{}".to_owned(),
        Value::Null | Value::Bool(_) => value.to_string(),
    }
}

/// What somewhere is a word for something else than itself.
const WORDS: [&str; 10] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan"];

/// Whether a text needs no quotes anywhere.
fn is_plain(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_ascii_alphabetic() || "/_$".contains(c));
    let is_kept = |c: char| c.is_alphanumeric() || (' '..='~').contains(&c);
    begins
        && text.chars().all(is_kept)
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether a text of several lines can stand as it is.
fn is_literal(text: &str) -> bool {
    let is_shown = |c: char| c == '\n' || (!c.is_control() && !is_special(c));
    let ends = text.trim_end_matches('\n');
    ends.contains('\n') && !text.starts_with([' ', '\n']) && text.chars().all(is_shown)
}

/// A text of several lines, below a sign that says which line breaks are at its end.
fn literal(text: &str, depth: usize) -> String {
    let ends = text.trim_end_matches('\n');
    let sign = match text.len() - ends.len() {
        0 => "|-",
        1 => "|",
        _ => "|+",
    };
    let mut lines = sign.to_owned();
    for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
        lines.push('\n');
        if !line.is_empty() {
            indent(&mut lines, depth);
            lines.push_str(line);
        }
    }
    lines
}

/// A text as JSON writes it, which is YAML too, but for what YAML does not show.
fn quoted(text: &str) -> String {
    let json = Value::from(text).to_string();
    let escaped = |c: char| match c {
        c if is_special(c) || ('\u{7f}'..='\u{9f}').contains(&c) => format!("\\u{:04X}", c as u32),
        c => c.to_string(),
    };
    json.chars().map(escaped).collect()
}

/// Line breaks of YAML 1.1, the mark of byte order, and what is no character.
fn is_special(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// YAML 1.1 wants a point and a sign where there is an exponent.
fn numeric(json: &str) -> String {
    let Some((digits, exponent)) = json.split_once('e') else { return json.to_owned() };
    let point = if digits.contains('.') { "" } else { ".0" };
    let sign = if exponent.starts_with(['-', '+']) { "" } else { "+" };
    format!("{digits}{point}e{sign}{exponent}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::write;

    /// Any JSON, with texts that YAML has its trouble with.
    fn any_json() -> impl Strategy<Value = Value> {
        let text = prop_oneof![
            "[a-z:# \n'\"{}\\[\\],&*!|>%@`-]{0,12}",
            "(on|No|NULL|~|1e3|0x1|1_0|12:30:45|=|<<)",
            any::<String>(),
        ];
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            text.clone().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 5, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::btree_map(text.clone(), inner, 0..5)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_read_again_is_the_same(value in any_json()) {
            let yaml = write(&value);
            let again: Value = serde_yaml::from_str(&yaml).map_err(|error| {
                TestCaseError::fail(format!("{error}\n{yaml}"))
            })?;
            prop_assert_eq!(again, value, "{}", yaml);
        }
    }

    #[test]
    fn lines_alone_are_a_document() {
        assert_eq!(write(&json!("[\n,")), "|-\n  [\n  ,\n");
        assert_eq!(write(&json!("---\n...\n")), "|\n  ---\n  ...\n");
    }

    #[test]
    fn a_document() {
        let value = json!({
            "openapi": "3.1.0",
            "on": [true, null, 1, "1", "yes", "2025-01-01", 1e30, 0.5],
            "paths": { "/a/{id}": { "get": [{ "a": 1, "b": { "c": [] } }, [1, [2]]] } },
            "docs": "One.\n\n  Two: # three\n",
            "line": "One\nTwo",
            "end": "One\nTwo\n\n",
            "odd": [" a", "a ", "a: b", "a #b", "", "-", "tab\t\n\tx", "\u{85}\u{7f}é", {}],
            "empty": {},
        });
        let expected = r##"docs: |
  One.

    Two: # three
empty: {}
end: |+
  One
  Two

line: |-
  One
  Two
odd:
  - " a"
  - "a "
  - "a: b"
  - "a #b"
  - ""
  - "-"
  - "tab\t\n\tx"
  - "\u0085\u007Fé"
  - {}
"on":
  - true
  - null
  - 1
  - "1"
  - "yes"
  - "2025-01-01"
  - 1.0e+30
  - 0.5
openapi: "3.1.0"
paths:
  /a/{id}:
    get:
      - a: 1
        b:
          c: []
      - - 1
        - - 2
"##;
        assert_eq!(write(&value), expected);
    }
}
