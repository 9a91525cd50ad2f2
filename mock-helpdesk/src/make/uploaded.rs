//! What is known of a file that was sent, as far as the description has a place for it.

use deskpro_spec::api::{Resource, Type};
use serde_json::{Value, json};

use crate::body::File;
use crate::fields;

/// The fields that say by name and type what they hold of a file: `filename`, `content_type`,
/// `is_image`, `filesize_readable`.
pub(crate) fn described(resource: &Resource, file: &File) -> impl Iterator<Item = (String, Value)> {
    let is_image = file.content_type.starts_with("image/");
    let known = [
        ("filename", Type::String, json!(file.name)),
        ("content_type", Type::String, json!(file.content_type)),
        ("is_image", Type::Boolean, json!(is_image)),
        ("filesize_readable", Type::String, json!(readable(file.bytes.len()))),
    ];
    let fits = |name: &str, ty: &Type| fields::named(resource, name).is_some_and(|it| it.ty == *ty);
    let known = known.into_iter().filter(move |(name, ty, _)| fits(name, ty));
    known.map(|(name, _, value)| (name.to_owned(), value))
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
