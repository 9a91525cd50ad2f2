//! What is known of a file that was sent, as far as the description has a place for it.

use deskpro_spec::api::{Access, Api, Field, Resource, ResourceId, Type};
use serde_json::{Value, json};

use super::attached::IS_TEMP;
use crate::body::File;
use crate::store::Store;
use crate::{effect, fields};

/// The fields that say by name and type what they hold of a file: `filename`, `content_type`,
/// `is_image`, `filesize_readable`, `is_temp`.
pub(crate) fn described(
    resource: &Resource,
    file: &File,
    is_temporary: bool,
) -> impl Iterator<Item = (String, Value)> {
    let is_image = file.content_type.starts_with("image/");
    let known = [
        ("filename", Type::String, json!(file.name)),
        ("content_type", Type::String, json!(file.content_type)),
        ("is_image", Type::Boolean, json!(is_image)),
        ("filesize_readable", Type::String, json!(readable(file.bytes.len()))),
        (IS_TEMP, Type::Boolean, json!(is_temporary)),
    ];
    let fits = |name: &str, ty: &Type| fields::named(resource, name).is_some_and(|it| it.ty == *ty);
    let known = known.into_iter().filter(move |(name, ty, _)| fits(name, ty));
    known.map(|(name, _, value)| (name.to_owned(), value))
}

/// Keeps the file of an object, whose address is at the helpdesk from then on, not where the example
/// is; `base` precedes paths in full addresses.
pub(crate) fn keep(
    api: &Api,
    store: &mut Store,
    resource: ResourceId,
    id: u64,
    base: &str,
    file: File,
) {
    if let Some(field) = address_field(&api[resource])
        && let Some(address) = store.object(resource, id).and_then(|object| {
            let example = effect::composed(&api[resource], field, &object)?;
            Some(format!("{}{}", origin(base), path(&example)))
        })
    {
        store.set(resource, id, &field.name, Value::from(address));
    }
    store.files_mut().put(resource, id, file);
}

/// The object whose file is at this path, outside the API: whoever knows it may have the file.
pub(crate) fn at(api: &Api, store: &Store, asked: &str) -> Option<(ResourceId, u64)> {
    store.files().all().find(|(resource, id)| {
        let field = address_field(&api[*resource]);
        let address = field.and_then(|field| store.field(*resource, *id, &field.name));
        address.as_ref().and_then(Value::as_str).is_some_and(|address| path(address) == asked)
    })
}

/// The field that holds the address of a file.
fn address_field(resource: &Resource) -> Option<&Field> {
    fields::read(resource).find(|field| {
        let example = field.example.as_ref().and_then(Value::as_str);
        let is_kept = field.access == Access::ReadOnly && field.ty == Type::String;
        is_kept && example.is_some_and(|example| example.contains("://"))
    })
}

/// `http://127.0.0.1:4010` of an address there.
fn origin(address: &str) -> &str {
    address.strip_suffix(path(address)).unwrap_or(address)
}

/// What follows the host in an address.
fn path(address: &str) -> &str {
    let after = address.split_once("://").map_or(address, |(_, after)| after);
    after.find('/').and_then(|start| after.get(start..)).unwrap_or_default()
}

/// A size for people: `183.00 B` (HMRC).
fn readable(bytes: usize) -> String {
    let units = ["B", "KB", "MB", "GB"];
    let mut size = bytes as f64;
    let mut unit = 0;
    while size >= 1024.0 && unit + 1 < units.len() {
        size /= 1024.0;
        unit += 1;
    }
    format!("{size:.2} {}", units.get(unit).unwrap_or(&"B"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_an_origin_and_a_path() {
        for (address, expected) in [
            ("http://localhost:80/api/v2", ("http://localhost:80", "/api/v2")),
            ("https://example.com", ("https://example.com", "")),
            ("/file", ("", "/file")),
        ] {
            assert_eq!((origin(address), path(address)), expected);
        }
    }

    #[test]
    fn sizes_are_readable() {
        for (bytes, text) in [
            (0, "0.00 B"),
            (183, "183.00 B"),
            (1023, "1023.00 B"),
            (1536, "1.50 KB"),
            (10 << 20, "10.00 MB"),
            (5 << 40, "5120.00 GB"),
        ] {
            assert_eq!(readable(bytes), text);
        }
    }
}
