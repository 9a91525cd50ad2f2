//! Files that are written as a whole or not at all.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

/// Writes another file first, so that there is never half a one.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        fs::create_dir_all(folder)?;
    }
    let draft = draft_of(path);
    let placed = fs::write(&draft, text).and_then(|()| fs::rename(&draft, path));
    if placed.is_err() {
        // It may never have been there.
        let _ = fs::remove_file(&draft);
    }
    placed
}

/// A name beside the file that nobody else writes to.
fn draft_of(path: &Path) -> PathBuf {
    static DRAFTS: AtomicU64 = AtomicU64::new(0);
    let number = DRAFTS.fetch_add(1, Ordering::Relaxed);
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}-{number}", std::process::id()));
    path.with_file_name(name)
}
