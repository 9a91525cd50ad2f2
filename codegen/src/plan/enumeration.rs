//! Texts of known values: enums that keep what they do not know.

use deskpro_spec::api::EnumValue;
use proc_macro2::Ident;

use super::case::camel;
use super::derive::Derive;
use super::docs::{Docs, code};
use super::rust_type::RustType;
use super::scope::Scope;

/// How many values an error lists.
const LISTED: usize = 10;

/// What an enum does with a value that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
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
#[derive(Debug, Hash)]
pub struct EnumPlan {
    /// What it is.
    pub docs: Docs,
    /// Its name.
    pub name: Ident,
    /// What it derives besides.
    pub derives: Vec<Derive>,
    /// Whether a `match` has to expect further variants.
    pub is_open: bool,
    /// Its known values.
    pub variants: Vec<VariantPlan>,
    /// The variant that keeps the text of other values; `None` where they are errors.
    pub unknown: Option<Ident>,
    /// What a value that is not known is not: ``one of `awaiting_agent`, `resolved` ``.
    pub expected: String,
    /// What a field of this type can be set to beside the type itself, where it can be cleared.
    pub set_from: Vec<RustType>,
}

/// A known value.
#[derive(Debug, Hash)]
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
    EnumPlan {
        docs,
        name,
        derives: Vec::new(),
        is_open: true,
        variants,
        unknown: Some(unknown),
        expected: expected(values),
        set_from,
    }
}

impl EnumPlan {
    /// Makes it treat values that are not known in this way. Without values there is nothing that
    /// it could be instead, so it stays as it is.
    pub(super) fn follow(&mut self, policy: EnumPolicy) {
        self.is_open = policy == EnumPolicy::Open || self.variants.is_empty();
        if policy == EnumPolicy::Closed && !self.is_open {
            self.unknown = None;
            // Not every text is one of them.
            self.set_from.clear();
        }
    }
}

/// ``one of `a`, `b` ``
fn expected(values: &[EnumValue]) -> String {
    let known: Vec<_> =
        values.iter().take(LISTED).map(|value| format!("`{}`", value.value)).collect();
    let more = match values.len().saturating_sub(LISTED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("one of {}{more}", known.join(", "))
}

fn variant_name(value: &EnumValue) -> String {
    value.rust_name.as_deref().map_or_else(|| camel(&value.value), camel)
}
