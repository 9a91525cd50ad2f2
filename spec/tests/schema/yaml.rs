//! YAML to JSON by another reader than ours, as an editor has it.

use serde_json::{Number, Value};
use serde_yaml::Value as Yaml;

/// The JSON of a YAML text, with merge keys applied. Keys become text; numbers that are not finite
/// become `null`, as no JSON can hold them.
pub(crate) fn read(text: &str) -> Value {
    let mut yaml: Yaml = serde_yaml::from_str(text).unwrap();
    yaml.apply_merge().unwrap();
    json(&yaml)
}

fn json(yaml: &Yaml) -> Value {
    match yaml {
        Yaml::Null => Value::Null,
        Yaml::Bool(value) => Value::Bool(*value),
        Yaml::Number(number) => self::number(number),
        Yaml::String(text) => Value::String(text.clone()),
        Yaml::Sequence(items) => items.iter().map(json).collect(),
        Yaml::Mapping(entries) => Value::Object(
            entries.iter().map(|(key, value)| (self::key(key), json(value))).collect(),
        ),
        Yaml::Tagged(tagged) => json(&tagged.value),
    }
}

fn number(number: &serde_yaml::Number) -> Value {
    let whole = number.as_i64().map(Number::from).or_else(|| number.as_u64().map(Number::from));
    let number = whole.or_else(|| number.as_f64().and_then(Number::from_f64));
    number.map_or(Value::Null, Value::Number)
}

fn key(yaml: &Yaml) -> String {
    match json(yaml) {
        Value::String(text) => text,
        other => other.to_string(),
    }
}
