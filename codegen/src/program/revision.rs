//! Descriptions of git revisions, without touching the work tree.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use deskpro_spec::Sources;

use super::arguments::Spec;
use super::description;
use super::report::Failure;

/// What comes of it when a side has problems.
pub(crate) const NOT_COMPARED: &str = "nothing was compared";

/// Where one side of a comparison is.
#[derive(Debug)]
pub(crate) enum Operand {
    /// A folder or a file.
    Path(PathBuf),
    /// A revision of git, and the path within it, where it is not that of the description.
    Revision(String, Option<PathBuf>),
    /// The description as it is now.
    Now,
}

impl Operand {
    /// What exists is a path; anything else is a revision.
    pub(crate) fn read(text: &str) -> Result<Self, Failure> {
        if Path::new(text).exists() {
            return Ok(Self::Path(PathBuf::from(text)));
        }
        if text.is_empty() || text.starts_with('-') {
            return Err(Failure::arguments(format!(
                "error: `{text}` is neither a path nor a revision"
            )));
        }
        Ok(match text.split_once(':') {
            Some((revision, path)) => {
                Self::Revision(revision.to_owned(), Some(PathBuf::from(path)))
            }
            None => Self::Revision(text.to_owned(), None),
        })
    }
}

/// The files of one side, and what stands before their names.
pub(crate) fn sources(operand: &Operand, spec: &Spec) -> Result<(Sources, String), Failure> {
    match operand {
        Operand::Path(path) => Ok((on_disk(path)?, String::new())),
        Operand::Now => Ok((description::sources(spec, NOT_COMPARED)?, String::new())),
        Operand::Revision(revision, path) => {
            let path = path.as_deref().unwrap_or(&spec.path);
            is_revision(revision)?;
            let (files, folder) = files(revision, path)?;
            Ok((Sources::from_files(files), format!("{revision}:{folder}")))
        }
    }
}

/// What is neither a path nor a revision was probably meant as a path.
fn is_revision(text: &str) -> Result<(), Failure> {
    let commit = format!("{text}^{{commit}}");
    let message = || format!("error: `{text}` is neither a path nor a revision of git");
    git(&["rev-parse", "--verify", "--quiet", &commit], "")
        .map(drop)
        .map_err(|_| Failure::arguments(message()))
}

fn on_disk(path: &Path) -> Result<Sources, Failure> {
    Sources::read(path)
        .map_err(|problems| Failure::input(problems, Sources::default(), NOT_COMPARED))
}

/// The files of a description in a revision, the first file first, and the folder that they are in.
#[allow(clippy::type_complexity, reason = "names with bytes, as `Sources` takes them")]
fn files(revision: &str, path: &Path) -> Result<(Vec<(String, Vec<u8>)>, String), Failure> {
    let path = path.to_string_lossy().replace('\\', "/");
    let path = path.trim_start_matches("./").trim_end_matches('/');
    let is_file = [".yaml", ".yml"].iter().any(|end| path.ends_with(end));
    let (folder, root) = match path.rsplit_once('/') {
        _ if !is_file => (format!("{path}/"), "api.yaml"),
        Some((folder, root)) => (format!("{folder}/"), root),
        None => (String::new(), path),
    };
    let folder = if folder == "/" || folder == "./" { String::new() } else { folder };
    let names =
        git(&["ls-tree", "-r", "-z", "--name-only", revision, "--", &format!("./{folder}")], "")?;
    let names = String::from_utf8_lossy(&names).into_owned();
    let within = |name: &str| name.strip_prefix(folder.as_str()).map(str::to_owned);
    // A name with a line break cannot be asked for, and cannot be included either.
    let names = names.split('\0').filter_map(within).filter(|name| !name.contains('\n'));
    let mut names: Vec<_> =
        names.filter(|name| name.ends_with(".yaml") || name.ends_with(".yml")).collect();
    let Some(first) = names.iter().position(|name| name == root) else {
        return Err(Failure::arguments(format!("error: there is no {folder}{root} in {revision}")));
    };
    names[..=first].rotate_right(1);
    let asked: String = names.iter().map(|name| format!("{revision}:./{folder}{name}\n")).collect();
    let answer = git(&["cat-file", "--batch"], &asked)?;
    Ok((names.into_iter().zip(blobs(&answer)).collect(), folder))
}

/// The blobs of `git cat-file --batch`: for each a line that ends with its size, its bytes, a line break.
fn blobs(mut answer: &[u8]) -> Vec<Vec<u8>> {
    let mut blobs = Vec::new();
    while let Some(end) = answer.iter().position(|&byte| byte == b'\n') {
        let (head, rest) = answer.split_at(end);
        let size = String::from_utf8_lossy(head).rsplit(' ').next().and_then(|it| it.parse().ok());
        let size: usize = size.unwrap_or(0).min(rest.len().saturating_sub(1));
        blobs.push(rest[1..1 + size].to_vec());
        answer = rest.get(size + 2..).unwrap_or_default();
    }
    blobs
}

/// What git answers; what it says when it fails is the failure.
fn git(arguments: &[&str], input: &str) -> Result<Vec<u8>, Failure> {
    let cannot =
        |error: &std::io::Error| Failure::arguments(format!("error: cannot run git: {error}"));
    let mut child = Command::new("git")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| cannot(&error))?;
    // Git answers while it is asked: whoever writes everything first may wait for it for ever.
    let stdin = child.stdin.take();
    let input = input.to_owned();
    let asking = std::thread::spawn(move || {
        if let Some(mut stdin) = stdin {
            // Git that ended early says why itself.
            let _ = stdin.write_all(input.as_bytes());
        }
    });
    let output = child.wait_with_output().map_err(|error| cannot(&error))?;
    let _ = asking.join();
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(Failure::arguments(format!(
        "error: git: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    )))
}
