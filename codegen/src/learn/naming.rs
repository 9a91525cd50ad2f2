//! What is new, and would be called in Rust as something else is.
//!
//! A description gives such a field or value another name with `rust`. Codes cannot have one.

use std::collections::{BTreeMap, BTreeSet};

use deskpro_spec::api::{Api, TypeId, TypeKind};
use heck::{ToSnakeCase, ToUpperCamelCase};

use super::changes::{Change, Changes};
use super::place::Holder;

/// Names that generated code needs for itself.
const FIELD_OF_THE_REST: &str = "extra";
const VARIANT_OF_THE_REST: &str = "Unknown";

/// The names that are taken, as far as somebody asked.
#[derive(Default)]
pub(super) struct Naming {
    fields: BTreeMap<Holder, BTreeSet<String>>,
    values: BTreeMap<TypeId, BTreeSet<String>>,
}

impl Naming {
    /// The name that a new field needs instead of its own.
    pub(super) fn field(&mut self, api: &Api, holder: Holder, name: &str) -> Option<String> {
        let taken = self.fields.entry(holder).or_insert_with(|| {
            let fields = holder.fields(api).iter();
            let names = fields.map(|it| it.rust_name.clone().unwrap_or_else(|| snake(&it.name)));
            names.chain([FIELD_OF_THE_REST.to_owned()]).collect()
        });
        free(taken, snake(name), "_seen")
    }

    /// The name that a new value of an enumeration needs instead of its own.
    pub(super) fn value(&mut self, api: &Api, ty: TypeId, value: &str) -> Option<String> {
        let taken = self.values.entry(ty).or_insert_with(|| {
            let known = match &api[ty].kind {
                TypeKind::Enum(values) => values.as_slice(),
                TypeKind::Object(_) | TypeKind::OneOf(_) => &[],
            };
            let names =
                known.iter().map(|it| it.rust_name.clone().unwrap_or_else(|| camel(&it.value)));
            names.chain([VARIANT_OF_THE_REST.to_owned()]).collect()
        });
        free(taken, camel(value), "Seen")
    }
}

/// What is called as a new code of this status would be, if something is.
pub(super) fn like_code(api: &Api, code: &str, status: u16) -> Option<String> {
    let name = camel(code);
    let is_alike = |other: &str| camel(other) == name;
    let is_like_status = |number: u16, other: &str| {
        (number != status && is_alike(other)) || name.strip_prefix("Other") == Some(&*camel(other))
    };
    let code = api.error_codes.iter().find(|known| is_alike(&known.code));
    let status = api.statuses.iter().find(|known| is_like_status(known.number, &known.name));
    let of_code = code.map(|known| format!("the code `{}`", known.code));
    let of_status = status.map(|known| format!("the status {}", known.number));
    of_code.or(of_status).or_else(|| is_rest(&name))
}

/// What is called as a new validation code would be, if something is.
pub(super) fn like_validation_code(api: &Api, code: &str) -> Option<String> {
    let name = camel(code);
    let known = api.validation_codes.iter().find(|known| camel(&known.code) == name);
    known.map(|known| format!("the code `{}`", known.code)).or_else(|| is_rest(&name))
}

/// Whether a code, described or new, would be called like a status of this name.
pub(super) fn is_like_code(api: &Api, changes: &Changes, name: &str, status: u16) -> bool {
    let (name, described) = (camel(name), api.error_codes.iter());
    let described = described.map(|known| (known.code.as_str(), known.status));
    described.chain(changes.codes()).any(|(code, of)| {
        let code = camel(code);
        (of != status && code == name) || code.strip_prefix("Other") == Some(&*name)
    })
}

/// Why a change cannot stand beside those that are there, if it cannot: two codes would be one.
pub(super) fn clash(changes: &Changes, change: &Change) -> Option<String> {
    let alike = |a: &str, b: &str| a != b && camel(a) == camel(b);
    let seen = |code: &str| {
        format!("in Rust it would be called like the code `{code}`, which was seen too")
    };
    match change {
        Change::Refusal { declares, .. } => declares.iter().find_map(|it| clash(changes, it)),
        Change::Code(code, status) => changes.codes().find_map(|(other, of)| match of != *status {
            true if other == code => Some(format!("it was seen with {of} too")),
            _ => alike(other, code).then(|| seen(other)),
        }),
        Change::ValidationCode(code) => changes.0.keys().find_map(|other| match other {
            Change::ValidationCode(other) => alike(other, code).then(|| seen(other)),
            _ => None,
        }),
        _ => None,
    }
}

fn is_rest(name: &str) -> Option<String> {
    (name == VARIANT_OF_THE_REST).then(|| "the variant for unknown codes".to_owned())
}

/// Takes a name; another one if it is taken, which is then returned.
fn free(taken: &mut BTreeSet<String>, name: String, ending: &str) -> Option<String> {
    if taken.insert(name.clone()) {
        return None;
    }
    let mut other = name;
    while !taken.insert(other.clone()) {
        other.push_str(ending);
    }
    Some(other)
}

fn snake(name: &str) -> String {
    name.to_snake_case()
}

fn camel(name: &str) -> String {
    // What begins with a digit gets a letter.
    match name.to_upper_camel_case() {
        name if name.starts_with(|first: char| first.is_ascii_digit()) => format!("V{name}"),
        name => name,
    }
}
