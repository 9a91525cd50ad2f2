//! `include`: from the first file to all of them.

use std::collections::HashMap;
use std::path::PathBuf;

use super::{File, Sources, limits};
use crate::problem::codes::reading;
use crate::problem::{Place, Problem, Problems};
use crate::yaml::{self, Kind, Scalar};

/// Where files come from.
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

/// Reads the first file and everything that it includes.
pub(super) fn gather(store: &impl Store) -> Sources {
    let mut gathering =
        Gathering { store, sources: Sources::default(), seen: HashMap::new(), bytes: 0 };
    gathering.root();
    let text = gathering.sources.text(0).to_owned();
    for (path, place) in entries(&text) {
        if !gathering.include(&path, place) {
            break;
        }
    }
    gathering.sources
}

/// The entries of `include`. What is wrong with the YAML is not reported here, but when it is
/// parsed.
fn entries(text: &str) -> Vec<(String, Place)> {
    let Some(root) = yaml::read(text, 0, &mut Problems::new()) else { return Vec::new() };
    let Some(include) = root.entry("include") else { return Vec::new() };
    let paths = include.value.items().iter().filter_map(|item| match &item.kind {
        Kind::Scalar(Scalar::Text, path) => Some((path.clone(), item.place)),
        _ => None,
    });
    paths.collect()
}

struct Gathering<'s, S> {
    store: &'s S,
    sources: Sources,
    /// Where each path was included first.
    seen: HashMap<String, Place>,
    bytes: usize,
}

impl<S: Store> Gathering<'_, S> {
    fn root(&mut self) {
        let root = self.store.root().to_owned();
        let name = self.store.name(&root);
        let place = Place { line: 1, column: 1, ..Place::default() };
        match self.store.find(&root) {
            Found::Bytes(bytes, path) => {
                self.bytes = bytes.len();
                self.sources.add(name, root, path, bytes);
            }
            found => {
                // The file is there but has no text: problems need its name.
                let file = File {
                    name: name.clone(),
                    relative: root,
                    path: None,
                    text: String::new(),
                    is_text: false,
                };
                self.sources.files.push(file);
                self.report(&found, &name, place);
            }
        }
    }

    /// Reads an included file; whether to go on.
    fn include(&mut self, written: &str, place: Place) -> bool {
        let Some(path) = inside(written) else {
            self.sources.problems.push(outside(written, place));
            return true;
        };
        if let Some(&first) = self.seen.get(&path) {
            let message = format!("`{written}` is included twice");
            let problem = Problem::new(reading::INCLUDE_REPEATED, place, message)
                .label("is here again")
                .related(first, "is first here");
            self.sources.problems.push(problem);
            return true;
        }
        self.seen.insert(path.clone(), place);
        if self.sources.files.len() >= limits::FILES {
            self.sources.problems.push(too_many_files(place));
            return false;
        }
        match self.store.find(&path) {
            Found::Bytes(bytes, from) => {
                self.bytes += bytes.len();
                if self.bytes > limits::TOGETHER {
                    self.sources.problems.push(too_large_together(place));
                    return false;
                }
                self.sources.add(self.store.name(&path), path, from, bytes);
            }
            found => self.report(&found, written, place),
        }
        true
    }

    fn report(&mut self, found: &Found, written: &str, place: Place) {
        self.sources.problems.push(match found {
            Found::Bytes(..) => return,
            Found::Outside => outside(written, place),
            Found::TooLarge => {
                let message = format!("`{written}` is larger than 4 MiB");
                Problem::new(reading::FILE_TOO_LARGE, place, message)
                    .label("is too large")
                    .help("split it by resource")
            }
            Found::Unreadable(why) => {
                let message = format!("cannot read `{written}`: {why}");
                Problem::new(reading::UNREADABLE_FILE, place, message).label("cannot be read")
            }
            Found::Nothing => {
                let message = format!("included file `{written}` does not exist");
                Problem::new(reading::INCLUDE_NOT_FOUND, place, message)
                    .label("there is no such file")
                    .help("paths are relative to the file that has the `include`")
            }
        });
    }
}

/// The path without `.` and empty parts; `None` when it may lead out of the description.
fn inside(written: &str) -> Option<String> {
    let has_drive = written.as_bytes().get(1) == Some(&b':');
    if written.starts_with('/') || written.contains(['\\', '\0']) || has_drive {
        return None;
    }
    let parts: Vec<&str> =
        written.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    (!parts.contains(&"..")).then(|| parts.join("/"))
}

fn outside(written: &str, place: Place) -> Problem {
    let message = format!("included path `{written}` may lead out of the description");
    Problem::new(reading::INCLUDE_OUTSIDE, place, message)
        .label("not a path inside the folder")
        .help("no absolute path, no `..`, no backslash, no symbolic link that leads out")
}

fn too_many_files(place: Place) -> Problem {
    let message = format!("the description has more than {} files", limits::FILES);
    Problem::new(reading::TOO_MANY_FILES, place, message)
        .label("this file and those behind it are not read")
        .help("put several resources into the `resources` list of one file")
}

fn too_large_together(place: Place) -> Problem {
    let message = "the files of the description have more than 32 MiB together";
    Problem::new(reading::DESCRIPTION_TOO_LARGE, place, message)
        .label("this file and those behind it are not read")
}
