//! The JSON Schema for editors: it is fresh, and it agrees with the parser.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

#[path = "schema/validator.rs"]
mod validator;
#[path = "schema/yaml.rs"]
mod yaml;

use validator::Validator;

const MEND: &str = "UPDATE_EXPECT=1 cargo test --package deskpro-spec --test schema";

/// Fixtures whose problem no schema can refuse. JSON has no keys but texts, and no infinite numbers;
/// and what is put together of several files is not seen in any of them.
const BEYOND_JSON: [&str; 6] = [
    "0202_field_of_an_overlay",
    "0202_resource_of_an_extension",
    "0208_status_in_quotes",
    "0209_value_is_a_number",
    "0209_value_is_a_truth_value",
    "0210_infinite_example",
];

#[test]
fn the_committed_schema_is_fresh() {
    let schema = format!("{:#}\n", deskpro_spec::json_schema());
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write("schema.json", &schema).unwrap();
    }
    let committed = fs::read_to_string("schema.json").unwrap_or_default();
    assert!(committed == schema, "spec/schema.json is not fresh. To mend it: {MEND}");
}

#[test]
fn the_built_in_description_is_accepted() {
    let mistakes = mistakes_of(Path::new("deskpro"));
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
}

#[test]
fn fixtures_of_shape_are_refused() {
    let fixtures = fixtures(200..300);
    assert!(fixtures.len() >= 25, "only {} fixtures were found", fixtures.len());
    for (name, path) in fixtures {
        let is_refused = !mistakes_of(&path).is_empty();
        assert_eq!(is_refused, !BEYOND_JSON.contains(&name.as_str()), "{name}");
    }
}

#[test]
fn fixtures_of_meaning_are_accepted() {
    for (name, path) in fixtures(300..1000) {
        let mistakes = mistakes_of(&path);
        assert!(mistakes.is_empty(), "{name}: {}", mistakes.join("\n"));
    }
}

#[test]
fn the_validator_refuses_keywords_that_it_does_not_know() {
    let schema = serde_json::json!({ "type": "object", "minProperties": 1 });
    let refused = std::panic::catch_unwind(|| Validator::new(&schema).mistakes("", &Value::Null));
    assert!(refused.is_err());
}

/// What the schema refuses in a description: the first file, overlays, and each other as a resource.
fn mistakes_of(path: &Path) -> Vec<String> {
    let schema = deskpro_spec::json_schema();
    let validator = Validator::new(&schema);
    let mut mistakes = Vec::new();
    let first = fs::read_to_string(path.join("api.yaml")).unwrap_or_default();
    let extends = first.contains("extends:");
    for file in files(path) {
        let is_first = path.is_file() || file == path.join("api.yaml");
        let text = fs::read_to_string(&file).unwrap();
        let is_base = file.ends_with("base/api.yaml");
        let part = match () {
            () if is_first || is_base => "",
            () if text.starts_with("overlay:") => "/$defs/overlay",
            () if extends => "/$defs/changed_resource",
            () => "/$defs/resource",
        };
        let value = yaml::read(&text);
        let found = validator.mistakes(part, &value);
        mistakes.extend(found.iter().map(|mistake| format!("{}: {mistake}", file.display())));
    }
    mistakes
}

/// Fixtures by name, with codes within a range.
fn fixtures(codes: std::ops::Range<u16>) -> Vec<(String, PathBuf)> {
    let mut fixtures = Vec::new();
    for entry in fs::read_dir("tests/problems").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let code = name.split('_').next().and_then(|digits| digits.parse().ok());
        let is_fixture = path.is_dir() || path.extension().is_some_and(|end| end == "yaml");
        if is_fixture && code.is_some_and(|code| codes.contains(&code)) {
            fixtures.push((name, path));
        }
    }
    fixtures.sort();
    fixtures
}

/// A file, or every YAML file of a folder.
fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() || path.extension().is_some_and(|end| end == "yaml") {
            found.extend(files(&path));
        }
    }
    found.sort();
    found
}
