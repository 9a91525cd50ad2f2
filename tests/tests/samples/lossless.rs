//! Whether what was decoded says the same as the JSON that it came from, when it is encoded again.

use deskpro_client::runtime::{
    Decode, Encode, Invalid, JsonReader, Writer, from_json, from_json_keeping, to_json,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// What can be decoded and encoded, stored and read again.
pub(crate) trait Model: Decode + Default + Encode + Serialize + DeserializeOwned {}

impl<T: Decode + Default + Encode + Serialize + DeserializeOwned> Model for T {}

/// Keys that stand for others which an example does not show.
const FILLER: &str = "...";

/// Whether a value that was sent says the same as the one that was kept.
type IsSame = fn(&Value, &Value) -> bool;

/// In which ways the same may be said, as the documentation of the client names them.
///
/// What was not sent may be there too, and members may be in another order: a comparison begins with
/// what was sent. That a list or an object may be the other of the two is told item by item.
pub(crate) const LENIENCIES: &[(&str, IsSame)] = &[
    (r#"null may be left out, or become what is empty: 0, false, "", [] or {}"#, |sent, kept| {
        sent.is_null() && is_empty(kept)
    }),
    ("[], {} and an object of which nothing was sent are all empty", |sent, kept| {
        is_nothing_of(sent) && (kept.is_array() || kept.is_object()) && is_empty(kept)
    }),
    (r#""", [] and {} may stand for null"#, |sent, kept| {
        (is_nothing_of(sent) || *sent == json!("")) && kept.is_null()
    }),
    (r#""" may stand for an empty list"#, |sent, kept| *sent == json!("") && *kept == json!([])),
    ("0 and 1 are false and true, also as texts", |sent, kept| {
        let is = |number: u8| *sent == json!(number) || *sent == json!(number.to_string());
        kept.as_bool().is_some_and(|kept| is(kept.into()) || *sent == json!(kept.to_string()))
    }),
    ("a number or a boolean may become the text that it is written as", |sent, kept| {
        (sent.is_number() || sent.is_boolean()) && *kept == json!(sent.to_string())
    }),
    ("digits may become the number that they spell", |sent, kept| {
        let spelled = sent.as_str().and_then(|text| serde_json::from_str::<Value>(text).ok());
        spelled.is_some_and(|spelled| is_same_number(&spelled, kept))
    }),
    ("an object may become its id, where only ids were seen", |sent, kept| {
        let id = sent.get("id");
        let spelled = id.and_then(Value::as_str).and_then(|id| serde_json::from_str(id).ok());
        spelled.as_ref().or(id).is_some_and(|id| is_same_number(id, kept))
    }),
    ("a number may be written in another way, as 3 for 3.0", is_same_number),
];

/// The leniencies that are told item by item, and those that need no telling.
pub(crate) const OTHER_LENIENCIES: &[&str] = &[
    "an object may stand for the list of its values",
    "a list may stand for the map of its places",
    "a member that was not sent may be there with what is empty",
    "the members of an object may be in another order",
];

/// Whether a list or an object has nothing in it.
fn is_nothing_of(value: &Value) -> bool {
    *value == json!([]) || *value == json!({})
}

/// Whether nothing is said, at no depth.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(value) => !value,
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.values().all(is_empty),
    }
}

/// Whether both are the same number, to the last digit.
fn is_same_number(sent: &Value, kept: &Value) -> bool {
    let (Value::Number(sent), Value::Number(kept)) = (sent, kept) else { return false };
    let whole = |number: &serde_json::Number| {
        number.as_i64().map(i128::from).or(number.as_u64().map(i128::from))
    };
    match (whole(sent), whole(kept)) {
        (Some(sent), Some(kept)) => sent == kept,
        _ => sent.as_f64() == kept.as_f64(),
    }
}

/// Decodes a value, encodes it again, and fails with everything that is not the same.
///
/// Members that `sent` lacks may be there afterwards with their defaults; `unknown` are the paths
/// of those that the type does not know. They are there once they are asked for.
pub(crate) fn check<T: Model>(name: &str, sent: &Value, unknown: &[&str]) -> T {
    let text = sent.to_string();
    let value: T = from_json(text.as_bytes()).unwrap_or_else(|it| panic!("{name}: {it}"));
    let lost = lost(sent, &encoded(&value));
    let mut paths: Vec<&str> = lost.iter().map(|(path, _)| path.as_str()).collect();
    paths.retain(|path| !path.ends_with(FILLER));
    assert_eq!(paths, unknown, "{name}: {lost:#?}");
    if let Err(lost) = keeps::<T>(sent) {
        panic!("{name}: {lost}");
    }
    value
}

/// Whether a type keeps all that was sent, the unknown too; else what it loses.
///
/// With serde, as programs store it, it keeps the same.
pub(crate) fn keeps<T: Model>(sent: &Value) -> Result<(), String> {
    let value: T = from_json_keeping(sent.to_string().as_bytes()).map_err(|it| it.to_string())?;
    let stored: T = serde_json::from_value(sent.clone()).map_err(|it| format!("serde: {it}"))?;
    for kept in [encoded(&value), serde_json::to_value(&stored).map_err(|it| it.to_string())?] {
        let lost = lost(sent, &kept);
        if !lost.is_empty() {
            return Err(format!("{lost:#?}"));
        }
    }
    Ok(())
}

