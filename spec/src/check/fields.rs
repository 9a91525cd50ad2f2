//! The fields of resources, object types and bodies.

use super::fitting::{Direction, Fitting, is_date};
use super::names::{Names, Scope, sorted};
use super::report::Report;
use super::rust_names::{Case, RustNames, What};
use super::sources::cited;
use super::type_expression::resolve;
use super::words::{optional_prose, prose, word};
use crate::api::{Access, Deprecation, Field, Type, Write};
use crate::document::{DeprecationDoc, Entries, FieldDoc, Located, Text};
use crate::problem::codes::meaning::{
    ACCESS_IN_BODY, FIELD_EXAMPLE, NOT_A_DATE, OPTIONAL_NEVER_READ, OWN_ID_FORM,
    REQUIRED_NOT_WRITTEN, WRITE_WITHOUT_NEED,
};
use crate::problem::{Place, Problem};

/// Fields that every object has.
const RESERVED: &[(&str, &str)] = &[("extra", "the members that are not described")];

/// What fields belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Home {
    /// A resource.
    Resource,
    /// An object type.
    Type,
    /// The body of one operation.
    Body,
}

/// Fields: `id` first, then by name.
pub(super) fn fields(
    names: &Names<'_>,
    report: &mut Report,
    scope: Scope,
    home: Home,
    docs: &Entries<FieldDoc>,
) -> Vec<Field> {
    let mut rust_names = match home {
        Home::Resource | Home::Type => RustNames::with_reserved(Case::Snake, RESERVED),
        Home::Body => RustNames::new(Case::Snake),
    };
    let mut fields = Vec::new();
    for (name, doc) in sorted(docs) {
        rust_names.add(report, name, doc.rust.as_ref(), What("field", &name.value));
        fields.push(field(names, report, scope, home, name, doc));
    }
    fields.sort_by_key(|field: &Field| field.name != "id");
    fields
}

fn field(
    names: &Names<'_>,
    report: &mut Report,
    scope: Scope,
    home: Home,
    name: &Text,
    doc: &FieldDoc,
) -> Field {
    let read = resolve(names, report, scope, doc.ty.as_ref());
    let field = Field {
        name: name.value.clone(),
        rust_name: doc.rust.as_ref().map(|rust| rust.value.clone()),
        docs: prose(report, doc.docs.as_ref()),
        sources: cited(names, report, &doc.source),
        ty: read.ty,
        nullable: read.nullable,
        optional: is_set(doc.optional.as_ref()),
        access: word(report, doc.access.as_ref()).unwrap_or(Access::ReadWrite),
        write: doc.write.as_ref().map(|text| {
            let written = resolve(names, report, scope, Some(text));
            Write { ty: written.ty, nullable: written.nullable }
        }),
        required: is_set(doc.required.as_ref()),
        sensitive: is_set(doc.sensitive.as_ref()),
        deprecated: doc.deprecated.as_ref().map(|doc| deprecation(report, doc)),
        since: optional_prose(report, doc.since.as_ref()),
        example: doc.example.as_ref().map(|example| example.value.clone()),
        place: name.place,
    };
    match home {
        Home::Body => without_access(report, doc),
        Home::Resource | Home::Type => with_access(report, &field, doc),
    }
    if home == Home::Resource && field.name == "id" {
        own_id(report, &field, doc);
    }
    example(names, report, home, &field, doc);
    field
}

/// Why and since when something should not be used.
pub(super) fn deprecation(report: &mut Report, doc: &DeprecationDoc) -> Deprecation {
    if let Some(sunset) = doc.sunset.as_ref().filter(|sunset| !is_date(&sunset.value)) {
        let message = format!("`{}` is not a date", sunset.value);
        report.push(
            Problem::new(NOT_A_DATE, sunset.place, message)
                .label("not a date")
                .help("expected the day after which it is gone: `2030-01-31`"),
        );
    }
    Deprecation {
        note: prose(report, doc.note.as_ref()),
        since: optional_prose(report, doc.since.as_ref()),
        sunset: doc.sunset.as_ref().map(|sunset| sunset.value.clone()),
    }
}

