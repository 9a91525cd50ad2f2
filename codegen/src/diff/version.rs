//! The version that comes next.

use super::change::RustClass;

/// The version that a crate has after such a change, as cargo compares versions: before 1.0 the second
/// number stands for the first.
///
/// # Example
///
/// ```
/// use deskpro_codegen::diff::{RustClass, suggested};
/// # fn main() -> Result<(), semver::Error> {
/// assert_eq!(suggested(&"1.4.2".parse()?, Some(RustClass::Minor)).to_string(), "1.5.0");
/// assert_eq!(suggested(&"0.4.2".parse()?, Some(RustClass::Major)).to_string(), "0.5.0");
/// # Ok(()) }
/// ```
pub fn suggested(current: &semver::Version, rust: Option<RustClass>) -> semver::Version {
    let (major, minor, patch) = (current.major, current.minor, current.patch);
    // A release follows what went before it.
    if !current.pre.is_empty() && rust.is_some() {
        return semver::Version::new(major, minor, patch);
    }
    match (rust, major, minor) {
        (None, ..) => current.clone(),
        (Some(RustClass::Major), 0, 0) => semver::Version::new(0, 0, patch + 1),
        (Some(RustClass::Major), 0, _) => semver::Version::new(0, minor + 1, 0),
        (Some(RustClass::Major), ..) => semver::Version::new(major + 1, 0, 0),
        (Some(RustClass::Minor), 1.., _) => semver::Version::new(major, minor + 1, 0),
        (Some(_), ..) => semver::Version::new(major, minor, patch + 1),
    }
}
