//! What resources share: declared types, sets of refusals, validation codes.

use deskpro_spec::api::{EnumValue, ErrorSetId, TypeDef, TypeId, TypeKind};

use super::Context;
use super::case::ident;
use super::docs::Docs;
use super::enumeration::{self, EnumPlan};
use super::error_set::{self, ErrorSetPlan};
use super::imports::Imports;
use super::types::Types;
use super::{TypePlan, builder, model, object, one_of};

/// `types.rs`
#[derive(Debug)]
pub struct TypesPlan {
    /// What the file uses from elsewhere.
    pub imports: Imports,
    /// Its items.
    pub types: Vec<TypePlan>,
}

/// `errors.rs`
#[derive(Debug)]
pub struct ErrorsPlan {
    /// What the file uses from elsewhere.
    pub imports: Imports,
    /// The sets that have a name of their own.
    pub sets: Vec<ErrorSetPlan>,
    /// The codes of the error tree.
    pub validation_code: EnumPlan,
}

/// Plans the types that no resource owns.
pub(super) fn plan_types(context: &Context<'_>) -> Option<TypesPlan> {
    let ids: Vec<_> =
        context.api.type_ids().filter(|&id| context.api[id].owner.is_none()).collect();
    if ids.is_empty() {
        return None;
    }
    let module = ident("types");
    let mut imports =
        Imports::new(&module, &context.options.generated, context.names.declared(&module));
    let mut types = Types { api: context.api, names: context.names, imports: &mut imports };
    let planned = ids.into_iter().map(|id| plan_type(context, &mut types, id)).collect();
    Some(TypesPlan { imports, types: planned })
}

/// What the code of an enum over values uses.
const ENUM_NAMES: &[&str] =
    &["Decode", "Encode", "Holds", "Invalid", "JsonReader", "Writer", "kind"];

/// What the code of an object that responses hold uses.
pub(super) const MODEL_NAMES: &[&str] =
    &["Decode", "Encode", "Extra", "Fields", "Invalid", "JsonReader", "Writer"];

/// Plans one declared type.
pub(super) fn plan_type(context: &Context<'_>, types: &mut Types<'_>, id: TypeId) -> TypePlan {
    let is_cleared = context.cleared.contains(&id);
    let plan = plan_kind(types, id, is_cleared);
    if !plan.set_from().is_empty() {
        types.imports.runtime("IntoSet");
        types.imports.runtime("Set");
    }
    let names: &[&'static str] = match &plan {
        TypePlan::Enum(_) => ENUM_NAMES,
        TypePlan::Model(_) => MODEL_NAMES,
        TypePlan::Object(_) => &["Encode", "Writer"],
        TypePlan::OneOf(plan) if plan.decode => {
            &["Decode", "Encode", "Holds", "Invalid", "JsonReader", "Kind", "Writer", "kind"]
        }
        TypePlan::OneOf(_) => &["Encode", "Writer"],
    };
    for name in names {
        types.imports.runtime(name);
    }
    plan
}

fn plan_kind(types: &mut Types<'_>, id: TypeId, is_cleared: bool) -> TypePlan {
    let api = types.api;
    let def = &api[id];
    let name = types.names[id].name.clone();
    let mut docs = Docs::new(&def.docs);
    docs.sources(api, &def.sources);
    match &def.kind {
        TypeKind::Enum(values) => TypePlan::Enum(enumeration::plan(name, docs, values, is_cleared)),
        TypeKind::OneOf(choices) => {
            TypePlan::OneOf(one_of::plan(types, name, docs, choices, is_model(def), is_cleared))
        }
        TypeKind::Object(fields) if is_model(def) => {
            let read: Vec<_> = fields.iter().filter(|field| field.access.is_read()).collect();
            let fields = model::plan_fields(types, &read);
            let builder = def.is_written.then(|| builder::plan_for_model(types, &read));
            TypePlan::Model(model::ModelPlan {
                docs,
                name,
                derives: Vec::new(),
                fields,
                identity: None,
                builder,
                is_given: false,
                untyped: None,
            })
        }
        TypeKind::Object(fields) => {
            TypePlan::Object(object::plan(types, name, docs, fields, is_cleared))
        }
    }
}

/// Whether a type is what responses hold; what neither holds is taken for that too.
fn is_model(def: &TypeDef) -> bool {
    def.is_read || !def.is_written
}

/// Plans those of these sets that have a name of their own, and the validation codes.
pub(super) fn plan_errors(
    context: &Context<'_>,
    sets: impl Iterator<Item = ErrorSetId>,
) -> ErrorsPlan {
    let api = context.api;
    let module = ident("errors");
    let sets: Vec<_> = sets
        .filter(|&id| context.names[id].module == module)
        .map(|id| error_set::plan(context, id))
        .collect();
    let values: Vec<_> = api
        .validation_codes
        .iter()
        .map(|code| EnumValue {
            value: code.code.clone(),
            rust_name: None,
            docs: code.docs.clone(),
            place: code.place,
        })
        .collect();
    let mut imports = Imports::new(&module, &context.options.generated, []);
    for name in ENUM_NAMES.iter().chain(sets_use(&sets)) {
        imports.runtime(name);
    }
    let docs = Docs::line("What is wrong with one input, in the error tree of a refusal.");
    let validation_code = enumeration::plan(ident("ValidationCode"), docs, &values, false);
    ErrorsPlan { imports, sets, validation_code }
}

/// What a file uses for sets of refusals.
fn sets_use(sets: &[ErrorSetPlan]) -> &'static [&'static str] {
    if sets.is_empty() { &[] } else { &["Refused"] }
}
