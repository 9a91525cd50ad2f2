//! Whether what was decoded says the same as the JSON that it came from, when it is encoded again.

use deskpro_client::runtime::{Decode, Encode, from_json, to_json};
use serde_json::{Value, json};

/// Keys that stand for others which an example does not show.
const FILLER: &str = "...";

/// Whether a value that was sent says the same as the one that was kept.
type IsSame = fn(&Value, &Value) -> bool;

/// In which ways the same may be said.
const LENIENCIES: &[(&str, IsSame)] = &[
    ("null may be absent, or an empty list", |sent, kept| {
        sent.is_null() && (kept.is_null() || *kept == json!([]))
    }),
    ("[] and {} are both empty", |sent, kept| is_empty(sent) && is_empty(kept)),
    ("{} may stand for null", |sent, kept| *sent == json!({}) && kept.is_null()),
    (r#""" may stand for an empty list or null"#, |sent, kept| {
        *sent == json!("") && (is_empty(kept) || kept.is_null())
    }),
    ("0 and 1 are false and true", |sent, kept| {
        (*sent == json!(0) && *kept == json!(false)) || (*sent == json!(1) && *kept == json!(true))
    }),
    (r#""0" and "1" are false and true"#, |sent, kept| {
        (*sent == json!("0") && *kept == json!(false))
            || (*sent == json!("1") && *kept == json!(true))
    }),
    ("an object may stand for the list of its values", |sent, kept| {
        let values: Option<Vec<&Value>> = sent.as_object().map(|it| it.values().collect());
        values.is_some() && values == kept.as_array().map(|it| it.iter().collect())
    }),
    ("a number is its digits", |sent, kept| sent.is_number() && *kept == json!(sent.to_string())),
    ("digits are a number", |sent, kept| kept.is_number() && *sent == json!(kept.to_string())),
];

fn is_empty(value: &Value) -> bool {
    *value == json!([]) || *value == json!({})
}

/// Decodes a value, encodes it again, and fails with everything that is not the same.
///
/// Members that `sent` lacks may be there afterwards with their defaults; `unknown` are the paths
/// of those that the type does not know.
pub(crate) fn check<T: Decode + Default + Encode>(name: &str, sent: &Value, unknown: &[&str]) -> T {
    let value: T =
        from_json(sent.to_string().as_bytes()).unwrap_or_else(|it| panic!("{name}: {it}"));
    let kept: Value = serde_json::from_str(&to_json(&value)).expect("JSON");
    let mut lost = Vec::new();
    compare("", sent, &kept, &mut lost);
    lost.retain(|(path, _)| !path.ends_with(FILLER));
    let paths: Vec<&str> = lost.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, unknown, "{name}: {lost:#?}");
    value
}

fn compare(path: &str, sent: &Value, kept: &Value, lost: &mut Vec<(String, String)>) {
    match (sent, kept) {
        (Value::Object(sent), Value::Object(kept)) => {
            for (name, sent) in sent {
                let kept = kept.get(name).unwrap_or(&Value::Null);
                compare(&format!("{path}.{name}"), sent, kept, lost);
            }
        }
        (Value::Array(sent), Value::Array(kept)) if sent.len() == kept.len() => {
            for (index, (sent, kept)) in sent.iter().zip(kept).enumerate() {
                compare(&format!("{path}[{index}]"), sent, kept, lost);
            }
        }
        (sent, kept) if sent == kept => {}
        (sent, kept) if LENIENCIES.iter().any(|(_, is_same)| is_same(sent, kept)) => {}
        (sent, kept) => lost.push((path.to_owned(), format!("{sent} became {kept}"))),
    }
}

#[test]
fn what_is_lost_is_found() {
    let mut lost = Vec::new();
    let sent = json!({"a": 1, "b": [1, {"c": "x"}], "d": null, "e": {}, "f": 1, "g": "", "...": 1});
    let kept = json!({"a": 2, "b": [1, {"c": "y"}], "e": [], "f": true, "h": 0});
    compare("", &sent, &kept, &mut lost);
    let paths: Vec<&str> = lost.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["....", ".a", ".b[1].c"]);
}
