//! What resources share: declared types, sets of refusals, validation codes.

use deskpro_spec::api::{EnumValue, ErrorSetId, TypeDef, TypeId, TypeKind};
use proc_macro2::Ident;

use super::Context;
use super::case::{ident, snake};
use super::docs::Docs;
use super::enumeration::{self, EnumPlan};
use super::error_set::{self, ErrorSetPlan};
use super::features::{Condition, Section, shared_types};
use super::imports::Imports;
use super::types::Types;
use super::{TypePlan, builder, model, object, one_of};

/// `types.rs`
#[derive(Debug, Hash)]
pub struct TypesPlan {
    /// What the file uses from elsewhere.
    pub imports: Imports,
    /// Its types.
    pub types: Vec<SharedType>,
}

/// A type that no resource owns.
#[derive(Debug, Hash)]
pub struct SharedType {
    /// The type.
    pub plan: TypePlan,
    /// Its file, where that is not `types.rs`.
    pub file: Option<TypeFile>,
}

/// The file of a type that is there under a condition: `types/blob.rs`
#[derive(Debug, Hash)]
pub struct TypeFile {
    /// The name of the module: `blob`.
    pub module: Ident,
    /// What it holds.
    pub section: Section,
    /// When it is there.
    pub condition: Condition,
    /// The path of the generated modules as it sees them.
    pub generated: String,
    /// The other shared types that it uses.
    pub above: Vec<Ident>,
}

/// `errors.rs`
#[derive(Debug, Hash)]
pub struct ErrorsPlan {
    /// What the file uses from elsewhere.
    pub imports: Imports,
    /// The sets that have a name of their own.
    pub sets: Vec<ErrorSetPlan>,
    /// The codes of the error tree.
    pub validation_code: EnumPlan,
}

/// Plans the types that no resource owns. One that is there under a condition has a file of its own.
pub(super) fn plan_types(context: &Context<'_>) -> Option<TypesPlan> {
    let ids: Vec<_> = shared_types(context.api).collect();
    if ids.is_empty() {
        return None;
    }
    let module = ident("types");
    let generated = &context.options.generated;
    let mut imports = Imports::new(&module, generated, context.names.declared(&module));
    let plan = |id| {
        let file = type_file(context, id);
        match &file {
            Some(file) => imports.begin(Section::Type(id), &file.generated),
            None => imports.begin(Section::Shape, generated),
        }
        let mut types = Types { api: context.api, names: context.names, imports: &mut imports };
        SharedType { plan: plan_type(context, &mut types, id), file }
    };
    let mut types: Vec<_> = ids.into_iter().map(plan).collect();
    for ty in &mut types {
        if let Some(file) = &mut ty.file {
            let used = imports.own_names(&[file.section]).into_iter();
            let used = used.filter(|name| ty.plan.name() != name);
            file.above = used.map(|name| ident(&name)).collect();
        }
    }
    Some(TypesPlan { imports, types })
}

fn type_file(context: &Context<'_>, id: TypeId) -> Option<TypeFile> {
    let condition = context.features.of_type(context.api, id);
    (!condition.is_always()).then(|| TypeFile {
        module: snake(&context.api[id].name),
        section: Section::Type(id),
        condition,
        generated: format!("super::{}", context.options.generated),
        above: Vec::new(),
    })
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
pub(super) fn is_model(def: &TypeDef) -> bool {
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
