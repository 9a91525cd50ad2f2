//! Another reader of YAML, `serde_yaml`, finds the same values as ours.

use proptest::prelude::*;
use serde_json::{Number, Value as Json};
use serde_yaml::Value as Yaml;

use super::{read, to_json};
use crate::problem::Problems;

#[test]
fn the_built_in_description() {
    for (name, text) in crate::builtin::FILES {
        assert_eq!(ours(text), theirs(text), "{name}");
    }
}

#[test]
fn every_style_of_text() {
    let text = r#"
plain: some text
folded plain: some
  text  with a

  paragraph
single: 'it''s'
double: "tab\tand \u00e9 and \
  joined"
folded: >-
  one
  line

  and another
literal: |
  one
   two

kept: |+
  one

stripped: |-
  one
indented: |2
    two
? explicit
: value
flow: { a: [1, 'two', "three", four five], b: { c: }, "d": null }
sequence:
- one
- - two
  - three
- key: value
  other: value
empty:
"#;
    assert_eq!(ours(text), theirs(text));
}

#[test]
fn anchors_and_merge_keys() {
    let text = "
base: &base { a: 1, b: 2 }
other: &other { b: 3, c: 4 }
one: { <<: *base, b: 5 }
two:
  <<: [*base, *other]
  d: 6
again: [*base, *base]
";
    assert_eq!(ours(text), theirs(text));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_serde_yaml_writes(value in json()) {
        let text = serde_yaml::to_string(&value).unwrap();
        // It writes these as the line breaks that they were in YAML 1.1, and indents what follows.
        prop_assume!(!text.contains(['\u{2028}', '\u{2029}']));
        prop_assert_eq!(ours(&text), Some(value), "{}", text);
    }

    #[test]
    fn json_is_yaml(value in json()) {
        let text = format!("{value:#}");
        prop_assert_eq!(ours(&text), Some(value), "{}", text);
    }

    #[test]
    fn plain_scalars(word in "[a-zA-Z0-9_.+~-]{1,10}") {
        prop_assume!(!differs_by_intent(&word));
        let text = format!("key: {word}\n");
        prop_assert_eq!(ours(&text), theirs(&text), "{}", word);
    }

    #[test]
    fn numbers(word in "[+-]?[0-9.]{1,6}([eE][+-]?[0-9]{1,3})?|0[xo][0-9a-fA-F]{1,6}") {
        prop_assume!(!differs_by_intent(&word));
        let text = format!("- {word}\n");
        prop_assert_eq!(ours(&text), theirs(&text), "{}", word);
    }
}

/// Where the two differ, and ours follows the core schema of YAML 1.2: `007` is a number there, and
/// `0b1`, `-0x1`, `+0o7`, `+.nan` are texts.
fn differs_by_intent(word: &str) -> bool {
    let unsigned = word.strip_prefix(['-', '+']).unwrap_or(word);
    let has_leading_zero = unsigned.starts_with('0') && unsigned.len() > 1;
    let is_signed = unsigned.len() != word.len();
    let lower = unsigned.to_ascii_lowercase();
    has_leading_zero && !(unsigned.starts_with("0x") || unsigned.starts_with("0o"))
        || is_signed && (unsigned.starts_with("0x") || unsigned.starts_with("0o"))
        || is_signed && lower == ".nan"
        || matches!(ours_scalar(word), super::Scalar::NotFinite | super::Scalar::LargeInteger)
}

fn ours_scalar(word: &str) -> super::Scalar {
    super::Scalar::of_plain(word)
}

/// JSON of a few levels, with texts that other readers take for something else. Not with the key
/// `<<`, which `serde_yaml` writes without quotes and so as a merge key.
fn json() -> impl Strategy<Value = Json> {
    let text = prop_oneof![
        "[ -~]{0,12}",
        "\\PC{0,8}",
        proptest::sample::select(vec![
            "",
            " ",
            "null",
            "~",
            "true",
            "yes",
            "1",
            "007",
            "1e3",
            ".5",
            "-",
            "- a",
            "a: b",
            "a #b",
            "# a",
            "*a",
            "&a",
            "!a",
            "{",
            "[",
            "'",
            "\"",
            "a\nb",
            "a\n",
            "\n",
            "\ta",
            "a\\b",
            "---",
            "...",
            "%a",
            "@a",
            "`a",
            "?",
            "? a",
            ":",
            "é",
            "\u{1F600}",
            "0x1F",
            "2016-01-01",
        ])
        .prop_map(str::to_owned),
    ];
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i64>().prop_map(|number| Json::Number(number.into())),
        (-1e9..1e9_f64)
            .prop_map(|number| Number::from_f64(number).map_or(Json::Null, Json::Number)),
        text.clone().prop_map(Json::String),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::Array),
            prop::collection::btree_map(text.clone(), inner, 0..6)
                .prop_map(|entries| Json::Object(entries.into_iter().collect())),
        ]
    })
}

fn ours(text: &str) -> Option<Json> {
    let mut problems = Problems::new();
    let node = read(text, 0, &mut problems)?;
    if problems.is_empty() { to_json(&node) } else { None }
}

fn theirs(text: &str) -> Option<Json> {
    let mut yaml: Yaml = serde_yaml::from_str(text).ok()?;
    yaml.apply_merge().ok()?;
    Some(json_of(&yaml))
}

fn json_of(yaml: &Yaml) -> Json {
    match yaml {
        Yaml::Null => Json::Null,
        Yaml::Bool(value) => Json::Bool(*value),
        Yaml::Number(number) => {
            let whole =
                number.as_i64().map(Number::from).or_else(|| number.as_u64().map(Number::from));
            let number = whole.or_else(|| number.as_f64().and_then(Number::from_f64));
            number.map_or(Json::Null, Json::Number)
        }
        Yaml::String(text) => Json::String(text.clone()),
        Yaml::Sequence(items) => items.iter().map(json_of).collect(),
        Yaml::Mapping(entries) => {
            let text = |key: &Yaml| match json_of(key) {
                Json::String(text) => text,
                other => other.to_string(),
            };
            Json::Object(entries.iter().map(|(key, value)| (text(key), json_of(value))).collect())
        }
        Yaml::Tagged(tagged) => json_of(&tagged.value),
    }
}
