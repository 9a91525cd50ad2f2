//! What is said about mistakes in structs that are read.

use deskpro_spec::api::{Api, Field, TypeDef};
use deskpro_spec::problem::closest;
use proc_macro2::Ident;

use super::lookup::{Found, Object};
use super::{Says, read};
use crate::mistake::fields::{NO_DEFAULT, NOT_OF_THE_SAME, REST_IS_NO_MAP, WRONG_TYPE};
use crate::plan::Options;
use crate::plan::described::{Described, suggestion};
use crate::plan::docs::code;
use crate::plan::kind::{KindPlan, Kinds, Written, alternatives, any_of, item_path};

/// What the API sends for a field: `text or null`.
pub(super) fn sends(api: &Api, field: &Field) -> String {
    let mut words = alternatives(api, &field.ty);
    if field.sensitive {
        words = vec![format!("{} that is secret", any_of(words))];
    }
    words.extend(field.nullable.then(|| "null".to_owned()));
    let words = any_of(words);
    if field.optional { format!("{words}, or leaves it out") } else { words }
}

/// The type to write for a field.
fn written(kinds: &Kinds<'_>, field: &Field, may_be_missing: bool) -> Written {
    let mut written = kinds.written(&field.ty);
    if field.sensitive {
        written = kinds.around("Sensitive", written);
    }
    if may_be_missing { written.optional() } else { written }
}

/// A type that does not hold what is sent.
pub(super) fn held(
    described: &Described<'_>,
    kinds: &Kinds<'_>,
    owner: &str,
    found: &Found<'_>,
    kind: &KindPlan,
) -> Says {
    let name = code(&found.path.join("."));
    let written = written(kinds, found.field, found.may_be_missing());
    let sends = sends(described.api, found.field);
    let field = format!("{name} of {owner}");
    let mut notes = described.type_notes(&field, found.field.place, &written);
    if let Some(through) = &found.reached_through {
        let first = found.path.first().map_or("", String::as_str);
        notes.push(format!("it may be missing: for {} the API sends {through}", code(first)));
    }
    notes.push(format!("a type of your own fits when it implements `Holds<{}>`", kind.text()));
    Says {
        message: format!(
            "`{{Self}}` cannot hold what the API sends for {} [{}]",
            escaped(&name),
            WRONG_TYPE.name
        ),
        label: escaped(&format!("the API sends {sends}; write `{}`", written.text)),
        notes: notes.iter().map(|note| escaped(note)).collect(),
    }
}

/// A type that cannot be read, for a member of which nothing is known.
pub(super) fn unreadable(described: &Described<'_>, path: &[String], of: &Object<'_>) -> Says {
    let name = code(&path.join("."));
    let path = |name| item_path(&[&described.options.runtime, name]);
    let mut notes = vec![
        format!("it is not known what {} hold; they are {}", of.words, described.seen(of.place)),
        "a type of your own fits when it implements `Decode` and `Default`".to_owned(),
    ];
    notes.extend(["Json", "Decode"].map(|name| format!("`{name}` is `{}`", path(name))));
    Says {
        message: format!("`{{Self}}` cannot be read from JSON [{}]", WRONG_TYPE.name),
        label: escaped(&format!(
            "what the API sends for {name} is not known; `Json` holds anything"
        )),
        notes: notes.iter().map(|note| escaped(note)).collect(),
    }
}

/// A flattened struct of something else.
pub(super) fn not_of_the_same(object: Option<&Object<'_>>) -> Says {
    let owner = object.map_or_else(|| "the same object".to_owned(), |object| object.words.clone());
    let name = owner.trim_matches('`');
    Says {
        message: format!(
            "`{{Self}}` does not hold fields of {} [{}]",
            escaped(&owner),
            NOT_OF_THE_SAME.name
        ),
        label: format!("not checked against {}", escaped(&owner)),
        notes: vec![escaped(&format!("write `#[deskpro_resource({name})]` on that struct too"))],
    }
}

