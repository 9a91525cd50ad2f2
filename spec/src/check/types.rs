//! Types that a description declares.

use std::collections::BTreeMap;

use super::cycles;
use super::fields::{Home, fields};
use super::fitting::Kind;
use super::names::{DeclaredType, Names, Scope, sorted};
use super::report::{Report, listed};
use super::rust_names::{Case, RustNames, What};
use super::sources::cited;
use super::type_expression::resolve_plain;
use super::words::{prose, snake_case};
use crate::api::{Choice, EnumValue, Type, TypeDef, TypeKind};
use crate::document::{ChoiceDoc, Entries, EnumValueDoc, Text, TypeKindDoc};
use crate::problem::Problem;
use crate::problem::codes::meaning::{AMBIGUOUS_CHOICE, EMPTY_TYPE, INFINITE_TYPE, SAME_CHOICE};

/// Names of variants that generated enumerations need for themselves.
const RESERVED: &[(&str, &str)] = &[("Unknown", "how values that are not listed are kept")];

/// The types of a description, in the order of their ids.
pub(super) fn types(names: &Names<'_>, report: &mut Report) -> Vec<TypeDef> {
    let types: Vec<_> = names.types.iter().map(|ty| type_def(names, report, ty)).collect();
    finite(report, &types);
    types
}

fn type_def(names: &Names<'_>, report: &mut Report, ty: &DeclaredType<'_>) -> TypeDef {
    snake_case(report, "type", ty.name);
    let scope = ty.owner.map_or(Scope::Shared, Scope::Resource);
    let kind = match report.required(ty.doc.kind.as_ref()) {
        Some(TypeKindDoc::Values(values)) => TypeKind::Enum(enum_values(report, values)),
        Some(TypeKindDoc::Fields(docs)) => {
            TypeKind::Object(fields(names, report, scope, Home::Type, docs))
        }
        Some(TypeKindDoc::OneOf(choices)) => TypeKind::OneOf(one_of(names, report, scope, choices)),
        None => TypeKind::Enum(Vec::new()),
    };
    let is_empty = match &ty.doc.kind {
        Some(TypeKindDoc::Values(values)) => values.is_empty(),
        Some(TypeKindDoc::Fields(fields)) => fields.is_empty(),
        Some(TypeKindDoc::OneOf(choices)) => choices.is_empty(),
        None => false,
    };
    if is_empty {
        let message = format!("the type `{}` is empty", ty.name.value);
        report.push(
            Problem::new(EMPTY_TYPE, ty.name.place, message)
                .label("holds nothing")
                .help("for an object of unknown shape write `json`, for any text `string`"),
        );
    }
    TypeDef {
        name: ty.name.value.clone(),
        owner: ty.owner,
        docs: prose(report, ty.doc.docs.as_ref()),
        sources: cited(names, report, &ty.doc.source),
        kind,
        is_read: false,
        is_written: false,
        place: ty.name.place,
    }
}

fn enum_values(report: &mut Report, values: &Entries<EnumValueDoc>) -> Vec<EnumValue> {
    let mut rust_names = RustNames::with_reserved(Case::Camel, RESERVED);
    let mut list = Vec::new();
    for (value, doc) in sorted(values) {
        rust_names.add(report, value, doc.rust.as_ref(), What("value", &value.value));
        list.push(EnumValue {
            value: value.value.clone(),
            rust_name: doc.rust.as_ref().map(|rust| rust.value.clone()),
            docs: prose(report, doc.docs.as_ref()),
            place: value.place,
        });
    }
    list
}

fn one_of(
    names: &Names<'_>,
    report: &mut Report,
    scope: Scope,
    choices: &Entries<ChoiceDoc>,
) -> Vec<Choice> {
    let mut rust_names = RustNames::with_reserved(Case::Camel, RESERVED);
    let mut kinds = BTreeMap::new();
    let mut list = Vec::new();
    for (name, doc) in sorted(choices) {
        snake_case(report, "choice", name);
        rust_names.add(report, name, None, What("choice", &name.value));
        let ty = resolve_plain(names, report, scope, doc.ty.as_ref());
        if let Some(text) = &doc.ty {
            told_apart(names, report, &mut kinds, text, &ty);
        }
        list.push(Choice {
            name: name.value.clone(),
            docs: prose(report, doc.docs.as_ref()),
            ty,
            place: name.place,
        });
    }
    list
}

fn told_apart<'d>(
    names: &Names<'_>,
    report: &mut Report,
    kinds: &mut BTreeMap<Kind, &'d Text>,
    text: &'d Text,
    ty: &Type,
) {
    let Some(kind) = Kind::of_type(names, ty) else {
        // JSON also stands for a type that could not be read; that was reported.
        if *ty != Type::Json || text.value == "json" {
            let message = format!("`{}` cannot be a choice", text.value);
            report.push(
                Problem::new(AMBIGUOUS_CHOICE, text.place, message)
                    .label("takes several forms in JSON")
                    .help("a choice has one form: text, number, true or false, object or list"),
            );
        }
        return;
    };
    match kinds.get(&kind) {
        Some(first) => {
            let message = format!("two choices are {} in JSON", kind.name());
            report.push(
                Problem::new(SAME_CHOICE, text.place, message)
                    .label(format!("{}, as is `{}`", kind.name(), first.value))
                    .related(first.place, "the other one")
                    .help("choices are told apart by what they are in JSON"),
            );
        }
        None => {
            kinds.insert(kind, text);
        }
    }
}

/// An object that holds itself without a list or map between would be infinitely large.
fn finite(report: &mut Report, types: &[TypeDef]) {
    let targets: Vec<_> = types.iter().map(|ty| held_directly(&ty.kind)).collect();
    for circle in cycles::order(&targets).circles {
        let Some(first) = circle.first().map(|at| &types[*at]) else {
            continue;
        };
        let message = format!("the type `{}` holds itself without end", first.name);
        let held = listed(circle.iter().map(|at| types[*at].name.as_str()));
        report.push(
            Problem::new(INFINITE_TYPE, first.place, message)
                .label("infinitely large")
                .help(format!("by way of: {held}"))
                .help("put a `list(..)` or `map(..)` between, or refer to it by id"),
        );
    }
}

fn held_directly(kind: &TypeKind) -> Vec<usize> {
    let held = |ty: &Type| {
        if let Type::Named(id) = ty { Some(id.0) } else { None }
    };
    match kind {
        TypeKind::Enum(_) => Vec::new(),
        TypeKind::Object(fields) => fields
            .iter()
            .flat_map(|field| [Some(&field.ty), field.write.as_ref().map(|write| &write.ty)])
            .flatten()
            .filter_map(held)
            .collect(),
        TypeKind::OneOf(choices) => choices.iter().filter_map(|choice| held(&choice.ty)).collect(),
    }
}
