//! Where files come from.

use std::path::PathBuf;

/// The file of a folder that is read first.
pub(super) const ROOT: &str = "api.yaml";

/// A disk, or memory.
pub(super) trait Store {
    /// The path of the first file.
    fn root(&self) -> &str;

    /// Looks for a file by its path from the first.
    fn find(&self, relative: &str) -> Found;

    /// A path as people see it.
    fn name(&self, relative: &str) -> String;
}

/// What a store has under a path.
pub(super) enum Found {
    /// A file, and where it was read from when it comes from a disk.
    Bytes(Vec<u8>, Option<PathBuf>),
    Nothing,
    TooLarge,
    /// A link that leads out of the description.
    Outside,
    /// Something that cannot be read, and why.
    Unreadable(String),
}