fn encoded(value: &dyn Encode) -> Value {
    serde_json::from_str(&to_json(value)).expect("JSON")
}

/// What was sent and is not the same afterwards, by its path.
fn lost(sent: &Value, kept: &Value) -> Vec<(String, String)> {
    let mut lost = Vec::new();
    compare("", sent, kept, &mut lost);
    lost
}

fn compare(path: &str, sent: &Value, kept: &Value, lost: &mut Vec<(String, String)>) {
    match (sent, kept) {
        (sent, kept) if sent == kept => {}
        (sent, kept) if LENIENCIES.iter().any(|(_, is_same)| is_same(sent, kept)) => {}
        (Value::Object(sent), Value::Object(kept)) => {
            for (name, sent) in sent {
                let kept = kept.get(name).unwrap_or(&Value::Null);
                compare(&format!("{path}.{name}"), sent, kept, lost);
            }
        }
        (Value::Array(sent), Value::Array(kept)) if sent.len() == kept.len() => {
            items(path, sent.iter().zip(kept), lost);
        }
        (Value::Object(sent), Value::Array(kept)) if sent.len() == kept.len() => {
            items(path, sent.values().zip(kept), lost);
        }
        (Value::Array(sent), Value::Object(kept)) if sent.len() == kept.len() => {
            let places = sent.iter().enumerate();
            let kept = |place: usize| kept.get(&place.to_string()).unwrap_or(&Value::Null);
            items(path, places.map(|(place, sent)| (sent, kept(place))), lost);
        }
        (sent, kept) => lost.push((path.to_owned(), format!("{sent} became {kept}"))),
    }
}

fn items<'v>(
    path: &str,
    items: impl Iterator<Item = (&'v Value, &'v Value)>,
    lost: &mut Vec<(String, String)>,
) {
    for (index, (sent, kept)) in items.enumerate() {
        compare(&format!("{path}[{index}]"), sent, kept, lost);
    }
}

#[test]
fn what_is_lost_is_found() {
    let sent = json!({
        "a": 1, "b": [1, {"c": "x"}], "d": null, "e": {}, "f": 1, "g": "", "h": {"i": 1}, "j": [1, 2],
        "k": {"0": 1, "2": 2}, "l": "1.5", "m": 3.0, "n": [], "o": "x", "p": true, "q": 2
    });
    let kept = json!({
        "a": 2, "b": [1, {"c": "y"}], "e": [], "f": true, "h": {}, "j": {"0": 1, "1": 3},
        "k": [1, 2], "l": 1.5, "m": 3, "n": {"id": 0}, "o": "", "p": "true", "q": true, "r": 0
    });
    let lost = lost(&sent, &kept);
    let paths: Vec<&str> = lost.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, [".a", ".b[1].c", ".h.i", ".j[1]", ".o", ".q"], "{lost:#?}");
}

#[test]
fn a_model_that_forgets_is_found_out() {
    #[derive(Default)]
    struct Forgetful {
        id: u64,
    }
    impl Decode for Forgetful {
        fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
            json.object(&mut [("id", &mut self.id)])
        }
    }
    impl Encode for Forgetful {
        fn encode(&self, json: &mut Writer) {
            json.object(&[("id", &self.id)]);
        }
    }
    deskpro_client::runtime::serde!(Forgetful);
    assert_eq!(keeps::<Forgetful>(&json!({"id": 1})), Ok(()));
    let lost = keeps::<Forgetful>(&json!({"id": 1, "new": {"a": 1}})).unwrap_err();
    assert!(lost.contains(".new"), "{lost}");
}

#[test]
fn numbers_of_64_bits_are_told_apart_to_the_last_digit() {
    let (sent, kept) = (json!(9_007_199_254_740_993_u64), json!(9_007_199_254_740_992_u64));
    assert_eq!(lost(&sent, &kept).len(), 1);
    assert_eq!(lost(&sent, &json!("9007199254740993")).len(), 0);
}

#[test]
fn every_leniency_is_documented_in_one_place() {
    let docs = include_str!("../../../generated-client/src/lossless.rs");
    let named = docs.lines().filter_map(|line| line.strip_prefix("//! - "));
    let mut named: Vec<&str> = named.take_while(|line| !line.starts_with("A number")).collect();
    let mut all: Vec<&str> = LENIENCIES.iter().map(|(name, _)| *name).collect();
    all.extend(OTHER_LENIENCIES);
    named.sort_unstable();
    all.sort_unstable();
    assert_eq!(named, all);
}

#[test]
fn what_cannot_be_kept_is_known_too() {
    use deskpro_client::types::Avatar;
    let read = |text: &str| from_json_keeping::<Avatar>(text.as_bytes());
    // The nearest double, and nothing beyond the doubles.
    let avatar = read(r#"{"long": 123456789012345678901234567890, "huge": 1e999}"#).unwrap();
    assert_eq!(avatar.extra.get("long"), Some(&json!(1.234_567_890_123_456_8e29)));
    assert_eq!(avatar.extra.get("huge"), None);
    // Of members with the same name the last one.
    let avatar = read(r#"{"url_pattern": "a", "x": 1, "url_pattern": "b", "x": 2}"#).unwrap();
    assert_eq!(
        (avatar.url_pattern.as_deref(), avatar.extra.get("x")),
        (Some("b"), Some(&json!(2)))
    );
}
