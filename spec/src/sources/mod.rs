//! The files of a description as text.

mod disk;
mod gather;
mod given;
mod limits;
mod memory;
mod named;
mod rejected;
mod role;
mod store;

use std::path::{Path, PathBuf};

pub(crate) use role::Role;

use crate::builtin;
use crate::problem::codes::reading;
use crate::problem::{Place, Problem, Problems};

/// The files of a description: the first with all that it includes, its overlays, and those of the
/// description that it extends.
///
/// What is wrong with the other files (missing, too large, not text) is kept and reported by
/// [`parse`](crate::parse), together with everything else.
///
/// # Example
///
/// ```
/// let sources = deskpro_spec::Sources::builtin();
/// assert_eq!(sources.name(0), "api.yaml");
/// assert!(sources.text(0).contains("format: 1"));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<File>,
    problems: Problems,
    /// Whether a description that is extended is not here.
    lacks_base: bool,
}

#[derive(Debug, Clone)]
struct File {
    /// The path as people see it: from where the program runs.
    name: String,
    /// The path from the first file.
    relative: String,
    /// Where it was read from, when it comes from a disk.
    path: Option<PathBuf>,
    text: String,
    /// Whether it was read as UTF-8 within the limits.
    is_text: bool,
    role: Role,
    /// How many descriptions extend the one that it belongs to, one through another.
    layer: u32,
}

impl Sources {
    /// Reads a description from a disk: a folder with `api.yaml`, or one file.
    ///
    /// # Errors
    ///
    /// One problem, when there is no such folder or file. It has no place; render it with
    /// `Sources::default()`.
    pub fn read(path: &Path) -> Result<Self, Problems> {
        let disk = disk::Disk::open(path)?;
        Ok(gather::gather(&disk))
    }

    /// As [`read`](Self::read), with overlays from anywhere, which apply after those that the
    /// description names, in this order.
    ///
    /// # Errors
    ///
    /// Those of [`read`](Self::read) and [`with_overlay`](Self::with_overlay).
    pub fn read_with_overlays<P: AsRef<Path>>(
        path: &Path,
        overlays: impl IntoIterator<Item = P>,
    ) -> Result<Self, Problems> {
        let read = Self::read(path)?;
        overlays
            .into_iter()
            .try_fold(read, |sources, overlay| sources.with_overlay(overlay.as_ref()))
    }

    /// The description of the Deskpro API that this crate brings.
    pub fn builtin() -> Self {
        Self::from_files(builtin::FILES.iter().copied())
    }

    /// A description from memory: names, relative to the first, with what is in them.
    ///
    /// The first file is `api.yaml`, whatever its name; the others are found by its `include`.
    pub fn from_files<N, T>(files: impl IntoIterator<Item = (N, T)>) -> Self
    where
        N: Into<String>,
        T: Into<Vec<u8>>,
    {
        let memory = memory::Memory::new(
            files.into_iter().map(|(name, text)| (name.into(), text.into())).collect(),
        );
        gather::gather(&memory)
    }

    /// Texts that are no description, each with its name, so that problems with them can be shown.
    ///
    /// # Example
    ///
    /// ```
    /// use deskpro_spec::problem::{Code, Place, Problem};
    /// use deskpro_spec::{Problems, Sources};
    ///
    /// let sources = Sources::of_texts([("src/tickets.rs", "struct Ticket;\n")]);
    /// let problem = Problem::new(Code(20_001), Place::file(0), "an old struct");
    /// let shown = Problems::from(problem).short(&sources);
    /// assert_eq!(shown, "src/tickets.rs: error[DG0001]: an old struct\n");
    /// ```
    pub fn of_texts<N, T>(files: impl IntoIterator<Item = (N, T)>) -> Self
    where
        N: Into<String>,
        T: Into<String>,
    {
        let mut sources = Self::default();
        for (name, text) in files {
            let name = name.into();
            let file = File::new(name.clone(), name, Role::Resource, 0);
            sources.add(file, text.into().into_bytes());
        }
        sources
    }

    /// The name of a file as people see it; empty when there is no such file.
    pub fn name(&self, file: u32) -> &str {
        self.file(file).map_or("", |file| &file.name)
    }

    /// The path of a file from the first file: `resources/tickets.yaml`; empty when there is no
    /// such file.
    pub fn relative(&self, file: u32) -> &str {
        self.file(file).map_or("", |file| &file.relative)
    }

    /// The text of a file; empty when there is no such file.
    pub fn text(&self, file: u32) -> &str {
        self.file(file).map_or("", |file| &file.text)
    }

    /// The name of the first file.
    pub fn root(&self) -> &str {
        self.name(0)
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Where the files were read from, for build scripts that run again when one changes.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().filter_map(|file| file.path.as_deref())
    }

    /// What was wrong with the files.
    pub(crate) fn problems(&self) -> &Problems {
        &self.problems
    }

    /// The first file, when it is text.
    pub(crate) fn first_text(&self) -> Option<&str> {
        self.files.first().filter(|file| file.is_text).map(|file| &*file.text)
    }

    /// Whether a description that is extended is not here, so that what it says seems to be missing.
    pub(crate) fn lacks_base(&self) -> bool {
        self.lacks_base
    }

    /// How many descriptions extend each other, with the one that is read; 0 when there is no file.
    pub(crate) fn layers(&self) -> u32 {
        self.files.iter().map(|file| file.layer + 1).max().unwrap_or(0)
    }

    /// The files of a role and layer that are text, each with its index. The description that is
    /// read is layer 0, the one that it extends is layer 1.
    pub(crate) fn texts(&self, role: Role, layer: u32) -> impl Iterator<Item = (u32, &str)> {
        let files = self.files.iter().enumerate();
        let found = files.filter(move |(_, file)| (file.role, file.layer) == (role, layer));
        let texts = found.filter(|(_, file)| file.is_text);
        texts.map(|(index, file)| (index as u32, &*file.text))
    }

    /// The file in which people change what stands in this one: a built-in file is changed through
    /// the first of those that extend it.
    pub(crate) fn changed_in(&self, file: u32) -> &str {
        let relative = self.relative(file);
        if relative.starts_with(builtin::PREFIX) { self.relative(0) } else { relative }
    }

    fn file(&self, file: u32) -> Option<&File> {
        self.files.get(file as usize)
    }

    /// Takes over the bytes of a file.
    fn add(&mut self, mut added: File, bytes: Vec<u8>) {
        let file = self.files.len() as u32;
        (added.text, added.is_text) = match String::from_utf8(bytes) {
            Ok(text) => (text, true),
            Err(error) => {
                let start = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                self.problems.push(not_utf8(&text, file, start, error.as_bytes()));
                (text, false)
            }
        };
        self.files.push(added);
    }
}

impl File {
    /// A file without text.
    fn new(name: String, relative: String, role: Role, layer: u32) -> Self {
        Self { name, relative, path: None, text: String::new(), is_text: false, role, layer }
    }
}

/// The problem of bytes that are not UTF-8. Up to the first of them, the lossy text is the same.
fn not_utf8(text: &str, file: u32, start: usize, bytes: &[u8]) -> Problem {
    let place = Place::of_range(text, file, start..start + '\u{FFFD}'.len_utf8());
    let byte = bytes.get(start).copied().unwrap_or_default();
    let problem = Problem::new(reading::NOT_UTF8, place, "the file is not UTF-8 text")
        .label(format!("byte {byte:02X} is not UTF-8"));
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => {
            problem.help("it seems to be UTF-16; save it as UTF-8")
        }
        _ => problem.help("save the file as UTF-8"),
    }
}
