//! Places files in a folder: compares, writes what changed, reports what does not belong there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::files::Files;

/// How a folder differs from the files that belong there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Files that are missing.
    pub missing: Vec<String>,
    /// Files with another text, each with the text that is there.
    pub changed: Vec<(String, String)>,
    /// Files that nothing generates any more.
    pub orphans: Vec<String>,
}

impl Difference {
    /// Whether the folder holds just these files.
    pub fn is_empty(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty() && self.orphans.is_empty()
    }

    /// The difference for people: a unified diff of every file that changed.
    #[cfg(feature = "program")]
    pub fn render(&self, files: &Files) -> String {
        let mut out = String::new();
        for path in &self.missing {
            out.push_str(&format!("missing: {path}\n"));
        }
        for path in &self.orphans {
            out.push_str(&format!("nothing generates: {path}\n"));
        }
        for (path, old) in &self.changed {
            let new = files.get(path).unwrap_or_default();
            let diff = similar::TextDiff::from_lines(old.as_str(), new);
            let (committed, generated) =
                (format!("{path} (committed)"), format!("{path} (generated)"));
            out.push_str(
                &diff.unified_diff().context_radius(3).header(&committed, &generated).to_string(),
            );
        }
        out
    }
}

/// Compares a folder with the files that belong there. A folder that does not exist is empty.
///
/// # Errors
///
/// A file or folder that cannot be read.
pub fn compare(folder: &Path, files: &Files) -> io::Result<Difference> {
    let mut difference = Difference::default();
    for (path, text) in files.iter() {
        match fs::read(folder.join(path)) {
            Ok(found) if found == text.as_bytes() => {}
            Ok(found) => {
                let found = String::from_utf8_lossy(&found).into_owned();
                difference.changed.push((path.to_owned(), found));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                difference.missing.push(path.to_owned());
            }
            Err(error) => return Err(error),
        }
    }
    difference.orphans =
        found_in(folder)?.into_iter().filter(|path| files.get(path).is_none()).collect();
    Ok(difference)
}

/// Writes what is missing or changed and removes orphans; touches nothing else. Every file is
/// written beside its place and then moved there, so that none is ever half-written.
///
/// # Errors
///
/// A file that cannot be written or removed.
pub fn write(folder: &Path, files: &Files) -> io::Result<Difference> {
    let difference = compare(folder, files)?;
    let changed = difference.changed.iter().map(|(path, _)| path);
    for path in difference.missing.iter().chain(changed) {
        if let Some(text) = files.get(path) {
            replace(&folder.join(path), text)?;
        }
    }
    for path in &difference.orphans {
        fs::remove_file(folder.join(path))?;
    }
    Ok(difference)
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    fs::write(&beside, text)?;
    fs::rename(&beside, path).inspect_err(|_| {
        // What cannot be moved into place must not lie about as an orphan.
        let _ = fs::remove_file(&beside);
    })
}

/// The files in a folder and in the folders within it, as paths with `/`.
fn found_in(folder: &Path) -> io::Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        for entry in entries {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                open.push((entry.path(), format!("{path}/")));
            } else {
                found.insert(path);
            }
        }
    }
    Ok(found)
}
