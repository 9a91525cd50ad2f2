//! The fields of resources and objects as tables.

use deskpro_spec::api::Field;

use super::lookup::{Lookup, rust};
use super::words;
use crate::plan::{FieldPlan, MemberPlan, RustType};
use crate::reference::page::{Line, Table};

/// What a field is called in Rust.
#[derive(Debug)]
pub(super) struct RustField {
    name: String,
    ty: String,
    /// The key in the JSON.
    wire: String,
}

/// Who sets the fields of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    /// Some are read, some written by creates, some by updates.
    ByField,
    /// The same, where it is not known what is read.
    Sent,
    /// All are written.
    Written,
    /// All are read.
    Read,
}

impl RustField {
    /// A field that is read.
    pub(super) fn read(plan: &FieldPlan) -> Self {
        Self::new(plan.name.to_string(), &plan.ty, &plan.wire)
    }

    /// A member of an object that is only written.
    pub(super) fn written(plan: &MemberPlan) -> Self {
        Self::new(plan.name.to_string(), &plan.ty, &plan.wire)
    }

    /// Something of this name, type and key.
    pub(super) fn new(name: String, ty: &RustType, wire: &str) -> Self {
        Self { name, ty: rust(ty), wire: wire.to_owned() }
    }
}

/// The table of these fields, with the Rust names of those that have one.
pub(super) fn table(
    lookup: &Lookup<'_>,
    fields: &[Field],
    rust: &[RustField],
    setting: Setting,
) -> Table {
    let set_by_head = if setting == Setting::Written { "Required" } else { "Set by" };
    let head =
        ["Field", "Type", "Rust", "Null or missing", set_by_head, "Meaning", "Example", "Source"];
    let mut table = Table::new(&head);
    for field in fields {
        let known = rust.iter().find(|known| known.wire == field.name);
        let [name, ty] =
            rust_cells(&field.name, known.map(|it| (it.name.as_str(), it.ty.as_str())));
        table.row([
            name,
            type_words(lookup, field),
            ty,
            absent(field).into(),
            set_by(field, setting).into(),
            meaning(field, setting),
            words::value(field.example.as_ref()),
            words::sources(lookup.api, &field.sources),
        ]);
    }
    table
}

/// A name with the one that it has in Rust, where that differs, and its Rust type.
pub(super) fn rust_cells(name: &str, rust: Option<(&str, &str)>) -> [Line; 2] {
    let cell = Line::new().code(name);
    match rust {
        Some((known, ty)) if known == name => [cell, Line::new().code(ty)],
        Some((known, ty)) => [cell.text(" (in Rust ").code(known).text(")"), Line::new().code(ty)],
        None => [cell, Line::new()],
    }
}

/// What is read, and what is written where that differs.
fn type_words(lookup: &Lookup<'_>, field: &Field) -> Line {
    let read = words::one(lookup.api, &field.ty);
    let Some(write) = &field.write else { return read };
    let null = if write.nullable { " or null" } else { "" };
    let written = words::one(lookup.api, &write.ty).text(null);
    if !field.access.is_read() {
        return written;
    }
    match (write.ty == field.ty, field.nullable, write.nullable) {
        (false, _, _) => read.text("; written as ").line(written),
        (true, true, false) => read.text("; null is not written"),
        (true, false, true) => read.text("; written also as null"),
        (true, _, _) => read,
    }
}

fn absent(field: &Field) -> &'static str {
    match (field.nullable, field.optional) {
        (true, true) => "null or missing",
        (true, false) => "null",
        (false, true) => "missing",
        (false, false) => "",
    }
}

fn set_by(field: &Field, setting: Setting) -> &'static str {
    let access = field.access;
    match setting {
        Setting::Read => "",
        Setting::Written if field.required => "yes",
        Setting::Written => "",
        Setting::ByField | Setting::Sent => match (access.is_created(), access.is_updated()) {
            (false, _) => "the helpdesk",
            (true, false) if field.required => "create (required)",
            (true, false) => "create",
            (true, true) if field.required => "create (required), update",
            (true, true) => "create, update",
        },
    }
}

fn meaning(field: &Field, setting: Setting) -> Line {
    let mut line = Line::new().prose(&field.docs);
    if !field.access.is_read() && setting != Setting::Sent {
        line = line.text(" It is written only.");
    }
    if field.sensitive {
        line = line.text(" A secret: it is kept out of logs.");
    }
    if let Some(deprecation) = &field.deprecated {
        line = line.text(" ").line(words::deprecation(deprecation));
    }
    if let Some(since) = &field.since {
        line = line.text(format!(" Since version {since}."));
    }
    line
}
