//! Texts of known values: enums that keep what they do not know.

use deskpro_spec::api::EnumValue;
use proc_macro2::Ident;

use super::docs::{Docs, code};
use super::names::{Scope, camel, ident};

/// An enum over the values of a text.
#[derive(Debug)]
pub struct EnumPlan {
    /// What it is.
    pub docs: Docs,
    /// Its name.
    pub name: Ident,
    /// Its known values.
    pub variants: Vec<VariantPlan>,
    /// The variant that keeps the text of other values.
    pub unknown: Ident,
}

/// A known value.
#[derive(Debug)]
pub struct VariantPlan {
    /// What it means.
    pub docs: Docs,
    /// Its name.
    pub name: Ident,
    /// The value as the API spells it.
    pub value: String,
}

/// Plans an enum over these values.
pub(super) fn plan(name: Ident, docs: Docs, values: &[EnumValue]) -> EnumPlan {
    let mut scope = Scope::default();
    let unknown = values.iter().any(|value| variant_name(value) == "Unknown");
    let unknown = scope.claim(if unknown { "UnknownValue" } else { "Unknown" }, "Value");
    let variants = values
        .iter()
        .map(|value| {
            let mut docs = Docs::new(&value.docs);
            docs.paragraph(format!("{} in the JSON.", code(&value.value)));
            VariantPlan {
                docs,
                name: scope.claim(&variant_name(value), "Value"),
                value: value.value.clone(),
            }
        })
        .collect();
    EnumPlan { docs, name, variants, unknown: ident(&unknown.to_string()) }
}

fn variant_name(value: &EnumValue) -> String {
    value.rust_name.as_deref().map_or_else(|| camel(&value.value), camel)
}
