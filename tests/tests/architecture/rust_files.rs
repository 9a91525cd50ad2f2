//! The Rust files of the workspace, read for what stands in them.

use std::fs;
use std::path::{Path, PathBuf};

use quote::ToTokens;
use syn::{Attribute, Item};

/// The folder of the workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// A file with its path from the workspace's folder.
pub(crate) struct RustFile {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Every Rust file below some folders of the workspace.
pub(crate) fn rust_files(folders: &[&str]) -> Vec<RustFile> {
    let mut files = Vec::new();
    for folder in folders {
        let before = files.len();
        let mut open = vec![workspace().join(folder)];
        while let Some(path) = open.pop() {
            if path.is_dir() {
                open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let relative = path.strip_prefix(workspace()).unwrap();
                let text = fs::read_to_string(&path).unwrap();
                files.push(RustFile { path: relative.to_string_lossy().replace('\\', "/"), text });
            }
        }
        assert!(files.len() > before, "no Rust file in {folder}");
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

impl RustFile {
    /// What the file holds, without documentation, comments and tests, as tokens.
    pub(crate) fn code(&self) -> String {
        let file = syn::parse_file(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.path));
        let is_code = |item: &&Item| !is_test(attributes(item));
        let items = file.items.iter().filter(is_code);
        items.map(|item| without_docs(item.to_token_stream()).to_string()).collect::<Vec<_>>().join("\n")
    }

    /// Whether the file is there for tests only, to judge by what it holds.
    pub(crate) fn is_test(&self) -> bool {
        self.text.contains("#[test]") && !self.text.contains("#[cfg(test)]")
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Mod(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        _ => &[],
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.to_token_stream().to_string() == "# [cfg (test)]")
}

type Tokens = <syn::Ident as IntoTokens>::Tokens;

/// The type of streams of tokens, which this crate has no other name for.
trait IntoTokens {
    type Tokens;
}
