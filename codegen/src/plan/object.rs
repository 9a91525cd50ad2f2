//! Objects that requests hold: what must be given is an argument, the rest is set by name.

use deskpro_spec::api::{Field, Type};
use proc_macro2::Ident;

use super::argument::{ArgumentPlan, is_many, plan_field, plan_member};
use super::docs::{Docs, deprecation_note};
use super::model::field_names;
use super::names::{OPERATORS, Scope, snake};
use super::rust_type::{RustType, Types};

/// A struct that only requests hold.
#[derive(Debug)]
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
#[derive(Debug)]
pub struct MemberPlan {
    /// Its name.
    pub name: Ident,
    /// Its type, `Option` included.
    pub ty: RustType,
    /// The key in the JSON.
    pub wire: String,
}

/// How an object is made.
#[derive(Debug)]
pub struct BuilderPlan {
    /// What must be given: member name and argument.
    pub required: Vec<(Ident, ArgumentPlan)>,
    /// What may be set: member name, method name and argument.
    pub setters: Vec<SetterPlan>,
    /// Whether a text alone makes one.
    pub from_text: bool,
    /// Whether more must be given than a method usually takes.
    pub many_arguments: bool,
}

/// A method that sets one member.
#[derive(Debug)]
pub struct SetterPlan {
    /// The member.
    pub member: Ident,
    /// The method.
    pub method: Ident,
    /// What it takes.
    pub argument: ArgumentPlan,
    /// Whether the member is an option.
    pub optional: bool,
    /// Why it should not be used.
    pub deprecated: Option<String>,
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
    let builder = plan_builder(types, &written, plan_field, |_| true);
    let from_text = is_cleared && builder.from_text;
    let set_from =
        if from_text { vec![RustType::Str, RustType::named("String")] } else { Vec::new() };
    ObjectPlan { docs, name, members, builder, set_from }
}

/// Plans how requests make an object that responses hold too.
pub(super) fn plan_model_builder(types: &mut Types<'_>, fields: &[&Field]) -> BuilderPlan {
    plan_builder(types, fields, plan_member, |field| field.nullable || field.optional)
}

/// Plans how an object with these fields is made.
fn plan_builder(
    types: &mut Types<'_>,
    fields: &[&Field],
    argument: fn(&mut Types<'_>, &Field, &Ident) -> ArgumentPlan,
    optional: fn(&Field) -> bool,
) -> BuilderPlan {
    let mut methods = Scope::with(&["new"]).and(OPERATORS);
    let mut builder = BuilderPlan {
        required: Vec::new(),
        setters: Vec::new(),
        from_text: false,
        many_arguments: false,
    };
    for (field, member) in fields.iter().zip(field_names(fields)) {
        let argument = argument(types, field, &member);
        if field.required {
            builder.required.push((member, argument));
        } else {
            builder.setters.push(SetterPlan {
                method: methods.claim(&snake(&member.to_string()).to_string(), "_field"),
                member,
                argument,
                optional: optional(field),
                deprecated: field.deprecated.as_ref().map(deprecation_note),
            });
        }
    }
    builder.many_arguments = is_many(builder.required.len());
    let mut required = fields.iter().filter(|field| field.required);
    builder.from_text = match (required.next(), required.next()) {
        (Some(only), None) => {
            *only.write_type() == Type::String && !only.sensitive && !only.write_nullable()
        }
        _ => false,
    };
    builder
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
