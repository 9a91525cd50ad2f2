//! The folder of an imported description, with the last import beside it in `.import`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use deskpro_codegen::Files;

use crate::program::report::Failure;

/// The folder within it that holds the last import as it was, for the next one.
const BEFORE: &str = ".import";

/// Where files wait until all of them are written.
const WAITING: &str = ".import.new";

/// How deep folders may lie within one another.
const DEEPEST: usize = 8;

/// A folder for a description.
pub(super) struct Folder {
    path: PathBuf,
    /// The last import as it was.
    pub(super) before: Files,
    /// The description as it is now.
    pub(super) edited: Files,
}

/// What was done to one file: "new", "changed" or "removed".
pub(super) type Change = (&'static str, PathBuf);

impl Folder {
    /// Opens a folder that is empty or absent, or holds an earlier import.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let cannot = |error: &io::Error| Failure::cannot_read(path, error);
        let mut entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Self {
                    path: path.to_owned(),
                    before: Files::default(),
                    edited: Files::default(),
                });
            }
            Err(error) => return Err(cannot(&error)),
        };
        let before = path.join(BEFORE);
        let is_import = before.join("api.yaml").is_file();
        if !is_import && entries.next().is_some() {
            return Err(Failure::arguments(format!(
                "error: {} holds something that was not imported\n  = help: name a folder that is empty, or one with an earlier import",
                path.display()
            )));
        }
        let read = |folder: &Path| -> io::Result<Files> {
            let mut files = Files::default();
            gather(folder, "", 0, &mut files)?;
            Ok(files)
        };
        let before =
            if is_import { read(&before).map_err(|it| cannot(&it))? } else { Files::default() };
        let edited = read(path).map_err(|it| cannot(&it))?;
        Ok(Self { path: path.to_owned(), before, edited })
    }

    /// Writes the description, and the import as it was. All files are written aside before the
    /// first is moved to its place, so that none is ever half-written.
    pub(super) fn write(&self, files: &Files, imported: &Files) -> Result<Vec<Change>, Failure> {
        self.place(files, imported).map_err(|error| Failure::cannot_write(&self.path, &error))
    }

    fn place(&self, files: &Files, imported: &Files) -> io::Result<Vec<Change>> {
        let waiting = self.path.join(WAITING);
        remove(&waiting)?;
        let is_new = |(path, text): &(&str, &str)| self.edited.get(path) != Some(text);
        let changed: Vec<_> = files.iter().filter(is_new).collect();
        for (path, text) in &changed {
            put(&waiting.join("description").join(path), text)?;
        }
        for (path, text) in imported.iter() {
            put(&waiting.join("before").join(path), text)?;
        }
        let mut changes = Vec::new();
        for (path, _) in changed {
            let target = self.path.join(path);
            let what = if self.edited.get(path).is_some() { "changed" } else { "new" };
            if let Some(parent) = target.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::rename(waiting.join("description").join(path), &target)?;
            changes.push((what, target));
        }
        for (path, _) in self.edited.iter().filter(|(path, _)| files.get(path).is_none()) {
            let target = self.path.join(path);
            fs::remove_file(&target)?;
            changes.push(("removed", target));
        }
        // Last, so that a run that was interrupted can be repeated.
        let before = self.path.join(BEFORE);
        remove(&before)?;
        fs::rename(waiting.join("before"), before)?;
        remove(&waiting)?;
        Ok(changes)
    }
}

/// The YAML files of a folder, but for those that hide.
fn gather(folder: &Path, prefix: &str, depth: usize, files: &mut Files) -> io::Result<()> {
    if depth > DEEPEST {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{prefix}{name}");
        let kind = entry.file_type()?;
        if kind.is_dir() {
            gather(&entry.path(), &format!("{path}/"), depth + 1, files)?;
        } else if kind.is_file() && name.ends_with(".yaml") {
            files.insert(path, fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}

fn put(path: &Path, text: &str) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, text)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}
