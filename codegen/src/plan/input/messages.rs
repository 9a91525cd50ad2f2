//! What is said about mistakes in structs that are sent.

use deskpro_spec::api::{Body, BodyFormat, InputField, Operation, Resource};
use proc_macro2::Ident;

use super::lookup::{Refusal, Target};
use super::takes_input;
use crate::mistake::fields::{NOT_OF_THE_SAME, REST_IS_NO_MAP, WRONG_TYPE};
use crate::plan::described::{Described, suggestion};
use crate::plan::docs::code;
use crate::plan::kind::{KindPlan, Kinds, Written, listed, one};
use crate::plan::projection::{Says, escaped, map_notes};
use crate::plan::user_struct::UserField;

/// What the API takes for a field: `text, or null to clear it`.
fn takes(kinds: &Kinds<'_>, field: &InputField) -> String {
    let mut words = one(kinds.api, &kinds.sent_type(&field.ty));
    if field.sensitive {
        words.push_str(" that is secret");
    }
    if field.nullable { format!("{words}, or null to clear it") } else { words }
}

/// The type to write for a field.
fn written(kinds: &Kinds<'_>, field: &InputField) -> Written {
    let mut written = kinds.written_sent(&field.ty);
    if field.sensitive {
        written = kinds.around("Sensitive", written);
    }
    if field.nullable {
        written = kinds.around("Set", written);
    }
    if field.required { written } else { written.optional() }
}

/// A type that is not what is taken.
pub(super) fn sent(
    described: &Described<'_>,
    kinds: &Kinds<'_>,
    target: &Target<'_>,
    field: &InputField,
    kind: &KindPlan,
) -> Says {
    let name = code(&field.name);
    let verb = if field.required { "must be given" } else { "takes" };
    let written = written(kinds, field);
    let takes = takes(kinds, field);
    let mut notes =
        described.type_notes(&format!("{name} of {}", code(&target.name)), field.place, &written);
    notes.push(format!("a type of your own fits when it implements `Sends<{}>`", kind.text()));
    Says {
        message: format!("`{{Self}}` cannot be sent for {} [{}]", escaped(&name), WRONG_TYPE.name),
        label: escaped(&format!("the API {verb} {takes}; write `{}`", written.text)),
        notes: notes.iter().map(|note| escaped(note)).collect(),
    }
}

/// A flattened struct of something else.
pub(super) fn not_of_the_same(target: &Target<'_>) -> Says {
    let name = escaped(&target.name);
    Says {
        message: format!("`{{Self}}` does not fill `{name}` [{}]", NOT_OF_THE_SAME.name),
        label: format!("not checked against `{name}`"),
        notes: vec![format!("write `#[deskpro_resource({name})]` on that struct too")],
    }
}

/// A place for all other fields that is no map.
pub(super) fn no_map(described: &Described<'_>) -> Says {
    Says {
        message: format!("`{{Self}}` holds no names of fields [{}]", REST_IS_NO_MAP.name),
        label: "what is sent besides needs names; write `Map<Json>`".to_owned(),
        notes: map_notes(described.options),
    }
}

/// An operation that sends nothing.
pub(super) fn no_body(
    described: &Described<'_>,
    resource: &Resource,
    operation: &Operation,
) -> String {
    let others = resource.operations.iter().filter(|other| takes_input(other));
    let names: Vec<String> =
        others.map(|other| format!("{}.{}", resource.name, other.name)).collect();
    let help = match names.is_empty() {
        true => format!("no operation of {} sends fields", code(&resource.name)),
        false => format!("those that do: {}", listed(names.iter().map(String::as_str), 10)),
    };
    let is_form = |body: &Body| matches!(body.format, BodyFormat::Form(_));
    let sends = match operation.body.as_ref().is_some_and(is_form) {
        true => "sends no fields of a struct but files, given to the request",
        false => "sends no fields",
    };
    format!(
        "{} {sends}\nhelp: {help}\n{}",
        code(&format!("{}.{}", resource.name, operation.name)),
        described.note(operation.place),
    )
}

/// A name that the operation does not take.
pub(super) fn unknown_field(
    described: &Described<'_>,
    kinds: &Kinds<'_>,
    target: &Target<'_>,
    name: &str,
) -> String {
    let owner = code(&target.name);
    let known = target.fields.iter().map(|field| field.name.as_str());
    let (help, meant) = match target.by_rust_name(name) {
        Some(field) => (
            format!("help: that is its name in Rust; in the JSON it is {}", code(&field.name)),
            Some(field),
        ),
        None => (suggestion(name, &owner, known), target.closest(name)),
    };
    let note = match meant {
        Some(field) => format!(
            "{}; the API takes {}: `{}`",
            described.note(field.place),
            takes(kinds, field),
            written(kinds, field).text,
        ),
        None => described.note(target.operation.place),
    };
    format!("{owner} takes no field {}\n{help}\n{note}", code(name))
}

/// A field that the operation does not take.
pub(super) fn not_sent(
    described: &Described<'_>,
    target: &Target<'_>,
    name: &str,
    refusal: &Refusal<'_>,
) -> String {
    let (name, operation) = (code(name), code(&target.name));
    let owner = code(&target.of.name);
    match refusal {
        Refusal::ReadOnly(field) => format!(
            "{name} of {owner} is read only: the helpdesk sets it\n\
             help: leave it out of the input; a struct with `#[deskpro_resource({})]` can hold it\n{}",
            target.of.name,
            described.note(field.place),
        ),
        Refusal::CreateOnly(field) => format!(
            "{name} of {owner} is set when one is created, and not changed after that\n\
             help: leave it out of the input of {operation}\n{}",
            described.note(field.place),
        ),
        Refusal::Elsewhere(field) => format!(
            "{operation} does not take {name}\nhelp: it takes {}\n{}",
            listed(target.fields.iter().map(|field| field.name.as_str()), 10),
            described.note(field.place),
        ),
        Refusal::Query => format!(
            "{name} is a parameter of {operation}, not a field of its body\n\
             help: set it on the request\n{}",
            described.note(target.operation.place),
        ),
    }
}

/// A field that must be sent.
pub(super) fn missing(
    described: &Described<'_>,
    kinds: &Kinds<'_>,
    target: &Target<'_>,
    field: &InputField,
) -> String {
    let written = written(kinds, field);
    let rust_name = crate::plan::case::snake(field.rust_name.as_deref().unwrap_or(&field.name));
    let mut message = format!(
        "{} must be given {}\nhelp: add `{rust_name}: {},`; the API takes {}\n{}",
        code(&target.name),
        code(&field.name),
        written.text,
        takes(kinds, field),
        described.note(field.place),
    );
    for note in written.notes() {
        message.push_str(&format!("\nnote: {note}"));
    }
    message
}

/// Two fields for the same.
pub(super) fn duplicate(by: &Ident, field: &UserField, name: &str) -> String {
    format!(
        "`{by}` and `{}` both stand for {}\n\
         help: leave one of them out, or `#[deskpro(skip)]` the one that is your own",
        field.name,
        code(name),
    )
}

/// A struct without fields.
pub(super) fn no_fields(described: &Described<'_>, name: &Ident, target: &Target<'_>) -> String {
    let known = target.fields.iter().map(|field| field.name.as_str());
    let owner = code(&target.name);
    format!(
        "`{name}` has no field of {owner}\n{}\n{}",
        suggestion("", &owner, known),
        described.note(target.operation.place),
    )
}

/// A second place for all other fields.
pub(super) fn second_rest(first: &Ident) -> String {
    format!("all other fields are in `{first}` already\nhelp: keep one of both")
}
