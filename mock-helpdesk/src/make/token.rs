//! Texts that tell an object from all others: references, secrets and digests.

use std::hash::{DefaultHasher, Hash, Hasher};

use deskpro_spec::api::{Access, Field, Resource, Type};
use serde_json::Value;

use crate::{Object, fields};

/// The shortest token; shorter examples may be words.
const SHORTEST: usize = 6;

/// Ends the names of digests.
const DIGEST: &str = "_hash";

/// Whether a field holds a token, such as `ABCD-1234-EFGH`, which is no digest.
pub(super) fn is_one(field: &Field) -> bool {
    let example = field.example.as_ref().and_then(Value::as_str).unwrap_or_default();
    let is_token = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
    field.ty == Type::String && example.len() >= SHORTEST && example.bytes().all(is_token)
}

/// A digest of what is written: the same for the same.
pub(super) fn digest(written: &Object) -> String {
    let mut hasher = DefaultHasher::new();
    for (name, value) in written {
        (name, value.to_string()).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// Puts a digest where the object has a field for one, as long as its example.
pub(super) fn put_digest(resource: &Resource, digest: &str, object: &mut Object) {
    let digests = fields::read(resource).filter(|field| {
        let is_kept = field.access == Access::ReadOnly && field.ty == Type::String;
        is_kept && field.name.ends_with(DIGEST)
    });
    for field in digests {
        let length = field.example.as_ref().and_then(Value::as_str).map_or(0, str::len);
        let text: String = digest.chars().cycle().take(length).collect();
        object.insert(field.name.clone(), Value::from(text));
    }
}
