//! Objects that only requests hold.

use deskpro_spec::api::Field;
use proc_macro2::Ident;

use super::builder::{self, BuilderPlan};
use super::docs::Docs;
use super::names::field_names;
use super::rust_type::RustType;
use super::types::Types;

/// A struct that only requests hold.
#[derive(Debug, Hash)]
pub struct ObjectPlan {
    /// What it is.
    pub docs: Docs,
    /// Its name.
    pub name: Ident,
    /// What it holds.
    pub members: Vec<MemberPlan>,
    /// How one is made.
    pub builder: BuilderPlan,
    /// What a field of this type can be set to beside the type itself, where it can be cleared.
    pub set_from: Vec<RustType>,
}

/// A member of an object that only requests hold.
#[derive(Debug, Hash)]
pub struct MemberPlan {
    /// Its name.
    pub name: Ident,
    /// Its type, `Option` included.
    pub ty: RustType,
    /// The key in the JSON.
    pub wire: String,
}

/// Plans an object that only requests hold.
pub(super) fn plan(
    types: &mut Types<'_>,
    name: Ident,
    docs: Docs,
    fields: &[Field],
    is_cleared: bool,
) -> ObjectPlan {
    let written: Vec<_> = fields.iter().filter(|field| field.access.is_created()).collect();
    let names = field_names(&written);
    let members = written
        .iter()
        .zip(&names)
        .map(|(field, name)| MemberPlan {
            name: name.clone(),
            ty: member_type(types, field),
            wire: field.name.clone(),
        })
        .collect();
    let builder = builder::plan_for_object(types, &written);
    let from_text = is_cleared && builder.from_text;
    let set_from =
        if from_text { vec![RustType::Str, RustType::named("String")] } else { Vec::new() };
    ObjectPlan { docs, name, members, builder, set_from }
}

/// What must be given is there; what may be given is an option.
fn member_type(types: &mut Types<'_>, field: &Field) -> RustType {
    let mut ty = types.sent(field.write_type());
    if field.sensitive {
        ty = types.generic("Sensitive", ty);
    }
    if field.write_nullable() {
        ty = types.generic("Set", ty);
    }
    if field.required { ty } else { ty.within("Option") }
}
