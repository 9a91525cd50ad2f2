//! Descriptions that were loaded already, kept from one attribute to the next.
//!
//! A compiler expands all attributes of a crate in one process, so each description is parsed once.
//! rust-analyzer keeps the process while files are edited: what changed is read again.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::arguments::{BROKEN_DESCRIPTION, UNREADABLE_DESCRIPTION};
use deskpro_spec::{Problems, Sources, load_document};
use syn::LitStr;

use super::Description;
use super::origin::Origin;

static BUILTIN: OnceLock<Arc<Description>> = OnceLock::new();

/// By the path that was read.
static READ: LazyLock<Mutex<BTreeMap<PathBuf, Kept>>> = LazyLock::new(Mutex::default);

/// A description with what its files were like when they were read.
struct Kept {
    description: Arc<Description>,
    stamps: Vec<Option<Stamp>>,
}

/// Length and time of modification.
type Stamp = (u64, Option<SystemTime>);

/// The description from this origin; `None` after a mistake at `spec`, or at the attribute.
pub(super) fn description(
    origin: &Origin,
    spec: Option<&LitStr>,
    mistakes: &mut Mistakes,
) -> Option<Arc<Description>> {
    match origin {
        Origin::Builtin => builtin(mistakes),
        Origin::Disk { path, root } => from_disk(path, root, spec, mistakes),
    }
}

fn builtin(mistakes: &mut Mistakes) -> Option<Arc<Description>> {
    if let Some(description) = BUILTIN.get() {
        return Some(Arc::clone(description));
    }
    let sources = Sources::builtin();
    match load_document(&sources) {
        Ok((document, api)) => {
            let description = Description {
                sources,
                document,
                api,
                prefix: String::new(),
                read: Vec::new(),
                is_builtin: true,
                known_types: OnceLock::new(),
            };
            Some(Arc::clone(BUILTIN.get_or_init(|| Arc::new(description))))
        }
        Err(problems) => {
            broken("the built-in description", None, &problems.short(&sources), mistakes);
            None
        }
    }
}

fn from_disk(
    path: &Path,
    root: &Path,
    spec: Option<&LitStr>,
    mistakes: &mut Mistakes,
) -> Option<Arc<Description>> {
    // A panic elsewhere leaves the map as it was: entries are put in whole.
    let mut kept = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = kept.get(path).filter(|found| found.is_fresh()) {
        return Some(Arc::clone(&found.description));
    }
    let prefix = prefix(root);
    let description = Arc::new(read(path, prefix, spec, mistakes)?);
    let stamps = description.read.iter().map(|file| stamp(file)).collect();
    kept.insert(path.to_owned(), Kept { description: Arc::clone(&description), stamps });
    Some(description)
}

fn read(
    path: &Path,
    prefix: String,
    spec: Option<&LitStr>,
    mistakes: &mut Mistakes,
) -> Option<Description> {
    let short = |problems: &Problems, sources: &Sources| {
        problems.short(sources).replace(prefix.as_str(), "")
    };
    let shown = path.to_string_lossy();
    let shown = shown.strip_prefix(prefix.as_str()).unwrap_or(&shown);
    let sources = match Sources::read(path) {
        Ok(sources) => sources,
        Err(problems) => {
            unreadable(shown, &prefix, spec, &problems, mistakes);
            return None;
        }
    };
    match load_document(&sources) {
        Ok((document, api)) => {
            let folder = env::current_dir().unwrap_or_default();
            let read = sources.paths().map(|file| folder.join(file)).collect();
            Some(Description {
                sources,
                document,
                api,
                prefix,
                read,
                is_builtin: false,
                known_types: OnceLock::new(),
            })
        }
        Err(problems) => {
            broken(&format!("`{shown}`"), spec, &short(&problems, &sources), mistakes);
            None
        }
    }
}

fn unreadable(
    shown: &str,
    prefix: &str,
    spec: Option<&LitStr>,
    problems: &Problems,
    mistakes: &mut Mistakes,
) {
    for problem in problems {
        let what = problem.message.replace(prefix, "");
        let help: String = problem.help.iter().map(|line| format!("\nhelp: {line}")).collect();
        let message = format!("{what}{help}\nnote: the description would be `{shown}`");
        mistakes.push(&UNREADABLE_DESCRIPTION, spec, message);
    }
}

fn broken(what: &str, spec: Option<&LitStr>, problems: &str, mistakes: &mut Mistakes) {
    let message = format!("{what} has problems\n{}", problems.trim_end());
    mistakes.push(&BROKEN_DESCRIPTION, spec, message);
}

impl Kept {
    fn is_fresh(&self) -> bool {
        let files = self.description.read.iter();
        files.map(|file| stamp(file)).eq(self.stamps.iter().copied())
    }
}

fn stamp(path: &Path) -> Option<Stamp> {
    let metadata = fs::metadata(path).ok()?;
    Some((metadata.len(), metadata.modified().ok()))
}

/// How the names of files in this folder begin.
fn prefix(root: &Path) -> String {
    let text = root.to_string_lossy().into_owned();
    let text = if std::path::MAIN_SEPARATOR == '\\' { text.replace('\\', "/") } else { text };
    if text.ends_with('/') { text } else { text + "/" }
}
