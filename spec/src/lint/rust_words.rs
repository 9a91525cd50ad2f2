//! Names that are words of Rust, or of the code that is made, and that nobody has given another.

use super::described::Described;
use super::finding::{Finding, Findings};
use crate::document::{QueryDoc, Text};
use crate::problem::codes::lint::RUST_WORD;

/// Words that no name of a field, parameter or method can be in Rust (edition 2024).
const KEYWORDS: [&str; 51] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Names that are often given instead.
const USUAL: [(&str, &str); 3] = [("type", "kind"), ("ref", "reference"), ("self", "this")];

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    for list in described.field_lists() {
        for (key, _) in list.fields.iter().filter(|(_, field)| field.rust.is_none()) {
            let word = folded(&key.value);
            if is_keyword(&word) {
                findings.push(renamable(&list.owner, key, &word));
            }
        }
    }
    for (name, doc) in &described.document.parameters {
        let word = folded(&name.value);
        if doc.rust.is_none() && is_keyword(&word) {
            findings.push(renamable("parameters", name, &word));
        }
    }
    for (_, it) in described.operations() {
        for (name, query) in &it.doc.query {
            let word = folded(&name.value);
            let is_unnamed = matches!(query, QueryDoc::Own(doc) if doc.rust.is_none());
            if is_unnamed && is_keyword(&word) {
                findings.push(renamable(&it.name, name, &word));
            }
        }
        if is_keyword(&it.operation.name) {
            findings.push(fixed(&it.name, it.key, "operation"));
        }
    }
    for it in &described.resources {
        if let Some(name) = it.doc.name.as_ref().filter(|name| is_keyword(&name.value)) {
            findings.push(fixed(&it.resource.name, name, "resource"));
        }
    }
}

/// As it would be written in Rust: the words of keywords have no underscores.
fn folded(name: &str) -> String {
    name.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_ascii_lowercase()
}

fn is_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word)
}

/// A finding about what can be given a name with `rust`.
fn renamable(owner: &str, name: &Text, word: &str) -> Finding {
    let message = format!("`{}` is a word of Rust and becomes `{word}_`", name.value);
    let usual = USUAL.iter().find(|(it, _)| *it == word).map(|(_, usual)| *usual);
    let example = usual.unwrap_or("a_name");
    Finding::new(RUST_WORD, name.place, [format!("{owner}.{}", name.value)], message)
        .label("needs another name in Rust")
        .help(format!("give it one that can be read aloud, such as `rust: {example}`"))
}

/// A finding about what is called in Rust as it is here.
fn fixed(about: &str, name: &Text, what: &str) -> Finding {
    let message = format!("the {what} `{0}` is a word of Rust and becomes `{0}_`", name.value);
    Finding::new(RUST_WORD, name.place, [about], message)
        .label("needs another name")
        .help(format!("call the {what} otherwise; its path stays as it is"))
}
