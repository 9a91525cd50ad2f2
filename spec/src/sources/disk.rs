//! Descriptions from a disk.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::limits;
use super::store::{Found, ROOT, Store};
use crate::problem::codes::reading;
use crate::problem::{Place, Problem, Problems};

/// A folder of a disk.
pub(super) struct Disk {
    folder: PathBuf,
    /// The folder without symbolic links, to see what leads out of it.
    canonical: PathBuf,
    root: String,
}

impl Disk {
    /// A folder with `api.yaml`, or one file.
    pub(super) fn open(path: &Path) -> Result<Self, Problems> {
        let is_folder = fs::metadata(path).map_err(|error| unreadable(path, &error))?.is_dir();
        let (folder, root) = if is_folder {
            (path.to_path_buf(), ROOT.to_owned())
        } else {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (path.parent().unwrap_or(Path::new("")).to_path_buf(), name)
        };
        let searched = if folder.as_os_str().is_empty() { Path::new(".") } else { &folder };
        let canonical = searched.canonicalize().map_err(|error| unreadable(path, &error))?;
        let first = folder.join(&root);
        fs::metadata(&first).map_err(|error| unreadable(&first, &error))?;
        Ok(Self { folder, canonical, root })
    }
}

/// The problem of a description that is not there, with the only file that could be meant.
fn unreadable(path: &Path, error: &std::io::Error) -> Problems {
    let message = format!("cannot read `{}`: {error}", path.display());
    let problem = Problem::new(reading::UNREADABLE_FILE, Place::default(), message)
        .help("a description is a folder with `api.yaml`, or one file");
    let meant = path.parent().and_then(only_yaml);
    Problems::from(problem.suggest(meant.map(|meant| meant.display().to_string())))
}

/// The file with YAML in a folder that has no other.
fn only_yaml(folder: &Path) -> Option<PathBuf> {
    let is_yaml = |path: &PathBuf| path.extension().is_some_and(|it| it == "yaml" || it == "yml");
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let paths = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let mut found = paths.filter(|path| is_yaml(path) && path.is_file());
    let only = found.next()?;
    found.next().is_none().then(|| only.strip_prefix(".").map(Path::to_owned).unwrap_or(only))
}

impl Store for Disk {
    fn root(&self) -> &str {
        &self.root
    }

    fn find(&self, relative: &str) -> Found {
        let path = self.folder.join(relative);
        let Ok(canonical) = path.canonicalize() else { return Found::Nothing };
        // The first file is named by whoever runs the program; it may be a link to anywhere.
        if relative != self.root && !canonical.starts_with(&self.canonical) {
            return Found::Outside;
        }
        found(&canonical, path)
    }

    fn name(&self, relative: &str) -> String {
        shown(&self.folder.join(relative))
    }
}

/// The file under a path, as a path of its own says where it is.
pub(super) fn found(canonical: &Path, path: PathBuf) -> Found {
    match read(canonical) {
        Ok(bytes) if bytes.len() > limits::FILE => Found::TooLarge,
        Ok(bytes) => Found::Bytes(bytes, Some(path)),
        Err(why) => Found::Unreadable(why),
    }
}

/// A path as people see it.
pub(super) fn shown(path: &Path) -> String {
    let name = path.to_string_lossy().into_owned();
    if std::path::MAIN_SEPARATOR == '\\' { name.replace('\\', "/") } else { name }
}

/// The bytes of a regular file, up to one more than the limit.
fn read(path: &Path) -> Result<Vec<u8>, String> {
    let metadata = fs::metadata(path).map_err(|error| error.to_string())?;
    if metadata.is_dir() {
        return Err("it is a folder".to_owned());
    }
    // Reading a pipe or a device may never end.
    if !metadata.is_file() {
        return Err("it is not a regular file".to_owned());
    }
    let size = usize::try_from(metadata.len()).unwrap_or(usize::MAX);
    // With room for all of it, and for seeing that there is no more, it is read at once.
    let mut bytes = Vec::with_capacity(size.min(limits::FILE) + 1);
    fs::File::open(path)
        .and_then(|file| file.take(limits::FILE as u64 + 1).read_to_end(&mut bytes))
        .map_err(|error| error.to_string())?;
    Ok(bytes)
}
