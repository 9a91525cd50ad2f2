//! Resources that only a struct of the user's describes: that struct is the object, everything else
//! is planned as for any resource.

use std::collections::BTreeMap;

use deskpro_spec::api::{Api, Field, ResourceId, Type, TypeDef};
use proc_macro2::{Ident, TokenStream};

use super::Options;
use super::kind::{KindPlan, Kinds, one};
use super::model::{IdentityPlan, ModelPlan};
use super::names::NameTable;
use super::projection::escaped;
use super::resource::plan_model;
use super::types::Types;

/// A struct of the user's that is the object of a resource.
#[derive(Debug, Clone, Hash)]
pub struct OwnModel {
    /// Its name.
    pub name: Ident,
    /// Its fields: the key in the JSON, and the name in Rust.
    pub fields: Vec<(String, Ident)>,
}

/// What the compiler checks of a field of such a struct.
#[derive(Debug)]
pub struct HeldPlan {
    /// The type of the field, without what makes it optional or secret.
    pub ty: TokenStream,
    /// What it has to hold.
    pub kind: KindPlan,
    /// What is wrong when it does not.
    pub message: String,
    /// What the API sends.
    pub label: String,
    /// What to do.
    pub help: String,
}

/// What stands beside such a struct.
#[derive(Debug)]
pub struct OwnStructPlan {
    /// Its name.
    pub name: Ident,
    /// Its fields with their types.
    pub fields: Vec<(Ident, TokenStream)>,
    /// Whether every field has a default value, as far as is known; false after a mistake.
    pub has_default: bool,
    /// Whether it derives `Default` itself.
    pub derives_default: bool,
    /// Whether some field is deprecated, which must not be held against generated code.
    pub is_deprecated: bool,
    /// What the compiler checks.
    pub held: Vec<HeldPlan>,
}

/// What a Rust name stands for in a description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// `Person`: the object of this resource.
    Object(String),
    /// `PersonId`: the id of this resource.
    Id(String),
    /// `TicketStatus`: a declared type, as type expressions name it.
    Type(String),
}

/// The Rust names of all objects, ids and declared types of a description. Where two modules have
/// the same name, the one of the first counts.
pub fn known_types(api: &Api) -> BTreeMap<String, Known> {
    let names = NameTable::new(api);
    let mut known = BTreeMap::new();
    for id in api.resource_ids() {
        let resource = &api[id].name;
        let (model, id) = names.object_and_id(id);
        known.entry(model).or_insert_with(|| Known::Object(resource.clone()));
        if let Some(id) = id {
            known.entry(id).or_insert_with(|| Known::Id(resource.clone()));
        }
    }
    for id in api.type_ids() {
        let name = names[id].name.to_string();
        known.entry(name).or_insert_with(|| Known::Type(expression(api, &api[id])));
    }
    known
}

/// How a declared type is written in the fields of any resource.
fn expression(api: &Api, def: &TypeDef) -> String {
    match def.owner {
        Some(owner) => format!("{}.{}", api[owner].name, def.name),
        None => def.name.clone(),
    }
}

/// Plans the checks that types of the user's hold what the fields of these names send. There is none
/// for a field that speaks of something that no generated module has.
pub fn plan_held<'f>(
    api: &Api,
    resource: &str,
    fields: impl IntoIterator<Item = (&'f str, TokenStream)>,
    options: &Options,
) -> Vec<HeldPlan> {
    let Some(own) = api.resource_ids().find(|&id| api[id].name == resource) else {
        return Vec::new();
    };
    let names = NameTable::new(api);
    let kinds = Kinds { api, names: &names, options };
    let described = |wire: &str| {
        let found = api[own].fields.iter().find(|found| found.name == wire);
        found.filter(|found| is_elsewhere(&found.ty, own, options))
    };
    let held = fields.into_iter().filter_map(|(wire, ty)| Some((described(wire)?, ty)));
    held.map(|(field, ty)| plan_one_held(&kinds, field, ty)).collect()
}

fn plan_one_held(kinds: &Kinds<'_>, field: &Field, ty: TokenStream) -> HeldPlan {
    let label = format!(
        "the API sends {}; write `{}`",
        one(kinds.api, &field.ty),
        kinds.written(&field.ty).text
    );
    HeldPlan {
        ty,
        kind: kinds.read(&field.ty),
        message: format!(
            "`{}` is sent as something that `{{Self}}` cannot hold [wrong_type]",
            escaped(&field.name)
        ),
        label: escaped(&label),
        help: format!(
            "a type of your own needs `Default`, `Decode`, `Encode` and `Holds` of what the API \
             sends, all of them in `{}`",
            kinds.options.runtime.trim_start_matches("::"),
        ),
    }
}

/// Whether the items that a type names stand in generated modules, where the check finds them:
/// those of the resource itself do not, and none do where the resource stands alone.
fn is_elsewhere(ty: &Type, own: ResourceId, options: &Options) -> bool {
    match ty {
        Type::Id(id) | Type::Ref(id) => *id != own && !options.is_alone,
        Type::Named(_) => !options.is_alone,
        Type::List(inner) | Type::Map(inner) => is_elsewhere(inner, own, options),
        _ => true,
    }
}

/// Plans the object of a resource as the struct that the user wrote.
pub(super) fn plan(types: &mut Types<'_>, id: ResourceId, own: &OwnModel) -> ModelPlan {
    // What only the user's fields need is imported where these stand, not here.
    let mut apart = types.imports.clone();
    let mut model =
        plan_model(&mut Types { api: types.api, names: types.names, imports: &mut apart }, id);
    model.name = own.name.clone();
    model.is_given = true;
    model.fields.retain_mut(|field| match named(own, &field.wire) {
        Some(name) => {
            field.name = name.clone();
            true
        }
        None => false,
    });
    let is_own_id = |field: &&Field| field.ty == Type::Id(id);
    let key = types.api[id].fields.iter().find(is_own_id).and_then(|it| named(own, &it.name));
    model.identity = model.identity.zip(key).map(|(identity, name)| {
        types.imports.runtime("Id");
        types.imports.runtime("Resource");
        IdentityPlan { field: name.clone(), converts: true, ..identity }
    });
    model
}

fn named<'o>(own: &'o OwnModel, wire: &str) -> Option<&'o Ident> {
    own.fields.iter().find(|(name, _)| name == wire).map(|(_, name)| name)
}
