//! What schemas say of a value beside its type: prose, and bounds as prose.

use super::super::problem::ImportProblemKind;
use super::super::source::Context;
use super::super::tree::Node;
use super::Ty;

/// What is said of a value.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Says<'t> {
    pub(in super::super) docs: Option<String>,
    /// Bounds and the like, one sentence each.
    pub(in super::super) notes: Vec<String>,
    pub(in super::super) is_nullable: bool,
    pub(in super::super) is_deprecated: bool,
    pub(in super::super) is_read_only: bool,
    pub(in super::super) is_write_only: bool,
    pub(in super::super) is_sensitive: bool,
    pub(in super::super) example: Option<Node<'t>>,
    pub(in super::super) minimum: Option<i64>,
    pub(in super::super) maximum: Option<i64>,
}

impl Says<'_> {
    /// Prose and bounds together.
    pub(in super::super) fn documentation(&self) -> Option<String> {
        let notes = self.notes.join(" ");
        match (&self.docs, notes.is_empty()) {
            (Some(docs), true) => Some(docs.clone()),
            (None, true) => None,
            (None, false) => Some(notes),
            // What ends with a list or a piece of code goes on in a paragraph of its own.
            (Some(docs), false) if docs.contains('\n') => Some(format!("{docs}\n\n{notes}")),
            (Some(docs), false) if docs.ends_with(['.', '!', '?']) => {
                Some(format!("{docs} {notes}"))
            }
            (Some(docs), false) => Some(format!("{docs}. {notes}")),
        }
    }

    /// This, and what another says of what this does not mention.
    pub(super) fn or(self, other: Self) -> Self {
        let mut notes = self.notes;
        notes.extend(
            other.notes.into_iter().filter(|note| !notes_has(&notes, note)).collect::<Vec<_>>(),
        );
        Self {
            docs: self.docs.or(other.docs),
            notes,
            is_nullable: self.is_nullable || other.is_nullable,
            is_deprecated: self.is_deprecated || other.is_deprecated,
            is_read_only: self.is_read_only || other.is_read_only,
            is_write_only: self.is_write_only || other.is_write_only,
            is_sensitive: self.is_sensitive || other.is_sensitive,
            example: self.example.or(other.example),
            minimum: self.minimum.or(other.minimum),
            maximum: self.maximum.or(other.maximum),
        }
    }
}

fn notes_has(notes: &[String], note: &str) -> bool {
    notes.iter().any(|known| known == note)
}

/// What these schemas, of which the outer ones come first, say of a value.
pub(super) fn says<'t>(
    context: &mut Context<'t>,
    nodes: impl Iterator<Item = Node<'t>>,
    name: &str,
    ty: &Ty,
) -> Says<'t> {
    let mut says = Says::default();
    for node in nodes {
        let own = of_node(context, node, name, ty);
        // Each of several schemas describes the whole of which it is a part.
        says = says.or(own);
    }
    says
}

fn of_node<'t>(context: &mut Context<'t>, node: Node<'t>, name: &str, ty: &Ty) -> Says<'t> {
    let number = |key: &str| node.get(key).and_then(Node::number).and_then(|it| it.as_i64());
    let is_integer = *ty == Ty::Word("integer");
    for key in ["xml", "not", "if", "then", "else", "dependentRequired", "dependentSchemas"] {
        if let Some(node) = node.get(key) {
            let what = format!("`{key}` says more than types can");
            let instead = "it is not described";
            context.findings.push(ImportProblemKind::Schema, node, what, instead);
        }
    }
    // Whether there are others is said of objects only.
    for key in ["additionalProperties", "unevaluatedProperties"] {
        node.get(key).map(Node::flag);
    }
    for key in ["$schema", "$id", "$comment", "$anchor", "discriminator"] {
        node.get(key).map(Node::whole);
    }
    // Of definitions it counts what refers to them.
    for definitions in ["$defs", "definitions"].into_iter().filter_map(|key| node.get(key)) {
        definitions.mark();
    }
    Says {
        docs: docs(node, name),
        notes: notes(node, ty),
        is_nullable: node.flag_of("nullable") || node.flag_of("x-nullable"),
        is_deprecated: node.flag_of("deprecated"),
        is_read_only: node.flag_of("readOnly"),
        is_write_only: node.flag_of("writeOnly"),
        is_sensitive: node.text_of("format") == Some("password"),
        example: example(node),
        minimum: number("minimum").filter(|_| is_integer),
        maximum: number("maximum").filter(|_| is_integer),
    }
}

