//! Texts of known values: enums that keep what they do not know.

use deskpro_spec::api::EnumValue;
use proc_macro2::Ident;

use super::case::camel;
use super::docs::{Docs, code};
use super::rust_type::RustType;
use super::scope::Scope;

/// What an enum does with a value that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EnumPolicy {
    /// Keeps it, and a `match` has to expect further variants.
    #[default]
    Open,
    /// Keeps it, and a `match` over all variants breaks when the description gets another.
    Exhaustive,
    /// Takes it for an error.
    Closed,
}

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
    /// What a field of this type can be set to beside the type itself, where it can be cleared.
    pub set_from: Vec<RustType>,
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
pub(super) fn plan(name: Ident, docs: Docs, values: &[EnumValue], is_cleared: bool) -> EnumPlan {
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
    let set_from = if is_cleared { vec![RustType::Str] } else { Vec::new() };
    EnumPlan { docs, name, variants, unknown, set_from }
}

fn variant_name(value: &EnumValue) -> String {
    value.rust_name.as_deref().map_or_else(|| camel(&value.value), camel)
}
