//! Query parameters.

use super::fields::deprecation;
use super::fitting::{Direction, Fitting, Misfit};
use super::names::{Names, Scope};
use super::report::Report;
use super::sources::cited;
use super::type_expression::resolve_plain;
use super::words::prose;
use crate::api::{Parameter, Type};
use crate::document::{ParameterDoc, Text, TypeKindDoc};
use crate::problem::Problem;
use crate::problem::codes::meaning::{
    LIMIT_WITHOUT_NUMBER, LIMITS_REVERSED, PARAMETER_EXAMPLE, PARAMETER_TYPE, UNKNOWN_PARAMETER,
};

/// Checks the parameters that all resources share.
pub(super) fn check_shared(names: &Names<'_>, report: &mut Report) {
    for (name, doc) in names.parameters.values() {
        parameter(names, report, Scope::AnyResource, name, doc);
    }
}

/// The shared parameter of this name, for use within a scope. Reports an unknown one; what is wrong
/// with the parameter itself was reported before.
pub(super) fn shared(
    names: &Names<'_>,
    report: &mut Report,
    scope: Scope,
    name: &Text,
) -> Option<Parameter> {
    let Some((declared, doc)) = names.parameters.get(name.value.as_str()) else {
        let near = report.closest(&name.value, names.parameters.keys().copied());
        let message = format!("unknown query parameter `{}`", name.value);
        report.push(
            Problem::new(UNKNOWN_PARAMETER, name.place, message)
                .label("not declared under `parameters`")
                .help("a parameter that several operations take is declared under `parameters` of the first file")
                .suggest(near),
        );
        return None;
    };
    let mut seen_before = Report::default();
    let parameter = parameter(names, &mut seen_before, scope, declared, doc);
    if !stands_for_an_id(names, scope, doc) {
        let message =
            format!("the parameter `{}` takes ids, and this resource has none", name.value);
        report.push(
            Problem::new(UNKNOWN_PARAMETER, name.place, message)
                .label("takes the resource's ids")
                .related(declared.place, "declared here")
                .help(format!("leave it out of an operation with `without: [{}]`", name.value)),
        );
    }
    Some(parameter)
}

/// A parameter as it is declared. Reports what is wrong with it.
pub(super) fn parameter(
    names: &Names<'_>,
    report: &mut Report,
    scope: Scope,
    name: &Text,
    doc: &ParameterDoc,
) -> Parameter {
    let ty = resolve_plain(names, report, scope, doc.ty.as_ref());
    sendable(names, report, &ty, doc);
    limits(report, &ty, doc);
    example(names, report, &ty, name, doc);
    Parameter {
        name: name.value.clone(),
        rust_name: doc.rust.as_ref().map(|rust| rust.value.clone()),
        docs: prose(report, doc.docs.as_ref()),
        ty,
        minimum: doc.minimum.as_ref().map(|least| least.value),
        maximum: doc.maximum.as_ref().map(|most| most.value),
        required: doc.required.as_ref().is_some_and(|required| required.value),
        deprecated: doc.deprecated.as_ref().map(|doc| deprecation(report, doc)),
        example: doc.example.as_ref().map(|example| example.value.clone()),
        sources: cited(names, report, &doc.source),
        place: name.place,
    }
}

/// Whether a type is one value that a URL can carry.
pub(super) fn is_scalar(names: &Names<'_>, ty: &Type) -> bool {
    match ty {
        Type::Json | Type::Ref(_) | Type::List(_) | Type::Map(_) => false,
        Type::Named(id) => {
            matches!(names.types[id.0].doc.kind, Some(TypeKindDoc::Values(_)) | None)
        }
        _ => true,
    }
}

fn stands_for_an_id(names: &Names<'_>, scope: Scope, doc: &ParameterDoc) -> bool {
    let Scope::Resource(resource) = scope else {
        return true;
    };
    let takes_ids =
        doc.ty.as_ref().is_some_and(|ty| matches!(ty.value.as_str(), "id" | "list(id)"));
    !takes_ids || names.id_type(resource).is_some()
}

fn sendable(names: &Names<'_>, report: &mut Report, ty: &Type, doc: &ParameterDoc) {
    let Some(text) = &doc.ty else { return };
    let item = if let Type::List(item) = ty { item } else { ty };
    // JSON also stands for a type that could not be read; that was reported.
    let is_unread = *item == Type::Json && !text.value.contains("json");
    if !is_unread && !is_scalar(names, item) {
        let message = format!("a query parameter cannot be `{}`", text.value);
        report.push(
            Problem::new(PARAMETER_TYPE, text.place, message)
                .label("cannot be written in a query")
                .help("expected one value, such as `string`, `id(people)` or an enumeration, or a list of them"),
        );
    }
}

fn limits(report: &mut Report, ty: &Type, doc: &ParameterDoc) {
    let Some(limit) = doc.minimum.as_ref().or(doc.maximum.as_ref()) else {
        return;
    };
    if !matches!(ty, Type::Integer | Type::Number | Type::Json) {
        report.push(
            Problem::new(
                LIMIT_WITHOUT_NUMBER,
                limit.place,
                "only numbers have a minimum or maximum",
            )
            .label("the parameter is no number"),
        );
    }
    if let (Some(minimum), Some(maximum)) = (&doc.minimum, &doc.maximum)
        && minimum.value > maximum.value
    {
        let message =
            format!("the minimum {} is above the maximum {}", minimum.value, maximum.value);
        report.push(
            Problem::new(LIMITS_REVERSED, minimum.place, message)
                .label("above the maximum")
                .related(maximum.place, "the maximum"),
        );
    }
}

fn example(names: &Names<'_>, report: &mut Report, ty: &Type, name: &Text, doc: &ParameterDoc) {
    let Some(example) = &doc.example else { return };
    let number = example.value.as_i64();
    let is_below = doc.minimum.as_ref().zip(number).is_some_and(|(least, n)| n < least.value);
    let is_above = doc.maximum.as_ref().zip(number).is_some_and(|(most, n)| n > most.value);
    let misfit = if is_below || is_above {
        Some(Misfit::new("is outside of minimum and maximum"))
    } else {
        Fitting { names, direction: Direction::Written }.value(ty, false, &example.value)
    };
    if let Some(misfit) = misfit {
        let message = format!("the example of the parameter `{}` {misfit}", name.value);
        report.push(
            Problem::new(PARAMETER_EXAMPLE, misfit.place(example), message)
                .label("does not fit the type"),
        );
    }
}