/// The description, after a title that says more than the name does.
fn docs(node: Node<'_>, name: &str) -> Option<String> {
    let title = node.prose_of("title");
    let description = super::super::source::with_link(node.prose_of("description"), node);
    let letters = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    let known = |title: &String| {
        let title = letters(title);
        title == letters(name)
            || description.as_ref().is_some_and(|docs| letters(docs).starts_with(&title))
    };
    let title = title.filter(|title| description.is_none() || !known(title));
    match (title, description) {
        (Some(title), Some(docs)) => Some(format!("{title}.\n\n{docs}")),
        (Some(title), None) => Some(title),
        (None, docs) => docs,
    }
}

fn example(node: Node<'_>) -> Option<Node<'_>> {
    let first = || node.get("examples")?.items().into_iter().next();
    let example = node.get("example").or_else(first).or_else(|| node.get("x-example"));
    if let Some(others) = node.get("examples") {
        others.whole();
    }
    example
}

/// Bounds, formats and defaults as sentences.
fn notes(node: Node<'_>, ty: &Ty) -> Vec<String> {
    let value = |key: &str| node.get(key).map(|it| it.whole());
    let number = |key: &str| value(key).filter(|it| it.is_number()).map(|it| it.to_string());
    let mut notes = Vec::new();
    let mut note = |sentence: Option<String>| notes.extend(sentence);
    if let Some(format) = node.text_of("format").filter(|format| is_telling(format)) {
        note(Some(format!("Format: `{format}`.")));
    }
    note(bounds(number("minimum"), number("maximum"), "", ""));
    note(number("exclusiveMinimum").map(|it| format!("More than {it}.")));
    note(number("exclusiveMaximum").map(|it| format!("Less than {it}.")));
    let is_exclusive = |key: &str| node.flag_of(key);
    note(is_exclusive("exclusiveMinimum").then(|| "More than the least.".to_owned()));
    note(is_exclusive("exclusiveMaximum").then(|| "Less than the most.".to_owned()));
    note(number("multipleOf").map(|it| format!("A multiple of {it}.")));
    note(bounds(number("minLength"), number("maxLength"), " character", " characters"));
    note(bounds(number("minItems"), number("maxItems"), " item", " items"));
    note(bounds(number("minProperties"), number("maxProperties"), " member", " members"));
    note(node.flag_of("uniqueItems").then(|| "No item is there twice.".to_owned()));
    note(value("pattern").and_then(|it| Some(format!("Pattern: `{}`.", it.as_str()?))));
    for key in ["contentEncoding", "contentMediaType"] {
        note(value(key).and_then(|it| Some(format!("Content: `{}`.", it.as_str()?))));
    }
    note(constant(node, ty));
    note(value("default").filter(|it| !it.is_null()).map(|it| format!("Default: `{it}`.")));
    notes
}

/// The values of what is no enumeration of texts.
fn constant(node: Node<'_>, ty: &Ty) -> Option<String> {
    if let Some(constant) = node.get("const") {
        return Some(format!("Always `{}`.", constant.whole()));
    }
    let values = node.get("enum").filter(|_| ty.named().is_none())?;
    let values: Vec<_> = values.items().into_iter().map(Node::whole).collect();
    let shown: Vec<_> =
        values.iter().filter(|it| !it.is_null()).map(|it| format!("`{it}`")).collect();
    match shown.as_slice() {
        [] => None,
        [only] => Some(format!("Always {only}.")),
        several => Some(format!("One of {}.", several.join(", "))),
    }
}

/// Whether a format says more than its type.
fn is_telling(format: &str) -> bool {
    let known = [
        "",
        "int32",
        "int64",
        "float",
        "double",
        "date",
        "date-time",
        "password",
        "string",
        "binary",
        "boolean",
        "integer",
        "number",
    ];
    !known.contains(&format)
}

fn bounds(least: Option<String>, most: Option<String>, one: &str, several: &str) -> Option<String> {
    let unit = |number: &str| if number == "1" { one } else { several }.to_owned();
    match (least.filter(|it| it != "0" || several.is_empty()), most) {
        (Some(least), Some(most)) if least == most => {
            Some(format!("Exactly {most}{}.", unit(&most)))
        }
        (Some(least), Some(most)) => Some(format!("From {least} to {most}{several}.")),
        (Some(least), None) => Some(format!("At least {least}{}.", unit(&least))),
        (None, Some(most)) => Some(format!("At most {most}{}.", unit(&most))),
        (None, None) => None,
    }
}