/// In the body of an operation every field is written and none is read.
fn without_access(report: &mut Report, doc: &FieldDoc) {
    let keys = [
        ("access", doc.access.as_ref().map(|access| access.place)),
        ("write", doc.write.as_ref().map(|write| write.place)),
        ("optional", doc.optional.as_ref().map(|optional| optional.place)),
    ];
    for (key, place) in keys {
        if let Some(place) = place {
            let message = format!("`{key}` means nothing in the body of an operation");
            report.push(
                Problem::new(ACCESS_IN_BODY, place, message)
                    .label("remove this")
                    .help("every field of a body is sent, and none is read"),
            );
        }
    }
}

fn with_access(report: &mut Report, field: &Field, doc: &FieldDoc) {
    let access = doc.access.as_ref().map_or("read_write", |access| access.value.as_str());
    let name = &field.name;
    let goes_both_ways = field.access.is_created() && field.access.is_read();
    if let Some(write) = doc.write.as_ref().filter(|_| !goes_both_ways) {
        let message = format!("`write` contradicts `access: {access}` of `{name}`");
        report.push(
            Problem::new(WRITE_WITHOUT_NEED, write.place, message)
                .label("only for fields that are both read and written")
                .help("for a field that goes one way, `type` says all"),
        );
    }
    let contradicts = || format!("contradicts `access: {access}`");
    if let Some(required) =
        doc.required.as_ref().filter(|it| it.value && !field.access.is_created())
    {
        let message = format!("`{name}` is required and cannot be set");
        report
            .push(Problem::new(REQUIRED_NOT_WRITTEN, required.place, message).label(contradicts()));
    }
    if let Some(optional) = doc.optional.as_ref().filter(|it| it.value && !field.access.is_read()) {
        let message = format!("`{name}` is left out by some helpdesks and never read");
        report
            .push(Problem::new(OPTIONAL_NEVER_READ, optional.place, message).label(contradicts()));
    }
}

/// The id of a resource is always there, and only the helpdesk gives it.
fn own_id(report: &mut Report, field: &Field, doc: &FieldDoc) {
    let Some(text) = doc.ty.as_ref().filter(|_| matches!(field.ty, Type::Id(_))) else {
        return;
    };
    let mut wrong = |place: Place, what: &str| {
        report.push(
            Problem::new(OWN_ID_FORM, place, format!("the id of a resource {what}"))
                .label("not for an id")
                .help("expected `id: { type: id, access: read_only, .. }`"),
        );
    };
    if field.nullable {
        wrong(text.place, "cannot be null");
    }
    if field.optional {
        wrong(doc.optional.as_ref().map_or(field.place, |doc| doc.place), "cannot be left out");
    }
    if text.value == "id" && field.access != Access::ReadOnly {
        wrong(doc.access.as_ref().map_or(field.place, |doc| doc.place), "is read only");
    }
}

/// An example shows what is read or, for a field that is only written, what is written.
fn example(names: &Names<'_>, report: &mut Report, home: Home, field: &Field, doc: &FieldDoc) {
    let Some(example) = &doc.example else { return };
    let is_read = field.access.is_read() && home != Home::Body;
    let read = Fitting { names, direction: Direction::Read };
    let written = Fitting { names, direction: Direction::Written };
    // Lists of values are open; an example that is not listed is a slip of the pen all the same.
    let is_enum = names.is_enum(&field.ty);
    let fitting = if is_read && !is_enum { read } else { written };
    if let Some(misfit) = fitting.value(&field.ty, field.nullable, &example.value) {
        let message = format!("the example of `{}` {misfit}", field.name);
        report.push(
            Problem::new(FIELD_EXAMPLE, misfit.place(example), message)
                .label("does not fit the type"),
        );
    }
}

fn is_set(flag: Option<&Located<bool>>) -> bool {
    flag.is_some_and(|flag| flag.value)
}
