//! Where a description comes from: what `spec` or the environment names, or nothing.

use std::env;
use std::path::{Component, Path, PathBuf};

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::arguments::{ABSOLUTE_SPEC, EMPTY_SPEC, SPEC_OUTSIDE};
use proc_macro2::Span;
use std::fs;
use syn::LitStr;

/// The variable that names the description of those attributes that name none.
pub(super) const VARIABLE: &str = "DESKPRO_SPEC";

/// Where a description comes from.
pub(super) enum Origin {
    /// The crate `deskpro-spec` brings it.
    Builtin,
    /// A folder or a file.
    Disk {
        /// The whole path, without `..`.
        path: PathBuf,
        /// The folder from which people see files: that of the workspace.
        root: PathBuf,
    },
}

impl Origin {
    /// What `spec` names, or the environment; `None` after a mistake.
    pub(super) fn of(spec: Option<&LitStr>, mistakes: &mut Mistakes) -> Option<Self> {
        match (spec, env::var_os(VARIABLE).filter(|value| !value.is_empty())) {
            (Some(spec), _) => named(spec, mistakes),
            (None, Some(value)) => {
                let root = root(&package());
                let path = plain(&root.join(value));
                Some(Self::Disk { path, root })
            }
            (None, None) => Some(Self::Builtin),
        }
    }
}

/// What `spec` names.
fn named(spec: &LitStr, mistakes: &mut Mistakes) -> Option<Origin> {
    let text = spec.value();
    if text.trim().is_empty() {
        let message = "`spec` names no file\n\
                       help: name a folder with `api.yaml`, or a file, as seen from this source file";
        mistakes.push(&EMPTY_SPEC, spec, message);
        return None;
    }
    // A backslash is one only on Windows, but a path in a source file is for everyone.
    if Path::new(&text).is_absolute() || text.starts_with(['/', '\\']) || has_drive(&text) {
        let message = format!(
            "`{text}` is the path of one machine\n\
             help: write the path as seen from this source file, such as `../helpdesk`"
        );
        mistakes.push(&ABSOLUTE_SPEC, spec, message);
        return None;
    }
    let bases = bases(spec.span());
    let candidates: Vec<(PathBuf, PathBuf)> =
        bases.iter().map(|base| (plain(&base.join(&text)), root(base))).collect();
    let found = candidates.iter().find(|(path, _)| path.exists()).or(candidates.first());
    let (path, root) = found.cloned()?;
    if !path.starts_with(&root) {
        let message = format!(
            "`{text}` leads out of the workspace\n\
             help: put the description into the workspace, or name it by the environment variable \
             `{VARIABLE}`"
        );
        mistakes.push(&SPEC_OUTSIDE, spec, message);
        return None;
    }
    Some(Origin::Disk { path, root })
}

fn has_drive(text: &str) -> bool {
    text.as_bytes().get(1) == Some(&b':')
}

/// The folder from which `spec` is seen: that of the source file. Editors do not always say which
/// file that is; then it may be the package or its `src`.
fn bases(span: Span) -> Vec<PathBuf> {
    let current = env::current_dir().unwrap_or_default();
    match source_file(span) {
        Some(file) => vec![plain(&current.join(file.parent().unwrap_or(Path::new(""))))],
        None => vec![package(), package().join("src")],
    }
}

/// The file of a span, when a compiler says so.
fn source_file(span: Span) -> Option<PathBuf> {
    if proc_macro::is_available() { span.unwrap().local_file() } else { None }
}

/// The folder of the package that is compiled.
fn package() -> PathBuf {
    let current = || env::current_dir().unwrap_or_default();
    env::var_os("CARGO_MANIFEST_DIR").map_or_else(current, PathBuf::from)
}

/// The folder of the workspace around this folder, or of the package where there is none.
fn root(folder: &Path) -> PathBuf {
    let manifest = |folder: &&Path| folder.join("Cargo.toml").is_file();
    let workspace = |folder: &&Path| {
        let text = fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
        text.lines().any(|line| line.trim_start().starts_with("[workspace"))
    };
    let found = folder.ancestors().find(workspace).or_else(|| folder.ancestors().find(manifest));
    found.unwrap_or(folder).to_path_buf()
}

/// The path without `.` and `..`, as far as its text says.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}
