//! Objects that responses hold: structs that decode through slots.

use deskpro_spec::api::{Field, ResourceId, Type};
use proc_macro2::Ident;

use super::builder::BuilderPlan;
use super::derive::Derive;
use super::docs::{Docs, code, deprecation_note};
use super::features::Condition;
use super::names::field_names;
use super::rust_type::RustType;
use super::types::Types;

/// A struct with a public field for every field of the object.
#[derive(Debug, Hash)]
pub struct ModelPlan {
    /// What it is.
    pub docs: Docs,
    /// Its name.
    pub name: Ident,
    /// What it derives besides.
    pub derives: Vec<Derive>,
    /// Its fields.
    pub fields: Vec<FieldPlan>,
    /// How a resource says who it is.
    pub identity: Option<IdentityPlan>,
    /// How requests make one, when they do.
    pub builder: Option<BuilderPlan>,
    /// Whether the struct itself is there already, as the user wrote it.
    pub is_given: bool,
    /// What tells it apart from others, where it is not known what it holds: it is free JSON then.
    pub untyped: Option<UntypedPlan>,
}

/// What tells a resource of unknown shape apart from others.
#[derive(Debug, Hash)]
pub struct UntypedPlan {
    /// The name of the type that stands for its kind.
    pub kind: Ident,
    /// The key under which `linked` holds it, where it does.
    pub linked_as: Option<String>,
}

/// What has the name of a resource's object where only its ids are spoken of.
#[derive(Debug, Hash)]
pub struct StandInPlan {
    /// What it stands for.
    pub docs: Docs,
    /// When the object itself is there.
    pub unless: Condition,
}

/// A field of a struct.
#[derive(Debug, Hash)]
pub struct FieldPlan {
    /// What it means.
    pub docs: Docs,
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: RustType,
    /// The key in the JSON.
    pub wire: String,
    /// Why it should not be used.
    pub deprecated: Option<String>,
}

/// How a resource says who it is.
#[derive(Debug, Hash)]
pub struct IdentityPlan {
    /// The key under which `linked` holds it, where it does.
    pub linked_as: Option<String>,
    /// The field that holds the id.
    pub field: Ident,
    /// Whether that field may be missing.
    pub optional: bool,
    /// Whether that field may be a bare number.
    pub converts: bool,
}

/// Plans the fields of an object as they are read.
pub(super) fn plan_fields(types: &mut Types<'_>, fields: &[&Field]) -> Vec<FieldPlan> {
    let names = field_names(fields);
    fields
        .iter()
        .zip(names)
        .map(|(field, name)| FieldPlan {
            docs: field_docs(types, field, &name),
            ty: types.read(field),
            name,
            wire: field.name.clone(),
            deprecated: field.deprecated.as_ref().map(deprecation_note),
        })
        .collect()
}

/// Plans how a resource says who it is; one whose id is another's does not. The fields are planned
/// in the same order.
pub(super) fn plan_identity(
    own: ResourceId,
    linked_as: Option<&str>,
    fields: &[&Field],
    planned: &[FieldPlan],
) -> Option<IdentityPlan> {
    let mut fields = fields.iter().zip(planned);
    let (field, planned) = fields.find(|(field, _)| field.ty == Type::Id(own))?;
    Some(IdentityPlan {
        linked_as: linked_as.map(str::to_owned),
        field: planned.name.clone(),
        optional: field.nullable || field.optional,
        converts: false,
    })
}

/// The docs of a field: its meaning, its key where that differs, and its sources.
pub(super) fn field_docs(types: &Types<'_>, field: &Field, name: &Ident) -> Docs {
    let mut docs = Docs::new(&field.docs);
    if *name != field.name {
        docs.paragraph(format!("{} in the JSON.", code(&field.name)));
    }
    if let Some(since) = &field.since {
        docs.text(&format!("Since version {since}."));
    }
    docs.sources(types.api, &field.sources);
    docs
}
