//! What was written last time, so that what would be the same need not be made again.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hash};
use std::path::Path;
use std::time::UNIX_EPOCH;
use std::{env, fs, io};

use foldhash::quality::FixedState;

use super::replace;
use crate::files::Files;

/// How the first line of a record begins; what it is about follows.
const MARKER: &str = "deskpro-codegen record 1 ";

/// What the files in a folder were made of.
///
/// Formatting is most of the work of generating, and after most edits most files stay as they are. So
/// a record keeps, for each part of a plan, a hash of the part and hashes of the texts that it became.
/// A text that still lies in the folder is taken from there: only where its part of the plan is as it
/// was, and only where nobody changed the file. Nothing is taken that another build of the generator
/// wrote. A record that is lost, or cannot be read, costs time and nothing else.
///
/// It belongs beside what is built and not under version control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    generator: u64,
    parts: BTreeMap<u64, Vec<(String, u64)>>,
}

impl Record {
    /// A record of nothing.
    pub fn new() -> Self {
        Self { generator: generator().unwrap_or_default(), parts: BTreeMap::new() }
    }

    /// The record in a file; of nothing where there is none, or where another build wrote it.
    pub fn read(path: &Path) -> Self {
        let new = Self::new();
        let text = fs::read_to_string(path).unwrap_or_default();
        Self::parse(&text).filter(|found| found.generator == new.generator).unwrap_or(new)
    }

    /// Writes the record.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        let mut text = format!("{MARKER}{:016x}\n", self.generator);
        for (part, files) in &self.parts {
            for (path, hash) in files {
                text.push_str(&format!("{part:016x} {hash:016x} {path}\n"));
            }
        }
        replace(path, &text)
    }

    /// The files of a part of the plan: those in the folder if they are still what the part became,
    /// and made by `make` otherwise. Either way they go into `next`, the record for the next time.
    pub(crate) fn files(
        &self,
        part: &impl Hash,
        folder: &Path,
        next: &mut Self,
        make: impl FnOnce() -> Files,
    ) -> Files {
        let part = hash_of(part);
        if let Some(known) = self.parts.get(&part)
            && let Some(files) = self.kept(known, folder)
        {
            next.parts.insert(part, known.clone());
            return files;
        }
        let files = make();
        let hashes = files.iter().map(|(path, text)| (path.to_owned(), hash_of(text)));
        next.parts.insert(part, hashes.collect());
        files
    }

    /// What the folder holds of a part that is as it was.
    fn kept(&self, known: &[(String, u64)], folder: &Path) -> Option<Files> {
        // Without knowing which build this is there is no telling what another one would do.
        if self.generator == 0 {
            return None;
        }
        let mut files = Files::default();
        for (path, hash) in known {
            let place = folder.join(path);
            let text = fs::read_to_string(&place).ok()?;
            if hash_of(text.as_str()) != *hash {
                return None;
            }
            files.insert_found(path, text, place);
        }
        Some(files)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let number = |hash: &str| u64::from_str_radix(hash, 16).ok();
        let generator = number(lines.next()?.strip_prefix(MARKER)?)?;
        let mut parts: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for line in lines {
            let mut words = line.splitn(3, ' ');
            let (part, hash) = (number(words.next()?)?, number(words.next()?)?);
            parts.entry(part).or_default().push((words.next()?.to_owned(), hash));
        }
        Some(Self { generator, parts })
    }
}

impl Default for Record {
    fn default() -> Self {
        Self::new()
    }
}

/// Which build of the generator this is: the running program, be it ours or a build script, changes
/// with everything that is in it.
fn generator() -> Option<u64> {
    let program = env::current_exe().ok()?;
    let metadata = fs::metadata(&program).ok()?;
    let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(hash_of(&(program, metadata.len(), modified)))
}

fn hash_of(value: &(impl Hash + ?Sized)) -> u64 {
    FixedState::default().hash_one(value)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::{env, fs, process};

    use super::{MARKER, Record};
    use crate::files::Files;
    use crate::tree::compare;

    /// A folder of a test's own.
    fn folder(test: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("deskpro-record-{}-{test}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn one(text: &str) -> Files {
        let mut files = Files::default();
        files.insert("a.rs", text);
        files
    }

    /// What a record makes of a folder in which `a.rs` was made of the part 1 and then became `found`.
    fn again(part: u32, found: &str) -> Files {
        let folder = folder(&format!("{part}-{found}"));
        let mut record = Record::new();
        Record::new().files(&1, &folder, &mut record, || one("first"));
        fs::write(folder.join("a.rs"), found).unwrap();
        let path = folder.join("a.record");
        record.write(&path).unwrap();
        let read = Record::read(&path);
        assert_eq!(read, record);
        let files = read.files(&part, &folder, &mut Record::new(), || one("again"));
        fs::remove_dir_all(&folder).unwrap();
        files
    }

    #[test]
    fn what_is_as_it_was_is_not_made_again() {
        assert_eq!(again(1, "first"), one("first"));
    }

    #[test]
    fn what_changed_is_made_again() {
        assert_eq!(again(2, "first"), one("again"));
        assert_eq!(again(1, "by hand"), one("again"));
    }

    #[test]
    fn what_was_found_here_is_missing_elsewhere() {
        let (here, elsewhere) = (folder("here"), folder("elsewhere"));
        let mut record = Record::new();
        Record::new().files(&1, &here, &mut record, || one("first"));
        fs::write(here.join("a.rs"), "first").unwrap();
        let files = record.files(&1, &here, &mut Record::new(), || one("again"));
        assert!(compare(&here, &files).unwrap().is_empty());
        assert_eq!(compare(&elsewhere, &files).unwrap().missing, ["a.rs"]);
        fs::remove_dir_all(&here).unwrap();
        fs::remove_dir_all(&elsewhere).unwrap();
    }

    #[test]
    fn what_another_build_wrote_or_nobody_is_no_record() {
        let folder = folder("another");
        let path = folder.join("a.record");
        assert_eq!(Record::read(&path), Record::new());
        let hash = "0000000000000001";
        let texts = [
            format!("{MARKER}{hash}\n{hash} {hash} a.rs\n"),
            format!("{MARKER}{hash}\n{hash}\n"),
            "something else".to_owned(),
        ];
        for text in texts {
            fs::write(&path, &text).unwrap();
            assert_eq!(Record::read(&path), Record::new(), "{text}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
