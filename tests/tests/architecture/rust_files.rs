//! The Rust files of the workspace, read for what stands in them.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Group, TokenStream, TokenTree};
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
    /// What the file holds, without documentation, comments and tests.
    pub(crate) fn code(&self) -> TokenStream {
        let file =
            syn::parse_file(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.path));
        let is_code = |item: &&Item| !attributes(item).iter().any(is_test);
        let items = file.items.iter().filter(is_code);
        items.flat_map(|item| without_docs(item.to_token_stream())).collect()
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

fn is_test(attribute: &Attribute) -> bool {
    attribute.to_token_stream().to_string() == "# [cfg (test)]"
}

fn without_docs(tokens: TokenStream) -> TokenStream {
    let mut out = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                if tokens.next_if(is_doc).is_none() {
                    out.push(punct.into());
                }
            }
            TokenTree::Group(group) => {
                out.push(Group::new(group.delimiter(), without_docs(group.stream())).into());
            }
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

fn is_doc(token: &TokenTree) -> bool {
    token.to_string().starts_with("[doc =")
}

/// Every identifier and every literal in tokens, as text.
pub(crate) fn words(tokens: TokenStream) -> Vec<String> {
    let words = tokens.into_iter().flat_map(|token| match token {
        TokenTree::Group(group) => words(group.stream()),
        TokenTree::Ident(ident) => vec![ident.to_string()],
        TokenTree::Literal(literal) => vec![literal.to_string()],
        TokenTree::Punct(_) => Vec::new(),
    });
    words.collect()
}
