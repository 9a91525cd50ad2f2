//! Documentation that says nothing beyond the name.

use super::described::Described;
use super::finding::{Cause, Finding, Findings};
use super::words::{folded, words};
use crate::document::{QueryDoc, Text, TypeKindDoc};
use crate::problem::codes::lint::{EMPTY_DOCS, PLACEHOLDER_DOCS};

/// Words that add nothing to a name.
const FILLERS: [&str; 16] = [
    "a", "an", "the", "of", "this", "that", "its", "their", "is", "are", "field", "value",
    "values", "resource", "object", "type",
];

/// Words that stand for documentation that is still to be written.
const PLACEHOLDERS: [&str; 6] = ["todo", "tbd", "fixme", "xxx", "na", "none"];

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    for (name, doc) in &described.document.parameters {
        examine("parameters", "", name, doc.docs.as_ref(), findings);
    }
    for ty in described.types() {
        let owner = ty.name.rsplit_once('.').map_or("types", |(owner, _)| owner);
        examine(owner, "", ty.key, ty.doc.docs.as_ref(), findings);
        if let Some(TypeKindDoc::Values(values)) = &ty.doc.kind {
            // `resolved: Resolved.` is all that there is to say of some values.
            let is_unwritten = |docs: &&Text| is_placeholder(&docs.value);
            for (key, doc) in values {
                if let Some(docs) = doc.docs.as_ref().filter(is_unwritten) {
                    findings.push(placeholder(&ty.name, key, docs));
                }
            }
        }
    }
    for list in described.field_lists() {
        let owner = list.owner.rsplit('.').next().unwrap_or_default();
        for (key, doc) in list.fields.iter().filter(|(key, _)| key.value != "id") {
            examine(&list.owner, owner, key, doc.docs.as_ref(), findings);
        }
    }
    for it in &described.resources {
        let own = &it.resource.name;
        for (name, doc) in &it.doc.path_parameters {
            examine(own, "", name, doc.docs.as_ref(), findings);
        }
        for operation in &it.operations {
            examine(own, "", operation.key, operation.doc.docs.as_ref(), findings);
            for (name, query) in &operation.doc.query {
                if let QueryDoc::Own(doc) = query {
                    examine(&operation.name, "", name, doc.docs.as_ref(), findings);
                }
            }
        }
    }
}

/// Looks at the documentation of a part called `name` within `context`, whose words say nothing new
/// either.
fn examine(owner: &str, context: &str, name: &Text, docs: Option<&Text>, findings: &mut Findings) {
    let Some(docs) = docs else { return };
    if is_placeholder(&docs.value) {
        findings.push(placeholder(owner, name, docs));
        return;
    }
    let known: Vec<String> = words(&name.value).chain(words(context)).collect();
    let says_more = words(&docs.value).any(|word| {
        !FILLERS.contains(&word.as_str()) && !known.iter().any(|it| is_form(it, &word))
    });
    if says_more {
        return;
    }
    let section = owner.split('.').next().unwrap_or(owner);
    let about = format!("{owner}.{}", name.value);
    let message = format!("the documentation of `{about}` says no more than its name");
    findings.push(
        Finding::new(EMPTY_DOCS, docs.place, [about], message)
            .label("nothing new")
            .help("say what it means: whose, since when, in which unit, what for")
            .because(Cause {
                key: section.to_owned(),
                place: docs.place,
                message: format!("parts of `{section}` are documented by their names only"),
                label: "nothing new here, the first of them",
            }),
    );
}

/// Whether nothing but a placeholder is there: `TODO`, `n/a`, `...`.
fn is_placeholder(docs: &str) -> bool {
    let letters = folded(docs);
    letters.is_empty() || PLACEHOLDERS.contains(&letters.as_str())
}

fn placeholder(owner: &str, name: &Text, docs: &Text) -> Finding {
    let section = owner.split('.').next().unwrap_or(owner);
    let about = format!("{owner}.{}", name.value);
    let message = format!("the documentation of `{about}` is still to be written");
    Finding::new(PLACEHOLDER_DOCS, docs.place, [about], message)
        .label("a placeholder")
        .help("say what it means, or where nobody knows it, what is known of it")
        .because(Cause {
            key: section.to_owned(),
            place: docs.place,
            message: format!("parts of `{section}` still lack their documentation"),
            label: "a placeholder, the first of them",
        })
}

/// Whether a word is another or a form of it: `ticket` and `tickets`.
fn is_form(one: &str, other: &str) -> bool {
    let stem = |word: &str| {
        let word =
            word.strip_suffix("ies").map_or_else(|| word.to_owned(), |stem| format!("{stem}y"));
        word.strip_suffix('s').map(str::to_owned).unwrap_or(word)
    };
    one == other || stem(one) == stem(other)
}
