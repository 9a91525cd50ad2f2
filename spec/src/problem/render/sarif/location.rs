//! Places as SARIF has them: an address, and a region in characters.

use serde_json::{Value, json};

use crate::Sources;
use crate::problem::Place;
use crate::problem::render::end_column;

/// The file of a place, and where in it; the whole file has no region.
pub(super) fn physical(place: Place, sources: &Sources) -> Value {
    let artifact = artifact(sources.name(place.file));
    if place.line == 0 {
        return json!({ "artifactLocation": artifact });
    }
    json!({ "artifactLocation": artifact, "region": region(place, sources) })
}

/// A place within its line.
pub(super) fn region(place: Place, sources: &Sources) -> Value {
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.line,
        "endColumn": end_column(place, sources),
    })
}

/// A file, by an address that is relative to where the program ran unless the name is not.
pub(super) fn artifact(name: &str) -> Value {
    let path = name.replace('\\', "/");
    let is_absolute = path.starts_with('/') || path.get(1..3) == Some(":/");
    let uri = if is_absolute {
        format!("file:///{}", escaped(path.trim_start_matches('/')))
    } else {
        escaped(path.trim_start_matches("./"))
    };
    json!({ "uri": uri })
}

/// What may stand in the path of an address as it is, and the bytes of all else in hexadecimal.
fn escaped(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes()
        .map(|byte| match byte {
            byte if is_plain(byte) => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect()
}
