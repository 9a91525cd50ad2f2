//! How objects are made: what must be given is an argument, the rest is set by name.

use deskpro_spec::api::{Field, Type};
use proc_macro2::Ident;

use super::argument::{ArgumentPlan, is_many, plan_field, plan_member};
use super::case::snake_text;
use super::docs::deprecation_note;
use super::names::{OPERATORS, field_names};
use super::scope::Scope;
use super::types::Types;

/// How an object is made.
#[derive(Debug, Hash)]
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
#[derive(Debug, Hash)]
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

/// Plans how an object that only requests hold is made.
pub(super) fn plan_for_object(types: &mut Types<'_>, fields: &[&Field]) -> BuilderPlan {
    plan(types, fields, plan_field, |_| true)
}

/// Plans how requests make an object that responses hold too.
pub(super) fn plan_for_model(types: &mut Types<'_>, fields: &[&Field]) -> BuilderPlan {
    plan(types, fields, plan_member, |field| field.nullable || field.optional)
}

/// Plans how an object with these fields is made.
fn plan(
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
                method: methods.claim(&snake_text(&member.to_string()), "_field"),
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
