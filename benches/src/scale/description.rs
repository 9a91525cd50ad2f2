//! The API as a description in the project's format.

use std::path::Path;
use std::{fs, io};

use super::noun::Noun;

const CONVENTIONS: &str = include_str!("api.yaml");
const RESOURCE: &str = include_str!("resource.yaml");

/// The files of a description, by their paths; `api.yaml` first.
#[derive(Debug)]
pub struct Description {
    files: Vec<(String, String)>,
}

/// A description with this many resources.
pub fn description(resources: usize) -> Description {
    let nouns = Noun::all(resources);
    let file = |noun: &Noun| (format!("resources/{}.yaml", noun.plural), noun.fill(RESOURCE));
    let resources: Vec<_> = nouns.iter().map(file).collect();
    let includes = resources.iter().map(|(path, _)| format!("  - {path}\n"));
    let conventions = CONVENTIONS.to_owned() + &includes.collect::<String>();
    let mut files = vec![("api.yaml".to_owned(), conventions)];
    files.extend(resources);
    Description { files }
}

impl Description {
    /// Writes the files into a folder, which is emptied first.
    ///
    /// # Errors
    ///
    /// A folder or file that cannot be removed or written.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder.join("resources"))?;
        self.files.iter().try_for_each(|(path, text)| fs::write(folder.join(path), text))
    }

    /// How many lines all files have together.
    pub fn lines(&self) -> usize {
        self.files.iter().map(|(_, text)| text.lines().count()).sum()
    }
}
