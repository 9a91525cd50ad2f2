//! A validator of JSON Schema for the keywords that our schema uses, and no others.

use serde_json::{Map, Value};

/// A schema to validate by.
pub(crate) struct Validator<'s> {
    root: &'s Value,
}

impl<'s> Validator<'s> {
    pub(crate) fn new(root: &'s Value) -> Self {
        Self { root }
    }

    /// What a part of the schema, given as a JSON pointer, refuses in a value.
    pub(crate) fn mistakes(&self, part: &str, value: &Value) -> Vec<String> {
        let mut mistakes = Vec::new();
        let schema = self.root.pointer(part).unwrap();
        self.validate(schema, value, "$", &mut mistakes);
        mistakes
    }

    fn validate(&self, schema: &Value, value: &Value, path: &str, mistakes: &mut Vec<String>) {
        let schema = schema.as_object().expect("a schema is an object");
        for (keyword, argument) in schema {
            let found = self.keyword(keyword, argument, schema, value, path);
            mistakes.extend(found);
        }
    }

    fn keyword(
        &self,
        keyword: &str,
        argument: &Value,
        schema: &Map<String, Value>,
        value: &Value,
        path: &str,
    ) -> Vec<String> {
        let unless = |holds: bool, what: &str| {
            if holds { Vec::new() } else { vec![format!("{path} {what}: {argument}")] }
        };
        match keyword {
            "$schema" | "$defs" | "title" | "description" | "if" => Vec::new(),
            "$ref" => {
                let part = argument.as_str().unwrap().strip_prefix('#').unwrap();
                self.all(self.root.pointer(part).unwrap(), value, path)
            }
            "type" => unless(has_type(argument, value), "is not of type"),
            "const" => unless(argument == value, "is not"),
            "enum" => unless(argument.as_array().unwrap().contains(value), "is none of"),
            "minimum" => unless(compare(value, argument) >= 0, "is less than"),
            "maximum" => unless(compare(value, argument) <= 0, "is more than"),
            "required" => {
                let keys = argument.as_array().unwrap().iter().filter_map(Value::as_str);
                let missing: Vec<&str> = match value {
                    Value::Object(entries) => {
                        keys.filter(|key| !entries.contains_key(*key)).collect()
                    }
                    _ => Vec::new(),
                };
                unless(missing.is_empty(), "lacks one of")
            }
            "properties" => self.properties(argument, value, path),
            "additionalProperties" => self.additional(argument, schema, value, path),
            "propertyNames" => property_names(argument, value, path),
            "items" => match value {
                Value::Array(items) => {
                    let items = items.iter().enumerate();
                    items
                        .flat_map(|(at, item)| self.all(argument, item, &format!("{path}[{at}]")))
                        .collect()
                }
                _ => Vec::new(),
            },
            "anyOf" => unless(self.fitting(argument, value, path) > 0, "fits none of"),
            "oneOf" => {
                unless(self.fitting(argument, value, path) == 1, "does not fit exactly one of")
            }
            "allOf" => {
                let schemas = argument.as_array().unwrap().iter();
                schemas.flat_map(|schema| self.all(schema, value, path)).collect()
            }
            "then" | "else" => {
                let is_then = self.all(&schema["if"], value, path).is_empty();
                if is_then == (keyword == "then") {
                    self.all(argument, value, path)
                } else {
                    Vec::new()
                }
            }
            "not" => unless(!self.all(argument, value, path).is_empty(), "fits"),
            other => panic!("the validator does not know the keyword `{other}`"),
        }
    }

    fn all(&self, schema: &Value, value: &Value, path: &str) -> Vec<String> {
        let mut mistakes = Vec::new();
        self.validate(schema, value, path, &mut mistakes);
        mistakes
    }

    /// How many of some schemas a value fits.
    fn fitting(&self, schemas: &Value, value: &Value, path: &str) -> usize {
        let schemas = schemas.as_array().unwrap().iter();
        schemas.filter(|schema| self.all(schema, value, path).is_empty()).count()
    }

    fn properties(&self, schemas: &Value, value: &Value, path: &str) -> Vec<String> {
        let Value::Object(entries) = value else { return Vec::new() };
        let schemas = schemas.as_object().unwrap();
        let known = entries.iter().filter_map(|(key, value)| Some((key, value, schemas.get(key)?)));
        known
            .flat_map(|(key, value, schema)| self.all(schema, value, &format!("{path}.{key}")))
            .collect()
    }

    fn additional(
        &self,
        argument: &Value,
        schema: &Map<String, Value>,
        value: &Value,
        path: &str,
    ) -> Vec<String> {
        let Value::Object(entries) = value else { return Vec::new() };
        let known = schema.get("properties").and_then(Value::as_object);
        let additional =
            entries.iter().filter(|(key, _)| known.is_none_or(|known| !known.contains_key(*key)));
        additional
            .flat_map(|(key, value)| match argument {
                Value::Bool(true) => Vec::new(),
                Value::Bool(false) => vec![format!("{path} has the unknown key {key}")],
                schema => self.all(schema, value, &format!("{path}.{key}")),
            })
            .collect()
    }
}

/// Only one pattern is in use, so there is no need for regular expressions.
fn property_names(argument: &Value, value: &Value, path: &str) -> Vec<String> {
    assert_eq!(*argument, serde_json::json!({ "pattern": "^[0-9]+$" }));
    let Value::Object(entries) = value else { return Vec::new() };
    let is_number = |key: &String| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
    let wrong = entries.keys().filter(|key| !is_number(key));
    wrong.map(|key| format!("{path} has the key {key}, not a number")).collect()
}

fn has_type(argument: &Value, value: &Value) -> bool {
    match argument {
        Value::Array(types) => types.iter().any(|argument| has_type(argument, value)),
        argument => match (argument.as_str().unwrap(), value) {
            ("object", Value::Object(_))
            | ("array", Value::Array(_))
            | ("string", Value::String(_))
            | ("boolean", Value::Bool(_))
            | ("number", Value::Number(_)) => true,
            ("integer", Value::Number(number)) => number.is_i64() || number.is_u64(),
            ("object" | "array" | "string" | "boolean" | "number" | "integer", _) => false,
            (other, _) => panic!("the validator does not know the type `{other}`"),
        },
    }
}

/// Below 0 when a value is less, above 0 when it is more; 0 also when it is no number.
fn compare(value: &Value, bound: &Value) -> i32 {
    let bound = bound.as_i64().unwrap();
    match (value.as_i64(), value.as_u64(), value.as_f64()) {
        (Some(number), _, _) => number.cmp(&bound) as i32,
        (_, Some(number), _) => i128::from(number).cmp(&i128::from(bound)) as i32,
        (_, _, Some(number)) => number.total_cmp(&(bound as f64)) as i32,
        _ => 0,
    }
}
