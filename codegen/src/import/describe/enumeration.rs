//! Values of enumerations with their names in Rust.

use super::super::name::{self, Taken, capitalized};
use super::super::schema::Value;
use super::super::yaml::{Map, Yaml};
use super::sentence;

/// The values of an enumeration.
pub(super) fn values(values: &[Value]) -> Map {
    let mut taken = Taken::new(name::camel, &["Unknown"]);
    let mut map = Map::default();
    // Values whose names are plain come first to theirs.
    let plain: Vec<bool> = values.iter().map(|value| taken.take(&value.value)).collect();
    for (value, is_plain) in values.iter().zip(plain) {
        let docs = value.docs.clone().unwrap_or_else(|| said(&value.value));
        let entry = match is_plain {
            true => Yaml::from(docs),
            false => {
                let rust = rust_name(&value.value, &mut taken);
                Map::default().with("docs", docs).with("rust", rust).into()
            }
        };
        map.put(&value.value, entry);
    }
    map
}

/// What a value means, as far as its words tell.
fn said(value: &str) -> String {
    match name::words(value).is_empty() {
        true if value.is_empty() => "Empty.".to_owned(),
        _ => sentence(value),
    }
}

/// A name for a value that gives none, or one that is taken.
fn rust_name(value: &str, taken: &mut Taken) -> String {
    let spelled = value.chars().map(|c| match c {
        '+' => " plus ".to_owned(),
        '-' => " minus ".to_owned(),
        '<' => " less ".to_owned(),
        '>' => " more ".to_owned(),
        '=' => " equal ".to_owned(),
        '!' => " not ".to_owned(),
        '*' => " any ".to_owned(),
        c if c.is_ascii_alphanumeric() => c.to_string(),
        _ => " ".to_owned(),
    });
    let spelled: String = spelled.collect();
    let camel =
        |text: &str| name::words(text).iter().map(|word| capitalized(word)).collect::<String>();
    let spelled = camel(&spelled);
    let base = match spelled.as_str() {
        "" if value.is_empty() => "Empty".to_owned(),
        "" => "Other".to_owned(),
        text if text.starts_with(|c: char| c.is_ascii_digit()) => format!("V{text}"),
        text => text.to_owned(),
    };
    // Capitals that follow one another are one word.
    let base = name::camel(&base);
    if base != "Self" && taken.take(&base) {
        return base;
    }
    let mut number: u32 = 1;
    loop {
        let name = match number {
            1 => format!("{base}Value"),
            _ => format!("{base}Value{number}"),
        };
        if taken.take(&name) {
            return name;
        }
        number += 1;
    }
}
