//! Declared types: their values, fields or choices.

use deskpro_spec::api::{Choice, EnumValue, Field, TypeDef, TypeId, TypeKind};

use super::field::{self, RustField, Setting};
use super::lookup::{Lookup, rust};
use super::words;
use crate::plan::TypePlan;
use crate::reference::page::{Line, Page, Section, Table};

/// Says what a declared type is.
pub(super) fn push(lookup: &Lookup<'_>, page: &mut Page, id: TypeId) {
    let def = &lookup.api[id];
    let plan = lookup.type_plan(id);
    page.section(3, Line::new().code(&def.name), Section::Type(id));
    page.prose(&def.docs);
    let name = plan.map(|plan| Line::from("In Rust: ").code(plan.name()));
    let sources = words::sources(lookup.api, &def.sources);
    let sources = (!sources.is_empty()).then(|| Line::from("Source: ").line(sources));
    page.list(name.into_iter().chain(sources).collect());
    match &def.kind {
        TypeKind::Enum(list) => page.table(values(list, plan)),
        TypeKind::Object(list) => page.table(fields(lookup, def, list, plan)),
        TypeKind::OneOf(list) => page.table(choices(lookup, list, plan)),
    }
}

fn values(values: &[EnumValue], plan: Option<&TypePlan>) -> Table {
    let variants = match plan {
        Some(TypePlan::Enum(plan)) => plan.variants.as_slice(),
        _ => &[],
    };
    let mut table = Table::new(&["Value", "Rust", "Meaning"]);
    for value in values {
        let variant = variants.iter().find(|variant| variant.value == value.value);
        let variant = variant.map_or_else(Line::new, |variant| Line::new().code(&variant.name));
        table.row([Line::new().code(&value.value), variant, Line::new().prose(&value.docs)]);
    }
    table
}

fn fields(lookup: &Lookup<'_>, def: &TypeDef, fields: &[Field], plan: Option<&TypePlan>) -> Table {
    let rust: Vec<_> = match plan {
        Some(TypePlan::Model(plan)) => plan.fields.iter().map(RustField::read).collect(),
        Some(TypePlan::Object(plan)) => plan.members.iter().map(RustField::written).collect(),
        _ => Vec::new(),
    };
    let setting = if def.is_written { Setting::Written } else { Setting::Read };
    field::table(lookup, fields, &rust, setting)
}

fn choices(lookup: &Lookup<'_>, choices: &[Choice], plan: Option<&TypePlan>) -> Table {
    let planned = match plan {
        Some(TypePlan::OneOf(plan)) => plan.choices.as_slice(),
        _ => &[],
    };
    let mut table = Table::new(&["Choice", "Type", "Rust", "Meaning"]);
    for (at, choice) in choices.iter().enumerate() {
        let variant = planned.get(at).map(|plan| format!("{}({})", plan.name, rust(&plan.ty)));
        table.row([
            Line::new().code(&choice.name),
            words::one(lookup.api, &choice.ty),
            variant.map_or_else(Line::new, |variant| Line::new().code(variant)),
            Line::new().prose(&choice.docs),
        ]);
    }
    table
}