/// A place for all other fields that is no map.
pub(super) fn no_map(options: &Options) -> Says {
    Says {
        message: format!("`{{Self}}` cannot hold all other fields [{}]", REST_IS_NO_MAP.name),
        label: "their kinds differ; write `Map<Json>`".to_owned(),
        notes: map_notes(options),
    }
}

/// From where the names in `Map<Json>` come.
pub(in crate::plan) fn map_notes(options: &Options) -> Vec<String> {
    let path = |name| item_path(&[&options.runtime, name]);
    ["Map", "Json"].map(|name| format!("`{name}` is `{}`", path(name))).to_vec()
}

/// A skipped field that has no default.
pub(super) fn no_default() -> Says {
    Says {
        message: format!("`{{Self}}` has no default to leave the field at [{}]", NO_DEFAULT.name),
        label: "implement `Default` for it, or write an `Option` of it".to_owned(),
        notes: vec!["what is skipped is left at its default when the rest is read".to_owned()],
    }
}

/// A name that the object does not have.
pub(super) fn unknown_field(
    described: &Described<'_>,
    kinds: &Kinds<'_>,
    object: &Object<'_>,
    name: &str,
) -> String {
    let owner = &object.words;
    let known = read(object.fields).map(|field| field.name.as_str());
    let (help, meant) = match object.by_rust_name(name) {
        Some(field) => (
            format!("help: that is its name in Rust; in the JSON it is {}", code(&field.name)),
            Some(field),
        ),
        None if name == "extra" => (
            "help: for what the description does not know, write `#[deskpro(rest)] extra: Map<Json>`"
                .to_owned(),
            None,
        ),
        None => {
            let close = closest(name, known.clone());
            let meant = read(object.fields).find(|field| Some(field.name.as_str()) == close);
            (suggestion(name, owner, known), meant)
        }
    };
    let note = match meant {
        Some(field) => {
            let may_be_missing = field.nullable || field.optional;
            format!(
                "{}; the API sends {}: `{}`",
                described.note(field.place),
                sends(described.api, field),
                written(kinds, field, may_be_missing).text,
            )
        }
        None => described.note(object.place),
    };
    format!("{owner} has no field {}\n{help}\n{note}", code(name))
}

/// A field that is only written.
pub(super) fn never_read(described: &Described<'_>, object: &Object<'_>, field: &Field) -> String {
    format!(
        "{} of {} is only written: no response holds it\n\
         help: have it in the input of the operation that takes it\n{}",
        code(&field.name),
        object.words,
        described.note(field.place),
    )
}

/// A type that is only written.
pub(super) fn never_read_type(described: &Described<'_>, def: &TypeDef) -> String {
    format!(
        "{} is only written: no response holds one\n\
         help: fill one where it is sent; it is a type of the generated client\n{}",
        code(&def.name),
        described.note(def.place),
    )
}

/// A path through something without known fields.
pub(super) fn not_an_object(
    described: &Described<'_>,
    object: &Object<'_>,
    field: &Field,
) -> String {
    format!(
        "{} of {} is no object, so no path leads through it\n\
         help: the API sends {}\n{}",
        code(&field.name),
        object.words,
        sends(described.api, field),
        described.note(field.place),
    )
}

/// A struct without fields.
pub(super) fn no_fields(described: &Described<'_>, name: &Ident, object: &Object<'_>) -> String {
    let known = read(object.fields).map(|field| field.name.as_str());
    format!(
        "`{name}` has no field of {}\n{}\n{}",
        object.words,
        suggestion("", &object.words, known),
        described.note(object.place),
    )
}

/// A second place for all other fields.
pub(super) fn second_rest(first: &Ident) -> String {
    format!("all other fields go into `{first}` already\nhelp: keep one of both")
}

/// Text that is no pattern to the compiler.
pub(in crate::plan) fn escaped(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}
