//! JSON as YAML for people: what fits into a line is one, and quotes stand where they are needed.

use serde_json::Value;

use super::Scalar;

/// How long lines may become, where that can be helped.
const LINE: usize = 100;

/// Keys whose entries are statuses, which are numbers without quotes.
const OF_STATUSES: [&str; 2] = ["statuses", "success"];

/// The value behind a key: on its line where it fits, else in lines of its own, which are indented
/// by this much and begin with a line break.
pub(crate) fn behind_key(key: &str, value: &Value, indent: usize) -> String {
    let line = flow(key, value);
    if line.len() + key.len() + indent <= LINE || is_single(value) {
        return format!(" {line}");
    }
    block(key, value, indent)
}

/// A text as a single value.
pub(crate) fn text(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || " _-./()?".contains(c);
    let begins_well = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let is_plain = begins_well && !text.ends_with(' ') && text.chars().all(is_plain);
    if is_plain && Scalar::of_plain(text) == Scalar::Text {
        return text.to_owned();
    }
    // Text of JSON is text of YAML in double quotes, but for what YAML takes for control characters.
    let quoted = Value::from(text).to_string();
    let is_control = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}');
    let escaped = |c: char| {
        if is_control(c) { format!("\\u{:04x}", c as u32) } else { c.to_string() }
    };
    quoted.chars().map(escaped).collect()
}

fn block(key: &str, value: &Value, indent: usize) -> String {
    let space = " ".repeat(indent);
    let mut lines = String::new();
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let written = written_key(key, name);
                let member = behind_key(name, member, indent + 2);
                lines.push_str(&format!("\n{space}{written}:{member}"));
            }
        }
        Value::Array(items) => {
            for item in items {
                // A mapping begins behind the dash, so its first line is indented already.
                let item = behind_key("", item, indent + 2);
                lines.push_str(&format!("\n{space}-{}", joined(&item, indent + 2)));
            }
        }
        single => lines = format!(" {}", flow(key, single)),
    }
    lines
}

/// What stands behind a dash: lines of its own begin on the line of the dash.
fn joined(item: &str, indent: usize) -> String {
    let begin = format!("\n{}", " ".repeat(indent));
    match item.strip_prefix(&begin) {
        Some(rest) => format!(" {rest}"),
        None => item.to_owned(),
    }
}

/// A value on one line.
fn flow(key: &str, value: &Value) -> String {
    match value {
        Value::String(value) => text(value),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| flow("", item)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Object(members) => {
            let member = |(name, member): (&String, &Value)| {
                format!("{}: {}", written_key(key, name), flow(name, member))
            };
            format!("{{ {} }}", members.iter().map(member).collect::<Vec<_>>().join(", "))
        }
        single => single.to_string(),
    }
}

/// A key as it is written within the value of another.
fn written_key(of: &str, key: &str) -> String {
    let is_number = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
    if is_number && OF_STATUSES.contains(&of) { key.to_owned() } else { text(key) }
}

fn is_single(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::behind_key;
    use crate::problem::Problems;
    use crate::yaml::{Kind, read, to_json};

    fn read_back(value: &Value) -> Option<Value> {
        let text = format!("k:{}\n", behind_key("k", value, 2));
        let mut problems = Problems::new();
        let node = read(&text, 0, &mut problems)?;
        assert!(problems.is_empty() && matches!(node.kind, Kind::Mapping(_)), "{text}");
        to_json(&node.entry("k")?.value)
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let single = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
            "[a-z :#,?~.<&*!-]{0,12}".prop_map(Value::from),
            Just(json!(
                "a long text that fills a line all by itself, so that nothing fits behind it, \
                        whatever it may be"
            )),
        ];
        single.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a-z :\"7-]{1,6}", inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(value in any_json()) {
            prop_assert_eq!(read_back(&value), Some(value));
        }
    }

    #[test]
    fn it_reads_well() {
        let value = json!({
            "order_number": { "type": "string?", "docs": "What was ordered.", "example": "7" },
            "success": { "200": "page" },
            "7": [{
                "docs": "A text that is so long that it needs a line of its own, and so there are several.",
                "rust": "floor",
            }],
        });
        assert_eq!(
            behind_key("update", &value, 2),
            "
  \"7\":
    - docs: \"A text that is so long that it needs a line of its own, and so there are several.\"
      rust: floor
  order_number: { docs: What was ordered., example: \"7\", type: string? }
  success: { 200: page }"
        );
    }
}
